"""Bodies that act: hosts of events, and bodies or cities whose unnamed leaders speak or attend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.agents import Spoken
from kg.extract.body_lists import ActingBody, BodyList, body_lists
from kg.extract.lexicon import Lexicon
from kg.extract.numerals import number
from kg.extract.orgs import OrgMention
from kg.extract.places import PlaceMention
from kg.extract.roles import Act, done
from kg.extract.rows import Row
from kg.extract.scene import Scene
from kg.extract.sentences import Sentence, clause_end, clause_start
from kg.extract.spans import InOrder, Spans
from kg.model import Span

#: 甲市和乙市的主要负责同志: people without names who stand for the bodies before them.
_PEOPLE = re.compile(
    r"的?等?(?:[都均]|分别)?[有派]?(?:党政)?(?:(?:有关|相关)?[^，。；、的]{0,4}[司局处部])?(?:主要|有关|相关)?"
    r"(?:负责人|负责同志|代表(?!资格)|领导|市长|省长|县长|区长|书记|代表团|主席)们?"
)
#: A name behind the people: they are not unnamed.
_NAMED = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[、，]|出席|主持)")
_REPORTS = re.compile(
    "(?:等[^，。；]{0,6})?(?:(?:在|就|围绕)[^，。；〓]{0,30}?)?(?:分别|先后|依次|也)?"
    "(?P<verb>(?:作了?|进行了?|做了?)[^，。；〓]{0,8}?(?:发言|汇报|推介|介绍|交流|说明))"
)
_DELEGATION = re.compile("(?:党政|经贸|友好|高级别?)?(?:代表团|考察团|访问团|调研组|考察组)")
_COMMITTEE = re.compile("委(?![员托派任办会])")
_PIECE = re.compile("(?:(?!以及)[^、和与及 ])+")
_LIKE_BODY = re.compile(r"[\u4e00-\u9fff()]{2,}(?:[委办会院局部厅]|中心|公司|集团|大学|学校|政府|银行)$")
_NOT_HOST = re.compile(r"(?:[在于到赴]|同意|决定由?|商定由?|确定由?)$")
_HOST_IS = re.compile(
    "(?P<verb>(?:主办|承办)(?:方|单位|者|会议的|活动的|论坛的|的)(?:分别)?[是为：])(?P<words>[^，。；：]{2,80})"
)
#: 明年的会议由乙市承办: one that is still to come.
_NEXT = re.compile("下次|下届|下一[届次]|明年|来年")
_COMPANIES = re.compile(
    r"(?:^|(?<=[，。；]))((?:[\u4e00-\u9fffA-Za-z0-9]{2,12}、){1,8}[\u4e00-\u9fffA-Za-z0-9]{2,10}?)"
    r"([两二三四五六七八九十]|\d+)家(?:中央|民营|国有|重点)?(?:企业|公司|单位|央企|银行|机构)"
)
#: A body that only meets itself hosts nothing.
_MEETS_ITSELF = ("常委会", "常务委员会", "人民代表大会", "党组", "党代表大会", "董事会", "理事会")
#: What nobody hosts as one hosts a conference.
_NOT_HOSTED = ("reception", "visit")
#: 中科院烟台|海岸所举行: the name of another body goes on.
_GOES_ON = re.compile("[\u4e00-\u9fff]{1,6}?(?:研究)?[所院局校厅](?![年内会长开办])")
_LONGEST_LEAD = 8  # code points in its clause before a host


@dataclass(frozen=True, slots=True)
class _Forms:
    active: tuple[str, ...]
    hosts: re.Pattern[str]
    hosted_by: re.Pattern[str]
    by: re.Pattern[str]
    passive: re.Pattern[str]


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    active, passive = lexicon.one_of("role.hosted"), lexicon.one_of("role.hosted.passive")
    return _Forms(
        active=lexicon.words("role.hosted"),
        hosts=re.compile(rf"[^，。；\s]{{0,24}}?(?:共同|联合)?{active}"),
        hosted_by=re.compile(
            rf"(?P<words>[^，。；：由]{{2,80}}?)(?:[在于][^，。；：]{{2,12}})?"
            rf"(?:(?:发起|牵头)并?|共同|联合|组织|具体|负责)*(?P<verb>{passive})"
        ),
        by=re.compile("由"),
        passive=re.compile(passive),
    )


def body_rows(
    scene: Scene, orgs: Sequence[OrgMention], places: Sequence[PlaceMention], ours: Sequence[tuple[Span, str]]
) -> list[Row]:
    """Rows of organisations and places: hosted, and attended or spoke through unnamed people."""
    covered = Spans(org.span for org in orgs)
    people = Spans(person.span for each in scene.spoken for group in each.groups for person in group.people)
    bodies = [ActingBody(o.span, o.name, False) for o in orgs if not people.covers(o.span.start)]
    bodies += [
        _place_body(scene, p) for p in places
        if not covered.covers(p.span.start) and not people.covers(p.span.start)
    ]  # fmt: skip
    bodies += [ActingBody(span, name, True) for span, name in ours if not covered.covers(span.start)]
    ordered = InOrder(bodies, lambda body: body.span)
    rows: list[Row] = []
    forms = _forms(scene.marks.lexicon)
    hosted = forms.passive.search(scene.masked) is not None
    hosts = any(word in scene.marks.text for word in forms.active)
    for each in scene.spoken:
        if hosted:
            rows.extend(_hosted_by(scene, each.sentence, ordered))
            rows.extend(_host_is(scene, each.sentence, ordered))
        for listed in body_lists(scene, ordered.starting(*each.span)):
            rows.extend(_represented(scene, each, listed))
            if _can_host(scene.marks.text, each.sentence, listed):
                rows.extend(_hosted(scene, each.sentence, listed) if hosts else ())
                rows.extend(_reported(scene, each, listed))
            rows.extend(_visited(scene, listed))
        for listed in _counted_companies(scene, each.sentence):
            rows.extend(_represented(scene, each, listed))
    return rows


def _place_body(scene: Scene, place: PlaceMention) -> ActingBody:
    """The place, or its party committee: 于都县委承办."""
    text, end = scene.marks.text, place.span.end
    if text.startswith("委", end) and _COMMITTEE.match(text, end):
        return ActingBody(Span(place.span.start, end + 1), place.name + "委", False)
    return ActingBody(place.span, place.name, True)


def _counted_companies(scene: Scene, sentence: Sentence) -> Iterator[BodyList]:
    """甲、乙、丙三家企业: names that no table knows, as many as the number says."""
    if scene.marks.text.find("家", *sentence.span) < 0:
        return
    for match in _COMPANIES.finditer(scene.marks.text, *sentence.span):
        names = match.group(1).split("、")
        if len(names) == number(match.group(2)):
            position, spans = match.start(1), []
            for name in names:
                spans.append(Span(position, position + len(name)))
                position += len(name) + 1
            yield BodyList(tuple(names), tuple(spans), Span(match.start(1), match.end()), "家")


def _hosted(scene: Scene, sentence: Sentence, bodies: BodyList) -> Iterator[Row]:
    """甲市(联合乙市)举办博览会."""
    text, (start, end) = scene.marks.text, bodies.span
    match = _forms(scene.marks.lexicon).hosts.match(text, end, sentence.span.end)
    if end in scene.marks.starts["title"] or text.endswith("由", sentence.span.start, start):
        return
    goes_on = end in scene.marks.ends["place"] and _GOES_ON.match(text, end)
    if not match or match.group()[:1] in "在于" or goes_on:
        return
    event = scene.named(match.end(), clause_end(text, match.end(), sentence.span.end))
    if event is None or event.planned:
        return
    for name, span in zip(bodies.names, bodies.spans, strict=True):
        if not name.endswith(_MEETS_ITSELF):
            yield Row(event, name, "hosted", (span, Span(end, match.end())), "hosted", span)


def _hosted_by(scene: Scene, sentence: Sentence, bodies: InOrder[ActingBody]) -> Iterator[Row]:
    """论坛由甲、乙主办，丙承办; 由甲主办的论坛; 主办单位：甲."""
    text, forms = scene.masked, _forms(scene.marks.lexicon)
    if not forms.passive.search(text, *sentence.span):
        return
    for by in forms.by.finditer(text, *sentence.span):
        clauses = list(_clauses_by(text, by.end(), sentence.span.end, forms.hosted_by))
        if not clauses:
            continue
        limit = clause_end(scene.marks.text, clauses[-1][1].end, sentence.span.end)
        event = scene.named(sentence.span.start, by.start()) or scene.named(clauses[-1][1].end, limit)
        event = event or scene.called(sentence.span.start, by.start())
        coming = _NEXT.search(scene.marks.text, sentence.span.start, by.start())
        if event is None or event.planned or coming or event.type in _NOT_HOSTED:
            continue
        for words, verb in clauses:
            for name, span in _pieces(scene, words, bodies):
                yield Row(event, name, "hosted", (span, verb), "hosted", span)


def _host_is(scene: Scene, sentence: Sentence, bodies: InOrder[ActingBody]) -> Iterator[Row]:
    """对接会的主办方是甲、乙，承办方为丙."""
    for match in _HOST_IS.finditer(scene.masked, *sentence.span):
        event = scene.named(sentence.span.start, match.start()) or scene.main()
        if event and not event.planned and event.type not in _NOT_HOSTED:
            for name, span in _pieces(scene, Span(*match.span("words")), bodies):
                yield Row(event, name, "hosted", (span, Span(*match.span("verb"))), "hosted", span)


def _clauses_by(text: str, start: int, end: int, form: re.Pattern[str]) -> Iterator[tuple[Span, Span]]:
    """(bodies, verb) of 甲、乙主办，丙承办 from `start` on."""
    match = form.match(text, start, end)
    while match:
        yield Span(*match.span("words")), Span(*match.span("verb"))
        start = match.end() + (text[match.end() : match.end() + 1] in ("，", "、", "；"))
        match = form.match(text, start, end) if start > match.end() else None


def _pieces(scene: Scene, words: Span, bodies: InOrder[ActingBody]) -> Iterator[tuple[str, Span]]:
    """The bodies of a list: known ones, and words that end like one."""
    known = {body.span.end: body for body in bodies.starting(*words)}
    for piece in _PIECE.finditer(scene.masked, *words):
        body = known.get(piece.end())
        if body and body.span.start <= piece.start():
            yield body.name, body.span
        elif _LIKE_BODY.search(piece.group()):
            yield scene.marks.text[piece.start() : piece.end()], Span(*piece.span())
        elif body:
            yield body.name, body.span


def _can_host(text: str, sentence: Sentence, bodies: BodyList) -> bool:
    """The bodies stand near the head of their clause, and in no 在…, 到…, …的."""
    start = clause_start(text, sentence.span.start, bodies.span.start, "，；")
    near = bodies.span.start - start <= _LONGEST_LEAD
    return (
        near
        and not _NOT_HOST.search(text, start, bodies.span.start)
        and not text.startswith("的", bodies.span.end)
    )


def _reported(scene: Scene, each: Spoken, bodies: BodyList) -> Iterator[Row]:
    """甲局、乙局分别作了汇报: bodies that speak for themselves."""
    match = _REPORTS.match(scene.masked, bodies.span.end, each.span.end)
    if match is None:
        return
    if any(group.span.start < match.end() and group.span.end > bodies.span.start for group in each.groups):
        return
    act = Act("spoke", match.start("verb"), match.end(), "represented")
    for event in scene.events_at(act, each.sentence):
        for name, span in zip(bodies.names, bodies.spans, strict=True):
            yield Row(event, name, "spoke", (span, Span(act.start, act.end)), "represented", span)


def _visited(scene: Scene, bodies: BodyList) -> Iterator[Row]:
    """甲市代表团参观了…: a delegation that nobody leads by name stands for its place or body."""
    event = scene.covering(bodies.span.start)
    if event is None or event.rule != "unnamed-visitor" or id(event) in scene.attended:
        return
    named = _DELEGATION.match(scene.marks.text, bodies.span.end) or _DELEGATION.search(bodies.names[-1])
    if named:
        for full, span in zip(bodies.names, bodies.spans, strict=True):
            name = _DELEGATION.sub("", full)
            if name:  # 调研组 alone is nobody
                yield Row(event, name, "attended", (span, event.anchors[0]), "unnamed-visitor", span)


def _represented(scene: Scene, each: Spoken, bodies: BodyList) -> Iterator[Row]:
    """甲、乙两市负责同志出席并讲话: the bodies act; a list without a number only when it speaks."""
    sentence = each.sentence
    people = _PEOPLE.match(scene.masked, bodies.span.end, sentence.span.end)
    if not people or (not bodies.level and _NAMED.match(scene.masked, people.end(), sentence.span.end)):
        return
    ahead = (group.span.start for group in each.groups if group.span.start >= people.end())
    end = min(ahead, default=sentence.span.end)
    acts = done(scene.marks.lexicon, scene.masked[people.end() : end], people.end())
    if not bodies.level and not any(act.role == "spoke" for act in acts):
        return
    for act in acts:
        event = scene.event_at(act, sentence)
        for name, span in zip(bodies.names, bodies.spans, strict=True) if event else ():
            if event:
                yield Row(event, name, act.role, (span, Span(act.start, act.end)), "represented", span)
