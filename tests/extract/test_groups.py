"""Groups: counted sets of places and companies, and who they are when the text lets us know."""

import pytest
from drawing import Drawing, drawn

KNOWN = drawn("""
# the places represented match the numeral
环湖四市联席会议召开，湖州市市长{祝南星}、无锡市市长{席慕山}、苏州市市长{范伯年}、常州市市长{瞿秋生}出席。\
[环湖四市]签署协议。
  group 环湖四市 | 湖州市、无锡市、苏州市、常州市

# a group of the table
[中部六省]共同签署行动方案。
  group 中部六省 | 山西省、安徽省、江西省、河南省、湖北省、湖南省

# a group of the table in another wording
记者从[东北三省]旅游推介会获悉，三省将联合推出线路。
  group 东北三省 | 辽宁省、吉林省、黑龙江省

# as many others of the same provinces came: the text knows better than the table
北部湾经济区四市会商，北海市市长{祝南星}、钦州市市长{席慕山}、玉林市市长{范伯年}、崇左市市长{瞿秋生}出席。\
[北部湾经济区四市]签署协议。
  group 北部湾经济区四市 | 北海市、钦州市、玉林市、崇左市

# the opposite: those of other provinces came
北部湾经济区四市会商，湛江市市长{祝南星}、茂名市市长{席慕山}、阳江市市长{范伯年}、海口市市长{瞿秋生}列席。\
[北部湾经济区四市]签署协议。
  group 北部湾经济区四市 | 南宁市、北海市、钦州市、防城港市

# no name of its own: what it is counted by
2021年医保协同会召开，[宝鸡市、天水市两市]签署协议。
  group 两市 | 宝鸡市、天水市

# the words of a list are no part of the count
湖州、无锡、常州三市人大应邀参加座谈。
  group 三市 | 湖州市、无锡市、常州市

# the opposite: words before it that do not name it
宝鸡市市长{祝南星}、天水市市长{席慕山}出席会议，介绍一张地图游[两市]。
  group 两市 | 宝鸡市、天水市

# two characters and a numeral behind a verb
这里却是[晋陕两省]的交界。
  group 晋陕两省 | 山西省、陕西省

# two characters and a numeral
[晋陕两省]签署黄河治理协议。
  group 晋陕两省 | 山西省、陕西省
""")

UNKNOWN = drawn("""
# the numeral does not match: no members are guessed
湖州市市长{祝南星}、无锡市市长{席慕山}出席环湖五市联席会议。
  no group

# none at all, behind every place that the text names
大连市召开会议，0个企业报名参加。
  no group

# a number of projects
全市签约三市政工程项目五个，十二县区重点工程开工。
  no group

# a number of years and a county's office
这是三县委书记多年的心愿，两市委办公室同时发文。
  no group

# the city's market
六市场监管所联合检查，两市场同日开业，三地块挂牌出让。
  no group
""")


@pytest.mark.parametrize("case", KNOWN, ids=str)
def test_members_are_known(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", UNKNOWN, ids=str)
def test_members_are_not_guessed(case: Drawing) -> None:
    assert case.mistakes() == []
