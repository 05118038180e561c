"""Which body: bare 市委, 省长, 我市 take their place from the headline, the dateline or earlier words."""

import pytest
from drawing import Drawing, drawn

from kg.extract import extract
from kg.model import Article

PLACED = drawn("""
# a person's name begins no body
湖州市副市长祝南星出席。会议免去蓝志刚湖州市人民政府副市长职务。祝南星和湖州市委有关部门负责人讲话。
  org 湖州市委
  not org 蓝志刚湖州市人民政府
  not org 祝南星和湖州市委

# the foreign affairs office of the city, also behind 有
[大连市市长]{华清明}率团访问韩国，同行的有[市外办主任]{金哲}。
  post 华清明 | 大连市政府 | 市长
  post 金哲 | 大连市外办 | 主任
  org 大连市外办

# the school where the sentence takes place
我校代表团出访。在兰州大学，[校长]{金哲}会见了客人。
  post 金哲 | 兰州大学 | 校长

# the opposite: our own head goes there
我校代表团出访。[校长]{金哲}访问了兰州大学。
  post 金哲 | 我校 | 校长

# an office with 与 in its name
[兰州大学国际交流与合作处处长]{金哲}出席。
  post 金哲 | 兰州大学国际交流与合作处 | 处长

# from the headline
南通市召开民营经济大会
5月9日，全市民营经济大会召开，[市委书记]{夏侯渊明}讲话，[市长]{毕清和}主持。
  post 夏侯渊明 | 南通市委 | 书记
  post 毕清和 | 南通市政府 | 市长

# from the headline, without the level word
南通召开民营经济大会
5月9日，全市民营经济大会召开，[市委书记]{夏侯渊明}讲话，[市长]{毕清和}主持。
  post 夏侯渊明 | 南通市委 | 书记
  post 毕清和 | 南通市政府 | 市长

# from a name earlier in the sentence
在芜湖市举行的座谈会上，[市委书记]{单雪峰}、[市长]{宁致远}先后发言。
  post 单雪峰 | 芜湖市委 | 书记
  post 宁致远 | 芜湖市政府 | 市长

# from an earlier sentence
考察团一行来到义乌市国际商贸城。[市委副书记]{骆天成}陪同考察。
  post 骆天成 | 义乌市委 | 副书记

# from the dateline
新华社武汉3月2日电　全省科技创新大会2日举行，[省委书记]{闵浩然}出席并讲话，[省长]{单一川}主持。
  post 闵浩然 | 湖北省委 | 书记
  post 单一川 | 湖北省政府 | 省长

# from a paper's dateline
安徽日报讯　昨日，[省委副书记]{盛夏}在合肥会见了客人。
  post 盛夏 | 安徽省委 | 副书记

# a county, the city and its county both bare
[遂昌县委书记]{雷阳}汇报工作，[县长]{蓝翔}参加。
  post 雷阳 | 遂昌县委 | 书记
  post 蓝翔 | 遂昌县政府 | 县长

# a district
在武侯区政务中心，[区委书记]{佘敏}、[区长]{简阳春}现场办公。
  post 佘敏 | 武侯区委 | 书记
  post 简阳春 | 武侯区政府 | 区长

# the capital of the province gives the province
全省农村工作会议在南昌召开，[省委副书记]{熊国栋}出席会议，[副省长]{喻之航}主持。
  post 熊国栋 | 江西省委 | 副书记
  post 喻之航 | 江西省政府 | 副省长

# an office of the level
合肥市重点项目推进会举行，[市发改委主任]{花荣生}、[市公安局局长]{武志强}作了汇报。
  post 花荣生 | 合肥市发改委 | 主任
  post 武志强 | 合肥市公安局 | 局长

# the deputy secretary-general of the city
无锡市举行签约活动，[市政府副秘书长]{席慕贤}主持，[市委办公室主任]{鲍国安}参加。
  post 席慕贤 | 无锡市政府 | 副秘书长
  post 鲍国安 | 无锡市委办公室 | 主任

# an autonomous region
银川市城市工作会议召开，[自治区党委常委]、[银川市委书记]{纳文龙}讲话。
  post 纳文龙 | 宁夏回族自治区党委 | 常委
  post 纳文龙 | 银川市委 | 书记

# the host's county from the name of the visitor's goal
淳安县考察团到龙游县考察。[龙游县委书记]{刘根源}、[县长]{祝启东}、[县委副书记]{徐朝闻}陪同。
  post 刘根源 | 龙游县委 | 书记
  post 祝启东 | 龙游县政府 | 县长
  post 徐朝闻 | 龙游县委 | 副书记

# from the other party: the visitors' place does not become the hosts'
绍兴市党政代表团来衢州考察
6月7日，绍兴市党政代表团来衢州市考察。[衢州市委书记]{高见山}、[市委常委]{田骏声}陪同。
  post 高见山 | 衢州市委 | 书记
  post 田骏声 | 衢州市委 | 常委

# the provincial secretary visits a city that is named
[省委书记]{景怀川}到通化市调研。
  post 景怀川 | 吉林省委 | 书记

# the city's bureau after the city's name
在淄博市，[市商务局局长]{石伟}介绍了烧烤专列的情况。
  post 石伟 | 淄博市商务局 | 局长

# the county and the city above it
5月6日，[吉安市委书记]{罗文江}到永新县调研，[市委常委]{曾宪明}参加调研，[县委书记]{肖相荣}、\
[县长]{龙益民}陪同。
  post 罗文江 | 吉安市委 | 书记
  post 曾宪明 | 吉安市委 | 常委
  post 肖相荣 | 永新县委 | 书记
  post 龙益民 | 永新县政府 | 县长
""")

