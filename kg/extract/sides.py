"""Sides of an agreement: parties with the words that name them, and how several sides become pairs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.extract.agents import Person
from kg.extract.groups import GroupMention
from kg.extract.marks import Marks
from kg.extract.orgs import OrgMention
from kg.extract.party_words import CITY_ABROAD
from kg.extract.places import PlaceMention
from kg.extract.posts import PostMention
from kg.extract.sentences import clause_end, clause_start
from kg.model import Span

_DELEGATIONS = ("代表团", "访问团", "考察团")
_HEAD_TITLE = re.compile(r"[市县区州省]长$")
_TWO = 2
#: A place and its own government are one side.
GOVERNMENT = re.compile(r"(?<=[省市县区州旗])(?:人民)?政府$")
_INNER = re.compile(r"(?:党委|党组)$")
_BESIDE = re.compile("[与和同]|分别与|，|、(?!县)|在[^，。]{2,8}签")
_ENDS = re.compile("[在签，、。]|共同|分别|正式|举行|战略|全面|合作|友好|校地|市校|就")
_SIGNS = re.compile("签署|签订|签约(?!项目)|签字|协议|备忘录")


@dataclass(frozen=True, slots=True)
class Side:
    """Parties with the words that name them; `group` is set when a group stands behind them: its members,
    or itself where nobody knows them, or nobody where it has no name of its own (六市).
    """

    parties: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    group: str | None = None

    def __bool__(self) -> bool:
        return bool(self.parties)

    @property
    def several(self) -> bool:
        """Can these agree with each other?"""
        return len(self.parties) >= 2 or (self.group is not None and self.parties in ((), (self.group,)))


@dataclass(frozen=True, slots=True)
class Item:
    """A body, group or person in the text, and the parties that it can stand for (perhaps none)."""

    span: Span
    names: tuple[str, ...]
    group: str | None = None
    person: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What has been read of one article when its agreements are looked for.

    `full` gives names in full, `ours` what 我市 and 学校 mean.
    """

    people: Sequence[Person]
    posts: Sequence[PostMention]
    orgs: Sequence[OrgMention]
    places: Sequence[PlaceMention]
    groups: Sequence[GroupMention]
    full: dict[str, str]
    ours: Sequence[tuple[Span, str]]


def are_several(side: Side) -> bool:
    """A side holds at least two that can agree: a place and its government are one."""
    bodies = {GOVERNMENT.sub("", name) for name in side.parties}
    return side.several and (len(bodies) > 1 or len(side.parties) < 2)


def find_items(marks: Marks, known: Known) -> list[Item]:
    """All that can be a party: the longest first, nothing inside another; a person takes in the titles."""
    governments = _agreeing_governments(marks, known)
    seats = {
        name: governments.get(seat) or at_home(marks, seat)
        for name, seat in _seats(known.posts, known.full).items()
    }
    items = [Item(p.span, (seats[p.name],) if p.name in seats else (), person=True) for p in known.people]
    by_start = {g.span.start: g for g in reversed(known.groups) if g.members}
    items += [
        _org_item(marks, o, by_start, known.full) for o in known.orgs if not o.name.endswith(_DELEGATIONS)
    ]
    # Two that nobody lists (两地) are the two sides the text speaks of.
    items += [_group_item(marks, group) for group in known.groups if group.members or group.size != _TWO]
    items += [Item(p.span, (p.name,)) for p in known.places]
    items += [Item(span, (name,)) for span, name in known.ours]
    taken = bytearray(len(marks.text))
    kept: list[Item] = []
    for item in sorted(
        items, key=lambda i: (not i.person, i.span.start - i.span.end, i.span.start, not i.group)
    ):
        start, end = item.span
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\x01" * (end - start)
            kept.append(item)
    return sorted(kept, key=lambda i: i.span)


def _org_item(marks: Marks, org: OrgMention, groups: dict[int, GroupMention], full: dict[str, str]) -> Item:
    """An organisation; 六省政府 is that of each of the six."""
    group = groups.get(org.span.start)
    if group and group.span.end < org.span.end:
        office = marks.text[group.span.end : org.span.end].removeprefix("的")
        return Item(org.span, tuple(member + office for member in group.members), group.name or None)
    return Item(org.span, (full.get(org.name, org.name),))


def _group_item(marks: Marks, group: GroupMention) -> Item:
    """A set; without its members it stands for itself by its name, and by its number alone for nothing."""
    named = (group.name,) if group.name else ()
    return Item(group.span, group.members or named, group.name or marks.text[slice(*group.span)])


