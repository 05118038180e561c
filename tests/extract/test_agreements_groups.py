"""Agreements of groups, joint plans and declarations, and what an agreement is about."""

import pytest
from drawing import Drawing, drawn

GROUPS = drawn("""
# a district behind its city is one of those listed
绵阳、德阳、重庆璧山区三地创新会议召开。三地政府负责人共同签署[《实验室共享协议》]。
  agreement 实验室共享协议 | 绵阳市、德阳市、璧山区

# a counted group listed in the text
台州、温州、宁德三市7月2日举行联席会议。三市共同签署[《东海渔业合作协议》]。
  agreement 东海渔业合作协议 | 台州市、温州市、宁德市

# a counted group known from the posts of those present
台州市市长{项羽生}、温州市市长{叶适之}、宁德市市长{蔡子襄}出席会议，沿海三市共同签署[《东海渔业合作协议》]。
  agreement 东海渔业合作协议 | 台州市、温州市、宁德市

# two provinces by one character each
湘鄂两省7月2日签署[《洞庭湖治理协议》]。
  agreement 洞庭湖治理协议 | 湖南省、湖北省

# a group with more members than places are represented: the group itself is the party
台州市市长{项羽生}、温州市市长{叶适之}出席会议，[沿海三市]共同签署[《东海渔业合作协议》]。
  agreement 东海渔业合作协议 | 沿海三市
  group 沿海三市 |

# the opposite: without a name of its own it is nobody
台州市市长{项羽生}、温州市市长{叶适之}出席会议，三市共同签署[《东海渔业合作协议》]。
  agreement 东海渔业合作协议 |
  no group

# universities listed in the text
7月2日，江南大学、扬州大学、南通大学三所高校发起成立联盟。三校共同签署[《课程互认协议》]。
  agreement 课程互认协议 | 江南大学、扬州大学、南通大学

# universities listed right before their number
7月2日，江南大学、扬州大学、宁夏大学三所高校发起成立联盟。三校共同签署[《课程互认协议》]。
  agreement 课程互认协议 | 江南大学、扬州大学、宁夏大学

# a city that is none any more stands in the list by its short name
7月2日，徐州、莱芜、日照三市市长会议召开。各城市共同签署[《旅游合作宣言》]。
  agreement 旅游合作宣言 | 徐州市、莱芜市、日照市

# the opposite: of a larger set that nobody knows the three of another sentence are not all
二十市市长会议7月2日召开。各城市共同签署[《旅游合作宣言》]，徐州、连云港、日照三市签署了[港口物流合作协议]。
  agreement 旅游合作宣言 |
  agreement 港口物流合作协议 | 徐州市、连云港市、日照市

# a county-level city that was visited is none of the cities counted
渭南市市长{屠明非}、运城市市长{朱晓翔}出席会议。两市市长共同签署[《旅游合作宣言》]。与会人员到华阴市考察，华阴市委书记{冷劲松}陪同。
  agreement 旅游合作宣言 | 渭南市、运城市

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

# a joint statement
7月2日，玉林市与湛江市共同签署[《北部湾一体化联合声明》]。
  agreement 北部湾一体化联合声明 | 玉林市、湛江市

# an initiative signed jointly
7月2日，曲阜市、邹城市、泗水县共同签署[《儒家文化传承倡议书》]。
  agreement 儒家文化传承倡议书 | 曲阜市、邹城市、泗水县

# the opposite: a plan that is discussed
7月2日，运城市政府常务会议研究了《黄河金三角协同发展行动方案》。
  no agreement
""")

TOPICS = drawn("""
# tourism, a memorandum
7月2日，赣州市与韶关市签署《红色旅游合作备忘录》。
  topic 红色旅游合作备忘录 | mou | tourism

# environment, a framework
7月2日，赣州市与韶关市签署《生态环境合作框架协议》。
  topic 生态环境合作框架协议 | framework | environment

# strategic, no domain
7月2日，赣州市与华润集团签署《战略合作协议》。
  topic 战略合作协议 | strategic | -

# a plan
7月2日，赣州市与韶关市共同签署《人才交流三年行动计划》。
  topic 人才交流三年行动计划 | plan | talent

# a declaration
7月2日，赣州市与韶关市共同签署《物流合作宣言》。
  topic 物流合作宣言 | declaration | logistics
""")


VISITS = drawn("""
# a place and its government are one side; the other is the host
盐城市代表团赴芜湖市考察
7月2日，盐城市委副书记、市长{岳青山}前往芜湖市考察，并签订[友好城市合作协议书]。芜湖市委书记{单雪峰}陪同考察。
  agreement 友好城市合作协议书 | 盐城市、芜湖市

# the government that speaks and the city that signs are one side, and the city is the party
盐城市人民政府7月2日消息，盐城市党政代表团赴芜湖市考察。双方签订[《友好城市合作协议书》]。
  agreement 友好城市合作协议书 | 盐城市、芜湖市

# the opposite: a city and its own government do not sign with each other
7月2日，盐城市人民政府、盐城市共同签署[《友好城市合作协议书》]。
  agreement 友好城市合作协议书 |

# the opposite: nobody but one side is named
7月2日，盐城市委副书记、市长{岳青山}签订友好城市合作协议书。
  no agreement
""")


@pytest.mark.parametrize("case", GROUPS, ids=str)
def test_groups_as_parties(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", JOINT, ids=str)
def test_plans_and_declarations(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", TOPICS, ids=str)
def test_kind_and_domain(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", VISITS, ids=str)
def test_parties_of_a_visit(case: Drawing) -> None:
    assert case.mistakes() == []
