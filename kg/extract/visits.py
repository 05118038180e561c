"""Visits: 甲(率团)到乙地考察, 代表团参观了丙. What a visitor visits next belongs to the same visit, unless it
lies in another time (曾于…) or aside of the meeting that the report is about (会前, 签约后).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.agents import Party, Spoken
from kg.extract.delegations import Delegations
from kg.extract.events import Event, is_planned, live
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.roles import Act, is_subject
from kg.extract.sentences import clause_end, clause_start
from kg.model import Span

#: Words between a visitor and the verb of visiting that lead to it, besides verbs of arriving.
_WITH = r"(?:率|带领|带着)(?:[^，。]{0,24}?(?:团|队|组|一行)|[^。；]{0,60}?负责(?:人|同志)，(?=赴|到|前往))"
_LEADING = _WITH + "|[为任]团长|带队|先后|对|就|在|围绕|一行"
#: 在反复调研的基础上: words after a verb of visiting that make it a noun.
_NOT_VISIT = "[的团组队]|(?:基础|成果|结果|情况|报告|课题|表示)"
_LED = re.compile(r"带队|率队|领队|任组长")
#: 表示，此次调研…: what follows is said, not done.
_SAID = re.compile(r"(?:表示|指出|强调|介绍|认为|要求|希望|说)[^，。：]{0,6}[，：]|(?:此次|这次|本次|该次)$")
#: 代表团, 客人, 与会代表: visitors without a name.
_DELEGATION = r"(?P<led>代表团|考察团|访问团|参访团|访团|该团|(?:调研|考察|视察|督导|检查|专家)组)"
_GUESTS = r"(?P<guests>客人|来宾|嘉宾|(?:与会|参会)[^，。；、]{0,4}|[\u4e00-\u9fff]代表)"
#: What these begin with: a search for plain words is quick.
_UNNAMED = re.compile(
    "代表团|考察团|访问团|参访团|访团|该团|调研组|考察组|视察组|督导组|检查组|专家组|客人|来宾|嘉宾|与会|参会|代表"
)
_WITH_OTHERS = ("陪同", "一同", "考察团", "代表团", "调研组")
_GOING = "(?:还|又|先后|随后|一同|共同|应邀|分别|实地|现场|前往|赴|到|在|来到|走进|首站|首先|一起|于)"
_COMPANY = re.compile(r"(?:一行)?(?:[\d一二三四五六七八九十]+人)?[由在]")
_PAST = re.compile(
    r"曾(?:[于在经与同赴到率来签]|多次|先后|访问|考察|出席|\d)|[去前当]年|此前|早[在前]|上个?月"
)
_OFTEN = re.compile("多次|每[次到年]")  # 多次走访, 考察的足迹, 访问美国之前: no single visit
_OTHER = re.compile("(?:调研|考察)?(?:的(?:足迹|脚步|身影)|期间多次)|[^，。；、]{0,8}之前")
_EARLIER = re.compile(r"今年(?:初|\d+月)")
_LED_BY = re.compile("[^，。；]{0,24}")
_NO_ACT = re.compile(r"(?:等|也|还)?(?:陪同|计划|拟|准备|希望|邀请|欢迎)")
_TRIP = re.compile("访问|出访|到访")  # 访问法国 holds visits of its own (参观卢浮宫)
_STOP = re.compile("考察|参观|走访|看望|视察|慰问")
_ASIDE = re.compile(
    r"(?:^|[，。；])[^，。；]{0,8}(?:会|签约|签署|仪式|活动|会谈|会见|座谈|论坛|揭牌|结束)"
    r"(?:正式)?(?:开始|举行|结束)?(?:之?[前后]|期间)[^，。；]{0,12}，"
)
_OWN_TIME = re.compile(r"(?:\d+日)?(?:[当昨今]?[晚天日]|[上中下]午|晚上)，")
_HEAD = 160  # code points in which a report names its own visit
_LONGEST_BODY = 16  # code points of the words before 代表团 that say whose it is
_LONGEST_NAME = 24  # code points of the words that name a visit (考察石化产业基地)


@dataclass(frozen=True, slots=True)
class _Forms:
    visits: re.Pattern[str]
    visitor: re.Pattern[str]
    unnamed: re.Pattern[str]
    led: re.Pattern[str]
    together: re.Pattern[str]
    guest: re.Pattern[str]
    guest_before: re.Pattern[str]
    accompanied: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Outing:
    """One verb of visiting with its visitors: `names`, or none for `led` (代表团) or guests."""

    verb: Span
    kind: str
    name: str
    past: bool
    aside: bool
    names: tuple[str, ...] = ()
    led: bool = False
    own_time: bool = False
    rule: str = "visitor"


@cache
def meets(lexicon: Lexicon) -> re.Pattern[str]:
    """会见, 接见 and their like."""
    return re.compile(lexicon.one_of("event.reception"))


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    visits = lexicon.one_of("event.visit", "event.visit.direct")
    direct = lexicon.one_of("event.visit.direct")
    arrives = lexicon.one_of("event.visit.arrives")
    reached = "|".join(word for word in lexicon.words("event.visit.arrives") if len(word) > 1)
    polite = "(?:同志)?等?(?:(?:、|以及|和|及)[^，。；]{0,60}?(?:负责人|负责同志))?(?:一行)?"
    return _Forms(
        visits=re.compile(visits),
        visitor=re.compile(
            rf"{polite}[^，。；]{{0,14}}?(?:{_LEADING}|{arrives})[^。；]{{0,60}}?{visits}(?!{_NOT_VISIT})"
            rf"|(?:同志)?一行(?:{reached}|来[我本][市县区州省校院镇])|(?:同志)?(?:一行)?{direct}(?!{_NOT_VISIT})"
        ),
        unnamed=re.compile(
            rf"(?:{_DELEGATION}|{_GUESTS})(?:成员)?(?:们|等)?(?:一行)?(?:[\d一二三四五六七八九十]+人)?"
            rf"(?:{_GOING}[^，。；“”]{{0,24}}?)?(?P<verb>{visits}|{reached})(?!{_NOT_VISIT})"
        ),
        led=re.compile(
            rf"(?:同志)?的?(?:带领|率领)下，?[^，。；“”]{{0,24}}?(?P<verb>{visits}|{reached})(?!{_NOT_VISIT})"
        ),
        together=re.compile(rf"等?(?:一同|一道|一起|共同|随同|参加了?){visits}"),
        guest=re.compile(rf"(?:同志)?(?:一行|等)?(?:进行)?[^，。]{{0,6}}{visits}|一行"),
        guest_before=re.compile(r"(?:陪同|迎来|跟随|随同|欢迎)了?$"),
        accompanied=re.compile(rf"(?:陪同|一同)(?:[此本这]次)?({visits})|(?:考察团|代表团|调研组)[^。；]{{0,20}}({visits})"),
    )


def find_visits(
    marks: Marks, narration: str, spoken: Sequence[Spoken], others: Sequence[Event], delegations: Delegations
) -> list[Event]:
    """The article's visits, in order; `others` are its meetings and ceremonies."""
    reader = _Reader(marks, narration, delegations, [e for e in others if e.type == "reception" and live(e)])
    hosts = [event.start for event in others if live(event) and event.type != "visit"]
    named = [event for event in others if live(event) and event.type == "visit"]
    out = list(named)
    for each in spoken:
        for outing in sorted([*reader.of_people(each), *reader.unnamed(each)], key=lambda o: o.verb):
            start = outing.verb.start
            _add(out, outing, aside=outing.aside and min(hosts, default=start) < start)
    return out[len(named) :] if out else _accompanied(marks.lexicon, narration, spoken)


