"""Roles at meetings: who attended, chaired, spoke, presented."""

import pytest
from drawing import Drawing, drawn

ATTENDED = drawn("""
# 出席
全省气象工作会议5月6日在昆明召开，云南省副省长{段永宁}<出席>会议。
  attended 段永宁

# 参加
6月1日，宣城市防汛工作会议召开，副市长{方以志}、{江小鱼}<参加>会议。
  attended 方以志、江小鱼

# a list announced by 有
<出席>开工仪式的有泸州市委书记{税明光}、市长{先冬梅}。开工仪式3月8日在泸州市举行。
  attended 税明光、先冬梅

# 应邀参加
第二届茶乡论坛4月18日在武夷山市举办，福建农林大学校长{兰天}<应邀参加>。
  attended 兰天

# 列席
7月3日，市政府常务会议召开，怀化市人大常委会副主任{向日新}<列席>会议。
  attended 向日新

# the delegation is listed
代表团成员有中卫市副市长{马建国}、市农业农村局局长{田野}。代表团9月4日到寿光市考察。
  attended 马建国、田野

# a body without a name of its people
全国农机展览会10月9日在青岛市开幕，农业农村部有关负责人<到会><致辞>。
  attended 农业农村部
  spoke 农业农村部

# the opposite: a closing list of groups
全省气象工作会议5月6日在昆明召开，省直有关部门负责同志参加会议。
  no role

# a long list of different posts
5月16日，汉江生态经济带推进会在襄阳市召开。湖北省委书记{楼兰生}、省长{骆明辉}，襄阳市委书记{马向旭}，\
十堰市委书记{胡亦波}<出席>会议。
  attended 楼兰生、骆明辉、马向旭、胡亦波

# 参加上述活动
5月16日，楼市长一行考察襄阳。襄阳市委常委{卢允祥}、副市长{王泰来}<参加>上述活动。襄阳市举行招商推介会。
  attended 卢允祥、王泰来
  hosted 襄阳市

# 出席 before a list of posts and names
<出席>活动的领导有：安阳市委副书记{冷志遥}，市人大常委会副主任{戚少阳}，市政协副主席{侯远森}。\
甲骨文大会5月6日在安阳市举行。
  attended 冷志遥、戚少阳、侯远森

# 与会, at the end
甲骨文大会5月6日在安阳市举行，安阳市副市长{薛之茂}、安阳师范学院院长{黑白羽}等<与会>。
  attended 薛之茂、黑白羽

# of the visiting side and the host side
5月6日，安阳市与邯郸市文旅合作座谈会举行。安阳市领导{薛之茂}、{戚少阳}，邯郸市领导{张维谷}、\
{鲍若刚}<参加>座谈。
  attended 薛之茂、戚少阳、张维谷、鲍若刚
""")

CHAIRED = drawn("""
# 主持会议
阜阳市脱贫攻坚推进会召开，市委副书记{闻笛}<主持>会议。
  chaired 闻笛

# 由…主持
阜阳市脱贫攻坚推进会召开，会议由市委副书记{闻笛}<主持>。
  chaired 闻笛

# 主持人是
座谈会10日在阜阳市举行，<主持人>是市政府秘书长{简繁星}。
  chaired 简繁星

# 主持召开
6月4日，廊坊市市长{祖峰}<主持>召开大气污染防治调度会。
  chaired 祖峰

# 主持 and 讲话
廊坊市大气污染防治调度会召开，市长{祖峰}<主持>会议并<讲话>。
  chaired 祖峰
  spoke 祖峰

# the words are scrambled: the chair's name comes last
阜阳市市长主持会议{闻笛}，全市脱贫攻坚推进会召开。
  chaired 闻笛

# the opposite: in charge of a body's work
全省组织部长会议在西宁市召开，主持市委工作的副书记{冶福}<出席>会议。
  attended 冶福

# the opposite: a host of television
颁奖晚会9月1日在长沙市举行，湖南卫视节目主持人乐呵呵登台献唱。
  no role

# a clipped clause at the end
5月16日，汉江生态经济带推进会在襄阳市召开。省长{骆明辉}<讲话>，副省长{宁咏}<主持>。
  spoke 骆明辉
  chaired 宁咏

# 主持仪式 after the speakers
5月6日，安阳市与中国文字博物馆合作签约仪式举行。安阳市副市长{薛之茂}<主持>仪式。
  chaired 薛之茂

# the meeting is chaired by two
甲骨文大会5月6日在安阳市举行，大会由安阳市市长{高永川}、中国文字博物馆馆长{黄思宽}共同<主持>。
  chaired 高永川、黄思宽
""")

