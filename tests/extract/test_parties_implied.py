"""Agreements whose clause names no parties, or names them among other words; and what is no agreement."""

import pytest
from drawing import Drawing, drawn

IMPLIED = drawn("""
# those who see it done are no parties
盐城市代表团到芜湖市考察。在江南大学校长{陆望舒}与通海集团总裁{谢行之}的见证下，双方签署[《对口合作协议》]。
  agreement 对口合作协议 | 盐城市、芜湖市

# nobody says whose: an agreement without parties
会议7月2日在盐城市举行，江苏省、安徽省有关部门到会。会上签署了[《长三角生态补偿合作协议》]。
  agreement 长三角生态补偿合作协议 |

# the opposite: several of one name that nobody in the clause signs
7月2日，盐城市与芜湖市签署[产业转移框架协议]。当日，有关机构和企业签署16项友好合作协议。
  agreement 产业转移框架协议 | 盐城市、芜湖市

# the opposite: a phrase that nobody's words are
会议7月2日在盐城市举行，江苏省、安徽省有关部门到会。企业签订了供货合作协议。
  no agreement

# both, of the lead
盐城市代表团到芜湖市考察，座谈会上，双方签署[《对口合作协议》]。
  agreement 对口合作协议 | 盐城市、芜湖市

# the opposite: the two are named deep in a text of many things
一季度经济运行平稳
农业生产形势良好。
工业企业效益回升。
外贸出口保持增长。
盐城市、泰州市公布了数据。
供需洽谈会上，双方签署[《设备供货协议》]。
  agreement 设备供货协议 |

# the government that stands beside the other party, not the place named elsewhere
江南大学与盐城市人民政府合作签约仪式7月2日举行，盐城市副市长{谢望舒}出席。双方签订了[全面合作协议]。
  agreement 全面合作协议 | 江南大学、盐城市人民政府

# both countries of the paragraph
会谈后，越南总理与老挝总理见证两国外长签署[《边境管理合作协定》]。
  agreement 边境管理合作协定 | 越南、老挝

# one country beside China
我国代表团访问智利期间，两国签署[《铜矿合作谅解备忘录》]。
  agreement 铜矿合作谅解备忘录 | 中国、智利

# the opposite: three countries are spoken of
会上谈到日本、韩国和蒙古国，两国签署[《气象合作协定》]。
  agreement 气象合作协定 |

# the two governments of a talk
会谈结束
国务院总理孟远5月7日同来华访问的法国总理拉法埃尔举行会谈。会谈后，双方签署[《核能合作协议》]。
  agreement 核能合作协议 | 中国、法国

# bodies of the state stand for it
国务院、外交部5月7日通报。代表团访问法国，双方签署[《核能合作协议》]。
  agreement 核能合作协议 | 中国、法国

# the headline's short name of a city abroad is that of the report
芜湖市与光州签署友好交流意向书
芜湖市与光州广域市5月7日签署[《建立友好交流关系意向书》]。
  agreement 建立友好交流关系意向书 | 芜湖市、光州广域市

# a company whose name begins with China is no country
中国铁建董事长顾岩松会见芜湖市市长岳青山，双方签订[《轨道交通合作协议》]。
  agreement 轨道交通合作协议 | 中国铁建、芜湖市

# both schools: ours, and the one spoken of last
应西北大学、兰州大学邀请，我校代表团5月7日出访。在兰州大学，两校续签[《学分互认协议》]。
  agreement 学分互认协议 | 我校、兰州大学

# the opposite: the text knows one school
我校代表团5月7日访问兰州市、西宁市。会上，两校签署[《学分互认协议》]。
  agreement 学分互认协议 |

# an adverb behind the last party
7月2日，盐城市科技局与芜湖市科技局另签了两份[《仪器共享备忘录》]。
  agreement 仪器共享备忘录 | 盐城市科技局、芜湖市科技局

# the leaders of governments sign for their places
陕西、甘肃、青海三省协作会议召开。会上，三省政府分管领导共同签署[《黄河上游水源保护合作协议》]。
  agreement 黄河上游水源保护合作协议 | 陕西省、甘肃省、青海省

# signed by governments themselves
陕西、甘肃、青海三省协作会议召开。会上，三省政府共同签署[《黄河上游水源保护合作协议》]。
  agreement 黄河上游水源保护合作协议 | 陕西省政府、甘肃省政府、青海省政府

# again, by those just told of
7月2日，盐城市与泰州市签署[《产业合作协议》]，随后，还签署了[《旅游合作协议》]。
  agreement 产业合作协议 | 盐城市、泰州市
  agreement 旅游合作协议 | 盐城市、泰州市

# the opposite: they were told of long before
7月2日，盐城市与泰州市签署[《产业合作协议》]。
农业生产形势良好。
工业企业效益回升。
外贸出口保持增长。
会议结束，还签署了[《旅游合作协议》]。
  agreement 产业合作协议 | 盐城市、泰州市
  agreement 旅游合作协议 |

# a ministry abroad is called 省 and lies in no country's name
7月2日，中国生态环境部与日本环境省签署[《气候合作备忘录》]。
  agreement 气候合作备忘录 | 中国生态环境部、日本环境省

# 及 and what follows names none
7月2日，宿迁市与东南大学签订[《校地合作协议》]及系列校企合作协议。
  agreement 校地合作协议 | 宿迁市、东南大学

# whose it is, is no part of its name
7月2日，集团公司所属桥梁工程公司与湖北省建设厅签署[《桥梁维护合作协议》]。
  agreement 桥梁维护合作协议 | 桥梁工程公司、湖北省建设厅

# the opposite: a development zone has its city in its name
7月2日，南京江北新区与宿迁市签署[《共建产业园区合作协议》]。
  agreement 共建产业园区合作协议 | 南京江北新区、宿迁市

# a body for which somebody speaks
7月2日，深圳市潮汕商会会长{佘立群}透露，商会已与汕头市商务局签订[招商合作协议]。
  agreement 招商合作协议 | 深圳市潮汕商会、汕头市商务局

# the opposite: nobody speaks for one of that kind
7月2日，深圳市副市长{佘立群}透露，商会已与汕头市商务局签订招商合作协议。
  no agreement

# 和 inside a word, and a list with a body that no table knows
7月2日，苏州碳中和研究院、宁德时代、赣锋锂业三方签署[《电池回收合作协议》]。
  agreement 电池回收合作协议 | 苏州碳中和研究院、宁德时代、赣锋锂业

# a company of two characters beside a known body
7月2日，敦煌市政府与美团签订[《文旅数字化合作协议》]，双方将共建景区。
  agreement 文旅数字化合作协议 | 敦煌市政府、美团

# short names of counties in a list
7月2日，于都县与兴国、宁都签订[《红色旅游合作公约》]。
  agreement 红色旅游合作公约 | 于都县、兴国县、宁都县

# the opposite: no bodies
7月2日，卫生健康、文化旅游部门、于都县签订[《红色旅游合作公约》]。
  agreement 红色旅游合作公约 |

# a division inside another one
7月2日，重庆市渝中区与四川省成都市锦江区签订[《双城商圈合作协议》]。
  agreement 双城商圈合作协议 | 渝中区、锦江区

# a title beside a counted set is no party
7月2日，长三角22个城市的市长、副市长签署[《长三角城市合作协议》]。
  agreement 长三角城市合作协议 | 长三角22个城市

# 与 at the head of a clause: the subject of the clause before, with foreign places that no table knows
7月2日，四川省与昌迪亚省签署[友好省区协议]；与埃及卢克索省、老挝万象市签署[合作关系备忘录]。
  agreement 友好省区协议 | 四川省、昌迪亚省
  agreement 合作关系备忘录 | 四川省、卢克索省、万象市

# a dateline before the parties, their number and the day behind
华声时报讯(记者贺丽树)亳州市、铜仁市和延安市三方2009年11月9日签订[《港口物流联盟框架协议》]。
  agreement 港口物流联盟框架协议 | 亳州市、铜仁市、延安市

# 我国, and a day behind a party
7月2日，我国与智利27日签署[《铜矿合作谅解备忘录》]。
  agreement 铜矿合作谅解备忘录 | 中国、智利

# quotation marks in a title
7月2日，上海市与鱼跃集团签署[“十四五”战略合作协议]。
  agreement “十四五”战略合作协议 | 上海市、鱼跃集团

# words of time behind a party
7月2日，国家文物局与敦煌研究院近日在兰州签署[《石窟保护合作协议》]。
  agreement 石窟保护合作协议 | 国家文物局、敦煌研究院

# an anniversary: a treaty of another day
7月2日，座谈会在威海市举行。今年是[《中韩渔业协定》]签署二十周年，双方回顾了合作历程。
  agreement 中韩渔业协定 |
""")

