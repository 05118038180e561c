"""Words that look like a holder, a body or a name, and are none; each beside one that is."""

import pytest
from drawing import Drawing, drawn

FALSE = drawn("""
# 应…邀请
会见后，外国专家应李强邀请参观了展览。
  no post

# the opposite: a person called so
[宁波市市长]{应勇}讲话。
  post 应勇 | 宁波市政府 | 市长

# 称 before a comma is a verb
[美国国家安全委员会协调员]{约翰·柯比}称，局势缓和。
  post 约翰·柯比 | 美国国家安全委员会 | 协调员

# two dotted names
[美国参议员]蒂娜·史密斯和埃米·克洛表示反对。
  post 蒂娜·史密斯 | 美国 | 参议员

# 领导下
各方在习近平主席坚强有力领导下取得成就。
  no post

# 王储 is no king
萨勒曼出任沙特王国王储兼首相。
  not post 储兼 | 沙特阿拉伯 | 国王

# verbs before a person and a title are no body
各方高度评价梁文山主席提出的倡议，赞赏梁文山主席。[安徽省政协主席]梁文山讲话。
  post 梁文山 | 安徽省政协 | 主席

# the opposite: a body before the person
池州市教育局唐启明局长讲话。
  post 唐启明 | 池州市教育局 | 局长

# 据俄总统助理
据[俄总统助理]{乌沙科夫}通报，会谈顺利。
  post 乌沙科夫 | 俄罗斯 | 总统助理

# a union of states is of none of them
[法国总统]{马克龙}、[欧盟委员会主席]{冯德莱恩}出席。
  post 马克龙 | 法国 | 总统
  post 冯德莱恩 | 欧盟委员会 | 主席

# the opposite: a ministry of the state
[法国总统]{马克龙}、[外交部部长]{巴罗}出席。
  post 马克龙 | 法国 | 总统
  post 巴罗 | 法国外交部 | 部长

# a state is no short name of a company
[国家主席]{梁文山}考察了中国皖能集团有限公司。
  post 梁文山 | 中国 | 主席

# 来自 begins no name, nor is 权限 one
各位议长来自不同大洲，行使总统权限。
  no post

# 区 of a district begins no name
[雨城区区长]{陆开平}说，高新区发展主任负责制。
  post 陆开平 | 雨城区政府 | 区长

# the opposite: the surname
[广东省省长]{区永强}出席会议。
  post 区永强 | 广东省政府 | 省长

# 即 before a verb
[淮南市市长]{孙勇}即主持召开部署会。
  post 孙勇 | 淮南市政府 | 市长

# 及 before others
[银祥集团总裁]{林强}及双方有关部门负责人参加仪式。
  post 林强 | 银祥集团 | 总裁

# the opposite: a name that ends so
[银祥集团总裁]{林思及}，出席仪式。
  post 林思及 | 银祥集团 | 总裁

# 军代表 inside a name
[烟台市副市长]{郝德军}出席。[烟台市副市长]{郝德军}代表烟台市致辞。
  post 郝德军 | 烟台市政府 | 副市长

# 向 before somebody known
[南京大学校长]{陈珺}会见了客人。校领导向{陈珺}校长赠送了礼品。
  post 陈珺 | 南京大学 | 校长

# the opposite: the surname
[南京大学校长]{向陈珺}会见了客人。
  post 向陈珺 | 南京大学 | 校长

# two characters of a surname, of which the first ends bodies
常州市费高主任、{司马双龙}副主任出席。
  person 司马双龙

# 于会中 begins no name
宁波市市长于会中表示，两市友好。
  no post

# the opposite: the surname
[宁波市市长]{于会泳}表示，两市友好。
  post 于会泳 | 宁波市政府 | 市长

# guests are no city, 北海道 is no 北海
南宁市市长吴晓到北海道访问，市长会见了来宾。
  place 南宁市
  not place 来宾市
  not place 北海市

# the opposite: the cities
南宁市市长吴晓到北海访问，随后到广西来宾调研。
  place 北海市
  place 来宾市

# officials of no name
外交部举行外国领事官员新春招待会。
  no post
""")


@pytest.mark.parametrize("case", FALSE, ids=str)
def test_false_names(case: Drawing) -> None:
    assert case.mistakes() == []
