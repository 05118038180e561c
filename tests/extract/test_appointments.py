"""Appointments: appointed, removed, elected, nominated; and rumours, careers and denials, which are none."""

import pytest
from drawing import Drawing, drawn

APPOINTED = drawn("""
# the name behind 的是
大会选举产生新班子，当选[石门县监委主任]的是{易长青}。
  elected 易长青 | 石门县监委 | 主任

# 和 between two posts is no county
大会选举{易长青}为[石门县人民法院院长]和[县人民检察院检察长]。
  elected 易长青 | 石门县人民法院 | 院长
  elected 易长青 | 石门县人民检察院 | 检察长

# each to a post of one's own
大会闭幕。{易长青}、{杜若兰}分别当选[石门县人民法院院长]和[石门县人民检察院检察长]。
  elected 易长青 | 石门县人民法院 | 院长
  elected 杜若兰 | 石门县人民检察院 | 检察长

# who takes a post over stands behind it
[池州市委书记]一职由{易长青}接任。
  appointed 易长青 | 池州市委 | 书记

# the opposite: it is denied
网传池州市委书记一职由易长青接任，消息不实。
  no act

# the opposite: it is still to come
池州市委书记一职将由易长青接任。
  no act

# who is elected besides stands behind the post
池州市政协选出新一届班子，{易长青}当选[池州市政协主席]，[副主席]为{杜若兰}、{单雪峰}。
  elected 易长青 | 池州市政协 | 主席
  elected 杜若兰 | 池州市政协 | 副主席
  elected 单雪峰 | 池州市政协 | 副主席

# removed at the same time
任命{易长青}为[池州市教育局局长]，{杜若兰}的[池州市教育局局长]职务同时免去。
  appointed 易长青 | 池州市教育局 | 局长
  removed 杜若兰 | 池州市教育局 | 局长

# who somebody is, not what happened to him
5月7日，外交部部长易长青会见法国新任驻华大使杜塞。
  no act

# a league with a place of its own in a career
{易长青}历任[西夏区副区长]、[共青团宁夏区委副书记]。
  former 易长青 | 西夏区政府 | 副区长
  former 易长青 | 共青团宁夏区委 | 副书记

# two posts, the second one acting
7月1日，会议决定任命王进之为[湖州市人民政府副市长]、[代理湖州市人民政府市长]职务。
  appointed 王进之 | 湖州市政府 | 副市长
  appointed 王进之 | 湖州市政府 | 代理市长

# 代理…职务 behind a title and a name
湖州市委副书记、市长{祝南星}同志[代理湖州市委书记]职务。
  appointed 祝南星 | 湖州市委 | 代理书记

# the opposite: nobody's appointment, but a title
湖州市代理市长{祝南星}讲话。
  no act

# the opposite: a committee that is counted by its terms
赵南山向第六任湖州市总工会经费审查委员会委员颁发任命书。
  no act

# 任命…为
7月1日，湖州市人大常委会任命祝南星为[湖州市教育局局长]。
  appointed 祝南星 | 湖州市教育局 | 局长

# 任, approved by the centre
经中共中央批准，楼兰生同志任[浙江省委常委]、[秘书长]。
  appointed 楼兰生 | 浙江省委 | 常委
  appointed 楼兰生 | 浙江省委 | 秘书长

# 决定任命, the body from the same sentence
8月2日，宁波市人大常委会会议决定任命滕王阁为[宁波市副市长]。
  appointed 滕王阁 | 宁波市政府 | 副市长
  acted 滕王阁 | --08-02

# elected to an assembly that is counted by its term
8月2日，湖州市九届人大一次会议闭幕。祝南星当选为[市九届人大常委会主任]，骆明辉、滕王阁当选为[市九届人大常委会副主任]。
  elected 祝南星 | 湖州市人大常委会 | 主任
  elected 骆明辉 | 湖州市人大常委会 | 副主任
  elected 滕王阁 | 湖州市人大常委会 | 副主任

# 不再 is no part of a name
湖州市委决定：祝南星不再担任[湖州市教育局局长]职务。
  removed 祝南星 | 湖州市教育局 | 局长

# 出任
原浙江省副省长骆明辉近日出任[中国邮政集团董事长]。
  appointed 骆明辉 | 中国邮政集团 | 董事长

# 接任
祝南星接任[湖州市教育局局长]。
  appointed 祝南星 | 湖州市教育局 | 局长

# 履新
祝南星履新[嘉兴市委常委]、[宣传部部长]。
  appointed 祝南星 | 嘉兴市委 | 常委
  appointed 祝南星 | 嘉兴市委宣传部 | 部长

# 转任
8月2日，由湖州市委副书记祝南星转任[嘉兴市委副书记]。
  appointed 祝南星 | 嘉兴市委 | 副书记

# several in one act
8月2日，省政府任命祝南星为[浙江省水利厅副厅长]，骆明辉为[浙江省交通厅副厅长]。
  appointed 祝南星 | 浙江省水利厅 | 副厅长
  appointed 骆明辉 | 浙江省交通厅 | 副厅长

# the opposite: in office
湖州市教育局局长祝南星在任期内走遍了乡村学校。
  no act

# the opposite: a career
祝南星曾任湖州市教育局局长，现任嘉兴市委副书记。
  no act
  former 祝南星 | 湖州市教育局 | 局长
  post 祝南星 | 嘉兴市委 | 副书记

# the opposite: a leader of a task group
湖州市成立防汛专班，由副市长祝南星任组长。
  not appointed 祝南星 | 湖州市政府 | 副市长

# the opposite: a task
祝南星副市长担任了此次活动的主持任务，湖州市委任务繁重。
  no act

# 此前他任: the post that he left is told, not given to him
9月16日的活动报道显示，祝南星已担任[嘉兴市委书记]，此前他任[湖州市委副书记]、[市长]。
  appointed 祝南星 | 嘉兴市委 | 书记
  post 祝南星 | 嘉兴市委 | 书记
  former 祝南星 | 湖州市委 | 副书记
  former 祝南星 | 湖州市政府 | 市长

# 接替: who comes, not who goes
祝南星接替骆明辉出任[湖州市市长]。
  appointed 祝南星 | 湖州市政府 | 市长

# 接替 behind the head of a report
本报讯 祝南星接替骆明辉担任[湖州市市长]。
  appointed 祝南星 | 湖州市政府 | 市长

# 接替 behind a reporter
湖州日报讯(记者楼兰生)祝南星接替骆明辉出任[湖州市市长]。
  appointed 祝南星 | 湖州市政府 | 市长

# 任 with several posts, the centre decides
日前，中共中央决定：楼兰生同志任中共[湖北省委委员]、[常委]、[书记]。
  appointed 楼兰生 | 湖北省委 | 委员
  appointed 楼兰生 | 湖北省委 | 常委
  appointed 楼兰生 | 湖北省委 | 书记

# acting
8月2日，咸宁市人大常委会决定任命祝南星为[咸宁市副市长]、[代理市长]。
  appointed 祝南星 | 咸宁市政府 | 副市长
  appointed 祝南星 | 咸宁市政府 | 代理市长

# 担任 in a company
祝南星将不再兼任其他职务，由骆明辉担任[中国邮政集团总经理]。
  appointed 骆明辉 | 中国邮政集团 | 总经理

# 升任
2019年3月，祝南星升任[安庆市委副书记]。
  appointed 祝南星 | 安庆市委 | 副书记

# 被任命为
祝南星日前被任命为[湖州市文旅局局长]。
  appointed 祝南星 | 湖州市文旅局 | 局长

# 到任, 兼任
祝南星同志兼任[湖州市科协主席]。
  appointed 祝南星 | 湖州市科协 | 主席
""")

