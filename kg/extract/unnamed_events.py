"""Events that a text calls by their kind alone: 签约仪式, 座谈, 会议."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.event_names import without_date
from kg.extract.events import HABIT, Event, clause_of, event_forms, event_heads, is_planned, live
from kg.extract.marks import Marks
from kg.extract.sentences import Sentence, clause_start
from kg.extract.spans import InOrder, Spans
from kg.model import Span

#: Parts of an event: they point to the whole.
_PARTS = (
    "开幕式", "闭幕式", "开幕仪式", "闭幕仪式", "开幕会", "闭幕会", "仪式", "活动",
    "大会", "会议", "全体会议", "全会",
)  # fmt: skip
_DISCUSSES = re.compile(
    "(?:分别|先后)?[与同和](?:[^，。；“”、]{1,24}、){0,12}[^，。；“”、]{1,24}?(?:进行|举行|开展)?了?[^，。；、]{0,4}?(?P<head>座谈)(?!会)"
    "|(?:进行|举行|开展)了?(?:深入|亲切|友好)?(?:的)?(?:交流)?(?P<held>座谈)(?!会)"
)
#: 会见结束后，甲与乙座谈.
_THEN = re.compile("[前后]，")
#: 他还与企业负责人座谈: one stop more.
_ALSO = re.compile("[^，。；]{0,4}还")
#: 对我校进行友好访问: a visit is read as a verb (kg.extract.visits).
_CARRIED_OUT = ("进行", "进行了", "开展", "开展了")
_MEETING = re.compile(r"(?:(?:召开|主持|出席|列席)了?|(?=会议(?:由|审议|听取|研究|传达)))(?P<meeting>会议)")
HEAD_OF_TEXT = 80
_LONGEST_NAME = 24  # code points


def by_kind(
    marks: Marks, sentences: Sequence[Sentence], named: Sequence[Event], blocked: Spans
) -> list[Event]:
    """A ceremony or meeting that the text never names in full (签约仪式, 座谈会上), once a kind."""
    made: list[Event] = []
    anchors = Spans(anchor for event in named for anchor in event.anchors)
    done = set(_PARTS)
    for span, sentence in event_heads(marks, sentences, blocked):
        head = marks.text[span.start : span.end]
        if len(head) < 3 or head in done or anchors.holds(span):
            continue
        visit = marks.lexicon.events[head] == "visit"
        if visit and marks.text.startswith("的", span.end):
            continue  # 同来华进行正式访问的法国总统
        carried_out = visit and marks.text.endswith(_CARRIED_OUT, 0, span.start)
        if carried_out or HABIT.search(marks.text, sentence.span.start, span.start):
            continue
        same = next((event for event in reversed(made) if event.head.endswith(head)), None)
        if same:
            same.anchors.append(span)
            continue
        if any(e.head == head or e.name.endswith(head) for e in named):
            done.add(head)
            continue
        clause = clause_of(marks.text, span, sentence)
        here = f"在{head}" in marks.text[clause.start : clause.end]
        if is_planned(marks.lexicon, marks.text, *clause) or not (
            here or event_forms(marks.lexicon).around.search(marks.text, *clause)
        ):
            continue
        made.append(Event(head, marks.lexicon.events[head], [span], head, "bare-event"))
    return made


def discussions(marks: Marks, events: Sequence[Event], narration: str) -> list[Event]:
    """座谈, where people hold one (在会议室与客人座谈): a part of what its sentence tells of before
    (拜访了甲公司，与乙座谈), a 座谈会 of its paragraph or one without a name, else an event of its own.
    """
    if "座谈" not in narration:
        return []
    told = _Told(events)
    last: Event | None = next((e for e in reversed(events) if live(e) and e.head == e.name == "座谈会"), None)
    made: list[Event] = []
    for match in _DISCUSSES.finditer(narration):
        span = Span(*match.span("head" if match["head"] else "held"))
        if is_planned(marks.lexicon, narration, *_to_clause(narration, span)):
            continue
        near = _stop_of(marks, told, narration, match.start()) or _talk_of(marks, told, match.start())
        event = near or (made[-1] if made else last)
        if event:
            event.anchors.append(span)
        else:
            made.append(Event(_name(narration, span), "meeting", [span], "座谈", "bare-event"))
    return made


def _name(narration: str, head: Span) -> str:
    """甲同乙座谈: the clause, where it is short."""
    words = without_date(narration[_to_clause(narration, head).start : head.end])
    return words if len(words) <= _LONGEST_NAME else "座谈"


class _Told:
    """What happened, by where the text tells of it."""

    def __init__(self, events: Sequence[Event]) -> None:
        pairs = [(anchor, event) for event in events if live(event) for anchor in event.anchors]
        self.all = InOrder(pairs, lambda pair: pair[0])
        self.visits = InOrder([pair for pair in pairs if pair[1].type == "visit"], lambda pair: pair[0])


def _stop_of(marks: Marks, told: _Told, narration: str, position: int) -> Event | None:
    """拜访了甲公司，与乙座谈; 出席对话会，与乙座谈; 他还与乡亲座谈: the event that a talk is a part of."""
    line = marks.line(position).start
    also = _ALSO.match(narration, clause_start(narration, line, position, "。；！？\n，"))
    if also:
        count = told.visits.count_before(position)
        return told.visits.all[count - 1][1] if count else None
    start = clause_start(narration, line, position, "。；！？\n")
    for anchor, event in reversed(told.all.starting(start, position)):
        between = narration[anchor.start : position]
        if not _THEN.search(between) and (event.type == "visit" or between.count("，") <= 1):
            return event
    return None


def _talk_of(marks: Marks, told: _Told, position: int) -> Event | None:
    """The 座谈会 of the paragraph."""
    here = [event for _, event in told.all.starting(*marks.line(position)) if event.head.startswith("座谈")]
    return here[-1] if here else None


def _to_clause(text: str, span: Span) -> Span:
    return Span(clause_start(text, max(0, span.start - HEAD_OF_TEXT), span.start), span.start)


def unnamed_meeting(marks: Marks, events: Sequence[Event], blocked: Spans) -> list[Event]:
    """会议, where the text tells of one and of no other event: 召开会议, 主持会议, 会议由甲主持."""
    if any(live(event) for event in events):
        return []
    found = (Span(*match.span("meeting")) for match in _MEETING.finditer(marks.text))
    anchors = [span for span in found if not blocked.meets(span)]
    planned = anchors and is_planned(marks.lexicon, marks.text, *marks.line(anchors[0].start))
    return [Event("会议", "meeting", anchors, "会议", "bare-event")] if anchors and not planned else []
