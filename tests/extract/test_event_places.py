"""Places of events: buildings, cities abroad, short names of counties, datelines; other places."""

import pytest
from drawing import Drawing, drawn

PLACES = drawn("""
# a building, and the town of it for what else happens that day
5月9日，山东省省长{江之远}在山东大厦会见南京大学校长{周怀远}。全省产教融合座谈会同时召开。
  where 江之远会见周怀远 | 山东大厦
  where 全省产教融合座谈会 | 山东省

# the opposite: a building that no town names is nobody else's
5月9日，市长{江之远}在东海宾馆会见南京大学校长{周怀远}。全市产教融合座谈会召开。
  where 江之远会见周怀远 | 东海宾馆
  where 全市产教融合座谈会 | -

# the opposite: what 该 points to
5月9日，市长{江之远}在该大学会见南京大学校长{周怀远}。
  where 江之远会见周怀远 | -

# a city abroad, and a meeting with somebody there
5月9日，国务院副总理{江之远}在里斯本同葡萄牙总理{佩德罗·索萨}举行会谈。
  where 江之远与佩德罗·索萨会谈 | 里斯本

# the short name of a county behind its province
4月20日，校企合作大会在河北宁晋举行。
  where 校企合作大会 | 宁晋县

# a letter for a city
4月20日，全国农业工作会议在京召开。
  where 全国农业工作会议 | 北京市

# the first character of the city
攀枝花市老科协消息：3月30日，金沙江论坛在攀举行。
  where 金沙江论坛 | 攀枝花市

# the opposite: one that no city of the text begins with
宜宾市老科协消息：3月30日，金沙江论坛在攀举行。
  where 金沙江论坛 | -

# the province in the name of a university is not gone to
12月3日，东吴大学校长{潘伟}一行来到云南大学参观。
  where 潘伟参观 | -

# the opposite: a province
12月3日，东吴大学校长{潘伟}一行来到云南省参观。
  where 潘伟参观 | 云南省

# the place of the dateline, on its day
新华社雅典6月19日电 国务院副总理{江之远}19日会见希腊议长{佩德罗·索萨}。18日，海洋合作论坛举行。
  where 江之远会见佩德罗·索萨 | 雅典
  where 海洋合作论坛 | -

# where we are
肇庆市新闻：4月19日，全国政协常委{门立军}率调研组来我市调研。
  where 门立军调研 | 肇庆市
""")

OTHERS = drawn("""
# countries, cities abroad and what is called after them, towns
5月9日，代表团从名古屋到沾益区炎方乡考察，随后访问哈萨克斯坦阿拉木图州，中国将同德国合作。
  place 名古屋
  place 沾益区
  place 炎方乡
  place 哈萨克斯坦
  place 阿拉木图州
  place 中国
  place 德国

# the opposite: parts of other words
5月9日，中国宝武集团代表团参观斯特拉斯堡港，在全州推广经验。
  not place 中国
  not place 斯特拉斯堡
  not place 全州
""")


@pytest.mark.parametrize("case", PLACES + OTHERS, ids=str)
def test_places(case: Drawing) -> None:
    assert case.mistakes() == []
