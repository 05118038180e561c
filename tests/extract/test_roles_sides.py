"""Roles at signings, visits and receptions: signed, hosted, accompanied, met, witnessed."""

import pytest
from drawing import Drawing, drawn

SIGNED = drawn("""
# one with two others
5月15日，合作委员会会议召开。会后，国务院副总理{江之远}分别同俄罗斯副总理{曼图罗夫}、部长{诺瓦克}<签署>会议纪要。
  signed 江之远、曼图罗夫、诺瓦克

# 代表双方签字
签约仪式5月8日在贵阳市举行，贵阳市副市长{宦立群}和云上集团总经理{冼星河}代表双方<签>字。
  signed 宦立群、冼星河

# 代表…与…签约
签约仪式5月8日在贵阳市举行，贵阳市副市长{宦立群}代表市政府与云上集团<签约>。
  signed 宦立群

# 由…签署
签约仪式5月8日在贵阳市举行，协议由{宦立群}副市长、{冼星河}总经理<签署>。
  signed 宦立群、冼星河

# the opposite: bodies are parties, no signers
5月8日，贵阳市与云上集团在数博会签约仪式上签署《数据中心合作协议》。
  no role

# the opposite: to be signed
签约仪式5月8日在贵阳市举行，市长{宦海平}<说>，双方将于年内签署正式协议。
  spoke 宦海平
""")

HOSTED = drawn("""
# 由…主办
第五届丝路书香论坛6月9日在敦煌市举行，论坛由敦煌研究院、兰州大学共同<主办>。
  hosted 敦煌研究院、兰州大学

# a body holds a meeting
6月9日，敦煌研究院<举办>石窟保护研讨会。
  hosted 敦煌研究院

# the opposite: held in a city
石窟保护研讨会6月9日在敦煌市举行。
  no role

# the opposite: the meeting's theme
6月9日，以敦煌研究院八十周年为主题的研讨会在北京举行。
  no role

# a city holds
5月6日，安阳市<举行>甲骨文大会。
  hosted 安阳市

# the opposite: the place where
5月6日，甲骨文大会在安阳市、汤阴县两地举行。
  no role
""")

ACCOMPANIED = drawn("""
# 陪同考察
6月6日，盐城市委书记{卞和生}到东台市考察，东台市委书记{施卫国}、市长{茅以德}<陪同>考察。
  attended 卞和生
  accompanied 施卫国、茅以德

# 陪同 ends the sentence
6月6日，盐城市委书记{卞和生}赴东台市调研。市领导{冒国栋}、{羊毅}<陪同>。
  attended 卞和生
  accompanied 冒国栋、羊毅

# 在…陪同下
6月6日，盐城市委书记{卞和生}在东台市委书记{施卫国}<陪同>下调研沿海湿地。
  attended 卞和生
  accompanied 施卫国

# 陪同考察的有
6月6日，盐城市委书记{卞和生}到东台市考察，<陪同>考察的有东台市委书记{施卫国}、市长{茅以德}。
  attended 卞和生
  accompanied 施卫国、茅以德

# 一同调研
6月6日，盐城市委书记{卞和生}到东台市调研，副市长{冒国栋}<一同调研>。
  attended 卞和生、冒国栋

# the opposite: accompanied by unnamed people
6月6日，盐城市委书记{卞和生}在有关部门负责人陪同下到东台市调研。
  attended 卞和生

# 陪同参加活动
5月6日，河南省副省长{刘尚可}到安阳市调研，安阳市领导{袁思健}、{高永川}分别<陪同>调研。
  attended 刘尚可
  accompanied 袁思健、高永川

# 随同
5月6日，河南省副省长{刘尚可}到安阳市调研，河南省政府副秘书长{魏晓安}<随同>调研。
  attended 刘尚可
  accompanied 魏晓安

# the hosts' list before, the visitors after
安阳市委书记{袁思健}、市长{高永川}<陪同>河南省副省长{刘尚可}到殷墟考察。
  attended 刘尚可
  accompanied 袁思健、高永川
""")

MET = drawn("""
# 会见
9月2日，珠海市市长{容国}<会见>了澳门中华总商会会长{何厚德}一行。
  met 容国、何厚德

# 与…会谈
9月2日，珠海市市长{容国}与澳门中华总商会会长{何厚德}举行<会谈>。
  met 容国、何厚德

# 会见 with company
9月2日，珠海市委书记{古月}、市长{容国}<会见>澳门中华总商会会长{何厚德}，副市长{简行之}<参加>会见。
  met 古月、容国、何厚德
  attended 简行之

# 拜会
9月2日，珠海市市长{容国}在澳门<拜会>了澳门中华总商会会长{何厚德}。
  met 容国、何厚德

# 会见时说
9月2日，珠海市市长{容国}<会见>澳门中华总商会会长{何厚德}。{容国}在会见时<表示>，欢迎更多企业来投资。
  met 容国、何厚德
  spoke 容国

# the opposite: a room
研讨会9月2日在珠海市人民大会堂会见厅举行，市长{容国}<致辞>。
  spoke 容国

# the opposite: to be met
珠海市市长{容国}将于明天会见澳门中华总商会会长{何厚德}。
  no role

# 接见
5月6日，安阳市委书记{袁思健}<接见>了全国劳动模范{裴春来}。
  met 袁思健、裴春来

# 会见 in the headline and in the text is one
{袁思健}会见红星集团客人
5月6日，安阳市委书记{袁思健}<会见>了红星集团董事长{车芳菲}一行。
  met 袁思健、车芳菲

# several guests of one host in turn
5月6日，安阳市市长{高永川}分别<会见>了红星集团董事长{车芳菲}和远洋集团总裁{王远辉}。
  met 高永川、车芳菲、王远辉
""")

WITNESSED = drawn("""
# 见证签约
6月9日，校地合作签约仪式在眉山市举行，市委书记{苏子游}、四川农业大学校长{陶渊}<见证>签约。
  witnessed 苏子游、陶渊

# 在…见证下
6月9日，在眉山市委书记{苏子游}的<见证>下，眉山市与四川农业大学签署校地合作协议。签约仪式在眉山举行。
  witnessed 苏子游

# 出席 and 见证
6月9日，校地合作签约仪式在眉山市举行，市委书记{苏子游}<出席>并<见证>签约。
  attended 苏子游
  witnessed 苏子游

# the opposite: witnesses of history
6月9日，校地合作签约仪式在眉山市举行。三苏祠见证了眉山的千年文脉，各位嘉宾共同见证。
  no role

# 共同见证
5月6日，安阳市与红星集团合作签约仪式举行。安阳市市长{高永川}与红星集团董事长{车芳菲}共同<见证>签约。
  witnessed 高永川、车芳菲

# witnessed by the signers' heads after a reception
5月6日，安阳市委书记{袁思健}<会见>红星集团董事长{车芳菲}并共同<见证>合作协议签署。
  met 袁思健、车芳菲
  witnessed 袁思健、车芳菲
""")


@pytest.mark.parametrize("case", SIGNED + WITNESSED + HOSTED, ids=str)
def test_signed_witnessed_hosted(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", ACCOMPANIED + MET, ids=str)
def test_accompanied_and_met(case: Drawing) -> None:
    assert case.mistakes() == []
