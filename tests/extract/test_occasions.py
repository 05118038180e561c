"""Which event: visits aside of a meeting, past ones, a reception for each guest, and pointers (上述会见)."""

import pytest
from drawing import Drawing, drawn

VISITS = drawn("""
# guests who visit something before the ceremony of the report
12月3日上午，三亚学院与咸宁市政府合作签约仪式举行。咸宁市市长{芦大江}<出席>，校长{晋文博}主持。
签约前，{芦大江}一行<参观>了校史馆，馆长{屈和}<陪同>。
  attended 芦大江 @ 三亚学院与咸宁市政府合作签约仪式
  chaired 晋文博 @ 三亚学院与咸宁市政府合作签约仪式
  attended 芦大江 @ 芦大江参观了校史馆
  accompanied 屈和 @ 芦大江参观了校史馆

# visitors without a name
10月25日，晋陕合作座谈会在韩城市召开，韩城市市长{冷劲}<主持>。会议期间，与会代表考察了司马迁祠，韩城市副市长{滑波}<陪同>。
  chaired 冷劲 @ 晋陕合作座谈会
  accompanied 滑波 @ 与会代表考察了司马迁祠

# the opposite: a delegation goes on with its visit
6月8日，定西市市长{戴明志}<率定西市代表团赴青岛市考察>。代表团先后参观了港口和学校，青岛市副市长{惠海波}<陪同>。
  attended 戴明志 @ 戴明志考察
  accompanied 惠海波 @ 戴明志考察

# a visit of another year
8月23日，黑龙江省交通运输厅厅长{隋长河}<到大庆市调研>。大庆市市长{乐松}<陪同>。
去年5月，{隋长河}曾<赴讷河市检查>公路，讷河市市长{曲海}<陪同>。
  attended 隋长河 @ 隋长河调研
  accompanied 乐松 @ 隋长河调研
  attended 隋长河 @ 隋长河检查公路
  accompanied 曲海 @ 隋长河检查公路

# who accompanies the guest comes between
10月14日，合作座谈会在北京市召开。会后，湘东区区长{文浩天}一行由集团党委书记{牧青}<陪同>，<参观>了展厅。
  attended 文浩天 @ 文浩天参观了展厅
  accompanied 牧青 @ 文浩天参观了展厅

# the opposite: a visit that is only spoken of
4月2日，校企合作座谈会在南京市召开，校长{叶美云}主持。党委书记{郭宇}在<致辞>中表示，此次调研是对学校的鞭策。
  chaired 叶美云 @ 校企合作座谈会
  spoke 郭宇 @ 校企合作座谈会

# the opposite: a guest who came to visit elsewhere
12月1日，外交部部长{孟远}在北京市<会见>来华访问的肯尼亚外长{翁贝奇}。
  met 孟远、翁贝奇
""")

NAMED = drawn("""
# the number of the meeting behind the name of its series
10月25日，晋陕豫合作联席会议<第五次会议>在渭南市召开，渭南市市长{屠明}主持。
  event meeting | 晋陕豫合作联席会议第五次会议

# a session is a part of its meeting
11月19日，恩施州第九届人民代表大会第一次会议在州城举行<第三次全体会议>。恩施州州长{向前行}出席会议。
  event meeting | 恩施州第九届人民代表大会第一次会议

# the headline and the report name one meeting
关中四市医保协同推进会召开
8月30日，宝鸡、天水、平凉、庆阳四市医疗保障协同<推进会议>在宝鸡市召开，宝鸡市市长{霍卫}出席。
  event meeting | 宝鸡、天水、平凉、庆阳四市医疗保障协同推进会议

# two sides in a name
5月29日，中国—巴西高层协调委员会<第八次会议>在北京市举行，商务部部长{应天}主持。
  event meeting | 中国—巴西高层协调委员会第八次会议

# the opposite: two meetings of one number
3月1日，陕西省人大常委会第八次会议召开。4月2日，[西北大学]召开教师干部大会，陕西省委教育工委书记{茅复}<出席>会议。
  hosted 西北大学 @ 教师干部大会
  attended 茅复 @ 教师干部大会
""")