UNPLACED = drawn("""
# nothing says which city: the words stay as they are
[市委书记]{严冰洁}主持会议。
  post 严冰洁 | 市委 | 书记

# two cities, nothing decides
南通市、泰州市共同举办推介会。[市委书记]{严冰洁}主持会议。
  post 严冰洁 | 市委 | 书记

# a province alone does not say which of its cities
江苏省某地举行活动，[市长]{严冰洁}参加。
  post 严冰洁 | 市政府 | 市长
""")

OURS = drawn("""
# 我市
南平市党政代表团来访
8月3日，南平市党政代表团来访。[我市市委书记]{欧文海}、[市长]{岳红}陪同。
@source 衢州日报
  post 欧文海 | 衢州市委 | 书记
  post 岳红 | 衢州市政府 | 市长

# 我省
江西日报讯　[我省副省长]{喻之航}率团访问广东省。
  post 喻之航 | 江西省政府 | 副省长

# 我校, named in the headline
燕山大学与秦皇岛市签署合作协议
4月6日，[我校党委书记]{靳开来}、[校长]{赵百川}出席签约仪式，[秦皇岛市副市长]{郑启州}参加。
  post 靳开来 | 燕山大学党委 | 书记
  post 赵百川 | 燕山大学 | 校长
  post 郑启州 | 秦皇岛市政府 | 副市长

# 校 as a level word
江南大学举行开学典礼
9月1日，江南大学开学典礼举行，[校党委书记]{朱庆}、[校长]{陈卫国}出席，[副校长]{顾正}主持。
  post 朱庆 | 江南大学党委 | 书记
  post 陈卫国 | 江南大学 | 校长
  post 顾正 | 江南大学 | 副校长

# offices of the school that begin with 校长 or 校友
9月1日，我校与宜兴市签约。会议由[校长办公室主任]{白文宏}主持，[校友工作处处长]{周荣生}出席。江南大学是我校，江南大学欢迎客人。
  post 白文宏 | 江南大学校长办公室 | 主任
  post 周荣生 | 江南大学校友工作处 | 处长

# an assistant of the president is of the university, not of the office told before
[江南大学校长助理]、[学校办公室主任]{顾涛声}，[校长助理]、[继续教育处处长]{杜勇先}出席签约仪式。
  post 顾涛声 | 江南大学 | 校长助理
  post 顾涛声 | 江南大学办公室 | 主任
  post 杜勇先 | 江南大学 | 校长助理
  post 杜勇先 | 继续教育处 | 处长

# the opposite: in the title of its head the office stays what it is
[江南大学办公室主任]{顾涛声}，[国家发展与战略研究院执行院长]{严金铭}出席签约仪式。
  post 顾涛声 | 江南大学办公室 | 主任
  post 严金铭 | 国家发展与战略研究院 | 执行院长

# 我校 as party
江南大学与宜兴市签约
9月12日，我校与宜兴市政府签署《校地合作协议》。
  agreement 校地合作协议 | 江南大学、宜兴市政府

# 双方
宜兴市与长兴县9月12日举行座谈会，会后双方签署了《太湖西岸联防合作协议》。
  agreement 太湖西岸联防合作协议 | 宜兴市、长兴县

# 两市
4月20日，安庆市与池州市举行联席会议，两市签订了《跨江发展合作协议》。
  agreement 跨江发展合作协议 | 安庆市、池州市

# 两地
镇雄县代表团日前赴毕节市考察，两地签下了《赤水河联防联控协议》。
  agreement 赤水河联防联控协议 | 镇雄县、毕节市

# 本市, 全市 and 我市 name no place of their own
本市将加快转型，全市上下要一心一意，我市各级各部门要狠抓落实。
  not place 本市
  not place 全市
  not place 我市

# 我县
建德市来我县考察
3月2日，建德市考察团来我县考察，[县长]{周启星}、[副县长]{余晓升}陪同。开化县介绍了国家公园建设情况。
@source 今日开化
  post 周启星 | 开化县政府 | 县长
  post 余晓升 | 开化县政府 | 副县长

# 双方 of a university and a company
4月5日，长安大学与陕汽集团举行座谈，双方签署《联合实验室共建协议》。
  agreement 联合实验室共建协议 | 长安大学、陕汽集团

# 两省
4月5日，安徽省党政代表团在杭州市考察，浙皖两省签署《新安江生态保护协议》。
  agreement 新安江生态保护协议 | 浙江省、安徽省

# 两校
4月5日，西北大学与兰州大学举行交流会，两校签署了《对口支援协议》。
  agreement 对口支援协议 | 西北大学、兰州大学

# 校企双方
4月5日，我校与宁德时代签约，校企双方共建电池学院，签署《产业学院共建协议》。厦门理工学院校长{朱明谷}出席。
  agreement 产业学院共建协议 | 厦门理工学院、宁德时代
""")

