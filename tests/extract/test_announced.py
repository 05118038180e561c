"""People, hosts and signers that the words before them announce (V的是甲), and where such a list ends."""

import pytest
from drawing import Drawing, drawn

PEOPLE = drawn("""
# adverbs before 是 and 有
4月9日，滁州市港口建设推进会召开。<主持>会议的，则是滁州市市长{单雪峰}。出席会议的，还有副市长{宁致远}。
  chaired 单雪峰
  attended 宁致远

# those who do it, as nouns
4月9日，滁州市港口建设推进会召开。<主持者为>滁州市市长{单雪峰}，<见证者>正是副市长{宁致远}。
  chaired 单雪峰
  witnessed 宁致远

# one side and the other
4月9日，滁州市港口建设推进会召开。应邀<出席>的，甲方有副市长{宁致远}。
  attended 宁致远

# who accompanies, in other words
4月9日，滁州市市长{单雪峰}<到天长市调研>。一路<陪着>看工厂的，是天长市市长{宁致远}。
  attended 单雪峰
  accompanied 宁致远

# one alone chairs: those behind the comma do something of their own
4月9日，滁州市港口建设推进会召开。<主持>会议的是滁州市市长{单雪峰}，副市长{宁致远}、秘书长{骆天成}<出席>。
  chaired 单雪峰
  attended 宁致远
  attended 骆天成

# a list, and somebody with another verb
4月9日，合作签约仪式在滁州市举行。先后<致辞>的有滁州市市长{单雪峰}，副市长{骆天成}，省商务厅厅长{宁致远}<见证>签约。
  spoke 单雪峰
  spoke 骆天成
  witnessed 宁致远

# the opposite: a list between commas
4月9日，合作签约仪式在滁州市举行。先后<致辞>的有滁州市市长{单雪峰}，副市长{骆天成}，省商务厅厅长{宁致远}。
  spoke 单雪峰
  spoke 骆天成
  spoke 宁致远

# a witness behind a name that could be longer
4月9日，合作签约仪式在滁州市举行。副市长{宁致远}、市长{杜塞}<见证>签字。
  witnessed 宁致远
  witnessed 杜塞

# who received them
4月9日，滁州市市长{单雪峰}<率团到昌吉市考察>。<会见>客人的是昌吉市委书记{骆天成}，市长{宁致远}<参加>会见。
  attended 单雪峰
  met 骆天成、单雪峰
  attended 宁致远

# a list behind a colon
4月9日，滁州市港口建设推进会召开。<出席>领导：滁州市市长{单雪峰}、副市长{宁致远}。
  attended 单雪峰
  attended 宁致远

# the opposite: a sentence before a colon
4月9日，合作签约仪式在滁州市举行。来宾见证了签署：滁州市市长{单雪峰}与昌吉市市长{宁致远}<签署>协议。
  signed 单雪峰
  signed 宁致远

# who signs
4月9日，合作签约仪式在滁州市举行。<签字人分别是>滁州市市长{单雪峰}、昌吉市市长{宁致远}。
  signed 单雪峰
  signed 宁致远

# who did not do it
4月9日，滁州市市长{单雪峰}<到天长市调研>。天长市市长{宁致远}因事没有陪同调研。
  attended 单雪峰

# a clause about what somebody listened to
4月9日，滁州市港口建设座谈会召开。滁州市市长{单雪峰}<到会>，听完<发言>后讲了话。
  attended 单雪峰
  spoke 单雪峰

# leaders without names, and somebody with one
4月9日，滁州市港口建设座谈会召开，滁州、芜湖两市市长齐聚，副省长{单雪峰}<主持>会议。
  chaired 单雪峰

# the verb is of those behind it
4月9日，滁州市港口建设推进会召开。滁州市市长{单雪峰}<致辞>；应邀<到场>出席的，有副市长{宁致远}。
  spoke 单雪峰
  attended 宁致远
""")

HOSTS = drawn("""
# 主办方是
4月9日，皖江物流论坛在滁州市举行，<主办方是>安徽省商务厅与滁州市政府，<承办的是>滁州市商务局。
  hosted 安徽省商务厅、滁州市政府、滁州市商务局

# the opposite: a meeting still to come
皖江物流论坛将于4月9日在滁州市举行，主办方是安徽省商务厅。
  no role
""")

SIGNERS = drawn("""
# one and another
签下[《友好城市协议书》]的，一位是滁州市市长{单雪峰}，一位是昌吉市市长{宁致远}。
  agreement 友好城市协议书 | 滁州市、昌吉市

# the opposite: one person alone
签下[《友好城市协议书》]的，是滁州市市长{单雪峰}。
  agreement 友好城市协议书 |

# the title behind a verb and a comma
滁州市与昌吉市签的，是[林果产业合作协议]；滁州市与石河子市签的则是[棉花产业合作协议]。
  agreement 林果产业合作协议 | 滁州市、昌吉市
  agreement 棉花产业合作协议 | 滁州市、石河子市

# each with another
滁州茶业集团签了两份文件，同昌吉市商会的是[干果采购合作协议]，同石河子市商会的是[棉花采购合作协议]。
  agreement 干果采购合作协议 | 滁州茶业集团、昌吉市商会
  agreement 棉花采购合作协议 | 滁州茶业集团、石河子市商会

# words that only point to an agreement
滁州市与昌吉市签署了上述协议。
  no agreement

# parties before the title, a verb behind it
滁州市工商联与昌吉市商会的[《招商合作协议》]也在会上签署。
  agreement 招商合作协议 | 滁州市工商联、昌吉市商会

# signers behind a comma
滁州市与昌吉市的产业合作备忘录，由副市长{单雪峰}与{宁致远}签下。
  agreement 产业合作备忘录 | 滁州市、昌吉市

# the same office of both
滁州市、昌吉市签署[《友好城市协议书》]，两地教育局也签订[《教师交流协议》]。
  agreement 友好城市协议书 | 滁州市、昌吉市
  agreement 教师交流协议 | 滁州市教育局、昌吉市教育局
""")


@pytest.mark.parametrize("case", PEOPLE, ids=str)
def test_announced_people(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", HOSTS, ids=str)
def test_announced_hosts(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", SIGNERS, ids=str)
def test_announced_signers(case: Drawing) -> None:
    assert case.mistakes() == []