def _add(out: list[Event], outing: _Outing, *, aside: bool) -> None:
    """Continue the visit that an outing belongs to, or begin a new one."""
    same = None if aside else next((event for event in reversed(out) if _same(event, outing)), None)
    if same:
        same.anchors.append(outing.verb)
        if not same.visitors and same.rule == "unnamed-visitor":
            same.rule = outing.rule
        same.visitors = tuple(dict.fromkeys([*same.visitors, *outing.names]))
        return
    out.append(Event(
        outing.name, "visit", [outing.verb], outing.kind, outing.rule, past=outing.past,
        visitors=outing.names,
    ))  # fmt: skip


def _same(event: Event, outing: _Outing) -> bool:
    if event.past or outing.past:
        near = outing.verb.start - event.anchors[-1].end < _LONGEST_NAME
        return event.past == outing.past and near
    if _TRIP.search(event.head) and _STOP.search(outing.kind) and event.start < _HEAD:
        return False
    if not event.visitors:
        return not outing.names or event.start < _HEAD
    if outing.own_time and not set(outing.names) <= set(event.visitors):
        return False
    return outing.led if not outing.names else not set(event.visitors).isdisjoint(outing.names)


class _Reader:
    """The words of one article, asked who visits in a sentence."""

    def __init__(
        self, marks: Marks, narration: str, delegations: Delegations, receptions: Sequence[Event]
    ) -> None:
        self._receptions = receptions
        self._marks = marks
        self._forms = _forms(marks.lexicon)
        self._narration = narration
        self._some_unnamed = _UNNAMED.search(narration) is not None
        self._delegations = delegations

    def of_people(self, each: Spoken) -> Iterator[_Outing]:
        """Groups of people that visit."""
        for number, group in enumerate(each.groups):
            behind = each.behind(number)
            if _COMPANY.fullmatch(self._narration, group.span.end, behind):
                behind = each.behind(number + 1)  # 甲在乙陪同下调研, 甲一行由乙陪同参观
            around = Span(each.before(number), behind)
            outing = self._led_by(each, group) or self._of_group(each, group, around)
            if outing:
                yield outing

    def _led_by(self, each: Spoken, group: Party) -> _Outing | None:
        """代表团在甲带领下走访了…: the leader visits."""
        match = self._forms.led.match(self._narration, group.span.end, each.span.end)
        if match is None or self._bars(each, match.start("verb"), match.end()):
            return None
        told = self._told(each, group.span.start, Span(*match.span("verb")))
        return replace(told, names=group.names, name=group.names[0] + told.name)

    def unnamed(self, each: Spoken) -> Iterator[_Outing]:
        """代表团, 客人 and their like as visitors; a delegation is that of its leader."""
        for word in _UNNAMED.finditer(self._narration, *each.span) if self._some_unnamed else ():
            begin = word.start() - (word.group() == "代表")  # 三方代表, but 代表团
            match = self._forms.unnamed.match(self._narration, begin, each.span.end)
            if match is None:
                continue
            start = match.start()
            opened, closed = (self._narration.rfind(mark, each.span.start, start) for mark in "“”")
            led_here = any(_LED_BY.fullmatch(self._narration, g.span.end, start) for g in each.groups)
            if opened > closed or led_here or self._bars(each, start, match.end()):
                continue
            names = self._meant(match["guests"] or "", start)
            begin = clause_start(self._marks.text, each.span.start, start, "，。；：、 \n")
            begin = begin if start - begin <= _LONGEST_BODY else start
            if is_planned(self._marks.lexicon, self._narration, begin, start):
                continue  # 将派遣代表团前往
            told = self._told(each, begin, Span(begin, match.end()))
            yield replace(told, names=names, led=bool(match["led"]), rule="unnamed-visitor")

    def _meant(self, guests: str, position: int) -> tuple[str, ...]:
        """代表团 is that of its leader, 客人 are those received last."""
        if not guests:
            leader = self._delegations.leader(position)
            return leader.names if leader else ()
        before = [event for event in self._receptions if event.start < position]
        return before[-1].guests if before and guests in ("客人", "来宾") else ()

    def _of_group(self, each: Spoken, group: Party, around: Span) -> _Outing | None:
        """The visit of a group that stands between two others (`around` is what is said of it)."""
        start = group.span.end
        match = self._forms.visitor.match(self._narration, start, around.end)
        headline = None if match else self._to_place(start, around.end)
        match = match or headline
        if not match or not is_subject(self._narration[around.start : group.span.start]):
            return None
        if self._bars(each, start, match.end()):
            return None
        verbs = [verb.start() for verb in self._forms.visits.finditer(self._narration, start, match.end())]
        verb = Span(verbs[-1] if verbs else match.end() - 2, match.end())
        told = self._told(each, group.span.start, verb)
        rule = "unnamed-visitor" if headline else told.rule
        return replace(told, names=group.names, name=group.names[0] + told.name, rule=rule)

    def _to_place(self, start: int, end: int) -> re.Match[str] | None:
        """甲曲靖调研, as headlines have it."""
        place = self._marks.starts["place"].get(start)
        return self._forms.visits.match(self._narration, place, end) if place else None

    def _bars(self, each: Spoken, start: int, end: int) -> bool:
        """会见了前来考察的乙, 表示此次考察…, 将赴某地考察: nobody visits."""
        words = self._narration[start:end]
        if _NO_ACT.match(words) or _OFTEN.search(words) or _OTHER.match(self._narration, end):
            return True
        planned = is_planned(self._marks.lexicon, self._narration, max(each.span.start, start - 4), end)
        return planned or meets(self._marks.lexicon).search(words) is not None or bool(
            _SAID.search(words[:-2]) or _SAID.search(words)
        )

    def _before_now(self, clause: int) -> bool:
        """今年3月，甲赴乙地考察, further on in a report: another visit than the one it tells of."""
        return clause > _HEAD and _EARLIER.match(self._marks.text, clause) is not None

    def _told(self, each: Spoken, start: int, verb: Span) -> _Outing:
        """What the words of a verb say, and the clause before it about its time."""
        text = self._marks.text
        end = clause_end(text, verb.end - 2, min(verb.start + _LONGEST_NAME, len(text)), "，。；！？\n")
        at = Span(verb.start, max(end, verb.end))
        clause = clause_start(text, each.span.start, start, "。；")
        return _Outing(
            at, kind=text[verb.end - 2 : verb.end], name=text[at.start : at.end],
            past=_PAST.search(text, clause, verb.end) is not None or self._before_now(clause),
            aside=_ASIDE.search(text, clause, verb.end) is not None,
            own_time=_OWN_TIME.match(text, clause) is not None,
        )  # fmt: skip