NONE = drawn("""
# hoped for
7月2日，外长表示，期待伊拉克与约旦尽快签署能源合作协议。
  no agreement

# urged
7月2日，市民集会，敦促以色列与黎巴嫩达成停火协议。
  no agreement

# the opposite: reached
7月2日，以色列与黎巴嫩达成[停火协议]。
  agreement 停火协议 | 以色列、黎巴嫩

# what may be
7月2日，伊拉克可能与约旦签署能源合作协议。如果伊朗与美国达成公平协议，各方都将受益。
  no agreement

# planned for next year
7月2日，校长表示，我校明年计划与宿迁市签署人才培养合作协议。
  no agreement

# signed besides
盐城、芜湖两市另签[《仪器共享备忘录》]。
  agreement 仪器共享备忘录 | 盐城市、芜湖市

# sent out, not signed
滁州市与芜湖市签署[《客源互送协议》]，并向沿线各地发出《江淮倡议》。
  agreement 客源互送协议 | 滁州市、芜湖市

# one that is only pointed to
这是盐城市同芜湖市签的第二份流域补偿协议。
  no agreement

# only counted
7月2日，发言人介绍，中国已与30个国家和地区签署了23个自贸协定。
  no agreement

# contracts in general
7月2日，监管部门整改村级组织签订的低价合同，规范旅行社签订旅游合同。
  no agreement

# the ground of something else
7月2日，法院依据双方签署的《供货协议》作出判决。
  no agreement
""")


@pytest.mark.parametrize("case", IMPLIED, ids=str)
def test_parties_that_the_clause_does_not_name(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", NONE, ids=str)
def test_what_is_no_agreement(case: Drawing) -> None:
    assert case.mistakes() == []
