"""Bodies by what stands near: zones and schools of the text, 以及, 和 after a name, adverbs in names."""

import pytest
from drawing import Drawing, drawn

NEAR = drawn("""
# a zone without a name of its own is called by its city
[芜湖市委常委]、[高新区党工委书记]{贺兰山}参加。
  post 贺兰山 | 芜湖市委 | 常委
  post 贺兰山 | 芜湖高新区党工委 | 书记

# the opposite: a zone with a name
[芜湖市委常委]、[江北新兴园区管委会主任]{贺兰山}参加。
  post 贺兰山 | 芜湖市委 | 常委
  post 贺兰山 | 江北新兴园区管委会 | 主任

# the opposite: a bureau
[芜湖市副市长]、[公安局局长]{贺兰山}参加。
  post 贺兰山 | 芜湖市政府 | 副市长
  post 贺兰山 | 芜湖市公安局 | 局长

# the committee of a prefecture
[喀什地委书记]{艾力·买买提}，[地委副书记]{贺兰山}参加。
  post 艾力·买买提 | 喀什地委 | 书记
  post 贺兰山 | 喀什地委 | 副书记

# 以及 before a level word
芜湖市召开会议，[副市长]{贺兰山}，以及[市领导]{钟山岳}、{白小川}等参加。
  post 贺兰山 | 芜湖市政府 | 副市长
  post 钟山岳 | 芜湖市 | 领导
  post 白小川 | 芜湖市 | 领导

# an adverb that begins a company's name behind 的
会见来访的[正泰集团董事长]{贺兰山}。
  post 贺兰山 | 正泰集团 | 董事长

# the opposite: the adverb
{贺兰山}已任[奇瑞集团董事长]。
  post 贺兰山 | 奇瑞集团 | 董事长

# a dotted name before 和
居努斯·哈吉和[喀什地委委员]贺兰山参加。
  post 贺兰山 | 喀什地委 | 委员

# 和 before 同志 ends the name
{骆云和}同志任[芜湖市水利局局长]。
  post 骆云和 | 芜湖市水利局 | 局长

# the opposite: it joins
[芜湖市水利局副局长]{骆云}和{钟山}参加。
  post 骆云 | 芜湖市水利局 | 副局长
  post 钟山 | 芜湖市水利局 | 副局长

# a short name of a university
[安徽农大副校长]{贺兰山}参加。
  post 贺兰山 | 安徽农大 | 副校长

# each paragraph has its school
安徽大学召开大会，[校长]{贺兰山}讲话，校长的话简短。安徽大学师生参加。
池州学院召开大会，[校党委书记]{钟山岳}主持。
  post 贺兰山 | 安徽大学 | 校长
  post 钟山岳 | 池州学院党委 | 书记

# the opposite: the article speaks for one school, to which another comes
我校与池州学院签约
池州学院党委书记贺兰山来访，校党委书记钟山岳会见。安徽大学是我校，安徽大学欢迎客人。
  post 贺兰山 | 池州学院党委 | 书记
  post 钟山岳 | 安徽大学党委 | 书记

# the house of a president is no president
[老挝国家主席府部长]{坎平·赛雅冯}参加。
  post 坎平·赛雅冯 | 老挝国家主席府 | 部长

# 公司党委, 集团公司: the company spoken of
海螺水泥股份有限公司召开大会，{贺兰山}任[公司党委书记]。
  post 贺兰山 | 海螺水泥股份有限公司党委 | 书记

# the same for a group
海螺创业集团有限公司召开大会，[集团公司董事长]{贺兰山}讲话。
  post 贺兰山 | 海螺创业集团有限公司 | 董事长

# the opposite: no company is named before
[公司党委书记]{贺兰山}讲话，海螺水泥股份有限公司随后签约。
  post 贺兰山 | 公司党委 | 书记

# 碳中和 is one word
[长江碳中和研究院院长]{贺兰山}参加。
  post 贺兰山 | 长江碳中和研究院 | 院长

# a former post and the next of the same body
原[安徽省水利厅党组书记]、[厅长]{贺兰山}参加。
  former 贺兰山 | 安徽省水利厅党组 | 书记
  former 贺兰山 | 安徽省水利厅 | 厅长

# the opposite: another body
原[安徽省水利厅厅长]、[安徽省政协副主席]{贺兰山}参加。
  former 贺兰山 | 安徽省水利厅 | 厅长
  post 贺兰山 | 安徽省政协 | 副主席

# the city that a delegation goes to is not its own
[市长]{贺兰山}率[市发改委主任]{钟山岳}赴深圳考察。
  post 贺兰山 | 市政府 | 市长
  post 钟山岳 | 市发改委 | 主任

# the opposite: the city has been named
芜湖市召开会议，[市长]{贺兰山}随后赴深圳考察。
  post 贺兰山 | 芜湖市政府 | 市长

# an office of China is not named after it
[中国人民银行行长]{贺兰山}，[国家外汇管理局局长]{钟山岳}参加。
  post 贺兰山 | 中国人民银行 | 行长
  post 钟山岳 | 国家外汇管理局 | 局长

# 我院 of an institute, beside a college that is another
安徽省农业科学院与池州学院签约，[我院院长]{贺兰山}讲话。我院所与池州学院中心合作，池州学院师生参加。
  post 贺兰山 | 安徽省农业科学院 | 院长

# the opposite: 我院 of a college
池州学院召开大会，[我院院长]{贺兰山}讲话，池州学院师生参加。
  post 贺兰山 | 池州学院 | 院长

# 第102任 is no part of the state's name
{石破茂}当选[日本第102任首相]。
  post 石破茂 | 日本政府 | 首相

# an auditor general
[审计署副审计长]{贺兰山}参加。
  post 贺兰山 | 审计署 | 副审计长
""")


@pytest.mark.parametrize("case", NEAR, ids=str)
def test_bodies_near(case: Drawing) -> None:
    assert case.mistakes() == []