SWITCH = drawn("""
# from one city to the other
[昆山市委书记]{袁野}、[市长]{任远航}陪同考察。随后，代表团来到太仓市，[市委书记]{潘登}、\
[市长]{石磊磊}参加座谈。
  post 袁野 | 昆山市委 | 书记
  post 任远航 | 昆山市政府 | 市长
  post 潘登 | 太仓市委 | 书记
  post 石磊磊 | 太仓市政府 | 市长

# visitors and hosts, each with its own place first
[温州市委书记]{林一川}、[市长]{夏雨田}率团到访丽水市，[丽水市委书记]{胡杨}、[市长]{吴越}陪同。
  post 林一川 | 温州市委 | 书记
  post 夏雨田 | 温州市政府 | 市长
  post 胡杨 | 丽水市委 | 书记
  post 吴越 | 丽水市政府 | 市长

# a sentence apart
11月6日，达州市党政代表团赴万州区考察。[达州市委书记]{严松}介绍了达州市情。[市长]{凌峰}参加考察。\
[万州区委书记]{丁香}、[区长]{常乐}陪同。
  post 严松 | 达州市委 | 书记
  post 凌峰 | 达州市政府 | 市长
  post 丁香 | 万州区委 | 书记
  post 常乐 | 万州区政府 | 区长

# province and city bodies in one sentence
在郑州市调研时，[省委书记]{鲁豫川}听取了[市委书记]{管乐天}的汇报。
  post 鲁豫川 | 河南省委 | 书记
  post 管乐天 | 郑州市委 | 书记
""")

JILIN = drawn("""
# the city
[吉林市委书记]{关向阳}、[市长]{金哲}会见了客人。
  post 关向阳 | 吉林市委 | 书记
  post 金哲 | 吉林市政府 | 市长

# the province
[吉林省委书记]{关向阳}、[省长]{金哲}会见了客人。
  post 关向阳 | 吉林省委 | 书记
  post 金哲 | 吉林省政府 | 省长

# both in one sentence
[吉林省副省长]{廉江平}到吉林市调研，[吉林市市长]{金哲}陪同。
  post 廉江平 | 吉林省政府 | 副省长
  post 金哲 | 吉林市政府 | 市长

# the bare name beside cities is the city
长春、吉林、四平三市市长参加会议，[吉林市长]{金哲}发言。
  post 金哲 | 吉林市政府 | 市长

# the bare name beside provinces is the province
辽宁、吉林、黑龙江三省签署《东北旅游合作协议》。
  agreement 东北旅游合作协议 | 辽宁省、吉林省、黑龙江省

# cities of that name in a list of cities
大连、吉林、齐齐哈尔三市签署《东北口岸合作协议》。
  agreement 东北口岸合作协议 | 大连市、吉林市、齐齐哈尔市
""")


@pytest.mark.parametrize("case", PLACED + UNPLACED, ids=str)
def test_bare_bodies_take_their_place(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", OURS, ids=str)
def test_ours_and_both(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", SWITCH + JILIN, ids=str)
def test_places_of_one_text_are_kept_apart(case: Drawing) -> None:
    assert case.mistakes() == []


def test_a_government_by_its_two_names_is_one_row() -> None:
    text = "湖州市市长祝南星出席。湖州市人民政府与长兴县人民政府签署协议。任命蓝志刚为湖州市人民政府副市长。"
    found = extract(Article(id="a", text=text, raw=text, offsets=range(len(text) + 1)))
    assert [org for org in found.orgs if org.endswith("政府")] == ["湖州市政府", "长兴县人民政府"]
    assert {post.org for post in found.posts} == {"湖州市政府"}
