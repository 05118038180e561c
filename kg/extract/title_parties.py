"""Parties in the title of an agreement: 甲省 乙省战略合作框架协议, 甲省与乙州关于…的备忘录."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.sides import Item
from kg.model import Span

_BODY_END = r"(?:[省市县区州国局厅]|政府|大学|学院|公司|集团|研究院|医院|委员会|管委会|商会|协会|联合会)"
#: 甲省与乙州关于…的备忘录: the words that begin what the agreement is about.
_ABOUT = (
    "关于|建立|缔结|战略|全面|深化|合作|友好|框架|共建|校地|市校|结|开展|推进|深入|加强|旅游|投资|产学研|教育|文化|科技|协同"
    r"|\(|协议|合同|备忘录"
)
_TWO = re.compile(
    rf"(\S{{2,20}}?{_BODY_END})\s*(?:与|和|—+|－|-|–|、|\s)\s*(\S{{2,24}}?{_BODY_END})(?={_ABOUT})"
)
_TITLE_GAP = re.compile(r"[—\-–与和及 ·]*|[\u4e00-\u9fff]{0,8}(?:经济带|城市群|地区|区域)")
_LEAST = 2  # parties
_TITLE_JOIN = re.compile(r"[—\-–与和、 ]")


def heads_of_title(text: str, at: int, inside: Iterable[Item]) -> list[Item]:
    """The known bodies that stand side by side at the head of a title that begins at `at`; none for one."""
    head: list[Item] = []
    position = at
    for item in inside:
        if item.person or not _TITLE_GAP.fullmatch(text, position, item.span.start):
            break
        head.append(item)
        position = item.span.end
    joined = len(head) >= _LEAST and _TITLE_JOIN.search(text, head[0].span.end, head[1].span.start)
    return head if joined else []


def two_in_title(title: str, at: int) -> list[Span]:
    """甲省与乙州关于…的备忘录: two names by their last words, also of bodies that no table knows."""
    match = _TWO.match(title)
    return [Span(at + match.start(n), at + match.end(n)) for n in (1, 2)] if match else []