SPOKE = drawn("""
# 出席并讲话 is two
张掖市文旅产业大会召开，市委书记{卫青山}<出席>会议并<讲话>。
  attended 卫青山
  spoke 卫青山

# 出席 and 致辞 after a comma
张掖市文旅产业大会召开，市委书记{卫青山}<出席>会议，并<致辞>。
  attended 卫青山
  spoke 卫青山

# 致辞 alone
张掖市文旅产业大会召开，市长{霍去疾}<致辞>。
  spoke 霍去疾

# 作表态发言
张掖市文旅产业大会召开，甘州区区长{祁连生}作<表态发言>。
  spoke 祁连生

# 先后发言, a list
座谈会5日在张掖市召开，甘州区区长{祁连生}、高台县县长{盛国强}先后<发言>。
  spoke 祁连生、盛国强

# 先后发言的是
座谈会5日在张掖市召开，先后<发言>的是甘州区区长{祁连生}、高台县县长{盛国强}。
  spoke 祁连生、盛国强

# 指出, 强调
座谈会5日在张掖市召开，市委书记{卫青山}<指出>，要做好节水文章。
  spoke 卫青山

# 说
座谈会5日在张掖市召开，甘州区区长{祁连生}<说>，今年灌溉用水减少了一成。
  spoke 祁连生

# 在讲话中
座谈会5日在张掖市召开。{卫青山}书记在<讲话>中强调，要做好节水文章。张掖市委书记{卫青山}主持座谈会。
  spoke 卫青山
  chaired 卫青山

# the opposite: the meeting points out
张掖市委常委会会议召开。会议指出，要做好节水文章；会议强调，要抓好落实。
  no role

# the opposite: a spokesperson's office
座谈会5日在张掖市召开，市政府新闻发言人{万仲里}<参加>。
  attended 万仲里

# the opposite: a speech that is studied
5月5日，张掖市委常委会召开会议，传达学习省委书记{秦学岭}在全省水利会议上的讲话精神。
  no role

# the opposite: the manual 说明书
张掖市农机推介会举行，农户牛耕田认真阅读说明书。
  no role

# a body reports through unnamed people
5月16日，汉江生态经济带推进会在襄阳市召开。会上，襄州区、樊城区负责同志分别作<交流发言>。
  spoke 襄州区、樊城区

# 出席开幕式并宣布开幕
5月16日，汉江龙舟赛开幕式在襄阳市举行，襄阳市委书记{马向旭}<出席>开幕式并<宣布>开幕。
  attended 马向旭
  spoke 马向旭

# 代表…致欢迎辞
5月16日，汉江生态经济带推进会在襄阳市召开。襄阳市市长{卢允祥}代表市委、市政府<致欢迎辞>。
  spoke 卢允祥

# 作主旨演讲
5月16日，汉江论坛在襄阳市举行，中国科学院院士{傅定北}<作主旨演讲>。
  spoke 傅定北

# 分别致辞
甲骨文大会5月6日在安阳市举行，安阳市市长{高永川}、安阳师范学院院长{黑白羽}分别<致辞>。
  spoke 高永川、黑白羽

# 作总结讲话
全市安全生产会议5月6日召开，安阳市委副书记{冷志遥}作<总结讲话>。
  spoke 冷志遥

# 安排部署 is no speech, 讲话 is
全市安全生产会议5月6日召开，安阳市市长{高永川}<出席>会议并作<讲话>，副市长{薛之茂}安排部署下一阶段工作。
  attended 高永川
  spoke 高永川

# 介绍 to visitors
5月6日，邯郸市市长{张维谷}到安阳市考察，安阳市副市长{薛之茂}<介绍>了殷墟保护情况。
  attended 张维谷
  spoke 薛之茂

# 指出 after listening
5月6日，安阳市委召开工作会议。在听取汇报后，安阳市委书记{袁思健}<指出>，要把文物保护放在首位。
  spoke 袁思健
  hosted 安阳市委
""")

PRESENTED = drawn("""
# 就《…》作说明
六安市委全会召开，市委副书记{皮日升}就《关于加快绿色发展的意见》<作说明>。
  presented 皮日升

# 通报情况
六安市河长制会议召开，市水利局局长{洪波涌}<通报>了工作进展情况。
  presented 洪波涌

# 作起草说明
六安市委全会召开，市委副书记{皮日升}<作>起草<说明>。
  presented 皮日升

# the opposite: 汇报 speaks, it does not present
六安市河长制会议召开，市水利局局长{洪波涌}<汇报>了工作进展情况。
  spoke 洪波涌

# the opposite: a notice is issued
六安市河长制会议召开，会议印发了情况通报。
  no role
""")


@pytest.mark.parametrize("case", ATTENDED + CHAIRED, ids=str)
def test_attended_and_chaired(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", SPOKE + PRESENTED, ids=str)
def test_spoke_and_presented(case: Drawing) -> None:
    assert case.mistakes() == []
