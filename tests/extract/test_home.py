"""Home: the place of a bare 县委 or 市委 that only short names or a delegation show; schools."""

import pytest
from drawing import Drawing, drawn

HOME = drawn("""
# the short name of a county, again and again
苍南新闻网10月10日消息：今天下午，[县委书记]{黄寿山}强调，要让台商对苍南留下好印象。
  post 黄寿山 | 苍南县委 | 书记

# once, at the end
[县委书记]{赵奇林}表示，会议精神是指引灵川加快发展的行动指南。
  post 赵奇林 | 灵川县委 | 书记

# the opposite: two counties named as often
[县委书记]{赵奇林}表示，灵川要发展，苍南也要发展。
  post 赵奇林 | 县委 | 书记

# the opposite: where they go is not where they are from
[县委书记]{赵奇林}率队赴苍南学习。
  post 赵奇林 | 县委 | 书记

# the opposite: the head of a company's name
[区委常委]{高岗山}表示，裕华能源集团有限公司是龙头企业。
  post 高岗山 | 区委 | 常委

# the leader of a delegation is of the place that sent it
本报青岛6月9日电　6月8日，[市委书记]{戴明志}率定西市党政代表团赴青岛市考察。
  post 戴明志 | 定西市委 | 书记

# the opposite: the leader of visitors without a place
本报青岛6月9日电　6月8日，[市委书记]{戴明志}率队在青岛市城阳区考察。
  post 戴明志 | 青岛市委 | 书记
""")

SCHOOLS = drawn("""
# 由 before the committee of the school
三峡大学举行签约仪式，仪式由[校党委常委]、[副校长]{苑立平}主持。三峡大学党委宣传部供稿。
  post 苑立平 | 三峡大学党委 | 常委
  post 苑立平 | 三峡大学 | 副校长

# the opposite: the other school is not ours
我校与江南大学举行座谈会，座谈会由[校党委书记]{童世平}主持。
  post 童世平 | 我校党委 | 书记
""")


@pytest.mark.parametrize("case", HOME, ids=str)
def test_home(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", SCHOOLS, ids=str)
def test_schools(case: Drawing) -> None:
    assert case.mistakes() == []
