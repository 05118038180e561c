"""One pass over a text: where lexicon words begin and end, and where dictionary words break."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from kg.extract.lexicon import Lexicon
from kg.model import Span

#: Characters that no name, title or organisation crosses.
STOPS = frozenset("，。；：、！？《》〈〉【】[]…\n,.;:!?|()（）—–-")
_ADVERBS = frozenset("正仍也还都已又再便均曾只仅各全")
_OPEN, _CLOSE = "“‘", "”’"
_TASK_FORCE = re.compile(r"(?:领导小组|指挥部|专班|办公室|委员会|工作组|中心|院|所|处|局)$")


@dataclass(frozen=True)
class Marks:
    """Lexicon matches of one text. `starts[kind][i]` is the longest end, `ends[kind][i]` the longest start."""

    text: str
    lexicon: Lexicon
    starts: dict[str, dict[int, int]]
    ends: dict[str, dict[int, int]]
    breaks: bytearray
    spans: dict[str, list[Span]]

    def word(self, kind: str, start: int) -> str:
        """Longest word of a kind that starts here, or ''."""
        end = self.starts[kind].get(start)
        return self.text[start:end] if end else ""

    def within(self, kind: str, start: int, end: int) -> list[Span]:
        """Leftmost-longest matches of a kind inside an interval."""
        spans = self.spans[kind]
        low = bisect_left(spans, (start, 0))
        high = bisect_right(spans, (end, end))
        return [span for span in spans[low:high] if span.end <= end]


def mark(text: str, lexicon: Lexicon) -> Marks:
    """Match the whole lexicon and segment the text, both linear in its length."""
    kinds = ("title", "organ", "national", "event", "follower", "leader", "place", "country")
    starts: dict[str, dict[int, int]] = {kind: {} for kind in kinds}
    ends: dict[str, dict[int, int]] = {kind: {} for kind in kinds}
    for start, end, number in lexicon.automaton.find_overlapping(text):
        for kind in lexicon.kinds[number]:
            if end > starts[kind].get(start, 0):
                starts[kind][start] = end
            if start < ends[kind].get(end, end):
                ends[kind][end] = start
    import rjieba  # its dictionary takes 0.3 s to load  # noqa: PLC0415

    breaks = bytearray(len(text) + 1)
    position = 0
    for token in rjieba.cut(text, False):
        breaks[position] = 1
        position += len(token)
    breaks[len(text)] = 1
    return Marks(text, lexicon, starts, ends, breaks, {kind: _leftmost(starts[kind]) for kind in kinds})


def _leftmost(starts: dict[int, int]) -> list[Span]:
    out: list[Span] = []
    last = 0
    for start in sorted(starts):
        if start >= last:
            out.append(Span(start, starts[start]))
            last = starts[start]
    return out


def left_edge(marks: Marks, end: int, floor: int) -> int:
    """Start of the organisation words that end at `end`: back to a stop, a leading word or `floor`.

    A leading word counts only where dictionary words break on both sides of it, so that 和 in 和平区,
    上 in 上海 or 有 in 有限公司 do not; and never inside a place or an organisation known by name.
    Quotation marks are crossed when they are balanced (推进“一圈一带两区”建设工作领导小组办公室).
    """
    edge = _scan(marks, end, floor)
    # An organ's last character alone is no organisation: 省发改委评估督导 is not cut off from its 处.
    while edge > floor and (end - edge == 1 or _task_force(marks, edge, end, floor)):
        leader = marks.ends["leader"].get(edge)
        if leader is None or leader < floor or leader == edge:
            break
        edge = _scan(marks, leader, floor)
    return edge


def _task_force(marks: Marks, edge: int, end: int, floor: int) -> bool:
    """省推进…领导小组办公室: a verb between a level word or place and a task force belongs to its name."""
    if not _TASK_FORCE.search(marks.text[edge:end]):
        return False
    leader = marks.ends["leader"].get(edge)
    if leader is None or edge - leader < 2 or leader <= floor:
        return False
    if marks.text[leader - 1] in "省市县区州国" or leader in marks.ends["place"]:
        return True
    # 四川省知识产权服务促进中心: a bare 中心, and a place at the head of what stands before the verb.
    head = _scan(marks, leader, floor)
    known = head in marks.starts["place"] or marks.text.startswith(tuple(marks.lexicon.groups), head)
    return marks.text[edge:end] in marks.lexicon.organs and known


def _scan(marks: Marks, end: int, floor: int) -> int:
    text = marks.text
    position = end
    while position > floor:
        char = text[position - 1]
        if char in _CLOSE:
            opened = text.rfind(_OPEN[_CLOSE.index(char)], max(floor, position - 24), position - 1)
            if opened < 0:
                break
            position = opened
            continue
        if char in STOPS or char in _OPEN or char.isspace():
            break
        start = _protected(marks, position)
        if start is not None and start >= floor:
            position = start
            continue
        if _leader_ends(marks, position, floor):
            break
        position -= 1
    return position


def _protected(marks: Marks, position: int) -> int | None:
    """Start of a place, national body or office that ends here: its inside is not looked at."""
    found = [marks.ends[kind].get(position) for kind in ("place", "national", "organ")]
    known = [start for start in found if start is not None and position - start >= 2]
    return min(known) if known else None


def _leader_ends(marks: Marks, position: int, floor: int) -> bool:
    start = marks.ends["leader"].get(position)
    if start is None or start < floor:
        return False
    if position - start >= 2:
        return True
    char = marks.text[start]
    if char in _ADVERBS and (start == floor or marks.text[start - 1] in STOPS):
        return False  # 正泰集团 at the head of a clause
    if char in "由被把":
        return bool(marks.breaks[start])
    if char in "和与及" and _inside_office(marks, start, position):
        return False
    return bool(marks.breaks[start] and marks.breaks[position])


def _inside_office(marks: Marks, start: int, end: int) -> bool:
    """教育和体育局, 政制及内地事务局: a word of the language before, an office's words after."""
    import rjieba  # noqa: PLC0415 - see mark()

    organ = next((marks.ends["organ"][e] for e in range(end + 1, min(end + 8, len(marks.text)) + 1)
                  if e in marks.ends["organ"] and marks.text[e - 1] in "局厅部委会处司"), None)
    if organ is None:
        return False
    before = marks.text[max(0, start - 2) : start]
    if start - 2 in marks.ends["title"]:
        return False  # 市委书记李强与市委…: a name, not a word
    busy = any(start in marks.ends[kind] for kind in ("organ", "place", "national", "title", "follower"))
    return len(before) == 2 and not busy and bool(rjieba.has_word(before)) and marks.text[start - 3 : start - 2] not in "、，"
