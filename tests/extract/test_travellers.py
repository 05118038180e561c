"""Who travels along with a visitor: 随团, 随行, 同行, a delegation and its head."""

import pytest
from drawing import Drawing, drawn

TRAVELLERS = drawn("""
# announced
5月7日，芜湖市市长{岳青山}<率芜湖市代表团访问>韩国。随团出访的还有芜湖市外办主任{卢晓舟}、繁昌区区长{霍启明}。
  attended 岳青山 @ 岳青山访问韩国
  attended 卢晓舟 @ 岳青山访问韩国
  attended 霍启明 @ 岳青山访问韩国

# behind their names
5月7日，芜湖市市长{岳青山}<到盐城市考察>。芜湖市商务局局长{卢晓舟}、繁昌区区长{霍启明}<随行>。
  attended 岳青山 @ 岳青山考察
  attended 卢晓舟 @ 岳青山考察
  attended 霍启明 @ 岳青山考察

# the head of a delegation announced
贵州省党政代表团12日结束在江西的考察。率团的是贵州省省长{卢晓舟}，同行的有副省长{霍启明}。
  attended 卢晓舟 @ 考察
  attended 霍启明 @ 考察

# the opposite: those who write about it
5月7日，芜湖市市长{岳青山}<到盐城市考察>。盐城晚报总编辑{卢晓舟}约见了随行记者。
  attended 岳青山 @ 岳青山考察

# the opposite: nobody visits anything
5月7日，安全生产会议召开，芜湖市市长{岳青山}<主持>。中学教师{卢晓舟}因病由家人同行。
  chaired 岳青山 @ 安全生产会议

# the delegation is that of its head
以芜湖市市长{岳青山}为团长的代表团5月7日访问泉州市。晋江市市长{卢晓舟}<会见>了代表团。
  met 卢晓舟、岳青山
""")

TALKS = drawn("""
# a guest who came to visit
国务院总理{孟远}5月7日在人民大会堂同来华进行正式访问的法国总理{拉法埃尔}举行<会谈>。
  met 孟远、拉法埃尔

# a comma before the other side
正在访华的法国总理{拉法埃尔}，5月7日在北京同国务院总理{孟远}举行<会谈>。
  met 拉法埃尔、孟远

# the headline has the end of a name
多哥外长{杜塞}来访
外交部部长{孟远}5月7日<会见>多哥外长{科菲·杜塞}。会见时，{杜塞}<表示>感谢。
  met 孟远、科菲·杜塞
  spoke 科菲·杜塞

# a guest whose name is not read, and those who only were there
安徽省委书记{孟远}5月7日<会见>某某一行，<参加>会见的有省长{岳青山}。
  met 孟远
  attended 岳青山

# the opposite: somebody else talks
国务院总理{孟远}5月7日表示，愿与来华访问的法国总理{拉法埃尔}继续努力。
  no role

# both sign, not the host alone
5月7日，芜湖市市长{岳青山}<会见>了首钢集团董事长{余映辉}，双方签署《钢铁产业合作协议》。
  met 岳青山、余映辉

# the opposite: the subject goes on
5月7日，芜湖市市长{岳青山}<会见>了首钢集团董事长{余映辉}，并<签署>《钢铁产业合作协议》。
  met 岳青山、余映辉
  signed 岳青山
""")


@pytest.mark.parametrize("case", TRAVELLERS, ids=str)
def test_who_travels_along(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", TALKS, ids=str)
def test_who_talks_and_who_signs(case: Drawing) -> None:
    assert case.mistakes() == []
