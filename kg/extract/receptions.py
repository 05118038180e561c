"""Receptions: 甲会见乙, 甲同乙举行会谈. Both sides met, in an event of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.extract.agents import Party, Person, Spoken
from kg.extract.delegations import Delegations
from kg.extract.events import Event, is_planned
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.roles import is_subject
from kg.extract.sentences import clause_end, clause_start
from kg.extract.spans import Spans
from kg.model import Span

#: 甲在某地同, 甲同来华访问的: the words between the two.
_WITH = re.compile(r"，?[^，。；]{0,24}[与同和](?:[^，。；]{2,24}的)?")
#: 会见时, 会见中，: but 会见中国商飞公司董事长, 会见前总统.
_HELD = ("招待", "报告", "举行", "进行", "参加", "出席", "举行了", "陪同")
#: 感谢甲的热情接待: no verb.
_NOUN = re.compile("的(?:热情|盛情|周到|精心|友好|亲切)$")
_TIME = "会谈|时|[中前后](?=[，,夕还又]|双方|结束)|结束"
_AS_TIME = re.compile(f"会见(?:{_TIME})")
#: 分别会见甲、乙; 分别同甲、乙会谈: one meeting with each.
_EACH = re.compile(r"(?:分别|先后|依次)(?:[同与和]|$)")
#: 乙在座, 乙参加会见: who only was there is no guest.
_PRESENT = re.compile(r"[^，。；]{0,6}?(?:在座|参加|出席|陪同|陪见|参与)")
_NEAR = 120  # code points between who came and the sentence that says who received them
_LONGEST_NAME = 16  # code points of the words that name a guest
_NOT_MET = re.compile(r"(?:未能?|没有?|无法)[^，。；]{0,4}$")
_OF_THEM = re.compile(r"[与同和][^，。；]{0,24}$")
_ITS_TALK = re.compile("的会[见谈晤面]")
#: 甲拜会乙，(在某地)与丙会谈: the subject of the sentence goes on.
_WITH_AGAIN = re.compile(
    r"[^。；“]{0,60}[，；](?:并|还|又|随后|其间|期间|当[天晚日时]|即|分别|先后|依次|应邀|在[^，。；]{1,10}?)*[与同和][^，。；]{0,20}"
)
#: 甲到访，乙(分别)会见: who is received stands before.
_RECEIVED = re.compile("(?:等|分别|先后|亲切|热情|在[^，。；]{1,10})*")
_NO_OBJECT = re.compile("[。；]|$")
#: 甲在某地与访团会面.
_WITH_TEAM = re.compile(
    "(?:一行)?(?:[在于][^，。；]{1,12})?[与同和](?:来访的?)?(?:代表团|访团|考察团|访问团|该团|客人|来宾)(?:成员|一行)?"
    "(?:举行|进行)?了?[^，。；]{0,4}(?P<talk>会面|会谈|会晤)"
)
#: 考察组转赴某地，会见乙: the leader meets.
_TEAM = re.compile("(?:代表团|考察团|访问团|考察组|访团|一行)(?![^，。；]{0,6}[员人]员)")
_EACH_WITH = re.compile("(?:分别|先后)[同与和]")
#: 会见某某，参加会见的有乙: a name that was not read, and those who only were there.
_BREAKS = re.compile("[。；]|，[^，。；]{0,6}(?:参加|出席|陪同|在座)")
_LISTED = re.compile(
    r"(?:一行|等|同志|先生|女士|博士|教授|阁下|\([^()]*\))*(?:[、和与及以]+|，(?![与同和]))(?:(?!参加|出席|陪同|在座|会见|主持)[^，。；]){0,16}"
)
#: 他说，去年甲同乙会谈: what is told in a speech did not take place here.
_QUOTED = re.compile("(?:说|表示|指出|强调|认为)[，：]")
#: 会见来宾的是甲.
_MET_BY = re.compile(
    "(?:来宾|客人|嘉宾|代表团|访团|考察团|他们?|她们?|一行|[^，。；的]{0,8}一行)的，?[则正]?[是有]"
)
_PAST = re.compile(r"曾(?:[于在经与同赴到率来]|多次|先后|访问|考察|出席|签|\d)|去年|前年|此前|早在|上个?月")


class Meeting(NamedTuple):
    """Who meets whom, and the verb. `guests` is empty for a delegation that nobody leads by name."""

    hosts: tuple[Person, ...]
    verb: Span
    guests: tuple[Person, ...]
    past: bool
    talk: bool = False

    @property
    def people(self) -> tuple[Person, ...]:
        """Both sides."""
        return (*self.hosts, *self.guests)


@cache
def _meeting_verb(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.one_of('event.reception')}(?![厅室的]|{_TIME}|记者)了?")


def meeting_verbs(lexicon: Lexicon, text: str, start: int, end: int) -> Iterator[Span]:
    """会见 and its like as verbs: not 会见厅, 会见时, 招待会见, 举行会见."""
    for match in _meeting_verb(lexicon).finditer(text, start, end):
        if not text.endswith(_HELD, start, match.start()) and not _NOUN.search(text, start, match.start()):
            yield Span(*match.span())


@cache
def _talks(lexicon: Lexicon) -> re.Pattern[str]:
    """甲与乙(一行)举行工作会谈, 甲与乙在北京会谈."""
    talks = lexicon.one_of("event.reception.talks")
    return re.compile(
        rf"(?:一行)?[^，。；]{{0,12}}?(?:举行|进行)了?[^，。；]{{0,6}}?{talks}"
        r"|(?:等?一行)?(?:在[^，。；]{0,10})?(?:会谈|会面|会晤|见面|会见会谈|共进[早午晚]餐|视频连线|通电话)"
    )


@cache
def _words(lexicon: Lexicon) -> tuple[str, ...]:
    """A reception is told with one of them."""
    talks = ("会谈", "会面", "会晤", "见面", "共进", "视频连线", "通电话")
    return (*lexicon.words("event.reception"), *lexicon.words("event.reception.talks"), *talks)


def find_receptions(
    marks: Marks, narration: str, spoken: Sequence[Spoken], delegations: Delegations
) -> list[Event]:
    """One reception for each pair of sides that meet; 会见时 points back to the last one."""
    made: list[Event] = []
    if not any(word in narration for word in _words(marks.lexicon)):
        return made
    for each in spoken:
        meetings = [
            *_meetings(marks.lexicon, narration, each, delegations),
            *_talked(marks.lexicon, narration, each),
            *_with_team(narration, each, delegations),
        ]
        for meeting in sorted(meetings, key=lambda m: m.verb):
            clause = clause_start(narration, each.span.start, meeting.verb.start, "。；")
            said = _NOT_MET.search(narration, clause, meeting.verb.start)
            if not said and not is_planned(marks.lexicon, narration, clause, meeting.verb.end):
                _add(made, meeting, marks.text)
        _point_back(made, marks, narration, each)
    return made


def with_receptions(events: Sequence[Event], receptions: Sequence[Event]) -> list[Event]:
    """All of them; 甲同乙举行双边会谈 is no event 双边会谈 beside that of the people."""
    verbs = Spans(anchor for event in receptions for anchor in event.anchors)
    kept = (e for e in events if e.type != "reception" or not any(verbs.meets(a) for a in e.anchors))
    return [*kept, *receptions]


def _add(made: list[Event], meeting: Meeting, text: str) -> None:
    names = frozenset(person.name for person in meeting.people)
    same = next((e for e in reversed(made) if _same(e, names, past=meeting.past)), None)
    if same is None:
        same = Event(_name(meeting, text), "reception", [meeting.verb], "会见", "met", past=meeting.past)
        made.append(same)
    else:
        same.anchors.append(meeting.verb)
    same.guests = tuple(dict.fromkeys([*same.guests, *(person.name for person in meeting.guests)]))
    same.met.extend((person, meeting.verb) for person in meeting.people)


def _name(meeting: Meeting, text: str) -> str:
    """甲会见乙, 甲与乙会谈, 甲会见代表团一行."""
    sides = (dict.fromkeys(person.name for person in side) for side in (meeting.hosts, meeting.guests))
    hosts, guests = ("、".join(side) for side in sides)
    end = meeting.verb.end
    if meeting.talk:
        return f"{hosts}与{guests}{text[end - 2 : end]}"
    return f"{hosts}会见{guests or text[end : clause_end(text, end, end + _LONGEST_NAME)]}"


def _same(event: Event, names: frozenset[str], *, past: bool) -> bool:
    known = {person.name for person, _ in event.met}
    return event.past == past and (known <= names or known >= names)


def _point_back(made: Sequence[Event], marks: Marks, narration: str, each: Spoken) -> None:
    """会见甲时, 在与甲的会见中: the reception that 甲 was in; 会见时: the last one."""
    for group in each.groups:
        known = next((e for e in reversed(made) if {p.name for p, _ in e.met}.issuperset(group.names)), None)
        at = _pointer(marks.lexicon, narration, each, group) if known else None
        if known and at and at not in known.anchors:
            known.anchors.append(at)
    if made:
        last = max(made, key=lambda event: event.anchors[-1])
        last.anchors.extend(Span(*match.span()) for match in _AS_TIME.finditer(narration, *each.span))


def _pointer(lexicon: Lexicon, narration: str, each: Spoken, group: Party) -> Span | None:
    start, end = group.span
    for verb in meeting_verbs(lexicon, narration, max(each.span.start, start - 5), start):
        if verb.end == start:
            return verb
    talk = _ITS_TALK.match(narration, end)
    return Span(end + 1, end + 3) if talk and _OF_THEM.search(narration, each.span.start, start) else None


def _meetings(
    lexicon: Lexicon, narration: str, spoken: Spoken, delegations: Delegations
) -> Iterator[Meeting]:
    """Each verb of meeting in a sentence that has people before it, and people or a delegation behind it."""
    for verb in meeting_verbs(lexicon, narration, *spoken.span):
        host = next((g for g in reversed(spoken.groups) if g.span.end <= verb.start), None)
        cleft = _MET_BY.match(narration, verb.end)
        behind = cleft and next((g for g in spoken.groups if g.span.start >= verb.end), None)
        if cleft and behind and behind.span.start <= cleft.end() + 1:
            leader = delegations.leader(verb.start)
            guests_led = leader.people if leader else ()
            yield Meeting(behind.people, verb, guests_led, _past(narration, spoken, verb))
            continue
        led = delegations.before(verb)
        guests = [led] if led else list(_guests(narration, spoken, verb))
        guests = guests or list(_received(narration, spoken, host, verb, delegations))
        if host is None and _TEAM.search(narration, spoken.span.start, verb.start):
            host = delegations.leader(verb.start)
        unread = delegations.named(verb) or delegations.some(verb)
        if host is None or not (guests or unread):
            continue
        people = tuple(person for guest in guests for person in guest.people)
        one_by_one = _EACH.search(narration, host.span.end, verb.start) is not None
        if one_by_one and not people:
            continue  # 甲、乙分别会见部分嘉宾: what follows says whom
        hosts = _sides(host.people, one_by_one=one_by_one and people[:1] == spoken.groups[0].people[:1])
        for side in _sides(people, one_by_one=one_by_one):
            for one in hosts:
                yield Meeting(one, verb, side, _past(narration, spoken, verb))


def _received(
    narration: str, spoken: Spoken, host: Party | None, verb: Span, delegations: Delegations
) -> Iterator[Party]:
    """甲到某地考察，乙会见: the guest is whom the sentence is about, else who came just before."""
    alone = _NO_OBJECT.match(narration, verb.end) is not None
    if host and alone and _RECEIVED.fullmatch(narration, host.span.end, verb.start):
        subject = _subject(narration, spoken, spoken.groups.index(host))
        leader = delegations.leader(spoken.span.start)
        if subject:
            yield subject
        elif leader and spoken.span.start - leader.span.end < _NEAR and host == spoken.groups[0]:
            yield leader


def _subject(narration: str, spoken: Spoken, number: int) -> Party | None:
    """Whom the sentence is about: the first group that can be a subject, before a group."""
    for at, group in enumerate(spoken.groups[:number]):
        if is_subject(narration[spoken.before(at) : group.span.start]):
            return group
    return None


def _with_team(narration: str, spoken: Spoken, delegations: Delegations) -> Iterator[Meeting]:
    """甲在某地与访团会面: its leader met too."""
    for group in spoken.groups:
        match = _WITH_TEAM.match(narration, group.span.end)
        leader = delegations.leader(group.span.start) if match else None
        if match and leader:
            verb = Span(*match.span("talk"))
            yield Meeting(group.people, verb, leader.people, _past(narration, spoken, verb), talk=True)


def _sides(people: tuple[Person, ...], *, one_by_one: bool) -> list[tuple[Person, ...]]:
    return [(person,) for person in people] if one_by_one and len(people) > 1 else [people]


def _past(narration: str, spoken: Spoken, verb: Span) -> bool:
    start = clause_start(narration, spoken.span.start, verb.start, "。；")
    told = _PAST.search(narration, start, verb.start) or _QUOTED.search(narration, start, verb.start)
    return told is not None


def _guests(narration: str, spoken: Spoken, verb: Span) -> Iterator[Party]:
    """The groups behind a verb up to the end of their list; not those who only were there."""
    position = verb.end
    for group in spoken.groups:
        if group.span.start < verb.end:
            continue
        between = narration[position : group.span.start]
        first = position == verb.end
        if (_BREAKS.search(between) if first else not _LISTED.fullmatch(between)) or _PRESENT.match(
            narration, group.span.end
        ):
            return
        yield group
        position = group.span.end


def _talked(lexicon: Lexicon, narration: str, each: Spoken) -> Iterator[Meeting]:
    """甲同乙举行会谈: both met; 甲分别同乙、丙会谈 are two."""
    for number, group in enumerate(each.groups):
        match = _talks(lexicon).match(narration, group.span.end, each.span.end)
        if match is None:
            continue
        verb = Span(match.end() - 2, match.end())
        past = _past(narration, each, verb)
        between = narration[each.before(number) : group.span.start] if number else ""
        again = _subject(narration, each, number) if _WITH_AGAIN.fullmatch(between) else None
        if again or _WITH.fullmatch(between):
            hosts = (again or each.groups[number - 1]).people
            for side in _sides(group.people, one_by_one=_EACH_WITH.search(between) is not None):
                yield Meeting(hosts, verb, side, past, talk=True)
        elif len(group.people) > 1:
            yield Meeting(group.people[:1], verb, group.people[1:], past, talk=True)
