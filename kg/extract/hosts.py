"""Bodies that act: hosts of events, and bodies or cities whose unnamed leaders speak or attend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.groups import number
from kg.extract.orgs import OrgMention
from kg.extract.participation import Row, Scene
from kg.extract.places import PlaceMention, full_name
from kg.extract.roles import acts_after
from kg.extract.sentences import Sentence
from kg.model import Span

_JOIN = re.compile(r"(?:[、和与及 ]|以及|,)*")
_COUNT = re.compile(r"^(?:等)?([两二三四五六七八九十]+|\d+)?(?:个)?(省|市州|市|县|区|州|城市|省市)?")
_REPRESENTED = re.compile(
    r"^(?:的)?(?:等)?(?:都|均|分别)?(?:有|派)?(?:党政)?(?:主要|有关|相关)?(?:负责人|负责同志|代表|领导|市长|省长|县长|区长|书记|代表团|主席)(?:们)?")
_HOST = re.compile(r"^(?:[^，。；]{0,24}?)(?:共同|联合)?(?:举行|举办|主办|召开|承办)")
_HOSTED_BY = re.compile(r"由$")
_BY_VERB = re.compile(r"^(?:[^，。；]{0,6}?)(?:共同|联合)?(?:主办|举办|组织举办|召集|承办|举行)")
_COMPANIES = re.compile(r"(?:^|[，。；])((?:[\u4e00-\u9fffA-Za-z0-9]{2,12}、){1,8}[\u4e00-\u9fffA-Za-z0-9]{2,10}?)([两二三四五六七八九十]|\d+)家(?:中央|民营|国有|重点)?(?:企业|公司|单位|央企|银行|机构)")


@dataclass(frozen=True, slots=True)
class BodyList:
    """Organisations or places that stand side by side, and the level word that closes the list (四市)."""

    names: tuple[str, ...]
    spans: tuple[Span, ...]
    span: Span
    level: str = ""


def body_lists(scene: Scene, sentence: Sentence, orgs: Sequence[OrgMention], places: Sequence[PlaceMention]) -> list[BodyList]:
    """Runs of bodies in one sentence, joined by 、 和 与."""
    inside = [(o.span, o.name, "") for o in orgs if sentence.span.start <= o.span.start < sentence.span.end]
    covered = [span for span, _, _ in inside]
    for place in places:
        if sentence.span.start <= place.span.start < sentence.span.end and not any(
                c.start <= place.span.start < c.end for c in covered):
            inside.append((place.span, place.name, "place"))
    inside.sort()
    runs: list[list[tuple[Span, str, str]]] = []
    for item in inside:
        if runs and _JOIN.fullmatch(scene.marks.text[runs[-1][-1][0].end : item[0].start]):
            runs[-1].append(item)
        else:
            runs.append([item])
    return [_close(scene, run) for run in runs]


def _close(scene: Scene, run: list[tuple[Span, str, str]]) -> BodyList:
    text, end = scene.marks.text, run[-1][0].end
    level = ""
    count = _COUNT.match(text[end : end + 8])
    if count and count.group(2) and all(kind for _, _, kind in run):
        level = {"城市": "市", "市州": "市"}.get(count.group(2), count.group(2))
        end += count.end()
    names = tuple((full_name(scene.marks, text[s.start : s.end], level) if level and kind else None) or name
                  for s, name, kind in run)
    return BodyList(names, tuple(s for s, _, _ in run), Span(run[0][0].start, end), level)


def body_rows(scene: Scene, orgs: Sequence[OrgMention], places: Sequence[PlaceMention]) -> list[Row]:
    """Rows of organisations and places: hosted, and attended or spoke through unnamed people."""
    rows: list[Row] = []
    for sentence in scene.sentences:
        for bodies in body_lists(scene, sentence, orgs, places):
            rows.extend(_hosted(scene, sentence, bodies))
            rows.extend(_represented(scene, sentence, bodies))
        for bodies in _counted_companies(scene, sentence):
            rows.extend(_represented(scene, sentence, bodies))
    return rows


def _counted_companies(scene: Scene, sentence: Sentence) -> list[BodyList]:
    """甲、乙、丙三家企业: names that no table knows, as many as the number says."""
    found = []
    for match in _COMPANIES.finditer(scene.marks.text, sentence.span.start, sentence.span.end):
        names = match.group(1).split("、")
        if len(names) == number(match.group(2)):
            position, spans = match.start(1), []
            for name in names:
                spans.append(Span(position, position + len(name)))
                position += len(name) + 1
            found.append(BodyList(tuple(names), tuple(spans), Span(match.start(1), match.end()), "家"))
    return found


def _hosted(scene: Scene, sentence: Sentence, bodies: BodyList) -> Iterable[Row]:
    text = scene.marks.text
    before = text[sentence.span.start : bodies.span.start]
    after = text[bodies.span.end : sentence.span.end]
    clause = re.split(r"[，；]", before)[-1]
    if scene.marks.starts["title"].get(bodies.span.end):
        return
    passive = bool(_HOSTED_BY.search(before))
    match = _BY_VERB.match(after) if passive else _HOST.match(after)
    if not match or (not passive and (len(clause) > 8 or re.search(r"[在于到赴]$", clause) or after.startswith("的"))):
        return
    verb_end = bodies.span.end + match.end()
    limit = min([p for p in (text.find(m, verb_end, sentence.span.end) for m in "，；。") if p >= 0], default=sentence.span.end)
    named = [e for e in scene.events for a in e.anchors if (sentence.span.start if passive else verb_end) <= a.start < limit]
    if not named or named[0].planned or re.search(r"[在于]", match.group()[:1]):
        return
    for name, span in zip(bodies.names, bodies.spans, strict=True):
        yield Row(named[0], name, "hosted", (span, Span(bodies.span.end, verb_end)), "hosted", span)


def _represented(scene: Scene, sentence: Sentence, bodies: BodyList) -> Iterable[Row]:
    text = scene.masked
    after = text[bodies.span.end : sentence.span.end]
    match = _REPRESENTED.match(after)
    if not match or re.match(r"[\u4e00-\u9fff]{2,4}(?:[、，]|出席|主持)", after[match.end() :]) and not bodies.level:
        return
    acts = acts_after(after[match.end() :], bodies.span.end + match.end())
    spoke = any(act.role == "spoke" for act in acts)
    if not acts or not (spoke or bodies.level):
        return
    for act in acts:
        event = scene.event_at(act, sentence)
        if event is None:
            continue
        for name, span in zip(bodies.names, bodies.spans, strict=True):
            yield Row(event, name, act.role, (span, Span(act.start, act.end)), "represented", span)
