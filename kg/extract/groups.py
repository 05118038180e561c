"""Groups: 沿海六市, 甘青两省, 9家央企, and who they are when the text lets us know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.marks import Marks, left_edge
from kg.extract.places import PlaceMention, full_name, level_of
from kg.extract.posts import PostMention
from kg.model import GroupFact, Span

_DIGIT = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_COUNTED = re.compile(
    r"([二三四]?十[一二三四五六七八九]?|[两二三四五六七八九]|(?<!\d)\d{1,2})(?:个)?(?:家)?(?:会员|成员|省会|沿海|中心)?"
    r"(省区市|省区|省市|省|城市|市(?!场|级|委|政|长|民)|县(?!委|长|级)|区(?!委|长|域)|州|地|国|(?:中央|省属|国有)?企业|央企|校|高校)")
_ALL = re.compile(r"(?:各|上述|这些|与会)(城市|市(?!场|级|委)|省|县|区)")
_LEVEL = {"城市": "市", "省市": "省", "省区": "省", "省区市": "省", "地": ""}
_LISTED = "listed in the text"
_COMPANY = ("企业", "中央企业", "省属企业", "国有企业", "央企")


@dataclass(frozen=True, slots=True)
class GroupMention:
    """One mention of a set; `name` is '' when the text gives it none of its own (四市, 双方)."""

    span: Span
    name: str
    size: int | None
    members: tuple[str, ...]
    reason: str


def find_groups(marks: Marks, places: Sequence[PlaceMention], posts: Sequence[PostMention],
                companies: Sequence[str]) -> list[GroupMention]:
    """Counted sets in the text, each with its members when exactly one reading fits the number."""
    found: list[GroupMention] = []
    for match in _COUNTED.finditer(marks.text):
        size = number(match.group(1))
        level = _LEVEL.get(match.group(2), match.group(2))
        left = left_edge(marks, match.start(), max(0, match.start() - 14))
        prefix = marks.text[left : match.start()]
        members, reason = _members(marks, places, posts, companies, match, size, level, prefix)
        own = bool(prefix) and not re.fullmatch(r"(?:这|上述|其他|以上|全国|另外|我省|我市|[^a-z])?", prefix)
        listed = any(p.span.start >= left and p.span.end <= match.start() and "、" in prefix for p in places)
        name = prefix + marks.text[match.start() : match.end()] if own and not listed and len(prefix) >= 2 else ""
        start = left if name else match.start()
        if reason == _LISTED:
            start = min(start, _list_start(places, match.start(), size))
        found.append(GroupMention(Span(start, match.end()), name, size, members, reason))
    found = [_same_as(g, found) for g in found]
    for match in _ALL.finditer(marks.text):
        level = _LEVEL.get(match.group(1), match.group(1))
        best = _one_set(found, level)
        if best:
            found.append(GroupMention(Span(match.start(), match.end()), "", len(best), best, "the set the text speaks of"))
    return sorted(found, key=lambda g: g.span)


def number(words: str) -> int:
    """六 → 6, 二十一 → 21, 9 → 9."""
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.partition("十")
    return (_DIGIT.get(tens, 1) * 10 if ten else 0) + _DIGIT.get(ones or ("" if ten else tens), 0)


def _same_as(mention: GroupMention, found: list[GroupMention]) -> GroupMention:
    """六省 after 中部六省: the same set, when one set alone has that number and level."""
    if mention.members:
        return mention
    sets = {(g.members, g.reason) for g in found if g.members and g.size == mention.size}
    if len({members for members, _ in sets}) != 1:
        return mention
    members, reason = sorted(sets)[0]
    return GroupMention(mention.span, mention.name, mention.size, members, reason)


def _one_set(found: list[GroupMention], level: str) -> tuple[str, ...]:
    sets = {g.members for g in found if g.members and level_of(g.members[0]) == level}
    largest = sorted(sets, key=lambda m: (-len(m), m))
    return largest[0] if largest else ()


def _members(marks: Marks, places: Sequence[PlaceMention], posts: Sequence[PostMention], companies: Sequence[str],
             match: re.Match[str], size: int, level: str, prefix: str) -> tuple[tuple[str, ...], str]:
    if match.group(2) in _COMPANY:
        named = tuple(dict.fromkeys(companies))
        return (named, "the numeral equals the number of companies represented") if len(named) == size else ((), "")
    listed = _listed_before(marks, places, match.start(), size, level)
    if listed:
        return listed, _LISTED
    letters = _letters(marks, match.start(), size)
    if letters:
        return letters, "named by their one-character abbreviations"
    table = marks.lexicon.groups.get(prefix + match.group())
    if table and len(table) == size:
        return table, "a group of fixed membership (table of groups)"
    represented = tuple(dict.fromkeys(p.body.place for p in posts if p.body.place and level_of(p.body.place) == level))
    if len(represented) == size:
        return represented, "the numeral equals the number of places represented"
    named = tuple(dict.fromkeys(
        full_name(marks, p.name, level) or p.name for p in places
        if level_of(p.name) == level or (not p.certain and full_name(marks, p.name, level))))
    if len(named) == size:
        return named, "the numeral equals the number of places named"
    return (), ""


def _listed_before(marks: Marks, places: Sequence[PlaceMention], end: int, size: int, level: str) -> tuple[str, ...]:
    names: list[str] = []
    position = end
    for mention in reversed([p for p in places if p.span.end <= end]):
        gap = marks.text[mention.span.end : position]
        if gap not in ("", "、", "和", "与", "及", "等", "等 "):
            break
        name = full_name(marks, marks.text[mention.span.start : mention.span.end], level) or mention.name
        names.append(name)
        position = mention.span.start
    names.reverse()
    return tuple(names) if len(names) == size else ()


def _list_start(places: Sequence[PlaceMention], end: int, size: int) -> int:
    before = [p.span.start for p in places if p.span.end <= end]
    return before[-size] if len(before) >= size else end


def _letters(marks: Marks, end: int, size: int) -> tuple[str, ...]:
    letters = marks.text[max(0, end - size) : end]
    table = marks.lexicon.seeds.abbreviations
    if len(letters) == size and all(letter in table for letter in letters):
        return tuple(table[letter].name for letter in letters)
    return ()


def group_facts(text: str, mentions: Sequence[GroupMention]) -> tuple[GroupFact, ...]:
    """Named groups; names with the same size and members are one group with aliases."""
    made: dict[tuple[int | None, frozenset[str]], list[GroupMention]] = {}
    for mention in mentions:
        if mention.name and mention.members:
            made.setdefault((mention.size, frozenset(mention.members)), []).append(mention)
    facts = []
    for found in made.values():
        names = list(dict.fromkeys(g.name for g in found))
        facts.append(GroupFact(
            name=names[0], size=found[0].size, members=found[0].members, aliases=tuple(names[1:]),
            reason=found[0].reason, evidence=tuple(dict.fromkeys(g.span for g in found)), rule="group",
            confidence=0.9))
    return tuple(facts)
