"""Named events: meetings and ceremonies that the text calls by a name, and when two names mean one event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.event_names import ORDINAL, alike, name_start, same_name, without_date
from kg.extract.events import HABIT, TALKS, Event, clause_of, event_forms, event_heads, is_planned, live
from kg.extract.marks import Marks
from kg.extract.sentences import Sentence, clause_start
from kg.extract.spans import Spans
from kg.extract.unnamed_events import HEAD_OF_TEXT, by_kind
from kg.model import Span

#: Words of the language that point to an event and name none.
_BARE = ("会议", "大会", "会上", "会", "全会")
#: 会见 and its like are read as verbs (kg.extract.receptions).
_MEETING_NOUNS = ("会见", "会晤", "接见", "拜会")
_VERBS = ("座谈", "会商")
#: A session of a meeting.
_SESSION = re.compile(r"第[一二三四五六七八九十\d]+次(?:全体会议|大会)")
#: Words for one ceremony.
_CEREMONIES = ("签约仪式", "签署仪式", "签字仪式")
_OF_SEVERAL = re.compile("(?:上述)?(?:调研|考察|会见|会谈|走访|视察|检查|参观|慰问)[和及、与](?:上述)?")
_SCOPE = re.compile("全[国省市县区州旗]")
#: 活动开幕式: a part of the event spoken of.
_PART = re.compile("(?:活动|会议|大会|论坛|仪式|年会)(?:开幕式|闭幕式|启动仪式|开幕会|现场)")
#: 县委书记座谈会暨信访、安全工作会议: the second name of one meeting.
_ALSO_NAMED = re.compile("暨[^，。；]{0,12}[、和与及]")
_WITH = re.compile(
    "来[我本]?[校院]$|(?:到|赴|来|前往)[^，。；]{1,24}$|[与同和][^，。；]{1,24}$|进行了?[^，。；]{0,6}$"
)
#: 出席有关签约活动.
_SOME = re.compile("^(?:有关|相关)")
_CONVENES = re.compile("(?:举行|召开)了?(?:\\d{4}年)?$|(?:举行|召开)了?(?=第)")
_THIS = re.compile("本届|本次|此次|这次|该届|该|上述|以上")
_PAST_NAME = re.compile(r"上届|上一届|历届")
_PAST_CLAUSE = re.compile(r"曾[于在]|于[^，。]{2,8}年|去年|此前")
_DECIDED = re.compile("(?:决定|商定|议定|约定)，$")
#: 继北京奥运会之后: another one that came before.
_AFTER_ANOTHER = re.compile("继[^，。；]{2,30}之?后")
#: 将举办系列活动，如市长会议; 明日率团到澳门，出席会议: a clause that goes on with the one before.
_GO_ON = re.compile(
    r"[^，。；]*，(?:如(?![期何果此今同])|包括)|[^，。；]*?明[日天](?:率|前往|赴|到|启程)[^，。；]*，(?:出席|参加)"
)
_INVITED = re.compile("(?:邀请|诚邀|欢迎|希望)[^，。；]{0,16}(?:出席|参加|参会|莅临)")
_AFTER = re.compile(
    r"[上由]|期间|现场|(?:审议|表决)?通过[)）]|(?:经|以)?[^，。；]{0,6}(?:审议|表决|选举|补选|票决|决定|决议)"
)
_HEADLINE = 40  # code points of a first line or subtitle: what it names is an event
#: A report names few events; in a text of many only the first and the last are compared with a new name.
_FIRST, _LAST = 20, 200


def find_events(marks: Marks, sentences: Sequence[Sentence], blocked: Spans) -> list[Event]:
    """Meetings and ceremonies, first those with a name; the same event named twice is one."""
    named = _named(marks, sentences, blocked)
    return [*named, *by_kind(marks, sentences, named, blocked)]


def _named(marks: Marks, sentences: Sequence[Sentence], blocked: Spans) -> list[Event]:
    events: list[Event] = []
    for span, sentence in event_heads(marks, sentences, blocked):
        head, following = marks.text[span.start : span.end], marks.text[span.end : span.end + 1]
        of_title = head == "常委会" and span.end in marks.starts["title"]
        if head in _MEETING_NOUNS or of_title or following in ("谈", "见", "晤", "商"):
            continue
        left = name_start(marks, span.start, sentence.span.start)
        name = _SOME.sub("", without_date(marks.text[left : span.end]))
        said = marks.text.startswith("在", left - 1) or sentence.span.start == 0
        where = head in _VERBS and said and following != "会"
        with_whom = head in TALKS and _WITH.search(marks.text, sentence.span.start, span.start)
        if where or with_whom or _OF_SEVERAL.match(name):
            continue  # 在南宁座谈, 与我市座谈 have no name; 参加调研和座谈 points to two
        if _continued(marks.text, events, name, Span(span.end - len(name), span.end), sentence):
            continue
        if _PART.fullmatch(name) and events and live(events[-1]):
            events[-1].anchors.append(span)
            continue
        name = _convener(marks, sentence, left, name) + name
        if len(name) == len(head) or name in _BARE or _THIS.match(name):
            _point_back(marks, events, _THIS.sub("", name), span)
            continue
        event = _event(marks, name, head, Span(span.end - len(name), span.end), sentence)
        if _takes_place(marks, event, sentence):
            _add(events, event, sentence)
    return events


def _convener(marks: Marks, sentence: Sentence, start: int, name: str) -> str:
    """市人大常委会举行第一次会议: the body whose meeting a bare number is."""
    verb = _CONVENES.search(marks.text, sentence.span.start, start) if ORDINAL.match(name) else None
    if verb is None or verb.end() != start:
        return ""
    begin = clause_start(marks.text, sentence.span.start, verb.start(), "，。；：、 \n")
    body = without_date(marks.text[begin : verb.start()])
    return body if any(verb.start() in marks.ends[kind] for kind in ("organ", "national")) else ""


def _event(marks: Marks, name: str, head: str, span: Span, sentence: Sentence) -> Event:
    clause = clause_of(marks.text, span, sentence)
    before = clause_start(marks.text, sentence.span.start, max(clause.start - 1, 0), "，；。\n")
    goes_on = clause.start > sentence.span.start and _GO_ON.match(marks.text, before, span.start)
    planned = is_planned(marks.lexicon, marks.text, before if goes_on else clause.start, clause.end)
    planned = planned or _DECIDED.search(marks.text, sentence.span.start, clause.start) is not None
    planned = planned or _INVITED.search(marks.text, clause.start, span.start) is not None
    past_clause = _PAST_CLAUSE.search(marks.text, *clause)
    past = bool(_PAST_NAME.search(name) or (ORDINAL.search(name) and past_clause))
    held = not planned and event_forms(marks.lexicon).held.search(marks.text, *clause) is not None
    return Event(name, marks.lexicon.events[head], [span], head, "event-name", planned, held, past)


def _takes_place(marks: Marks, event: Event, sentence: Sentence) -> bool:
    """It takes place in the words around it, or somebody takes part, or the headline names it."""
    text, anchor, (start, end) = marks.text, event.anchors[0], sentence.span
    if _AFTER_ANOTHER.match(text, anchor.start - 1) or HABIT.search(text, start, anchor.start):
        return False
    if start == 0 or (sentence.paragraph <= 1 and end - start < _HEADLINE):
        return True
    forms = event_forms(marks.lexicon)
    # A page that sets one phrase a line: 第二次联席会议 / 5月12日在荆州召开.
    below = marks.line(anchor.end + 1) if text.startswith("\n", anchor.end) else anchor
    return bool(
        forms.happens.search(text, *clause_of(text, anchor, sentence))
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
    if len(scopes) > 1 or one.past != other.past:
        return False  # 全国会议 and 全省会议; 首次联席会议去年召开
    if one.start < HEAD_OF_TEXT and live(one) and live(other):
        if one.head[-2:] == other.head[-2:]:
            return True  # the headline names the event of the report
        if one.head.endswith("签约") and one.start < _HEADLINE and other.head.endswith(_CEREMONIES):
            return True
        kinds = (one.head.removesuffix("议")[-1], other.head.removesuffix("议")[-1])
        if one.start < _HEADLINE and kinds[0] == kinds[1] and alike(one.name, other.name):
            return True
    if one.head[-1] != other.head[-1] and one.head not in other.name and other.head not in one.name:
        return False
    return same_name(one.name, other.name, same_time=one.planned == other.planned)


def _continued(text: str, events: Sequence[Event], name: str, span: Span, sentence: Sentence) -> bool:
    """联席会议第五次会议: a number behind the name of a series ends the name of its meeting, as 暨 and a
    second name do; a session of a meeting that its sentence names (第一次会议…举行第三次全体会议) is a part.
    """
    event = events[-1] if events else None
    if event and _ALSO_NAMED.fullmatch(text, event.anchors[-1].end, span.start):
        event.name += text[event.anchors[-1].end : span.end]
        event.anchors[-1] = Span(event.anchors[-1].start, span.end)
        return True
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
    heads = _CEREMONIES if head in _CEREMONIES else (head,)
    target = next((e for e in reversed(near) if e.name.endswith(heads)), None)
    if head in _BARE:
        line = marks.line(span.start).start
        here = [e for e in near if e.type in ("meeting", "signing") and e.anchors[-1].start >= line]
        target = max(here, key=lambda e: e.anchors[-1].start, default=target)
    if target is None and len(head) > 3:  # 招商推介会, after 涡阳招商引资推介会
        target = next((e for e in reversed(near) if same_name(e.name, head, same_time=True)), None)
    if target:
        target.anchors.append(span)
