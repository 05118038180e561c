"""Events: kinds, several in one article, planned and past ones; when and where they took place."""

import pytest
from drawing import Drawing, drawn

KINDS = drawn("""
# a meeting
[全市乡村振兴工作会议]4月3日召开。
  event meeting | 全市乡村振兴工作会议

# a meeting that the text only calls 会议
3月8日，泸州市市长{先冬梅}主持<会议>，研究防汛工作。
  event meeting | 会议

# the opposite: it is still to come
3月8日，泸州市将于月底召开会议。
  no event

# the reporter is no part of its name
淮南讯
本报讯(记者程月月)[全市乡村振兴工作会议]4月3日召开。
  event meeting | 全市乡村振兴工作会议

# a meeting with an ordinal
[第十二届泛珠论坛]9月6日在南宁市开幕。
  event meeting | 第十二届泛珠论坛

# a signing
[株洲市与中车集团战略合作协议签约仪式]12月1日举行。
  event signing | 株洲市与中车集团战略合作协议签约仪式

# a visit
10月12日，湛江市委书记{符海生}到雷州市<调研>菠萝产业。
  event visit | 符海生调研菠萝产业

# a reception
10月12日，湛江市委书记{符海生}<会见>了越南广宁省委书记{阮文治}一行。
  event reception | 符海生会见阮文治

# talks
10月12日，湛江市市长{欧宁}与北海市市长{蔡永康}举行<会谈>。
  event reception | 欧宁与蔡永康会谈

# the opposite: the spirit of a meeting
各地要把全国科技大会精神落到实处。
  no event

# the opposite: minutes of a meeting
办公室印发了联席会议纪要和会议通知。
  no event

# the opposite: a body that is called a meeting
市政府与市人民代表大会常务委员会、省工商业联合会建立了联系机制。
  no event
""")

SEVERAL = drawn("""
# a conference and its signing
[全省数字经济大会]5月8日在杭州市召开。会后举行了[杭州市与之江实验室合作签约仪式]。
  event meeting | 全省数字经济大会
  event signing | 杭州市与之江实验室合作签约仪式

# an organisation whose name ends in a verb
5月8日，外长出席[上海合作组织成员国元首理事会第四次会议]。
  event meeting | 上海合作组织成员国元首理事会第四次会议

# a session of another year is another one
[沿江三市联席会议]5月8日在池州市召开。[首次联席会议]去年在铜陵市召开。
  event meeting | 沿江三市联席会议
  event meeting | 首次联席会议

# the short word for a press conference
安徽省政府5月8日举行[新闻发布会]。主持[发布会]的是省政府副秘书长{岳青山}。
  event meeting | 新闻发布会

# a verb behind its place
三省在南宁座谈
5月8日，[三省发展交流座谈会]召开。
  event meeting | 三省发展交流座谈会

# a body and its chair
[沿江三市联席会议]5月8日在池州市召开，主持会议的是池州市人大常委会主任{岳青山}，常委会主任发了言。
  event meeting | 沿江三市联席会议

# 年会 inside other words
5月8日，[沿江三市联席会议]在池州市召开，要求每半年会商一次。
  event meeting | 沿江三市联席会议

# a list of places, one of them behind its city
[绵阳、德阳、重庆璧山区三地创新会议]5月8日召开。
  event meeting | 绵阳、德阳、重庆璧山区三地创新会议

# a session that ends
人事任免
[平凉市人大常委会第六次会议]5月8日闭会，会议由市人大常委会主任主持。
  event meeting | 平凉市人大常委会第六次会议

# the headline names the event that the text names again
黄河流域生态保护联席会议在兰州召开
5月8日，[黄河流域生态保护联席会议]在兰州市召开。会议由甘肃省省长{梁川}主持。
  event meeting | 黄河流域生态保护联席会议

# short names point back
[第三届中原农谷论坛]5月8日在新乡市举行。论坛由新乡市市长{原野}主持。与会代表在[论坛]上交流了经验。
  event meeting | 第三届中原农谷论坛

# two ordinals are two events
[第二届校长论坛]5月8日在宁波举行，[第三届校长论坛]将于明年在绍兴举行。
  event meeting | 第二届校长论坛
  planned meeting | 第三届校长论坛

# an earlier session that is only recalled
[第三届沙棘大会]5月8日在吕梁市举行。[首届沙棘大会]于2018年在鄂尔多斯市举行。
  event meeting | 第三届沙棘大会
  event meeting | 首届沙棘大会

# a reception, then a signing
5月8日，吕梁市市长{张维勇}<会见>了中国林业集团董事长{余映辉}。会见后，\
双方出席[吕梁市与中国林业集团合作签约仪式]。
  event reception | 张维勇会见余映辉
  event signing | 吕梁市与中国林业集团合作签约仪式

# the opposite: the same event by its short name is one
吕梁市举行[沙棘产业发展大会]。大会由市长{张维勇}主持，会议通过了倡议，大会现场还进行了推介。
  event meeting | 沙棘产业发展大会
""")

