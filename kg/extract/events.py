"""Events: named meetings and ceremonies, visits, receptions; and which event a bare 会议 points back to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.marks import STOPS, Marks
from kg.extract.sentences import Sentence, sentence_at
from kg.model import Span

_HAPPENS = re.compile(r"(?:召开|举行|举办|开幕|闭幕|落幕|启幕|启动|在[^，。]{1,14}(?:召开|举行|举办|开幕|闭幕)|开(?:了|在))")
_PLANNED = re.compile(r"(?:原拟|原定|原计划|将于|将在|将赴|将举|将召|拟于|拟定|定于|定在|即将|计划于|拟在|下一届|下届|预计|筹备)")
_PAST = re.compile(r"(?:上届|上一届|历届)")
_PAST_CLAUSE = re.compile(r"(?:曾于|曾在|于[^，。]{2,8}年|去年|此前)")
_ORDINAL = re.compile(r"(?:第[一二三四五六七八九十百\d]+(?:届|次|轮|期)|首届|首次|下一届|下届|上届)")
_LEADING_DATE = re.compile(r"^(?:[〇零一二三四五六七八九十\d]+[年月日号]|[上下]午|今天|昨天|当天|日前|近日)+")
_MEET = re.compile(r"(?<!招待)(?<!报告)(?:会见|会晤|接见|拜会)(?!厅|室|时|前|后|中|结束)了?")
BARE = ("会议", "大会", "会上", "会", "全会")
_OPEN, _CLOSE = "“‘", "”’"
_NO_EVENT = re.compile(r"^(?:中心|厅|室|楼|馆|堂|大厦|纪要|精神|材料|酒店|代表团|秘书处|组委会|主席团|决定|通知|方案)")
#: Parts of an event: they point to the whole.
_PARTS = ("开幕式", "闭幕式", "开幕会", "闭幕会", "仪式", "活动", "大会", "会议", "全体会议", "全会")


@dataclass
class Event:
    """An event under construction; `anchors` are the spans that name it."""

    name: str
    type: str
    anchors: list[Span]
    planned: bool = False
    past: bool = False
    key: str = ""
    head: str = ""
    place_span: Span | None = None
    parties: list[str] = field(default_factory=list)
    rule: str = "event-name"

    @property
    def start(self) -> int:
        """Where the text first names it."""
        return min(anchor.start for anchor in self.anchors)


def named_events(marks: Marks, sentences: list[Sentence], blocked: list[Span]) -> list[Event]:
    """Meetings and ceremonies by name; the same event named twice is one."""
    events: list[Event] = []
    for span in marks.spans["event"]:
        if (any(b.start < span.end and span.start < b.end for b in blocked) or _in_organ(marks, span)
                or _NO_EVENT.match(marks.text[span.end : span.end + 4])):
            continue
        sentence = sentence_at(sentences, span.start)
        if sentence is None:
            continue
        head = marks.text[span.start : span.end]
        if head in ("会见", "会晤", "接见", "拜会") or marks.text[span.end : span.end + 1] in ("谈", "见", "晤"):
            continue
        left = _name_start(marks, span.start, sentence.span.start)
        name = _LEADING_DATE.sub("", marks.text[left : span.end])
        left = span.end - len(name)
        if len(name) == len(head) or name in BARE:
            _point_back(events, head, span, marks.text)
            continue
        clause = _clause(marks.text, span, sentence)
        event = Event(name, marks.lexicon.events[head], [Span(left, span.end)], head=head,
                      planned=bool(_PLANNED.search(clause)),
                      past=bool(_PAST.search(name) or (_ORDINAL.search(name) and _PAST_CLAUSE.search(clause))))
        if not _is_event(marks, event, sentence):
            continue
        same = next((e for e in events if _same(e, event)), None)
        if same:
            same.anchors.append(event.anchors[0])
            same.planned &= event.planned
            if len(name) > len(same.name) and sentence.span.start > 0:
                same.name = name
        else:
            events.append(event)
    return events


def _in_organ(marks: Marks, span: Span) -> bool:
    for kind in ("organ", "national"):
        if any(s.start <= span.start and span.end <= s.end and s != span
               for s in marks.within(kind, max(0, span.start - 12), span.end + 12)):
            return True
    return False


#: Words that an event's name does not reach over; single characters only where dictionary words break.
_EDGES = re.compile(r"(?:出席|参加|召开|举行|举办|主持|列席|主办|承办|组织|迎来|开幕|闭幕|迎接|筹备|传达|落实|贯彻|随后|当天|会议|其间|期间|现场|为期)(?:了|的)?$")
_EDGE_CHARS = frozenset("在的了由到赴将是向对从把被以于其这本该")


def _edge(marks: Marks, start: int, floor: int) -> int:
    """Where the name of an event begins: back to a stop, a verb of taking place, or a preposition."""
    text, position = marks.text, start
    while position > floor:
        char = text[position - 1]
        if char in _CLOSE:
            opened = text.rfind(_OPEN[_CLOSE.index(char)], max(floor, position - 30), position - 1)
            if opened < 0:
                break
            position = opened
            continue
        if char in STOPS and char not in "()" or char in _OPEN or char.isspace():
            break
        if char == ")":
            opened = text.rfind("(", max(floor, position - 12), position - 1)
            if opened < 0:
                break
            position = opened
            continue
        if char in _EDGE_CHARS and marks.breaks[position] and marks.breaks[position - 1]:
            break
        if _EDGES.search(text, max(floor, position - 5), position):
            break
        if position in marks.ends["title"] and position - start > -40 and marks.breaks[position] and position < start:
            break
        position -= 1
    return position


def _name_start(marks: Marks, start: int, floor: int) -> int:
    left = _edge(marks, start, floor)
    text = marks.text
    # 赤壁市和衢江区缔结友好城市签约仪式: a conjunction between two places does not begin the name.
    if left > floor and text[left - 1] in "和与" and left in marks.starts["place"]:
        before = marks.ends["place"].get(left - 1)
        if before is not None and before >= floor:
            return before
    return left


def _clause(text: str, span: Span, sentence: Sentence) -> str:
    left = max(text.rfind(mark, sentence.span.start, span.start) for mark in "，；。\n")
    right = min((p for p in (text.find(mark, span.end, sentence.span.end) for mark in "，；。\n") if p >= 0),
                default=sentence.span.end)
    return text[max(left + 1, sentence.span.start) : right]


def _is_event(marks: Marks, event: Event, sentence: Sentence) -> bool:
    """It takes place in the words around it, or somebody takes part, or the headline names it."""
    text, anchor = marks.text, event.anchors[0]
    if sentence.span.start == 0 or sentence.paragraph <= 1 and len(text[sentence.span.start : sentence.span.end]) < 40:
        return True
    clause = _clause(text, anchor, sentence)
    before = text[max(sentence.span.start, anchor.start - 30) : anchor.start]
    return bool(_HAPPENS.search(clause) or re.search(
        r"(?:出席|参加|主持|列席|在$|举行|召开|举办|主办|承办|与会|在[^，。]{0,12}$)", before)
        or re.match(r"(?:上|期间|现场|由)", text[anchor.end : anchor.end + 2]))


def _same(one: Event, other: Event) -> bool:
    if one.head[-1] == other.head[-1] and one.start < 80 and not (one.planned or other.planned or one.past or other.past) and one.head[-2:] == other.head[-2:]:
        return True  # the headline names the event of the report
    if one.head[-1] != other.head[-1] and one.head not in other.name and other.head not in one.name:
        return False
    a, b = _ORDINAL.search(one.name), _ORDINAL.search(other.name)
    if a and b and a.group() != b.group():
        return False
    if (one.planned != other.planned) and (a or b):
        return False
    short, long = sorted((_plain(one.name), _plain(other.name)), key=len)
    return long.endswith(short) or short in long or _subsequence(short, long) and len(short) * 2 >= len(long)


def _plain(name: str) -> str:
    return re.sub(r"[“”‘’()\s]|暨.*$", "", _ORDINAL.sub("", name))


def _subsequence(short: str, long: str) -> bool:
    position = 0
    for char in short:
        position = long.find(char, position) + 1
        if not position:
            return False
    return True


def _point_back(events: list[Event], head: str, span: Span, text: str) -> None:
    target = next((e for e in reversed(events) if e.name.endswith(head) and not e.planned and not e.past), None)
    if target:
        target.anchors.append(span)
    elif not any(e.head == head for e in events):
        return


def bare_events(marks: Marks, sentences: list[Sentence], events: list[Event], blocked: list[Span]) -> list[Event]:
    """A ceremony or meeting that the text never names in full (签约仪式, 座谈会上), once a kind."""
    made: list[Event] = []
    for span in marks.spans["event"]:
        head = marks.text[span.start : span.end]
        sentence = sentence_at(sentences, span.start)
        if (len(head) < 3 or head in _PARTS or sentence is None or _in_organ(marks, span)
                or any(b.start < span.end and span.start < b.end for b in blocked)
                or any(a.start <= span.start and span.end <= a.end for e in events for a in e.anchors)):
            continue
        if any(e.head == head or e.name.endswith(head) for e in [*events, *made]):
            continue
        clause = _clause(marks.text, span, sentence)
        if _PLANNED.search(clause) or not re.search(
                r"(?:上|出席|参加|主持|举行|召开|由|现场|期间|在" + re.escape(head) + ")", clause):
            continue
        made.append(Event(head, marks.lexicon.events[head], [span], head=head, rule="bare-event"))
    return made


_SIGNS = re.compile(r"(?:签署|签订|签下|签了|签定)(?:了)?[^，。；]{0,30}?(?:《|协议|备忘录|合同|意向书|宣言)|(?:协议|备忘录)上签字")


def unnamed_signings(marks: Marks, sentences: Sequence[Sentence], events: list[Event], blocked: list[Span]) -> list[Event]:
    """A signing that no ceremony and no meeting of its paragraph holds is an event of its own, once an article."""
    text = marks.text
    if any(e.type == "signing" and not e.planned for e in events):
        return []
    for sentence in sentences[1:]:
        match = _SIGNS.search(text, sentence.span.start, sentence.span.end)
        if not match or any(b.start <= match.start() < b.end for b in blocked):
            continue
        paragraph = text.rfind("\n", 0, match.start()) + 1
        live = [e for e in events if not e.planned and not e.past]
        held = [e for e in live for a in e.anchors if paragraph <= a.start < match.start() and e.type != "reception"]
        receives = any(paragraph <= a.start < match.start() for e in live if e.type == "reception" for a in e.anchors)
        before = text.rfind("\n", 0, max(paragraph - 1, 0)) + 1
        received = re.match(r"会见(?:后|结束后|前)", text[paragraph : paragraph + 5]) or receives or _MEET.search(text, before, match.start())
        clause = max(text.rfind(mark, sentence.span.start, match.start()) + 1 for mark in "，；。\n")
        if held or _PLANNED.search(text, max(clause, sentence.span.start), match.start()) or re.search(
                r"(?:根据|按照|自\d|见证)", text[max(clause, sentence.span.start) : match.start()]):
            continue
        if not received and any(e.type in ("meeting", "visit") for e in live):
            continue
        words = text[match.start() : match.start() + 4].rstrip("了")
        start = max(clause, sentence.span.start)
        stop = re.compile(r"[，。；\n]").search(text, match.end())
        name = text[start : stop.start() if stop else match.end()].strip()
        return [Event(name[:40] or words, "signing", [Span(match.start(), match.start() + 2)], head="签约", rule="signing")]
    return []


def meeting_verbs(text: str, start: int, end: int) -> list[Span]:
    """会见 and its synonyms as verbs."""
    return [Span(m.start(), m.end()) for m in _MEET.finditer(text, start, end)]


def planned(text: str) -> bool:
    """A clause about something still to come."""
    return bool(_PLANNED.search(text))
