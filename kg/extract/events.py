"""Events: named meetings and ceremonies, and those that a text names by their kind alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.extract.agents import Person
from kg.extract.event_names import ORDINAL, alike, name_start, same_name, without_date
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.sentences import Sentence, clause_end, clause_start, sentence_at
from kg.extract.spans import Spans
from kg.model import Span

#: Words of the language that point to an event and name none.
_BARE = ("会议", "大会", "会上", "会", "全会")
#: Parts of an event: they point to the whole.
_PARTS = ("开幕式", "闭幕式", "开幕会", "闭幕会", "仪式", "活动", "大会", "会议", "全体会议", "全会")
#: 会见 and its like are read as verbs (kg.extract.receptions).
_MEETING_NOUNS = ("会见", "会晤", "接见", "拜会")
#: A session of a meeting.
_SESSION = re.compile(r"第[一二三四五六七八九十\d]+次(?:全体会议|大会)")
_OF_SEVERAL = re.compile("(?:上述)?(?:调研|考察|会见|会谈|走访|视察|检查|参观|慰问)[和及、与](?:上述)?")
_SCOPE = re.compile("全[国省市县区州旗]")
_OF_BODY = re.compile("所(?![作形提通达取确决议])")  # 商工会议所
#: 活动开幕式: a part of the event spoken of.
_PART = re.compile("(?:活动|会议|大会|论坛|仪式|年会)(?:开幕式|闭幕式|启动仪式|开幕会|现场)")
_THIS = re.compile("本届|本次|此次|这次|该届|该")
_PAST_NAME = re.compile(r"上届|上一届|历届")
_PAST_CLAUSE = re.compile(r"曾[于在]|于[^，。]{2,8}年|去年|此前")
_MEETING = re.compile(r"(?:(?:召开|主持|出席|列席)了?|(?=会议(?:由|审议|听取|研究|传达)))(?P<meeting>会议)")
_INVITED = re.compile("(?:邀请|诚邀|欢迎|希望)[^，。；]{0,16}(?:出席|参加|参会|莅临)")
_OF_GUESTS = ".{0,40}的[^，。]{0,6}(?:嘉宾|客商|客人|领导|代表)"  # 会见出席大会的嘉宾
_AFTER = re.compile(
    r"[上由]|期间|现场|(?:审议|表决)?通过[)）]|(?:经|以)?[^，。；]{0,6}(?:审议|表决|选举|补选|票决|决定|决议)"
)
_HEADLINE = 40  # code points of a first line or subtitle: what it names is an event
_HEAD_OF_TEXT = 80
#: A report names few events; in a text of many only the first and the last are compared with a new name.
_FIRST, _LAST = 20, 200


@dataclass(slots=True)
class Event:
    """An event under construction: `anchors`, the spans that name it in the order of the text, grow.

    `told`: a sentence says that it takes place, so that another one about its plan is older.
    `head` is the word for its kind; `met` are the people of a reception, each
    with the verb, `guests` the names of those who were received, `visitors` the names of those of a visit.
    """

    name: str
    type: str
    anchors: list[Span]
    head: str
    rule: str
    planned: bool = False
    told: bool = False
    past: bool = False
    met: list[tuple[Person, Span]] = field(default_factory=list)
    guests: tuple[str, ...] = ()
    visitors: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where the text first names it."""
        return self.anchors[0].start


def live(event: Event) -> bool:
    """It took place, and is what the article reports."""
    return not event.planned and not event.past


def main_event(events: Iterable[Event], *types: str) -> Event | None:
    """The first event (of some types) that took place."""
    found = (e for e in events if live(e) and (not types or e.type in types))
    return min(found, key=lambda e: e.start, default=None)


@dataclass(frozen=True, slots=True)
class _Forms:
    happens: re.Pattern[str]
    held: re.Pattern[str]
    planned: re.Pattern[str]
    no_event: re.Pattern[str]
    before: re.Pattern[str]
    around: re.Pattern[str]


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    takes_part, held = ("role.attended", "role.chaired"), "event.any.holds"
    before = lexicon.one_of(*takes_part, "role.hosted", "role.hosted.passive")
    return _Forms(
        happens=re.compile(rf"{lexicon.one_of(held, 'event.any.happens')}|开[了在]"),
        held=re.compile(rf"{lexicon.one_of(held, 'event.any.happens', *takes_part)}(?!{_OF_GUESTS})|开了"),
        planned=re.compile(lexicon.one_of("modal.planned")),
        no_event=re.compile(lexicon.one_of("edge.event.closes")),
        before=re.compile(rf"{before}|在[^，。]{{0,12}}$"),
        around=re.compile(rf"[上由]|现场|期间|{lexicon.one_of(*takes_part, held)}"),
    )