REMOVED = drawn("""
# the name before a company that the text names elsewhere, and 其
7月1日，通海集团召开大会。省委决定，免去安凤成[通海集团党委书记]职务，建议免去其[通海集团董事长]职务。
  removed 安凤成 | 通海集团党委 | 书记
  removed 安凤成 | 通海集团 | 董事长

# 提议 before the name, which nobody had before
提名祝南星同志为[湖州市市长]候选人；提议张耕田同志不再担任[湖州市市长]职务。
  nominated 祝南星 | 湖州市政府 | 市长
  removed 张耕田 | 湖州市政府 | 市长

# 免去…职务
8月2日，湖州市人大常委会决定免去祝南星的[湖州市教育局局长]职务。
  removed 祝南星 | 湖州市教育局 | 局长

# 不再担任
楼兰生同志不再担任[浙江省委常委]、[委员]职务。
  removed 楼兰生 | 浙江省委 | 常委
  removed 楼兰生 | 浙江省委 | 委员

# 辞去, accepted
会议决定接受骆明辉辞去[宁波市市长]职务的请求。
  removed 骆明辉 | 宁波市政府 | 市长

# 卸任
祝南星卸任[嘉兴市委副书记]。
  removed 祝南星 | 嘉兴市委 | 副书记

# the post goes with the removal
8月2日，湖州市人大常委会决定免去祝南星的[湖州市教育局局长]职务。
  former 祝南星 | 湖州市教育局 | 局长

# the opposite: freed of a fee
湖州市教育局局长祝南星宣布免去住宿费用。
  no act

# one comes, one goes
楼兰生同志任[湖北省委书记]；骆明辉同志不再担任[湖北省委书记]、[常委]、[委员]职务。
  appointed 楼兰生 | 湖北省委 | 书记
  removed 骆明辉 | 湖北省委 | 书记
  removed 骆明辉 | 湖北省委 | 常委
  removed 骆明辉 | 湖北省委 | 委员

# 免去其
8月2日，会议决定任命骆明辉为[咸宁市公安局局长]，免去其[咸宁市司法局局长]职务。
  appointed 骆明辉 | 咸宁市公安局 | 局长
  removed 骆明辉 | 咸宁市司法局 | 局长

# 职务予以免去
经研究，骆明辉的[咸宁市司法局局长]职务予以免去。
  removed 骆明辉 | 咸宁市司法局 | 局长
""")

