"""Whole passages in the genre's prose: several phenomena at once, as they come in the news."""

import pytest
from drawing import Drawing, drawn

MEETINGS = drawn("""
# a provincial work meeting
全省春耕备耕现场会在荆州召开
3月11日，全省春耕备耕现场会在荆州市召开。[湖北省委副书记]{柏青川}<出席>会议并<讲话>，\
[副省长]{邹志远}<主持>会议。
荆州市、监利市和洪湖市负责同志作交流发言。会前，{柏青川}到江陵县查看了秧苗长势。
  post 柏青川 | 湖北省委 | 副书记
  post 邹志远 | 湖北省政府 | 副省长
  attended 柏青川 @ 全省春耕备耕现场会
  spoke 柏青川、荆州市、监利市、洪湖市 @ 全省春耕备耕现场会
  chaired 邹志远 @ 全省春耕备耕现场会
  attended 柏青川 @ 柏青川查看了秧苗长势

# a city meeting with a clipped last clause
6月18日，鄂尔多斯市召开招商引资推进会。[市委书记]{白毓龙}<讲话>，[市长]{苏德}<主持>，[市委常委]、\
[常务副市长]{康振川}<通报>一季度招商情况。
  post 白毓龙 | 鄂尔多斯市委 | 书记
  post 苏德 | 鄂尔多斯市政府 | 市长
  post 康振川 | 鄂尔多斯市委 | 常委
  post 康振川 | 鄂尔多斯市政府 | 常务副市长
  spoke 白毓龙
  chaired 苏德
  presented 康振川
  hosted 鄂尔多斯市

# a meeting of many cities
10月20日，西江经济带城市合作会议在梧州市举行，柳州、南宁、贵港、云浮、肇庆五市代表应邀参加。\
[梧州市市长]{钟应龙}<致辞>，[云浮市副市长]{卓志强}<发言>。
  post 钟应龙 | 梧州市政府 | 市长
  post 卓志强 | 云浮市政府 | 副市长
  attended 柳州市、南宁市、贵港市、云浮市、肇庆市
  spoke 钟应龙、卓志强

# a list of speakers after the verb
座谈会5月4日在遵义市召开。先后<发言>的有[遵义市汇川区委书记]{龚惠琳}、\
[赤水市市长]{况一航}和[茅台集团副总经理]{涂怀彬}。[遵义市委书记]{李思睿}<主持>。
  post 龚惠琳 | 汇川区委 | 书记
  post 况一航 | 赤水市政府 | 市长
  post 涂怀彬 | 茅台集团 | 副总经理
  post 李思睿 | 遵义市委 | 书记
  spoke 龚惠琳、况一航、涂怀彬
  chaired 李思睿
""")

SIGNINGS = drawn("""
# a city and a group, the signers and the witnesses
5月17日，咸阳市与隆基集团在西安签署[战略合作框架协议]。[咸阳市委书记]{夏时中}、\
[隆基集团董事长]{钟望舒}<出席>签约仪式，[咸阳市副市长]{程建国}与[隆基集团副总裁]{唐旭生}代表双方<签>字。
  post 夏时中 | 咸阳市委 | 书记
  post 钟望舒 | 隆基集团 | 董事长
  post 程建国 | 咸阳市政府 | 副市长
  post 唐旭生 | 隆基集团 | 副总裁
  attended 夏时中、钟望舒
  signed 程建国、唐旭生
  agreement 战略合作框架协议 | 咸阳市、隆基集团

# a university and a county
我校与岚皋县签署乡村振兴合作协议
4月28日上午，我校与岚皋县乡村振兴合作协议签约仪式在行政楼举行。[西北农林科技大学校长]{吴耕野}、\
[岚皋县委书记]{杨望龙}<出席>并<致辞>，[副校长]{罗戎}<主持>仪式。\
{罗戎}与[岚皋县县长]{冉定波}代表双方<签署>协议。
  post 吴耕野 | 西北农林科技大学 | 校长
  post 杨望龙 | 岚皋县委 | 书记
  post 罗戎 | 西北农林科技大学 | 副校长
  post 冉定波 | 岚皋县政府 | 县长
  attended 吴耕野、杨望龙
  spoke 吴耕野、杨望龙
  chaired 罗戎
  signed 罗戎、冉定波

# friendly counties, two more agreements the same day
9月3日，武隆区与长兴县缔结友好区县签约仪式在武隆举行，双方签署[《缔结友好区县协议书》]。当天，\
武隆区文旅委与长兴县文旅局签署[《文旅合作协议》]，仙女山街道与水口乡签署了[《结对共建协议》]。
  agreement 缔结友好区县协议书 | 武隆区、长兴县
  agreement 文旅合作协议 | 武隆区文旅委、长兴县文旅局
  agreement 结对共建协议 | 仙女山街道、水口乡
""")

VISITS = drawn("""
# a delegation, its hosts and a talk
8月9日至10日，广安市委书记{张弥远}率党政代表团来我区考察。渝北区委书记{唐应川}、区长{廖红军}<陪同>考察。\
在座谈会上，{唐应川}<介绍>了渝北区发展情况，{张弥远}<表示>，要加快建设川渝高竹新区。
  attended 张弥远
  accompanied 唐应川、廖红军
  spoke 唐应川、张弥远

# an absence within a visit
10月12日，汕尾市委书记{张晓岳}到陆河县调研，市委常委{李孟谋}<参加>调研，陆河县委书记{罗辛生}因公外出未陪同。
  attended 张晓岳、李孟谋
""")

RECEPTIONS = drawn("""
# two hosts and two guests
9月14日，[云南省委书记]{王泊川}、[省长]{王予清}在昆明<会见>[华能集团董事长]{温廷柱}、[总经理]{邓若玲}。
  post 王泊川 | 云南省委 | 书记
  post 王予清 | 云南省政府 | 省长
  post 温廷柱 | 华能集团 | 董事长
  post 邓若玲 | 华能集团 | 总经理
  met 王泊川、王予清、温廷柱、邓若玲

# heads of state
新华社北京5月18日电　国家主席{成远}18日在人民大会堂同塔吉克斯坦总统{拉赫蒙诺夫}举行<会谈>。
  met 成远、拉赫蒙诺夫
""")

CAREERS = drawn("""
# one comes, one goes, and a career
日前，省委决定：贺文澜同志任[昭通市委书记]，江定奎同志不再担任[昭通市委书记]、[常委]、[委员]职务。
  appointed 贺文澜 | 昭通市委 | 书记
  removed 江定奎 | 昭通市委 | 书记
  removed 江定奎 | 昭通市委 | 常委
  removed 江定奎 | 昭通市委 | 委员

# a session elects
3月1日，遂宁市第八届人民代表大会第三次会议闭幕。会议选举刘惠蘅为[遂宁市人大常委会主任]，王思诚为[遂宁市市长]。
  elected 刘惠蘅 | 遂宁市人大常委会 | 主任
  elected 王思诚 | 遂宁市政府 | 市长

# a notice by the government
山西省人民政府决定，任命：赵知新为[山西省审计厅副厅长]；免去：薛定平的[山西省体育局副局长]职务。
  appointed 赵知新 | 山西省审计厅 | 副厅长
  removed 薛定平 | 山西省体育局 | 副局长
""")


@pytest.mark.parametrize("case", MEETINGS + SIGNINGS, ids=str)
def test_meetings_and_signings(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", VISITS + RECEPTIONS + CAREERS, ids=str)
def test_visits_receptions_and_careers(case: Drawing) -> None:
    assert case.mistakes() == []