def is_planned(lexicon: Lexicon, text: str, start: int, end: int) -> bool:
    """The words of an interval are about something still to come (将于, 拟定)."""
    return _forms(lexicon).planned.search(text, start, end) is not None


def find_events(marks: Marks, sentences: Sequence[Sentence], blocked: Spans) -> list[Event]:
    """Meetings and ceremonies, first those with a name; the same event named twice is one."""
    named = _named(marks, sentences, blocked)
    return [*named, *_by_kind(marks, sentences, named, blocked)]


def _heads(marks: Marks, sentences: Sequence[Sentence], blocked: Spans) -> Iterator[tuple[Span, Sentence]]:
    """Words for kinds of events that stand in a sentence and are no part of an organisation's name."""
    for span in marks.spans["event"]:
        sentence = (
            None if blocked.meets(span) or _in_organ(marks, span) else sentence_at(sentences, span.start)
        )
        if sentence:
            yield span, sentence


def _in_organ(marks: Marks, span: Span) -> bool:
    near = (
        s
        for kind in ("organ", "national")
        for s in marks.within(kind, max(0, span.start - 12), span.end + 12)
    )
    return any(s.start <= span.start and span.end <= s.end and s != span for s in near)


def _named(marks: Marks, sentences: Sequence[Sentence], blocked: Spans) -> list[Event]:
    events: list[Event] = []
    for span, sentence in _heads(marks, sentences, blocked):
        if _OF_BODY.match(marks.text, span.end):
            continue
        head, following = marks.text[span.start : span.end], marks.text[span.end : span.end + 1]
        if (
            head in _MEETING_NOUNS
            or following in ("谈", "见", "晤")
            or _forms(marks.lexicon).no_event.match(marks.text, span.end)
        ):
            continue
        left = name_start(marks, span.start, sentence.span.start)
        name = without_date(marks.text[left : span.end])
        if _OF_SEVERAL.match(name):
            continue  # 参加调研和座谈 points to two
        if _continued(events, name, Span(span.end - len(name), span.end), sentence):
            continue
        if _PART.fullmatch(name) and events and live(events[-1]):
            events[-1].anchors.append(span)
            continue
        if len(name) == len(head) or name in _BARE or _THIS.match(name):
            _point_back(marks, events, _THIS.sub("", name), span)
            continue
        event = _event(marks, name, head, Span(span.end - len(name), span.end), sentence)
        if _takes_place(marks, event, sentence):
            _add(events, event, sentence)
    return events


def _event(marks: Marks, name: str, head: str, span: Span, sentence: Sentence) -> Event:
    clause = _clause(marks.text, span, sentence)
    planned = is_planned(marks.lexicon, marks.text, *clause)
    planned = planned or _INVITED.search(marks.text, clause.start, span.start) is not None
    past_clause = _PAST_CLAUSE.search(marks.text, *clause)
    past = bool(_PAST_NAME.search(name) or (ORDINAL.search(name) and past_clause))
    told = not planned and _forms(marks.lexicon).held.search(marks.text, *clause) is not None
    return Event(name, marks.lexicon.events[head], [span], head, "event-name", planned, told, past)


def _clause(text: str, span: Span, sentence: Sentence) -> Span:
    start = clause_start(text, sentence.span.start, span.start, "，；。\n")
    return Span(start, clause_end(text, span.end, sentence.span.end, "，；。\n"))


def _takes_place(marks: Marks, event: Event, sentence: Sentence) -> bool:
    """It takes place in the words around it, or somebody takes part, or the headline names it."""
    text, anchor, (start, end) = marks.text, event.anchors[0], sentence.span
    if start == 0 or (sentence.paragraph <= 1 and end - start < _HEADLINE):
        return True
    forms = _forms(marks.lexicon)
    # A page that sets one phrase a line: 第二次联席会议 / 5月12日在荆州召开.
    below = marks.line(anchor.end + 1) if text.startswith("\n", anchor.end) else anchor
    return bool(
        forms.happens.search(text, *_clause(text, anchor, sentence))
        or forms.happens.search(text, below.start, min(below.end, below.start + _HEADLINE))
        or forms.before.search(text, max(start, anchor.start - 30), anchor.start)
        or _AFTER.match(text, anchor.end)
    )


def _near(events: Sequence[Event]) -> Sequence[Event]:
    return events if len(events) <= _FIRST + _LAST else [*events[:_FIRST], *events[-_LAST:]]


