"""Participation: which people took part in which event, and in which role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from kg.extract.agents import Party, Spoken
from kg.extract.announced import announced
from kg.extract.events import is_planned
from kg.extract.lexicon import Lexicon
from kg.extract.pointed_people import pointed_rows
from kg.extract.posts import PostMention
from kg.extract.roles import Act, done, framed, heard, is_subject
from kg.extract.rows import JOINT_ROLES, Row, act_rows
from kg.extract.scene import Scene
from kg.extract.sentences import Sentence, clause_end, clause_start, sentence_at
from kg.extract.visits import visiting
from kg.model import Span

_TO_ANOTHER = re.compile(r"(?:[^，。；]{0,10})?[对向给][^，。；]{0,8}")
_WITH_ANOTHER = re.compile(r"[^。；：“]{0,40}?(?:分别|依次|先后)?[与同和][^，。；]{0,20}")
#: 甲向大会致贺信, 甲作出批示, 甲接受采访, 对甲的专访.
_WRITES = re.compile(
    "(?:同志)?的?(?:独家)?专访|(?:同志)?[^，。；]{0,40}?(?:接受[^，。；]{0,20}(?:采访|专访|访问)|致[信电函](?![息心用])"
    "|致[^，。；力]{0,6}贺[信电]|发[来去出]?了?贺[信电]|[回复][信函]|作出(?:了)?(?:重要)?[批指]示|作(?:重要)?批示)"
)
_SAYS = re.compile("(?:表示|指出|强调|认为|说|称|要求|希望)$")
#: 甲表示，… at the head of a paragraph, and 乙总书记强调 further on in it: quoted by the first.
_HAS_FLOOR = re.compile("[^，。；\n]{2,30}?(?:表示|说|指出|强调)，")
_HIGH = ("总书记", "主席", "总统", "总理")
_SPEECH_ENDS = re.compile("[；”]")
_HEADLINE, _HEAD_LINES = 60, 2  # code points of the longest headline, and the lines below the first one
_FOR = re.compile(r"(?:分别)?代表[^，。；]{2,24}[与同和]")
_FOR_ONE = re.compile(r"(?:分别)?代表[^，。；]{2,16}[，、；]")
_TALK = re.compile("(?:一行|等)?[^，。；]{0,16}?(?:座谈|会谈|交流|会面|会晤|洽谈)[^，。；]*")
#: 甲走访公司，与乙座谈; 甲分别与乙、丙座谈: who is visited only talks.
_HOSTS_TALK = re.compile("[与同](?:一行|等)*(?:交流)?座谈")
_JOINTLY = re.compile(r"(?:一行)?，?并?(?:共同|一同|一起)(见证|主持|出席|参加|签署)")
#: 甲在乙陪同下调研, 甲一行由乙陪同参观, 甲受乙委托出席: the words around the second are about the first.
_BETWEEN = re.compile(r"等?(?:一行)?(?:[\d一二三四五六七八九十]+人)?(?P<by>[在由受])")
_FRAMES = {
    "在": re.compile(r"(?:等[^，。；]{0,8})?的?(?:陪同|率领|带领|见证|主持)下"),
    "由": re.compile(r"(?:等[^，。；]{0,8})?(?:全程)?陪同，?"),
    "受": re.compile(r"(?:等)?的?(?:委托|委派|指派)，?"),
}


def person_rows(scene: Scene, posts: Sequence[PostMention]) -> list[Row]:
    """Rows of people, sentence by sentence."""
    rows: list[Row] = []
    listed: list[Row] = []
    for each in scene.spoken:
        said = -1
        below = list(_row_of_list(each, listed))
        rows.extend(below)
        listed = listed if below else []
        for number, group in enumerate(each.groups):
            if 0 <= said <= group.span.start and _only_told(scene, said, each.behind(number), group):
                continue
            found = list(_group_rows(scene, each, number, group))
            rows.extend(found)
            listed = [row for row in found if row.rule == "list-intro"] or listed
            said = max((row.evidence[-1].end for row in found if _opens_speech(scene, row)), default=said)
    rows.extend(_met(scene))
    rows.extend(pointed_rows(scene, posts))
    rows = _unquoted(scene, _from_afar(scene, rows))
    scene.attended.update(id(row.event) for row in rows if row.role == "attended")
    return _told_once(scene, rows)


def _row_of_list(each: Spoken, listed: Sequence[Row]) -> Iterator[Row]:
    """上台签约的是： and a person a line: each line that is a person alone goes on with the list."""
    group = each.groups[0] if len(each.groups) == 1 else None
    alone = group and group.span.start <= each.span.start + 1 and group.span.end >= each.span.end - 1
    if group is None or not alone:
        return
    acts = {(row.event.start, row.role): row for row in listed}
    for row in acts.values():
        for person in group.people:
            yield Row(row.event, person.name, row.role, (person.span, row.evidence[-1]), row.rule, person.at)


def _only_told(scene: Scene, said: int, end: int, group: Party) -> bool:
    """甲表示，乙出席…: what somebody tells did not happen here, unless it names a meeting (在某会上)."""
    over = _SPEECH_ENDS.search(scene.masked, said, group.span.start)
    return over is None and not scene.names_session(said, end)


def _opens_speech(scene: Scene, row: Row) -> bool:
    """甲表示，…: what follows is said by somebody."""
    verb = row.evidence[-1]
    weak = row.role == "spoke" and _SAYS.search(scene.masked, verb.start, verb.end) is not None
    return weak and scene.masked[verb.end : verb.end + 1] in ("，", "：")


def _from_afar(scene: Scene, rows: list[Row]) -> list[Row]:
    """甲致信祝贺，指出…; 甲接受采访时说: who writes or is asked did not speak there, unless they came."""
    wrote = {
        name
        for each in scene.spoken
        for number, group in enumerate(each.groups)
        if _WRITES.match(scene.masked, group.span.end, each.behind(number))
        for name in group.names
    }
    there = {(id(row.event), row.agent) for row in rows if row.role != "spoke"}
    return [row for row in rows if row.agent not in wrote or (id(row.event), row.agent) in there]


def _unquoted(scene: Scene, rows: list[Row]) -> list[Row]:
    """乙总书记强调 in the paragraph of a speech by 甲 is quoted, unless 乙 took part in another way."""
    there = {(id(row.event), row.agent) for row in rows if row.role != "spoke"}
    return [
        row
        for row in rows
        if row.role != "spoke" or (id(row.event), row.agent) in there or not _is_quoted(scene, row)
    ]


def _is_quoted(scene: Scene, row: Row) -> bool:
    text, start = scene.marks.text, scene.marks.line(row.at.start).start
    floor = _HAS_FLOOR.match(text, start)
    if floor is None or floor.end() > row.at.start or not text.startswith(_HIGH, row.at.end):
        return False
    end = max(clause_end(text, row.at.end, len(text), "。；\n"), row.at.end)
    return not scene.names_session(row.at.end, end)


def _told_once(scene: Scene, rows: Sequence[Row]) -> list[Row]:
    """A headline only announces what the report tells: where both give a role, the report's event holds."""
    heads = [s.sentence.span for s in scene.spoken if _is_head(scene, s.sentence)]
    limit = max((span.end for span in heads), default=0)
    told = {(row.agent, row.role) for row in rows if row.at.start >= limit and not row.event.past}
    return [row for row in rows if row.at.start >= limit or (row.agent, row.role) not in told]


