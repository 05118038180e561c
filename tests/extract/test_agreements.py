"""Agreements: titles with and without 《》, parties, pairs and groups; and documents that are none."""

import pytest
from drawing import Drawing, drawn

TITLES = drawn("""
# in title marks
7月2日，廊坊市与雄安集团签署[《数字产业合作协议》]。
  agreement 数字产业合作协议 | 廊坊市、雄安集团

# without title marks
7月2日，廊坊市与雄安集团签署了[战略合作框架协议]。
  agreement 战略合作框架协议 | 廊坊市、雄安集团

# 签了
7月2日，夏津县同武城县签了[结好协议]。
  agreement 结好协议 | 夏津县、武城县

# a memorandum
7月2日，商务部与广西壮族自治区政府签署[《共建面向东盟开放高地合作备忘录》]。
  agreement 共建面向东盟开放高地合作备忘录 | 商务部、广西壮族自治区政府

# a title with 与 in it
7月2日，山东大学与淄博市签署[《产业与人才融合发展合作协议》]。
  agreement 产业与人才融合发展合作协议 | 山东大学、淄博市

# the parties stand in the title
签约仪式7月2日举行，双方签署[《山东大学与淄博市全面合作协议》]。
  agreement 山东大学与淄博市全面合作协议 | 山东大学、淄博市

# two titles joined
7月2日，赣州市与韶关市签署[《红色旅游合作协议》]和[《生态补偿协议》]。
  agreement 红色旅游合作协议 | 赣州市、韶关市
  agreement 生态补偿协议 | 赣州市、韶关市

# the opposite: to be signed
赣州市与韶关市将于下月签署《红色旅游合作协议》。
  no agreement

# the opposite: a basis
赣州市与韶关市依据《红色旅游合作协议》推进各项工作。
  no agreement

# the opposite: a number without a title
7月2日的签约仪式上共签署合作协议三十余项。
  no agreement

# the opposite: a contract in general
市场监管部门提醒消费者签订合同时看清条款，企业与职工应当签订劳动合同。
  no agreement
""")

PARTIES = drawn("""
# three cities
7月2日，衢州市、黄山市、南平市共同签署[《皖浙闽旅游合作协议》]。
  agreement 皖浙闽旅游合作协议 | 衢州市、黄山市、南平市

# a city, a university and a company
7月2日，铜陵市、合肥工业大学与铜陵有色集团签署[《共建铜基新材料研究院协议》]。
  agreement 共建铜基新材料研究院协议 | 铜陵市、合肥工业大学、铜陵有色集团

# each with its own partner, in order
7月2日，襄阳市、十堰市分别与中国一汽、东风公司签署战略合作协议。
  agreement 战略合作协议 | 襄阳市、中国一汽
  agreement 战略合作协议 | 十堰市、东风公司

# pairs in one sentence
7月2日，海淀区与保定市、朝阳区与承德市、丰台区与沧州市分别签署[对口帮扶协议]。
  agreement 对口帮扶协议 | 海淀区、保定市
  agreement 对口帮扶协议 | 朝阳区、承德市
  agreement 对口帮扶协议 | 丰台区、沧州市

# one with each of several
7月2日，东营市分别与胜利石油管理局、中国石油大学签署[合作框架协议]。
  agreement 合作框架协议 | 东营市、胜利石油管理局
  agreement 合作框架协议 | 东营市、中国石油大学

# four by four, in order
7月2日，宜昌市、荆门市、荆州市、恩施州依次与三峡集团、湖北能源集团、长江航道局、中国旅游集团签署合作协议。
  agreement 合作协议 | 宜昌市、三峡集团
  agreement 合作协议 | 荆门市、湖北能源集团
  agreement 合作协议 | 荆州市、长江航道局
  agreement 合作协议 | 恩施土家族苗族自治州、中国旅游集团

# equal titles, different parties
7月2日，东营市与胜利石油管理局签署[《合作框架协议》]，德州市与山东高速集团签署[《合作框架协议》]。
  agreement 合作框架协议 | 东营市、胜利石油管理局
  agreement 合作框架协议 | 德州市、山东高速集团

# in the presence of others
7月2日，在山东省省长{戴宗元}见证下，东营市与胜利石油管理局签署[《油地合作协议》]。
  agreement 油地合作协议 | 东营市、胜利石油管理局

# the opposite: those who attend are no parties
7月2日，东营市与胜利石油管理局签署[《油地合作协议》]，国家能源局、山东省发改委有关负责人出席。
  agreement 油地合作协议 | 东营市、胜利石油管理局
""")

GROUPS = drawn("""
# a counted group listed in the text
台州、温州、宁德三市7月2日举行联席会议。三市共同签署[《东海渔业合作协议》]。
  agreement 东海渔业合作协议 | 台州市、温州市、宁德市

# a counted group known from the posts of those present
台州市市长{项羽生}、温州市市长{叶适之}、宁德市市长{蔡襄}出席会议，沿海三市共同签署[《东海渔业合作协议》]。
  agreement 东海渔业合作协议 | 台州市、温州市、宁德市

# two provinces by one character each
湘鄂两省7月2日签署[《洞庭湖治理协议》]。
  agreement 洞庭湖治理协议 | 湖南省、湖北省

# a group with a table entry
京津冀三地7月2日签署[《联合执法协议》]。
  agreement 联合执法协议 | 北京市、天津市、河北省
""")

JOINT = drawn("""
# an action plan signed jointly
7月2日，运城市、渭南市、三门峡市共同签署[《黄河金三角协同发展行动方案》]。
  agreement 黄河金三角协同发展行动方案 | 运城市、渭南市、三门峡市

# a declaration signed jointly
7月2日，西安市、洛阳市、开封市共同签署[《古都文化保护宣言》]。
  agreement 古都文化保护宣言 | 西安市、洛阳市、开封市

# the opposite: a plan of one body is a document
7月2日，运城市政府印发[《黄河金三角协同发展行动方案》]。
  no agreement
  is-issued 黄河金三角协同发展行动方案

# the opposite: rules are a document
7月2日的联席会议审议通过了[《联席会议工作规则》]。
  no agreement
  is-adopted 联席会议工作规则

# the opposite: a request to a higher body
7月2日的会议讨论通过了[《关于设立黄河金三角合作区的请示》]。
  no agreement
  is-adopted 关于设立黄河金三角合作区的请示
""")

TOPICS = drawn("""
# tourism, a memorandum
7月2日，赣州市与韶关市签署《红色旅游合作备忘录》。
  topic 红色旅游合作备忘录 | mou | tourism

# a plan
7月2日，赣州市与韶关市共同签署《人才交流三年行动计划》。
  topic 人才交流三年行动计划 | plan | talent

# a declaration
7月2日，赣州市与韶关市共同签署《物流合作宣言》。
  topic 物流合作宣言 | declaration | logistics
""")


@pytest.mark.parametrize("case", TITLES + TOPICS, ids=str)
def test_titles_of_agreements(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", PARTIES, ids=str)
def test_parties_of_agreements(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", GROUPS, ids=str)
def test_groups_as_parties(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", JOINT, ids=str)
def test_plans_and_declarations(case: Drawing) -> None:
    assert case.mistakes() == []