SIGNINGS = drawn("""
# what is signed after a talk is no part of it
8月22日，高雄市市长{沈佑嘉}<会见>熊本县知事{木山介}一行。会后，两人共同<见证>两市签署旅游合作备忘录。
  met 沈佑嘉、木山介 @ 沈佑嘉会见木山介
  witnessed 沈佑嘉、木山介 @ 两人共同见证两市签署旅游合作备忘录

# those who signed, in a list of what was signed
6月19日，中希合作文件签约仪式举行，包括国家海洋局局长{刘征远}与希腊航运部长{马弗里}<签署>的《海洋合作谅解备忘录》。
  signed 刘征远、马弗里

# the opposite: what was signed before is only cited
6月19日，中希海洋合作论坛举行，根据国家海洋局局长{刘征远}与希腊航运部长{马弗里}签署的《海洋合作谅解备忘录》，双方设立了工作组。
  no role

# one of a city signs with one of another
11月20日，港深合作签约仪式举行。创新科技局局长{麦陈仪}在香港园区，与深圳市副市长{符永安}<签署>《合作备忘录》。
  signed 麦陈仪、符永安

# holders of a title, as many as the number says
10月25日，晋陕联席会议在渭南市召开。运城市市长{朱晓翔}、临汾市代市长{董向前}<出席>会议，运城市副市长{安栋}主持。两位市长共同<签署>了《发展宣言》。
  attended 朱晓翔、董向前
  chaired 安栋
  signed 朱晓翔、董向前

# the opposite: another number of them
10月25日，晋陕联席会议在渭南市召开。运城市市长{朱晓翔}、临汾市代市长{董向前}<出席>会议。四市市长共同签署了《发展宣言》。
  attended 朱晓翔、董向前

# the opposite: an order is signed at no event
4月9日，全省农业会议召开，黑龙江省省长{蒙永}<出席>。{蒙永}近日签署省政府令，公布《草原防火办法》。
  attended 蒙永
""")

HOSTS = drawn("""
# who organises and who carries out
6月6日，公共资源交易论坛在太原市开幕。论坛由[山西省人民政府]<主办>，[太原市行政审批局]<承办>。
  hosted 山西省人民政府、太原市行政审批局

# the opposite: the next meeting
10月25日，第五次联席会议在渭南市召开。第六次联席会议将于明年在三门峡市举行，由三门峡市人民政府承办。
  no role

# bodies that speak for themselves
9月16日，经贸推介会在圣保罗举行，[山西省商务厅]、[山西交控集团]分别<作了推介>。
  spoke 山西省商务厅、山西交控集团

# the opposite: what a body reports elsewhere
9月16日，经贸推介会在圣保罗举行。山西省商务厅的情况介绍引起关注。
  no role

# one office of several cities
4月9日，全省春耕会议召开。[哈尔滨]、[齐齐哈尔]、[黑河市政府]在分会场<作经验交流>。
  spoke 哈尔滨市政府、齐齐哈尔市政府、黑河市政府

# a delegation that nobody leads by name
8月30日，四市医保协同会议在宝鸡市召开。29日，<天水市代表团>一行考察了宝鸡高新区，管委会副主任{麻东}<陪同>。
  attended 天水市
  accompanied 麻东

# 全国 and 全省
4月9日，全国春耕电视电话会议召开，农业农村部部长{鱼得水}<出席>会议。会后，我省召开全省电视电话会议，黑龙江省副省长{计时}<讲话>。
  hosted 黑龙江省 @ 全省电视电话会议
  attended 鱼得水 @ 全国春耕电视电话会议
  spoke 计时 @ 全省电视电话会议
""")


TALKS = drawn("""
# who sits together takes part
10月31日，贵州大学校长{郑强}率队到郑州大学<访问>。郑州大学书记{郑永}、副校长{宋平}在会议室<与来宾进行了座谈>。
  attended 郑强 @ 郑强访问
  attended 郑永、宋平 @ 座谈

# the same in a 座谈会 further on
11月9日，郑州大学书记{郑永}<与客人座谈>。座谈会由副校长{宋平}<主持>。
  attended 郑永 @ 座谈会
  chaired 宋平 @ 座谈会

# the opposite: a talk to come
11月9日，郑州大学工作会议召开，书记{郑永}<主持>。明天，{郑永}将与客人座谈。
  chaired 郑永 @ 郑州大学工作会议

# one stop more of a visit, and the opposite: after something else
5月6日，宝鸡市委书记{骆明辉}到眉县<调研>。{骆明辉}还与村民座谈。会见结束后，{江之远}市长<与客商座谈>。
  attended 骆明辉 @ 骆明辉调研
  attended 江之远 @ 江之远市长与客商座谈

# a talk at the forum one attends
5月6日，市长{江之远}<出席>西部企业家对话会，同企业家代表座谈交流。
  attended 江之远 @ 西部企业家对话会

# a headline, and the opposite: another visit of the year
省委书记{骆明辉}宝鸡<调研>记
5月6日，省委书记{骆明辉}的车开到了眉县。村民们领着大家看了新建的水渠、果园和村里的合作社，路上还说起了孩子们上学的事情，\
大家都笑了起来，说日子一年比一年好，往后还要更好，又把今年的收成一笔一笔地算给大家听，从春天的第一场雨算到秋天的最后一车苹果，\
算得清清楚楚、明明白白，谁家的账本上也没有一笔糊涂账。今年3月，{骆明辉}率团赴浙江<考察>。
  attended 骆明辉 @ 骆明辉调研记
  attended 骆明辉 @ 骆明辉考察

# one after another: what follows is said by the first
5月15日，温州市外办主任{周建清}分别与越南驻沪总领事{阮世松}、法国驻沪总领事{王度}<座谈>交流，向与会官员<介绍>了情况。
  attended 周建清
  spoke 周建清

# others take part in what follows
4月1日，中交一公局董事长{曹方}率队到郑州大学<调研>，总务处和资产公司负责人参加座谈。
  attended 曹方 @ 曹方调研

# the opposite: the list goes on
4月1日，全市校企合作座谈会召开。市长{江之远}，副市长{骆明辉}，有关部门负责人<参加>座谈会。
  attended 江之远、骆明辉

# the opposite: the next meeting that one decides on
3月2日，长江沿岸市长联席会议在上海市举行，上海市市长{韩方正}<出席>。会议决定，第十六届市长联席会议2014年在合肥市举行。
  attended 韩方正
""")


