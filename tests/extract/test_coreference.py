"""Who is meant: 他, 黄市长, 客人, 两人, and a delegation by its leader."""

import pytest
from drawing import Drawing, drawn

PEOPLE = drawn("""
# 他 visits
5月18日，四川省省长{尚德}与香港特别行政区行政长官{简耀邦}共同<主持>川港合作会议。
{简耀邦}<表示>，机制成果丰硕。此前，他到都江堰市<参观>学校，都江堰市副市长{贺晓}<陪同>。
  chaired 尚德、简耀邦 @ 川港合作会议
  spoke 简耀邦 @ 川港合作会议
  attended 简耀邦 @ 简耀邦参观学校
  accompanied 贺晓 @ 简耀邦参观学校

# 他 receives
7月1日，文化部部长{李长远}在巴黎<会见>法国总理{拉法兰}。{李长远}<表示>祝贺。下午，他还<会见>法国部长{艾涅蕾}。
  met 李长远、拉法兰 @ 李长远会见拉法兰
  spoke 李长远 @ 李长远会见拉法兰
  met 李长远、艾涅蕾 @ 李长远会见艾涅蕾

# the opposite: 他 in somebody's words
7月1日，湛江市座谈会召开。湛江市市长{欧宁}<表示>，“支书是个好人，他表示会留下来。”
  spoke 欧宁

# the surname with a title
4月15日，中联办主任{张晓}<会见>重庆市市长{黄奇}一行。黄市长<介绍>了重庆发展情况。
  met 张晓、黄奇
  spoke 黄奇

# the opposite: two of one surname
4月15日，天津市市长{黄晓}<会见>重庆市市长{黄奇}一行。黄市长介绍了重庆发展情况。
  met 黄晓、黄奇

# the opposite: a preposition that is a surname
4月15日，恩施州工作会议召开，恩施州州长{向前进}<出席>会议。会议向市长通报了情况。
  attended 向前进

# guests go on to something else
12月8日，西北大学书记{陈思远}<会见>汉中市市长{姚广}一行。会见后，客人<参观>了校史馆，副校长{明智}<陪同>。
  met 陈思远、姚广 @ 陈思远会见姚广
  attended 姚广 @ 客人参观了校史馆
  accompanied 明智 @ 客人参观了校史馆

# one of two by the title
5月11日，聊城大学书记{刘陈}、校长{杨震}<会见>仙林管委会主任{张连春}、副主任{张铁波}。张主任<介绍>了园区情况。
  met 刘陈、杨震、张连春、张铁波
  spoke 张连春

# nobody's title says who it is
4月1日，聊城大学校企合作座谈会召开。中交一公局西北公司{曹燚}一行<出席>座谈会。{曹燚}<介绍>了公司情况。
  attended 曹燚
  spoke 曹燚

# 先生 behind a name, and the opposite: 一行 behind a word
4月1日，全市红色文化研讨会召开，开国将军后代{罗援朝}先生<出席>。调研组一行和客人一行在场。
  attended 罗援朝

# the two of a title
5月9日，国务院总理{江之远}同匈牙利总理{欧安}举行会谈。议长{沃金}会见{江之远}。两国总理共同<见证>签署合作文件。
  met 江之远、欧安、沃金
  witnessed 江之远、欧安

# led by somebody in a frame
7月25日，龙岩市代表团在龙岩市领导{黄晓炎}、{黄福}的<带领下>，走访了徐汇区政府。
  attended 黄晓炎、黄福
""")


@pytest.mark.parametrize("case", PEOPLE, ids=str)
def test_who_is_meant(case: Drawing) -> None:
    assert case.mistakes() == []