def _is_head(scene: Scene, sentence: Sentence) -> bool:
    """One of the first lines, short and without a full stop."""
    text, (start, end) = scene.marks.text, sentence.span
    short = end - start < _HEADLINE and sentence.paragraph <= _HEAD_LINES
    return short and text[end - 1] not in "。！？!?”" and scene.marks.line(start).end == end


class _Said(NamedTuple):
    """The words after a group that can be about it, with events and works blanked; those from `joint` on
    stand `skipped` code points further on in the text, and give only the role `shared`, if any.
    """

    words: str
    joint: int = 0
    skipped: int = 0
    shared: str = ""

    def placed(self, act: Act, start: int) -> Act:
        """An act read in the words, as it stands in the text, where the words begin at `start`."""
        begin, end = (at + self.skipped * (at - start >= self.joint) for at in (act.start, act.end))
        return replace(act, start=begin, end=end) if self.skipped else act


def _group_rows(scene: Scene, each: Spoken, number: int, group: Party) -> Iterator[Row]:
    lexicon, before_start = scene.marks.lexicon, each.before(number)
    before = scene.masked[before_start : group.span.start]
    said = _said_of(scene, each, number, group)
    after = said.words
    near = clause_end(after, 0, min(20, len(after)), "，。；：")
    if is_planned(lexicon, before, max(0, len(before) - 20), len(before)) or is_planned(
        lexicon, after, 0, near
    ):
        return
    end = group.span.end
    listed = announced(lexicon, before, before_start, first=before_start == each.span.start)
    acts = framed(before, after, end) or heard(before, after, end) or listed
    if is_subject(before) and not (acts and after[:1] in ("", "，", "。", "；")):
        acts = acts + done(lexicon, after, end)
    if scene.visit_at(end):
        acts = visiting(lexicon, before, after, end, acts)
    for act in acts:
        if _HOSTS_TALK.fullmatch(before[-1:] + after[: act.end - end]):
            continue
        if said.shared and act.start - end >= said.joint and act.role != said.shared:
            continue
        placed = said.placed(act, end) if act.start >= end else act
        yield from act_rows(scene, each.sentence, group, placed)
    yield from _scrambled(scene, each.sentence, group)


