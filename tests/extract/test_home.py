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

# a company's place is not the city that a short name shows
8月20日，[市委书记]{戴明志}会见上海电气集团董事长。上海电气是白城重要的合作伙伴，白城高质量发展离不开上海电气。
  post 戴明志 | 白城市委 | 书记

# 省委 of a report from a city is that of its province, whatever others are named
[省委常委]{赵奇林}、[市委书记]{戴明志}在台湾客商座谈会上说，青岛市、青岛市民欢迎浙江省、台湾的朋友。
  post 赵奇林 | 山东省委 | 常委
  post 戴明志 | 青岛市委 | 书记

# the leader of a delegation is of the place that sent it
本报青岛6月9日电　6月8日，[市委书记]{戴明志}率定西市党政代表团赴青岛市考察。
  post 戴明志 | 定西市委 | 书记

# 带领 as well
9月21日，[市委书记]{戴明志}带领白城市党政代表团到浙江省嘉兴市考察，嘉兴市经济发展迅速，嘉兴市、嘉兴市民热情好客。
  post 戴明志 | 白城市委 | 书记

# the opposite: the leader of visitors without a place
本报青岛6月9日电　6月8日，[市委书记]{戴明志}率队在青岛市城阳区考察。
  post 戴明志 | 青岛市委 | 书记
""")

PLACES = drawn("""
# 吉林 is the province where the article is about the province
长春市、白山市代表参加，吉林旅游推介会举行，省委书记{赵奇林}出席。
  place 吉林省

# the opposite: nothing tells the city from the province
吉林旅游推介会举行，副部长{赵奇林}出席。
  no place
""")

POSTS = drawn("""
# 我市 is the city whose delegation the article is about
定西市党政代表团赴青岛市考察
6月8日，[市委书记]{戴明志}率定西市党政代表团赴青岛市考察。[青岛市市长]{鲁海山}介绍情况，[我市市长]{苏维平}通报工作。
  post 戴明志 | 定西市委 | 书记
  post 鲁海山 | 青岛市政府 | 市长
  post 苏维平 | 定西市政府 | 市长

# a leader of a list who also has a post of his own
[柳州市领导]{梁小玉}、{侯德光}参加调研。[柳州市副市长]{梁小玉}陪同。
  post 梁小玉 | 柳州市 | 领导
  post 侯德光 | 柳州市 | 领导
  post 梁小玉 | 柳州市政府 | 副市长

# the academy is no employer of the next title
[三峡大学校长]、[中国工程院院士]{邹天明}，[党委常委]、[副校长]{令狐文}出席。三峡大学供稿。
  post 邹天明 | 三峡大学 | 校长
  post 邹天明 | 中国工程院 | 院士
  post 令狐文 | 三峡大学党委 | 常委
  post 令狐文 | 三峡大学 | 副校长

# parts of the ministry and of the court just named
[国家邮政局市场监管司司长]{林虎臣}，[人事司司长]{孙广平}出席。[聊城市中级人民法院副院长]、[民事审判第一庭庭长]{盖青林}参加。
  post 林虎臣 | 国家邮政局市场监管司 | 司长
  post 孙广平 | 国家邮政局人事司 | 司长
  post 盖青林 | 聊城市中级人民法院 | 副院长
  post 盖青林 | 聊城市中级人民法院民事审判第一庭 | 庭长

# 与, 及 and 和 inside the name of a body
[教学质量监控与评估中心主任]{郭永平}、[水利与环境学院院长]{苗绘云}发言。
  post 郭永平 | 教学质量监控与评估中心 | 主任
  post 苗绘云 | 水利与环境学院 | 院长

# the office of a head is a body of its own
[省政府办公厅副主任]{谷雨林}与市长办公室的同志出席。
  post 谷雨林 | 省政府办公厅 | 副主任

# words that lead to a body do not cut into its name
[西非国家经济共同体委员会主席]{图雷}发言，在京会见[中国国民党主席]{洪秀兰}。
  post 图雷 | 西非国家经济共同体委员会 | 主席
  post 洪秀兰 | 中国国民党 | 主席

# eight members are of the assembly, not of the eight
八位[全国政协委员]{黄绵林}、{范扎平}出席。
  post 黄绵林 | 全国政协 | 委员
  post 范扎平 | 全国政协 | 委员

# the committee and the office of a region
[塔城地委副书记]、[行署专员]{毛肯·赛提}发言。
  post 毛肯·赛提 | 塔城地委 | 副书记
  post 毛肯·赛提 | 塔城地区行署 | 专员

# a name that ends in 为, and words that somebody said before a title
[广西物流联合会会长]{尚可为}也建言。“给我们一个电话就行。”[钦州市副秘书长]{赖振国}作答。
  post 尚可为 | 广西物流联合会 | 会长
  post 赖振国 | 钦州市 | 副秘书长
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


@pytest.mark.parametrize("case", PLACES, ids=str)
def test_places(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", POSTS, ids=str)
def test_posts(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", SCHOOLS, ids=str)
def test_schools(case: Drawing) -> None:
    assert case.mistakes() == []