def _seats(posts: Sequence[PostMention], full: dict[str, str]) -> dict[str, str]:
    """Person → what the person signs for: the place of its head, else the body of the post."""
    seats: dict[str, str] = {}
    for post in posts:
        place, org = post.body.place, post.body.org
        own = place and org in (place, f"{place}政府", f"{place}委", f"{place}党委", f"{place}人民政府")
        if post.person not in seats or _HEAD_TITLE.search(post.body.title):
            seats[post.person] = place if own else _INNER.sub("", full.get(org, org))
    return seats


def _agreeing_governments(marks: Marks, known: Known) -> dict[str, str]:
    """Place → its government, where a signing names this one beside the other party and the place never:
    甲大学与乙市人民政府签署协议. The mayor who signs does so for the government then.
    """
    named: dict[str, str] = {}
    for org in known.orgs:
        if GOVERNMENT.search(org.name) and agrees(marks, org.span):
            named.setdefault(GOVERNMENT.sub("", org.name), org.name)
    places = {place.name for place in known.places if place.name in named and agrees(marks, place.span)}
    return {place: name for place, name in named.items() if place not in places}


def agrees(marks: Marks, at: Span) -> bool:
    """A body stands beside another one in a sentence that signs something."""
    behind = marks.text.endswith(("与", "和", "同", "代表"), 0, at.start)
    beside = _BESIDE.match(marks.text, at.end) or (behind and _ENDS.match(marks.text, at.end))
    start = clause_start(marks.text, 0, at.start, "。\n")
    end = clause_end(marks.text, at.end, len(marks.text), "。\n")
    return bool(beside and _SIGNS.search(marks.text, start, end))


def at_home(marks: Marks, name: str) -> str:
    """柬埔寨西哈努克省: the province without its country."""
    heads = (name[:size] for size in range(len(name) - 3, 1, -1))
    country = next((head for head in heads if head in marks.lexicon.countries), "")
    return name.removeprefix(country) if CITY_ABROAD.fullmatch(name, len(country)) else name


def joined(sides: Iterable[Side]) -> Side:
    """Several sides as one."""
    sides = tuple(sides)
    parties = tuple(dict.fromkeys(p for s in sides for p in s.parties))
    evidence = tuple(e for s in sides for e in s.evidence)
    return Side(parties, evidence, next((s.group for s in sides if s.group), None))


def merged(items: Iterable[Item]) -> Side:
    """Several items as one side."""
    return joined(Side(i.names, (i.span,), i.group) for i in items)


def severally(lefts: Sequence[Side], rights: Sequence[Side]) -> list[Side]:
    """甲分别与乙、丙; 甲、乙分别与丙; 甲、乙分别与丙、丁: one side for each agreement."""
    if len(lefts) == len(rights) > 1:
        return [joined(pair) for pair in zip(lefts, rights, strict=True)]
    if len(lefts) == 1:
        return [joined((lefts[0], other)) for other in rights if other]
    if len(rights) == 1:
        return [joined((other, rights[0])) for other in lefts if other]
    return []


def with_offices(pairs: Sequence[Sequence[Side]], organs: Iterable[str]) -> list[list[Side]]:
    """两省的发改委、生态环境厅: a bare office after a group's office is that of each member too."""
    members: tuple[str, ...] = ()
    out: list[list[Side]] = []
    for pair in pairs:
        out.append([])
        for side in pair:
            made = side
            if side.group and len(side.parties) > 1:
                office = _shared_ending(side.parties)
                members = tuple(p.removesuffix(office) for p in side.parties) if office else ()
            elif members and len(side.parties) == 1 and side.parties[0] in organs:
                made = Side(tuple(member + side.parties[0] for member in members), side.evidence)
            out[-1].append(made)
    return out


def _shared_ending(names: Sequence[str]) -> str:
    """The longest ending that all names share, beyond their level word."""
    shortest = min(names, key=len)
    sizes = range(len(shortest) - 1, 0, -1)
    size = next((n for n in sizes if all(name.endswith(shortest[-n:]) for name in names)), 0)
    ending = shortest[len(shortest) - size :]
    return ending[1:] if ending[:1] in tuple("省市县区州") else ending


def without_twins(side: Side) -> Side:
    """淮南市 and 淮南市政府 are one party: the city."""
    twins = {name for name in side.parties if GOVERNMENT.sub("", name) in set(side.parties) - {name}}
    return replace(side, parties=tuple(name for name in side.parties if name not in twins))