MEETINGS = drawn("""
# the body whose meeting a bare number is
4月8日，咸宁市人大常委会举行<第一次会议>，咸宁市人大常委会主任{鹿长鸣}<主持>会议。
  event meeting | 咸宁市人大常委会第一次会议
  chaired 鹿长鸣 @ 咸宁市人大常委会第一次会议

# the opposite: nobody's number
4月8日，校企合作联席会议<第二次会议>在咸宁市召开，咸宁市市长{芦大江}主持。
  event meeting | 校企合作联席会议第二次会议

# names alone whom 等市领导 says to be leaders
4月8日，咸宁茶业大会在咸宁市召开。{芦大江}、{白如玉}、{解秀丽}等市领导<出席>。
  attended 芦大江、白如玉、解秀丽

# the opposite: things before it
4月8日，咸宁茶业大会在咸宁市召开。蔬菜、水果、粮食等领导小组成立。
  no role

# where one goes to bargain
4月8日，咸宁市市长{芦大江}<到三峡电力公司洽谈>。
  attended 芦大江 @ 芦大江洽谈

# the opposite: with whom one does
4月8日，咸宁茶业大会在咸宁市召开，咸宁市市长{芦大江}<出席>。{芦大江}与三峡电力公司洽谈合作。
  attended 芦大江 @ 咸宁茶业大会

# who came many times, whose tracks are everywhere: no visit of the day
4月8日，咸宁茶业大会在咸宁市召开，咸宁市市长{芦大江}<出席>。十年来，{芦大江}多次到赤壁市调研。{芦大江}考察调研的足迹遍布各乡镇，在乡下考察期间多次走访茶农。
  attended 芦大江 @ 咸宁茶业大会

# the opposite: the visit of the day
4月8日，咸宁市市长{芦大江}到赤壁市<考察>调研，走访茶农。
  attended 芦大江 @ 芦大江考察调研

# no place: 高级 of a delegation; one that is to be sent
4月8日，有十个国家的高级代表团访问咸宁市。咸宁市将派遣一个高级代表团前往赤壁市考察。
  no role

# the opposite: a place sends one
4月8日，<赤壁市代表团>前往咸宁市考察。
  attended 赤壁市

# the committee of a body whose report is heard, and the opposite: what a body's delegates say
4月8日，咸宁市人大常委会第九次会议召开，会议听取了市人大常委会代表资格审查委员会主任委员{鹿长鸣}<作>的报告。[咸宁市财政局]代表<发言>。
  spoke 鹿长鸣、咸宁市财政局

# an old agreement that is given up: what is said thereafter is said at no signing
4月8日，赤壁市停止执行与咸宁市签署的协议。咸宁市市长{芦大江}说，这很遗憾。
  no role

# a speech at the ceremony after guests without a name saw something
4月8日，咸宁茶业大会在咸宁市召开。与会嘉宾参观了展厅。
咸宁市市长{芦大江}<致辞>。
  spoke 芦大江 @ 咸宁茶业大会
""")


@pytest.mark.parametrize("case", VISITS + NAMED + SIGNINGS + HOSTS + TALKS + MEETINGS, ids=str)
def test_occasions(case: Drawing) -> None:
    assert case.mistakes() == []