def _add(events: list[Event], event: Event, sentence: Sentence) -> None:
    same = next((e for e in _near(events) if _same(e, event)), None)
    if same is None:
        events.append(event)
        return
    if event.anchors[0].start == same.anchors[-1].start:  # …人民代表大会第一次会议 holds …人民代表大会
        same.anchors.pop()
        same.name = event.name if not same.anchors else same.name
    same.anchors.append(event.anchors[0])
    same.planned = (same.planned or event.planned) and not (same.told or event.told)
    same.told |= event.told
    if event.type == "signing":
        same.type = "signing"  # 座谈会暨签约仪式
    if len(event.name) > len(same.name) and sentence.span.start > 0:
        same.name = event.name


def _same(one: Event, other: Event) -> bool:
    scopes = {match.group() for event in (one, other) if (match := _SCOPE.search(event.name))}
    if len(scopes) > 1:
        return False  # 全国会议 and 全省会议
    if one.start < _HEAD_OF_TEXT and live(one) and live(other):
        if one.head[-2:] == other.head[-2:]:
            return True  # the headline names the event of the report
        kinds = (one.head.removesuffix("议")[-1], other.head.removesuffix("议")[-1])
        if one.start < _HEADLINE and kinds[0] == kinds[1] and alike(one.name, other.name):
            return True
    if one.head[-1] != other.head[-1] and one.head not in other.name and other.head not in one.name:
        return False
    return same_name(one.name, other.name, same_time=one.planned == other.planned)


def _continued(events: Sequence[Event], name: str, span: Span, sentence: Sentence) -> bool:
    """联席会议第五次会议: a number behind the name of a series ends the name of its meeting; a session of a
    meeting that its sentence names (大会第一次会议…举行第三次全体会议) is a part of it.
    """
    event = events[-1] if events else None
    if event is None or not ORDINAL.match(name):
        return False
    if event.anchors[-1].end == span.start:
        event.anchors[-1] = Span(event.anchors[-1].start, span.end)
        event.name += name if event.name.endswith(event.head) else ""
        return True
    part = live(event) and event.anchors[-1].start >= sentence.span.start and _SESSION.fullmatch(name)
    if part:
        event.anchors.append(span)
    return bool(part)


def _point_back(marks: Marks, events: Sequence[Event], head: str, span: Span) -> None:
    """座谈会 alone: the last event whose name ends so; 会议 also the last meeting that its line names."""
    near = [e for e in _near(events) if live(e)]
    target = next((e for e in reversed(near) if e.name.endswith(head)), None)
    if head in _BARE:
        line = marks.line(span.start).start
        here = [e for e in near if e.type in ("meeting", "signing") and e.anchors[-1].start >= line]
        target = max(here, key=lambda e: e.anchors[-1].start, default=target)
    if target:
        target.anchors.append(span)


def _by_kind(
    marks: Marks, sentences: Sequence[Sentence], named: Sequence[Event], blocked: Spans
) -> list[Event]:
    """A ceremony or meeting that the text never names in full (签约仪式, 座谈会上), once a kind."""
    made: list[Event] = []
    anchors = Spans(anchor for event in named for anchor in event.anchors)
    done = set(_PARTS)
    for span, sentence in _heads(marks, sentences, blocked):
        head = marks.text[span.start : span.end]
        if len(head) < 3 or head in done or anchors.holds(span):
            continue
        same = next((event for event in reversed(made) if event.head == head), None)
        if same:
            same.anchors.append(span)
            continue
        if any(e.head == head or e.name.endswith(head) for e in named):
            done.add(head)
            continue
        clause = _clause(marks.text, span, sentence)
        here = f"在{head}" in marks.text[clause.start : clause.end]
        if is_planned(marks.lexicon, marks.text, *clause) or not (
            here or _forms(marks.lexicon).around.search(marks.text, *clause)
        ):
            continue
        made.append(Event(head, marks.lexicon.events[head], [span], head, "bare-event"))
    return made


def unnamed_meeting(marks: Marks, events: Sequence[Event], blocked: Spans) -> list[Event]:
    """会议, where the text tells of one and of no other event: 召开会议, 主持会议, 会议由甲主持."""
    if any(live(event) for event in events):
        return []
    found = (Span(*match.span("meeting")) for match in _MEETING.finditer(marks.text))
    anchors = [span for span in found if not blocked.meets(span)]
    planned = anchors and is_planned(marks.lexicon, marks.text, *marks.line(anchors[0].start))
    return [Event("会议", "meeting", anchors, "会议", "bare-event")] if anchors and not planned else []