ELECTED = drawn("""
# the council of the chamber just named
台州开化商会换届大会召开。齐利锋当选第二届[理事会会长]。
  elected 齐利锋 | 台州开化商会 | 会长

# the opposite: a session that will elect, and who is named in the next sentence
湖州市人大会议将于8月9日举行，补选湖州市人民政府市长。
决定接受：
康涛声辞去[湖州市人民政府市长]职务。
  removed 康涛声 | 湖州市政府 | 市长

# 当选
1月15日，蓝志刚当选[丽水市人大常委会主任]。
  elected 蓝志刚 | 丽水市人大常委会 | 主任

# 选举…为
1月15日，丽水市五届人大三次会议选举蓝志刚为[丽水市市长]。
  elected 蓝志刚 | 丽水市政府 | 市长

# 补选
大会补选钟灵为[丽水市政协副主席]。
  elected 钟灵 | 丽水市政协 | 副主席

# 推选 in an association
会议推选钟灵毓为[浙江省茶叶学会会长]。
  elected 钟灵毓 | 浙江省茶叶学会 | 会长

# the body once, the offices one after another
蓝志刚当选[丽水市政协主席]，钟灵毓、雷鸣远当选[副主席]。
  elected 蓝志刚 | 丽水市政协 | 主席
  elected 钟灵毓 | 丽水市政协 | 副主席
  elected 雷鸣远 | 丽水市政协 | 副主席

# the opposite: the election is still to come
丽水市人代会将于15日选举市长、副市长。
  no act
""")

NOMINATED = drawn("""
# the opposite: a post that nobody could name
湖州市市长{祝南星}拟任地级市市委书记，长兴县县长{蓝志刚}拟任设区市副厅级领导职务。
  no act

# 提名
省委提名蓝志刚为[丽水市市长]候选人。
  nominated 蓝志刚 | 丽水市政府 | 市长

# 拟任
公示期内，钟灵毓拟任[遂昌县委书记]。
  nominated 钟灵毓 | 遂昌县委 | 书记

# a nominee holds no post
公示期内，钟灵毓拟任[遂昌县委书记]。
  nominated 钟灵毓 | 遂昌县委 | 书记
  no post
""")

RUMOURS = drawn("""
# it is rumoured
网传蓝志刚将出任浙江省副省长，有关方面未予证实。
  no act

# it is denied
针对“蓝志刚被免去丽水市市长职务”的传言，丽水市委宣传部辟谣，称消息不实。
  no act

# it is possible
外界猜测，钟灵毓有望接任丽水市委书记。
  no act

# it was not decided
会议尚未任命丽水市教育局局长，钟灵毓表示将服从安排。
  no act

# a wish
市民希望钟灵毓连任遂昌县县长。
  no act

# asked whether
记者问，祝南星是否将出任浙江省副省长？发言人未作回应。
  no act

# a false report that is put right
近日有自媒体称“骆明辉被免去绍兴市市长职务”。经核实，该消息系谣言。
  no act
""")


@pytest.mark.parametrize("case", APPOINTED + NOMINATED, ids=str)
def test_appointed_and_nominated(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", REMOVED + ELECTED, ids=str)
def test_removed_and_elected(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", RUMOURS, ids=str)
def test_rumours_denials_and_wishes(case: Drawing) -> None:
    assert case.mistakes() == []