def _said_of(scene: Scene, each: Spoken, number: int, group: Party) -> _Said:
    right = each.behind(number)
    after = scene.masked[group.span.end : right]
    with_first = number and scene.masked.endswith(("与", "同"), 0, group.span.start)
    talk = _TALK.match(after) if with_first else None
    if right == each.span.end or talk:
        return _Said(after[: talk.end()] if talk else after)  # 甲与乙座谈，介绍了…: the first one does
    behind = each.groups[number + 1].span.end
    rest = Span(behind, each.behind(number + 1))
    between = _BETWEEN.fullmatch(after)
    frame = _FRAMES[between["by"]].match(scene.masked, behind) if between else None
    if frame:
        return _Said(
            f"{after}〓下{scene.masked[frame.end() : rest.end]}", len(after) + 2, frame.end() - right - 2
        )
    both_for = _FOR_ONE.fullmatch(after) and scene.masked.startswith("代表", behind)
    talks = _WITH_ANOTHER.fullmatch(after) and _TALK.match(scene.masked, behind)
    if both_for or talks or _FOR.fullmatch(after) or _receives(scene.marks.lexicon).fullmatch(after):
        # 甲代表某市与乙签署, 甲代表校方、乙代表市政府签字: both sign. 甲会见乙，并参观了…: the host goes on.
        return _Said(after + scene.masked[rest.start : rest.end], len(after), behind - right)
    if announced(scene.marks.lexicon, after, 0, first=False):
        # what announces the next group is not about this one
        return _Said(after[: clause_start(after, 0, len(after))])
    for form, role in ((_TO_ANOTHER, "spoke"), (_WITH_ANOTHER, "signed")):
        if form.fullmatch(after):
            # 甲对陪同的乙说, 甲与乙签署: what follows the second group is done by the first as well.
            clause = scene.masked[behind : clause_end(scene.masked, behind, rest.end, "，。；")]
            return _Said(after + clause, len(after), behind - right, role)
    return _Said(after)


@cache
def _receives(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"[^，。；]{{0,24}}{lexicon.one_of('event.reception')}了?[^，。；]{{0,24}}")


def _scrambled(scene: Scene, sentence: Sentence, group: Party) -> Iterator[Row]:
    """县长主持座谈会马自忠: the verb stands between the title and the name."""
    for person in group.people:
        at = scene.marks.text.find("主持", person.span.start, person.at.start)
        event = scene.event_at(Act("chaired", at, at + 2, "scrambled"), sentence) if at >= 0 else None
        if event:
            yield Row(event, person.name, "chaired", (person.span,), "scrambled", person.at)


def _met(scene: Scene) -> Iterator[Row]:
    """甲会见乙: both met, in a reception of their own; 会见乙并共同见证: both sides witnessed."""
    for event in scene.events:
        for person, verb in event.met:
            scene.members.setdefault(id(event), set()).add(person.name)
            yield Row(event, person.name, "met", (person.span, verb), "met", person.at)
        people = tuple(dict.fromkeys(person for person, _ in event.met))
        last = max(people, key=lambda person: person.span.end, default=None)
        joint = last and _JOINTLY.match(scene.narration, last.span.end)
        sentence = joint and sentence_at(scene.sentences, joint.start())
        if joint and sentence:
            act = Act(JOINT_ROLES[joint[1]], joint.start(1), joint.end(1), "met")
            for person in people:
                yield from act_rows(scene, sentence, Party((person,), person.span), act)
