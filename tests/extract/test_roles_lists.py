"""Roles of long lists, of those who read out or lead, of 他 and 她, and what a headline repeats."""

import pytest
from drawing import Drawing, drawn

LISTS = drawn("""
# words in brackets between two of a list
7月7日，县委常委会会议召开。元阳县委副书记{罗卫}，县委副书记{白中}(挂职)，县委常委{李明芳}<出席>会议。
  attended 罗卫、白中、李明芳

# the members of a delegation between two of a list
10月20日，友好交流座谈会召开。庆州市议会议长{朴龟龙}等庆州市政府代表团成员，承德市副市长{刘新宇}<出席>座谈会。
  attended 朴龟龙、刘新宇

# those who take people along
11月14日，建德市政协副主席{汪华瑛}、{钱晓华}带领市政协、市工商联负责人，赴四川省乡城县<考察>。
  attended 汪华瑛、钱晓华

# a member of the list whose name is not read
7月7日，港澳合作会议召开。<出席>会议的有省商务厅副厅长{鄂成林}，省外办主任某某，省文旅厅副厅长{夏灵泉}。
  attended 鄂成林、夏灵泉

# the opposite: what the first one does stands between them
7月7日，港澳合作会议召开。省商务厅副厅长{鄂成林}主持会议，省外办主任致辞，省文旅厅副厅长{夏灵泉}<出席>会议。
  chaired 鄂成林
  attended 夏灵泉

# two lists joined by a semicolon
3月8日，市校合作会议在泸州市召开。泸州市市长{先冬梅}，副市长{税明光}；西南医科大学校长{何延政}，副校长{江小鱼}<出席>会议。
  attended 先冬梅、税明光、何延政、江小鱼

# the opposite: a clause of its own before the semicolon
3月8日，市校合作会议在泸州市召开。泸州市市长{先冬梅}<主持>会议；西南医科大学校长{何延政}<出席>。
  chaired 先冬梅
  attended 何延政

# words of a body that its title did not take in
3月8日，港深合作会议召开。<出席>会议的有保安局局长{邓美贞}、运输及物流局副局长{欧阳颖思}、北部都会区统筹办事处主任{邱汉中}。
  attended 邓美贞、欧阳颖思、邱汉中

# the same behind a comma, and behind 等
5月21日，大湾区科学论坛举行。<出席>论坛的有广州市市长{林庆}，诺贝尔物理学奖得主、中国科学院外籍院士{丁中}等，国家有关部门领导{倪民}。
  attended 林庆、丁中、倪民

# the opposite: a clause with a preposition or a verb of its own
5月21日，大湾区科学论坛举行。深圳市市长{倪民}主持论坛。<出席>论坛的有广州市市长{林庆}，由省长{丁中}率领的专家在场。
  chaired 倪民
  attended 林庆

# a list behind 还有 and a comma
5月21日，大湾区科学论坛举行。<出席>论坛的还有，广州市市长{林庆}、科学院院士{丁中}等。
  attended 林庆、丁中

# bodies in a list of names
5月21日，大湾区科学论坛举行。广州市领导{林庆}、{丁中}及省经委、商务厅有关领导<出席>论坛。
  attended 林庆、丁中

# people without names go on with the list
5月21日，公园年会举行。广州市市长{林庆}、副市长{丁中}，园林局领导以及来自各地的公园代表<出席>了年会，年会由副市长{倪民}<主持>。
  attended 林庆、丁中
  chaired 倪民

# names that what they are follows
8月22日，科协年会在莆田市举行。{周继}、{陈左柠}、{马筠}等专家学者<出席>年会。
  attended 周继、陈左柠、马筠

# the opposite: names of courses
8月22日，科协年会在莆田市举行。数学、物理、化学等专家学者出席年会。
  no role

# members of a group
调研组由各部门同志组成，<成员包括>省林业局副局长{韦家福}、省民委副主任{蓝天翔}。调研组9月4日到三江县调研。
  attended 韦家福、蓝天翔

# those who came along
9月4日，中卫市市长{马建国}率中卫市代表团赴寿光市考察。同行者还有中卫市副市长{田野}、海原县县长{虎子清}。
  attended 马建国、田野、虎子清

# the opposite: two who witness what others sign
9月4日，中卫市项目签约仪式举行，市长{马建国}、副市长{田野}<见证>：海原县县长{虎子清}与寿光市副市长{赵一平}签署协议。
  witnessed 马建国、田野
  signed 虎子清、赵一平

# a person a line below the words that announce them
全市招商签约活动6月8日举办。
代表各市上台签约的是：
滁州市副市长{李远东}
池州市副市长{罗慧}
签下的文本有三份，市长{马建国}说。
  signed 李远东、罗慧
  spoke 马建国

# each for a side
全市招商签约仪式6月8日举行。滁州学院校长{李远东}代表校方，副市长{罗慧}代表市政府在协议上<签字>。
  signed 李远东、罗慧

# took part in both
6月8日，市长{马建国}分别会见了南京大学校长{李远东}和河海大学校长{罗慧}，副市长{田野}<参加>会见。
  met 马建国、李远东 @ 马建国会见李远东
  met 马建国、罗慧 @ 马建国会见罗慧
  attended 田野 @ 马建国会见李远东
  attended 田野 @ 马建国会见罗慧

# members of a delegation, also
9月4日，中卫市市长{马建国}率中卫市代表团赴寿光市考察。<代表团成员中还有>：中卫市副市长{田野}，海原县县长{虎子清}。
  attended 马建国、田野、虎子清
""")

