"""Names of minorities and foreigners, with and without a middle dot."""

import pytest
from drawing import Drawing, drawn

DOTTED = drawn("""
# a Uyghur name with a middle dot
自治区主席{买买提明·吐尔洪}出席会议。
  person 买买提明·吐尔洪

# a Kazakh name in a list
州领导{木拉提·加帕尔}、{李卫疆}、{叶尔肯·别克}参加。
  person 木拉提·加帕尔
  person 李卫疆
  person 叶尔肯·别克

# a Tibetan name
省领导{才让桑珠}、{扎西多杰}、{马海成}参加活动。
  person 才让桑珠
  person 扎西多杰
  person 马海成

# a Russian name with a middle dot
俄罗斯总理{谢尔盖·伊万诺夫}会见了中国大使{钟离川}。
  person 谢尔盖·伊万诺夫
  person 钟离川

# three parts
巴西总统{若昂·席尔瓦·科斯塔}抵达北京。
  person 若昂·席尔瓦·科斯塔

# a foreign name without a dot
法国总统{雷蒙德}与德国总理{施特恩}举行会谈。
  person 雷蒙德
  person 施特恩

# after the title of another country, without a dot
市长会见蒙古国纳来哈市市长{纳音巴亚尔}一行。阿富汗首席执行官{阿卜杜拉}2日发表讲话。
  person 纳音巴亚尔
  person 阿卜杜拉

# the opposite: words that write no foreign name
法国总统府消息，蒙古国市长论坛开幕，阿富汗首席执行官办公楼落成。
  not person 办公楼

# the full name once, its last part later
哈萨克斯坦总理{努尔兰·萨帕罗夫}抵达乌鲁木齐。{萨帕罗夫}表示，两国合作潜力巨大。
  person 努尔兰·萨帕罗夫

# Korean and Vietnamese heads have names like Chinese ones
韩国总统{朴正民}和越南总理{阮文雄}先后致辞。
  person 朴正民
  person 阮文雄
""")


@pytest.mark.parametrize("case", DOTTED, ids=str)
def test_minority_and_foreign_names(case: Drawing) -> None:
    assert case.mistakes() == []