def _accompanied(lexicon: Lexicon, narration: str, spoken: Sequence[Spoken]) -> list[Event]:
    """乙陪同考察: a visit whose visitor no words make one."""
    for each in spoken if any(word in narration for word in _WITH_OTHERS) else ():
        match = _forms(lexicon).accompanied.search(narration, *each.span)
        if match and not is_planned(lexicon, narration, each.span.start, match.end()):
            start = match.start(match.lastindex or 0)
            verb = match.group(match.lastindex or 0)
            return [Event(verb, "visit", [Span(start, start + 2)], "", "accompanied-visit")]
    return []


def visiting(lexicon: Lexicon, before: str, after: str, offset: int, acts: Sequence[Act]) -> list[Act]:
    """The acts of a group and, where it visits, that it attended the visit; `after` begins at `offset`.

    甲一行到乙地考察, 甲一同调研, 陪同甲考察.
    """
    forms = _forms(lexicon)
    if before.endswith("由") and _LED.match(after):
        return [Act("attended", offset, offset + 2, "visitor")]
    together = forms.together.match(after)
    if together and not acts:
        return [Act("attended", offset, offset + together.end(), "visitor")]
    match = None if _NO_ACT.match(after) else forms.visitor.match(after)
    if match and (meets(lexicon).search(after, 0, match.end()) or _SAID.search(after, 0, match.end())):
        return list(acts)
    if match and is_subject(before) and not any(act.role in ("accompanied", "attended") for act in acts):
        return [*acts, Act("attended", offset, offset + match.end(), "visitor")]
    if forms.guest_before.search(before) and forms.guest.match(after):
        return [Act("attended", offset, offset + 2, "visitor")]
    return list(acts)