SAID = drawn("""
# at a meeting before the meeting
全市工作会议5月6日召开，市长{刁正英}<主持>会议。会前举行的专题研讨会上，副市长{田野}<介绍>了情况。
  chaired 刁正英 @ 全市工作会议
  spoke 田野 @ 专题研讨会

# without a title that names a body
全市工作会议5月6日召开，来自萨马拉大学的{伊万·科瓦廖夫}教授<作学术报告>，全国人大代表{杨宁香}(布央村村民)<发言>。
  spoke 伊万·科瓦廖夫、杨宁香

# who is heard
全市工作会议5月6日召开，会议听取了县科技局党组书记、局长{张阿久}关于整治情况的<汇报>。
  spoke 张阿久

# came to congratulate, and the opposite: a speech of congratulation
全市工作会议5月6日召开，省委组织部副部长{耿向明}<到会>祝贺，市长{刁正英}<祝贺>获奖单位。
  attended 耿向明
  spoke 刁正英

# one of the two
5月6日，省商务厅副厅长{简芳菲}到榆林市调研。市长{刁正英}<陪同>考察或参加有关活动。
  attended 简芳菲
  accompanied 刁正英

# for three sides, and the opposite: in the name of somebody
全市工作会议5月6日召开。三方代表{刁正英}、{田野}<签署>协议。受市长{刁正英}委托，副市长{田野}<讲话>。
  signed 刁正英、田野
  spoke 田野

# 宣读
全市干部大会5月6日召开。省委组织部副部长{耿向明}<宣读>省委决定，市长{刁正英}<主持>会议。
  spoke 耿向明
  chaired 刁正英

# 由…宣读
全市干部大会5月6日召开，市委书记的批示由秘书长{仇立行}<宣读>。
  spoke 仇立行

# 组织召开
5月6日，市长{刁正英}<组织召开>全市防汛工作专题会议。
  chaired 刁正英

# an explanation of a document is presented, of anything else it is said
5月6日召开的全市防汛工作会议上，市水利局局长{江一燕}就《防汛预案》<作说明>，副局长{田野}就培训情况<进行了说明>。
  presented 江一燕
  spoke 田野

# 她指出: the one before
5月6日，省商务厅副厅长{简芳菲}到榆林市调研。在西古村，{简芳菲}看得很细。她<指出>，要做好产品深加工。
  attended 简芳菲
  spoke 简芳菲

# the opposite: 他们 are nobody
5月6日，省商务厅副厅长{简芳菲}到榆林市调研。他们指出，要做好产品深加工。
  attended 简芳菲

# the opposite: of two nobody is meant
5月6日，全市工作会议召开。市长{刁正英}、副市长{田野}<出席>会议。他指出，要抓好落实。
  attended 刁正英、田野

# 由…带队
5月6日，省委网信办调研组到耀州区调研。调研组由省委网信办副主任{王创业}<带队>。
  attended 王创业
""")

OTHERS = drawn("""
# the host meets those who came to the fair; it is they who attend it
11月4日，第七届进口博览会在上海市举行。副市长{李明强}<会见>来沪出席博览会的校长{赵一平}。
  met 李明强、赵一平

# somebody is invited, supported, thanked: others act
11月4日，全市工作会议在上海市召开。与会者感谢市长{李明强}提出的倡议，邀请市长{李明强}出席下届会议。
  no role

# a name follows the body and the title: the body itself did not come
11月4日，全市工作会议在上海市召开。中央军委主席{习近战}，副市长{李明强}<出席>会议。\
中央军委主席{习近战}4日在会上<强调>，要抓好落实。
  attended 习近战、李明强
  spoke 习近战
""")

APPOINTED = drawn("""
# who is appointed speaks as well, and who announces it
9月2日，遵义市<召开>全市领导干部会议。省委组织部副部长{耿向明}<宣布>省委决定：{滕振业}同志任遵义市委书记。{滕振业}<作表态发言>。
  spoke 耿向明、滕振业
  hosted 遵义市

# a meeting named by its kind alone, again in another paragraph
9月22日至23日，省林业局副局长{韦家福}率调研组到三江县，就特色产业发展情况开展调研。
23日上午召开的座谈会由县长{吴秀英}<主持>。
县领导{莫纪年}、{石文林}<参加>座谈会。
  attended 韦家福 @ 韦家福调研
  chaired 吴秀英 @ 座谈会
  attended 莫纪年、石文林 @ 座谈会
""")

HEADLINES = drawn("""
# what a subtitle says of the visit, the report says of its meeting
定西市党政代表团赴青岛市考察
两地召开联席会议　{戴明志}讲话
6月8日，定西市委书记{戴明志}率定西市党政代表团赴青岛市考察。
9日上午，两市协作联席会议在青岛市举行。{戴明志}<讲话>。
  attended 戴明志 @ 定西市党政代表团赴青岛市考察
  spoke 戴明志 @ 两市协作联席会议
""")

SESSIONS = drawn("""
# the session that passed a list is the meeting
沅陵县人大常委会任免名单
（2021年6月29日沅陵县第十七届人民代表大会常务委员会第三十次会议通过）
会议由县人大常委会主任{罗应平}<主持>。
  chaired 罗应平
""")


@pytest.mark.parametrize("case", LISTS, ids=str)
def test_lists(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", SAID, ids=str)
def test_who_speaks_and_leads(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", OTHERS, ids=str)
def test_what_others_do(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", APPOINTED, ids=str)
def test_the_appointed_and_the_meeting_of_a_visit(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", HEADLINES, ids=str)
def test_headlines(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", SESSIONS, ids=str)
def test_sessions(case: Drawing) -> None:
    assert case.mistakes() == []
