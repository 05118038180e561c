"""Receptions: who meets whom, in which order the words name them, and who only was there."""

import pytest
from drawing import Drawing, drawn

RECEPTIONS = drawn("""
# one after the other
7月20日，山东省省长{田守仁}先后<会见>西门子副总裁{托马斯·克劳泽}，巴斯夫总裁{伯恩德·林德纳}。会见{林德纳}时，{田守仁}说，欢迎到烟台投资。
  met 田守仁、托马斯·克劳泽 @ 田守仁会见托马斯·克劳泽
  met 田守仁、伯恩德·林德纳 @ 田守仁会见伯恩德·林德纳
  spoke 田守仁 @ 田守仁会见伯恩德·林德纳

# the opposite: guests of one meeting
7月20日，山东省省长{田守仁}<会见>西门子副总裁{托马斯·克劳泽}、巴斯夫总裁{伯恩德·林德纳}一行。
  met 田守仁、托马斯·克劳泽、伯恩德·林德纳 @ 田守仁会见托马斯·克劳泽、伯恩德·林德纳

# those who were there as well are no guests
3月5日，日照市市长{柳维华}<会见>了韩国客人一行，日照市副市长{綦玉}<在座>。
  met 柳维华
  attended 綦玉

# the reception of the paragraph
7月20日，山东省省长{田守仁}<会见>巴斯夫总裁{伯恩德·林德纳}。
19日，山东省委书记{安百川}<会见>中国商飞公司董事长{庄志坚}，济南市市长{戚克}<参加>会见。
  met 田守仁、伯恩德·林德纳 @ 田守仁会见伯恩德·林德纳
  met 安百川、庄志坚 @ 安百川会见庄志坚
  attended 戚克 @ 安百川会见庄志坚

# both of them
7月20日，山东省省长{田守仁}分别<会见>西门子副总裁{托马斯·克劳泽}、巴斯夫总裁{伯恩德·林德纳}。副省长{靳雨}<参加>上述会见。
  met 田守仁、托马斯·克劳泽 @ 田守仁会见托马斯·克劳泽
  met 田守仁、伯恩德·林德纳 @ 田守仁会见伯恩德·林德纳
  attended 靳雨 @ 田守仁会见托马斯·克劳泽
  attended 靳雨 @ 田守仁会见伯恩德·林德纳

# the opposite: nobody was met
6月19日，北京大学副校长{李鸿远}访问希腊。希腊总统{瓦西拉科斯}因病未能会见客人。
  attended 李鸿远

# a talk held with each
5月27日，海关总署署长{施安平}在里斯本分别同葡萄牙总理{佩德罗·索萨}、议长{奥古斯托·利马}<会谈>。
  met 施安平、佩德罗·索萨 @ 施安平与佩德罗·索萨会谈
  met 施安平、奥古斯托·利马 @ 施安平与奥古斯托·利马会谈

# the host goes on, and both
5月6日，市长{江之远}<会见>南京大学校长{周怀远}一行，并共同<主持>联席会议，<表示>欢迎。
  met 江之远、周怀远
  chaired 江之远、周怀远
  spoke 江之远

# the opposite: the guest, named again
5月6日，市长{江之远}<会见>南京大学校长{周怀远}，{周怀远}<表示>感谢。
  met 江之远、周怀远
  spoke 周怀远

# the subject goes on behind another clause
5月27日，海关总署署长{施安平}结束了访问，随后在里斯本同葡萄牙总理{佩德罗·索萨}<会谈>。
  met 施安平、佩德罗·索萨 @ 施安平与佩德罗·索萨会谈

# the opposite: who invites is no subject
应葡萄牙总理{佩德罗·索萨}邀请，海关总署署长{施安平}访问葡萄牙，在里斯本同议长{奥古斯托·利马}<会谈>。
  met 施安平、奥古斯托·利马
  attended 施安平

# who is received stands before
11月28日，老挝总理{坎平·赛雅冯}在昆明考察，云南省副省长{普利民}、贵州省副省长{龙长春}分别<会见>。
  attended 坎平·赛雅冯 @ 坎平·赛雅冯考察
  met 坎平·赛雅冯、普利民 @ 普利民会见坎平·赛雅冯
  met 坎平·赛雅冯、龙长春 @ 龙长春会见坎平·赛雅冯

# with a delegation whose leader is named
8月21日，熊本大学校长{木山敬介}率团到台南市<参访>，台南市副市长{叶育玮}在南科管理局与访团<会面>。
  attended 木山敬介
  met 木山敬介、叶育玮

# the leader of a group that meets somebody
8月16日，会昌县县长{刘钰华}带队到东莞市<考察>。下午，考察组<会见>东莞市商会会长{姚贝仁}。
  attended 刘钰华
  met 刘钰华、姚贝仁

# a guest whose name is not read, and people
5月9日，广东省省长{江之远}在广州市<会见>新南威尔士州州督某某。副省长{骆明辉}<接见>抗洪官兵代表。
  met 江之远
  met 骆明辉

# the opposite: what a meeting brought
5月9日，全省工作会议召开，广东省省长{江之远}会见达成的共识写进了报告。
  no role

# two paragraphs further on, a host is heard by the guest
3月10日，唐山市委书记{张古江}<会见>中冶集团董事长{陈建光}，并<出席>有关签约活动。
市长{田国良}<参加>。
{张古江}对客人的到来<表示>欢迎。
  met 张古江、陈建光 @ 张古江会见陈建光
  attended 张古江 @ 签约活动
  attended 田国良 @ 张古江会见陈建光
  spoke 张古江 @ 张古江会见陈建光

# the opposite: another delegation
8月9日，温州市市长{钟离秋}<会见>由会长{上官云萍}率领的台州市商会代表团。副市长{乐建平}<会见>德国伍珀塔尔市议会访问团。
  met 钟离秋、上官云萍
  met 乐建平

# guests are those who came to visit
9月21日，日本驻上海总领事{石墨客}一行4人在外办领导陪同下来我校访问。党委书记{程长春}、副校长{蒋乃文}<会见>了来宾。
  met 石墨客、程长春、蒋乃文 @ 程长春、蒋乃文会见石墨客
  attended 石墨客 @ 石墨客访问

# a team without a name of its own
3月6日，万能大学主任{周盛武}博士一行<来校考察>。访问期间，校长{刘仲逵}<会见>了参访团。
  met 周盛武、刘仲逵
  attended 周盛武

# the opposite: guests of a meeting
3月6日，万能大学主任{周盛武}一行<来校考察>。10日，校长{刘仲逵}<会见>来华出席论坛的嘉宾。
  met 刘仲逵
  attended 周盛武

# the opposite: a meeting to come
5月9日，全市工作会议召开，西安市市长{江之远}出席会议。{江之远}将会见南京大学校长{周怀远}。
  attended 江之远
""")


@pytest.mark.parametrize("case", RECEPTIONS, ids=str)
def test_receptions(case: Drawing) -> None:
    assert case.mistakes() == []
