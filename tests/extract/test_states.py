"""National and foreign affairs: posts of states, who is congratulated, words that are no part of a body."""

import pytest
from drawing import Drawing, drawn

BODIES = drawn("""
# a verb before a body of the state
会议要求精心组织筹备[全国政协副主席]{穆虹}等参加的活动。
  post 穆虹 | 全国政协 | 副主席

# a verb before a state
记者专访了即将播出的节目。今晚播出[古巴国家主席]{迪亚斯}的讲话。
  post 迪亚斯 | 古巴 | 主席

# an envoy: the sending state is part of it
法院批准驱逐[法国驻尼日尔大使]{伊泰}。
  post 伊泰 | 法国驻尼日尔大使馆 | 大使

# the first character of a state
绍伊古转达[俄总统]{普京}的信息。
  post 普京 | 俄罗斯 | 总统

# the opposite: an association whose name begins with the state
[中国联合国协会会长]{王超}出席会议。
  post 王超 | 中国联合国协会 | 会长

# a short form of a state, behind 轮值主席国
东盟轮值主席国[印尼总统]{佐科}表示，要加强合作。
  post 佐科 | 印度尼西亚 | 总统

# a state by its whole name, which is long
[毛里塔尼亚伊斯兰共和国总统]{加兹瓦尼}表示，要加强合作。
  post 加兹瓦尼 | 毛里塔尼亚 | 总统

# a party's chair who governs its state
[塔吉克斯坦人民民主党主席]、[总统]{拉赫蒙}表示祝贺。
  post 拉赫蒙 | 塔吉克斯坦人民民主党 | 主席
  post 拉赫蒙 | 塔吉克斯坦 | 总统

# the same with a former post
[巴基斯坦正义运动党主席]、前[政府总理]{伊姆兰·汗}表示祝贺。
  post 伊姆兰·汗 | 巴基斯坦正义运动党 | 主席
  former 伊姆兰·汗 | 巴基斯坦政府 | 总理

# a party named by the first character of its state
王沪宁会见[越共中央政治局委员]、[公安部部长]{苏林}。
  post 苏林 | 越共中央政治局 | 委员
  post 苏林 | 越南公安部 | 部长

# posts of the state council in a chain
[中共中央书记处书记]、[国务委员]{王小洪}主持仪式。
  post 王小洪 | 中共中央书记处 | 书记
  post 王小洪 | 国务院 | 国务委员

[国务委员]兼[外长]{王毅}出席。
  post 王毅 | 国务院 | 国务委员
  post 王毅 | 外交部 | 部长

# a bureau of the party is none of the city named before
[北京市委书记]{尹力}，[中共中央政治局委员]、[中央宣传部部长]{李书磊}出席。
  post 尹力 | 北京市委 | 书记
  post 李书磊 | 中共中央政治局 | 委员
  post 李书磊 | 中央宣传部 | 部长

# an envoy of a president is not the president
李希会见[古巴国家主席特使]、[外交部长]{罗德里格斯}。
  post 罗德里格斯 | 古巴 | 主席特使
  post 罗德里格斯 | 古巴外交部 | 部长
""")

NAMES = drawn("""
# a name and its title, joined to another
[国家主席]{习近平}出席。{习近平}[总书记]和[巴西总统]{卢拉}共同宣布。
  post 习近平 | 中国 | 主席
  post 习近平 | 中共中央 | 总书记
  post 卢拉 | 巴西 | 总统

# what follows the title of a known person is no name
[国家主席]{习近平}出席。{习近平}[总书记]时刻心系民生福祉。
  post 习近平 | 中国 | 主席
  post 习近平 | 中共中央 | 总书记

# 和 before a title joins
[辽宁省委书记]{郝鹏}和[省长]{李乐成}陪同考察。
  post 郝鹏 | 辽宁省委 | 书记
  post 李乐成 | 辽宁省政府 | 省长

# the opposite: a given name that is 和
[辽宁省委书记]{郝和}、[省长]{李乐成}陪同考察。
  post 郝和 | 辽宁省委 | 书记
  post 李乐成 | 辽宁省政府 | 省长

# a former post in a chain
[沈阳市委书记]、[原省长]{张志坚}出席会议。
  post 张志坚 | 沈阳市委 | 书记
  former 张志坚 | 辽宁省政府 | 省长

# titles inside other words
党的二十大将于明天开幕，导弹驱逐舰长沙舰抵达香港。
  no post

# a rostrum and a presiding country are no posts
代表们走上主席台，轮值主席国阿尔及利亚派代表参加。
  no post
""")

CONGRATULATED = drawn("""
# whoever is congratulated was elected
习近平致电祝贺{托卡耶夫}当选[哈萨克斯坦总统]
  elected 托卡耶夫 | 哈萨克斯坦 | 总统

# he who is written to
国家主席{习近平}致电{苏林}，祝贺他当选[越南国家主席]。
  elected 苏林 | 越南 | 主席

# two in a headline
习近平致电祝贺{通伦}当选[老挝国家主席] 李强致电祝贺{宋赛}当选[老挝政府总理]
  elected 通伦 | 老挝 | 主席
  elected 宋赛 | 老挝政府 | 总理

# you are not the speaker
总统马杜罗表示，您再次当选中共中央总书记，体现了信任。
  no act

# newly appointed ambassadors without names
习近平接受外国新任驻华大使递交国书
  no act
""")


@pytest.mark.parametrize("case", BODIES + NAMES, ids=str)
def test_posts(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", CONGRATULATED, ids=str)
def test_congratulations(case: Drawing) -> None:
    assert case.mistakes() == []