PLANNED = drawn("""
# 将于
[第九届国际竹藤大会]将于11月6日在宜宾市举行。
  planned meeting | 第九届国际竹藤大会

# 即将
[首届稻米文化节]即将在五常市开幕。
  planned other | 首届稻米文化节

# the opposite: 将 in what a meeting resolves
[全省民营经济大会]6月5日召开，会议提出，将于年内建成十个园区。
  event meeting | 全省民营经济大会

# no roles at a planned event
[第九届国际竹藤大会]将于11月6日在宜宾市举行，市长{税收平}将出席。
  planned meeting | 第九届国际竹藤大会
  no role

# 拟定
[全市教育大会]预计9月10日召开。
  planned meeting | 全市教育大会
""")

WHEN = drawn("""
# month and day, year from the date of publication
@published 2021-04-06
4月3日，全市乡村振兴工作会议召开。
  when 全市乡村振兴工作会议 | 2021-04-03

# month and day, no year anywhere
4月3日，全市乡村振兴工作会议召开。
  when 全市乡村振兴工作会议 | --04-03

# the year of a title that the meeting adopts
4月3日，全市乡村振兴工作会议召开，审议通过《宁波市乡村振兴2021年工作要点》。
  when 全市乡村振兴工作会议 | 2021-04-03

# the years of a plan are no year
4月3日，全市乡村振兴工作会议召开，审议通过《宁波市乡村振兴规划(2021—2026年)》。
  when 全市乡村振兴工作会议 | --04-03

# the year in which a plan begins
4月3日，全市乡村振兴工作会议召开，审议通过《宁波市乡村振兴规划(2021年至2026年)》。
  when 全市乡村振兴工作会议 | --04-03

# a day alone
@published 2021-04-06
3日，全市乡村振兴工作会议召开。
  when 全市乡村振兴工作会议 | 2021-04-03

# a day alone after the dateline
新华社福州2020年4月6日电　全省乡村振兴工作会议3日在福州召开。
  when 全省乡村振兴工作会议 | 2020-04-03

# yesterday
@published 2021-04-06
昨天下午，全市乡村振兴工作会议召开。
  when 全市乡村振兴工作会议 | 2021-04-05

# today
@published 2021-04-06
今天，全市乡村振兴工作会议召开。
  when 全市乡村振兴工作会议 | 2021-04-06

# a range gives its first day
@published 2021-08-20
8月16日至18日，全省工业大会在福州市召开。
  when 全省工业大会 | 2021-08-16

# Chinese numerals
中新社福州八月十日电　海峡青年论坛十日在福州举行。
  when 海峡青年论坛 | --08-10

# the year in the text
2019年10月8日，海峡青年论坛在福州举行。
  when 海峡青年论坛 | 2019-10-08

# the year of an earlier date
2019年5月，筹委会成立。同年10月8日，海峡青年论坛在福州举行。
  when 海峡青年论坛 | 2019-10-08

# published in January, held in December
@published 2022-01-03
12月28日，全市乡村振兴工作会议召开。
  when 全市乡村振兴工作会议 | 2021-12-28
""")

WHERE = drawn("""
# 在…举行
5月8日，全省工业大会在三明市举行。
  where 全省工业大会 | 三明市

# 在…召开, without the level word
5月8日，全省工业大会在三明召开。
  where 全省工业大会 | 三明市

# the place before the event
5月8日，在三明市召开的全省工业大会上，代表们交流了经验。
  where 全省工业大会 | 三明市

# county in a province
5月8日，闽西茶产业论坛在福建省武平县开幕。
  where 闽西茶产业论坛 | 武平县

# the opposite: the places of the partners
5月8日，三明市与龙岩市合作座谈会举行。
  where 三明市与龙岩市合作座谈会 | -

# the opposite: what is done in a place
5月8日，全省工业大会召开，会议提出在三明市开展试点。
  where 全省工业大会 | -
""")


@pytest.mark.parametrize("case", KINDS + SEVERAL, ids=str)
def test_events_by_kind(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", PLANNED, ids=str)
def test_planned_events(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", WHEN, ids=str)
def test_when_events_took_place(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", WHERE, ids=str)
def test_where_events_took_place(case: Drawing) -> None:
    assert case.mistakes() == []
