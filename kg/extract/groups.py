"""Groups: 沿海六市, 甘青两省, 9家央企, and who they are when the text lets us know."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.extract.edges import left_edge
from kg.extract.marks import Marks
from kg.extract.numerals import number
from kg.extract.places import PlaceMention, full_name, level_of
from kg.extract.posts import PostMention
from kg.extract.spans import InOrder
from kg.extract.trust import confidence
from kg.model import GroupFact, Span

_COUNTED = re.compile(
    # One set of characters to begin with: the search skips all others at once. 二十一, 十一, 二, 21.
    r"([两二三四五六七八九十\d](?:(?<=[二三四])十[一二三四五六七八九]?|(?<=十)[一二三四五六七八九]?"
    r"|(?<=[两二三四五六七八九])|(?<=\d)(?<!\d\d)\d?))[个家所]?(?:会员|成员|省会|沿海|中心)?"
    r"(省区市|省区|省市|省|城市|市(?!场|级|委|政|长|民)|县(?!委|长|级)|区(?!委|长|域)|州|地|国"
    r"|(?:中央|省属|国有)?企业|央企|校|高校|院校|大学)"
)
_ALL = re.compile(r"(?:各|上述|这些|与会)(城市|市(?![场级委])|省|县|区)")
#: Words before a number that give the set a name of its own (中部六省, not 游四市).
_OWN_NAME = re.compile(
    r"(?:[东西南北中]部|[沿环][\u4e00-\u9fff]{1,3}|三角洲?|平原|[地山老湾片库林草]区|半岛|流域|走廊|沿岸|腹地"
    r"|(?:经济|协作|合作|生态|产业)?[带圈区]|城市群|[^，、]{2}中心)”?$"
)
_LEVELS = {"城市": "市", "省市": "省", "省区": "省", "省区市": "省", "地": ""}
_COMPANIES = ("企业", "中央企业", "省属企业", "国有企业", "央企")
_BODIES = (*_COMPANIES, "校", "高校", "院校", "大学")
_GAPS = ("", "、", "和", "与", "及", "等", "等 ")
#: 、莱芜、: a city that is none any more stands in the list by its short name.
_FORMER_NAME = re.compile(r"、([\u4e00-\u9fff]{2,4})、")
_LONGEST_PREFIX = 14  # code points before the number that can name the set
_LISTED = "listed in the text"
_LETTERS = "named by their one-character abbreviations"
_TABLE = "a group of fixed membership (table of groups)"
_REPRESENTED = "the numeral equals the number of places represented"
_NAMED = "the numeral equals the number of places named"
_COMPANIES_REPRESENTED = "the numeral equals the number of companies represented"
_SET_SPOKEN_OF = "the set the text speaks of"
_RULE = "group"

Members = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupMention:
    """One mention of a set; `name` is '' when the text gives it none of its own, but its `count` (四市)."""

    span: Span
    name: str
    count: str
    size: int | None
    members: Members
    reason: str


@dataclass(frozen=True, slots=True)
class _Counted:
    """六市: the number, the level word as written, and the level it means."""

    span: Span
    size: int
    word: str
    level: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Countable:
    """What a number may count: places, the posts of those who came, bodies by span, companies that came."""

    places: Sequence[PlaceMention]
    posts: Sequence[PostMention]
    bodies: Sequence[tuple[Span, str]]
    companies: Sequence[str]


def find_groups(marks: Marks, countable: Countable) -> list[GroupMention]:
    """Counted sets in the text, each with its members when exactly one reading fits the number."""
    reader = _Reader(marks, countable)
    found = [reader.group(match) for match in _COUNTED.finditer(marks.text)]
    known: dict[int | None, set[tuple[Members, str]]] = {}
    for group in found:
        if group.members:
            known.setdefault(group.size, set()).add((group.members, group.reason))
    found = [_same_as(group, known.get(group.size, set())) for group in found]
    sets, unknown = _largest(found), _unknown(marks, found)
    for match in _ALL.finditer(marks.text):
        level = _LEVELS.get(match.group(1), match.group(1))
        best = sets.get(level)
        if best and unknown.get(level, 0) <= len(best):
            found.append(GroupMention(Span(*match.span()), "", "", len(best), best, _SET_SPOKEN_OF))
    return sorted(found, key=lambda g: g.span)


def _same_as(mention: GroupMention, known: set[tuple[Members, str]]) -> GroupMention:
    """六省 after 中部六省: the same set, when one set alone has that number."""
    if mention.members or len({members for members, _ in known}) != 1:
        return mention
    members, reason = min(known)
    return replace(mention, members=members, reason=reason)


def _largest(found: Iterable[GroupMention]) -> dict[str, Members]:
    """The largest set of each level."""
    sets: dict[str, Members] = {}
    for members in sorted({g.members for g in found if g.members}, key=lambda m: (-len(m), m)):
        sets.setdefault(level_of(members[0]), members)
    return sets


def _unknown(marks: Marks, found: Iterable[GroupMention]) -> dict[str, int]:
    """The largest number of each level that counts a set whose members nobody knows."""
    sizes: dict[str, int] = {}
    for group in found:
        counted = _COUNTED.search(marks.text, *group.span)
        if counted and not group.members:
            level = _LEVELS.get(counted.group(2), counted.group(2))
            sizes[level] = max(sizes.get(level, 0), group.size or 0)
    return sizes


class _Reader:
    """The places and bodies of one article, asked who a counted set is."""

    def __init__(self, marks: Marks, countable: Countable) -> None:
        self._marks = marks
        self._places = InOrder(countable.places, lambda place: place.span)
        self._bodies = InOrder(countable.bodies, lambda body: body[0])
        self._companies = tuple(dict.fromkeys(countable.companies))
        came = [post.body.place for post in countable.posts if post.body.place]
        self._represented = _by_level((place, level_of(place)) for place in came)
        self._named: dict[str, Members] = {}

    def group(self, match: re.Match[str]) -> GroupMention:
        """The set that a number and a level word name."""
        text, start = self._marks.text, match.start()
        left = left_edge(self._marks, start, max(0, start - _LONGEST_PREFIX))
        level = _LEVELS.get(match.group(2), match.group(2))
        counted = _Counted(
            Span(*match.span()), number(match.group(1)), match.group(2), level, text[left:start]
        )
        members, reason = self._members(counted)
        name = counted.prefix + match.group() if self._names_itself(counted, left) else ""
        if reason == _LETTERS:
            left = start - counted.size
            name = text[left : match.end()]
        first = left if name else start
        if reason == _LISTED:
            first = min(first, self._list_start(start, counted.size))
        return GroupMention(Span(first, match.end()), name, match.group(), counted.size, members, reason)

    def _names_itself(self, counted: _Counted, left: int) -> bool:
        """沿海六市 has a name; 这六市 and 甲、乙两市 have none."""
        listed = self._marks.text[max(0, left - 1) : left] in ("、", "和", "与", "及")
        words = self._marks.text[counted.span.start : counted.span.end]
        tabled = counted.prefix + words in self._marks.lexicon.groups
        if listed or not (tabled or _OWN_NAME.search(counted.prefix)):
            return False
        inside = self._places.starting(left, counted.span.start)
        return not inside or ("、" not in counted.prefix and inside[-1].span.end < counted.span.start)

    def _members(self, counted: _Counted) -> tuple[Members, str]:
        """The members and how we know; a reading that does not fit the number is none."""
        listed = self._bodies_before(counted) if counted.word in _BODIES else ()
        if len(listed) == counted.size:
            return listed, _LISTED
        if counted.word in _COMPANIES:
            fits = len(self._companies) == counted.size
            return (self._companies, _COMPANIES_REPRESENTED) if fits else ((), "")
        words = self._marks.text[counted.span.start : counted.span.end]
        readings = (
            (self._listed_before, _LISTED),
            (self._by_letters, _LETTERS),
            (lambda c: self._tabled(c.prefix + words, c.level), _TABLE),
            (lambda c: self._represented.get(c.level, ()), _REPRESENTED),
            (lambda c: self._prefectures(c.level), _REPRESENTED),
            (lambda c: self._named_of(c.level), _NAMED),
        )
        for members_of, reason in readings:
            members = members_of(counted)
            if members and len(members) == counted.size:
                return members, reason
        return (), ""

    def _prefectures(self, level: str) -> Members:
        """Of the cities represented those that are no county: 四市, and a county-level city visited."""
        by_name = self._marks.lexicon.seeds.places.by_name
        cities = self._represented.get(level, ()) if level == "市" else ()
        return tuple(city for city in cities if not any(place.level == "county" for place in by_name(city)))

    def _tabled(self, name: str, level: str) -> Members:
        """The members by the table, unless as many others of the same provinces came: the text knows."""
        members = self._marks.lexicon.groups.get(name, ())
        came = self._represented.get(level, ())
        others = len(came) == len(members) and set(came) != set(members)
        return () if others and self._provinces(came) == self._provinces(members) else members

    def _provinces(self, cities: Members) -> set[str]:
        return {holder for name in cities for holder in self._holders(name)}

    def _holders(self, name: str) -> set[str]:
        """The divisions that hold one."""
        gazetteer = self._marks.lexicon.seeds.places
        found = gazetteer.by_name(name)[:1]
        return {place.name for division in found for place in gazetteer.ancestors(division)}

    def _listed_before(self, counted: _Counted) -> Members:
        """甲市、乙市和丙市三市."""
        names: list[str] = []
        position = counted.span.start
        for index in range(self._places.count_before(position) - 1, -1, -1):
            mention = self._places.all[index]
            gap = self._marks.text[mention.span.end : position]
            former = _FORMER_NAME.fullmatch(gap)
            between = full_name(self._marks, former[1], counted.level) if former else None
            if mention.span.end > position or (gap not in _GAPS and not between):
                break
            names += [between] if between else []
            inside, position = position == mention.span.end and names, mention.span.start
            if inside and mention.name in self._holders(names[-1]):
                continue  # 重庆北碚区
            words = self._marks.text[mention.span.start : mention.span.end]
            names.append(full_name(self._marks, words, counted.level) or mention.name)
        return tuple(reversed(names))

    def _bodies_before(self, counted: _Counted) -> Members:
        """甲大学、乙大学两所高校."""
        names: list[str] = []
        position = counted.span.start
        for span, name in reversed(self._bodies.all[: self._bodies.count_before(position)]):
            if span.end > position or self._marks.text[span.end : position] not in _GAPS:
                break
            names.append(name)
            position = span.start
        return tuple(reversed(names))

    def _list_start(self, position: int, size: int) -> int:
        before = self._places.count_before(position)
        return self._places.all[before - size].span.start if before >= size > 0 else position

    def _by_letters(self, counted: _Counted) -> Members:
        """甘青两省."""
        start = counted.span.start
        letters = self._marks.text[max(0, start - counted.size) : start]
        table = self._marks.lexicon.seeds.abbreviations
        return tuple(table[letter].name for letter in letters if letter in table)

    def _named_of(self, level: str) -> Members:
        """All places of a level that the text names; 吉林 is the city where cities are counted."""
        if level not in self._named:
            full = ((p, full_name(self._marks, p.name, level)) for p in self._places.all)
            self._named[level] = tuple(dict.fromkeys(
                name or p.name for p, name in full if level_of(p.name) == level or (not p.certain and name)
            ))  # fmt: skip
        return self._named[level]


def _by_level(places: Iterable[tuple[str, str]]) -> dict[str, Members]:
    out: dict[str, dict[str, None]] = {}
    for name, level in places:
        out.setdefault(level, {})[name] = None
    return {level: tuple(names) for level, names in out.items()}


def group_facts(mentions: Iterable[GroupMention], parties: Collection[str]) -> tuple[GroupFact, ...]:
    """Groups by their names, else by their count (四市) where the text lets us know who they are; those of
    one size with the same members are one group with aliases.

    A group whose members nobody knows is a fact only where it is one of the `parties` of an agreement.
    """
    made: dict[tuple[int | None, frozenset[str]], list[GroupMention]] = {}
    for mention in mentions:
        if (mention.name or mention.count) if mention.members else mention.name in parties:
            made.setdefault((mention.size, frozenset(mention.members or (mention.name,))), []).append(mention)
    return tuple(_fact(found) for found in made.values())


def _fact(found: Sequence[GroupMention]) -> GroupFact:
    names = [group.name for group in found if group.name] or [group.count for group in found if group.count]
    first, *others = dict.fromkeys(names)
    return GroupFact(
        name=first, aliases=tuple(others), size=found[0].size,
        members=found[0].members, reason=found[0].reason or None,
        evidence=tuple(dict.fromkeys(group.span for group in found)), rule=_RULE,
        confidence=confidence("groups", _RULE),
    )  # fmt: skip
