"""Parties: which bodies stand behind a signing verb, a title of an agreement, or the people who sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.agents import Person
from kg.extract.groups import GroupMention
from kg.extract.marks import Marks
from kg.extract.orgs import OrgMention
from kg.extract.places import PlaceMention
from kg.extract.posts import PostMention
from kg.extract.sentences import Sentence
from kg.model import Span

_BOTH = re.compile(r"双方|两地|两市|两省|两县|两区|两校|三方|校企双方|政企双方|校地双方|学校、企业|各方")
_PAIR = re.compile(r"与|同|和|跟")
_STOP = re.compile(r"[。；\n]")
_SEVERALLY = re.compile(r"分别(?:与|同|和)|依次(?:与|同|和)|先后(?:与|同|和)")


@dataclass(frozen=True, slots=True)
class Side:
    """Parties with the words that name them; `group` is set when a group was expanded."""

    parties: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    group: str | None = None

    def __bool__(self) -> bool:
        return bool(self.parties)


@dataclass(frozen=True, slots=True)
class _Item:
    span: Span
    names: tuple[str, ...]
    group: str | None = None


class PartyFinder:
    """All bodies, groups and signers of one article, asked for the parties of one signing."""

    def __init__(self, marks: Marks, orgs: Sequence[OrgMention], places: Sequence[PlaceMention],
                 groups: Sequence[GroupMention], people: Sequence[Person], posts: Sequence[PostMention],
                 full: dict[str, str]) -> None:
        self.marks = marks
        self.full = full
        self.people = people
        self.seats = _seats(posts)
        items = [_Item(o.span, (full.get(o.name, o.name),)) for o in orgs]
        items += [_Item(g.span, g.members, g.name or marks.text[g.span.start : g.span.end]) for g in groups if g.members]
        covered = [i.span for i in items] + [Span(p.span.start, p.span.end) for p in people]
        items += [_Item(p.span, (p.name,)) for p in places if p.certain and not any(
            c.start <= p.span.start and p.span.end <= c.end for c in covered)]
        self.items = sorted(items, key=lambda i: i.span)
        self.last: Side = Side()

    # --- questions -----------------------------------------------------------------------------------

    def of_title(self, title: str) -> Side:
        """Parties that the title itself names at its head: 甲省人民政府 乙省人民政府战略合作框架协议."""
        at = self.marks.text.find(title)
        if at < 0:
            return Side()
        items = [i for i in self.items_within(at, at + len(title))]
        head: list[_Item] = []
        position = at
        for item in items:
            gap = self.marks.text[position : item.span.start]
            if not re.fullmatch(r"[—\-–、与和及 ·]*|(?:辽宁|[\u4e00-\u9fff]{0,8}(?:经济带|城市群|地区|区域))", gap):
                break
            head.append(item)
            position = item.span.end
        sides = _merge(head)
        joined = len(head) >= 2 and bool(re.search(r"[—\-–与和、 ]", self.marks.text[head[0].span.end : head[1].span.start]))
        return sides if joined and len(sides.parties) >= 2 else Side()

    def items_within(self, start: int, end: int) -> list[_Item]:
        """Bodies and groups that stand in an interval, left to right."""
        return [i for i in self.items if start <= i.span.start and i.span.end <= end]

    def of_verb(self, verb: Span, sentence: Sentence) -> Side:
        """The bodies before a signing verb in its clause; then its people; then who 双方 are."""
        text = self.marks.text
        clause = self._clause_start(verb, sentence)
        items = self._direct(clause, verb.start)
        side = _merge(items)
        begins_with = re.match(r"\s*(?:并|还|又|再)?(?:与|同|和|跟)", text[clause : verb.start])
        earlier = self._direct(self._sentence_part(clause, sentence), clause) if begins_with else []
        if earlier:
            side = _merge([*earlier, *items])
        elif begins_with and self.last:
            first = self.last.parties if not self._was_pair() else self.last.parties[:-1] or self.last.parties
            group = self._groups_of(first)
            side = Side(tuple(dict.fromkeys((*(group or first), *side.parties))), (*self.last.evidence[:1], *side.evidence),
                        self.last.group)
        if len(side.parties) < 2:
            side = self._by_people(clause, sentence, verb, side)
        if len(side.parties) >= 2:
            self.last = side
        return side

    def fallback(self, side: Side, verb: Span) -> Side:
        """双方, 两地 and the like: the last parties, or the two bodies that the text opened with."""
        if len(self.last.parties) >= 2:
            return Side(tuple(dict.fromkeys((*self.last.parties, *side.parties))), self.last.evidence, self.last.group)
        opening = [i for i in self.items if i.span.start < verb.start and len(i.names) == 1][:2]
        merged = _merge(opening)
        return merged if len(merged.parties) == 2 else side

    def pairs(self, verb: Span, title: Span, sentence: Sentence) -> list[Side]:
        """One side for each agreement that one sentence speaks of: 甲与乙、丙与丁各签一份, 甲分别与乙、丙签."""
        text = self.marks.text
        clause = self._clause_start(verb, sentence)
        if text[clause:verb.start].strip("，、 ") in ("各", "分别", "") and clause > sentence.span.start:
            clause = self._clause_start(Span(clause - 1, clause), sentence)
        items = self._direct(clause, verb.start)
        several = _SEVERALLY.search(text, clause, verb.start)
        if several and items:
            made = self._severally(items, several)
            if made:
                return made
        chunks = self._paired(items)
        if len(chunks) > 1:
            return chunks
        side = _merge(items)
        if len(side.parties) < 2:
            side = self.of_verb(verb, sentence)
        if len(side.parties) < 2:
            side = self._of_phrase(title, sentence, side)
        if len(side.parties) < 2:
            side = self.fallback(side, verb)
        if len(side.parties) >= 2:
            self.last = side
        return [side]

    # --- steps ---------------------------------------------------------------------------------------

    def _clause_start(self, verb: Span, sentence: Sentence) -> int:
        text = self.marks.text
        marks = [text.rfind(m, sentence.span.start, verb.start) + 1 for m in "，；。》\n"]
        return max(sentence.span.start, *marks)

    def _sentence_part(self, clause: int, sentence: Sentence) -> int:
        """Start of the clauses that share a subject with the one that begins at `clause`."""
        text = self.marks.text
        return max(sentence.span.start, *(text.rfind(m, sentence.span.start, clause) + 1 for m in "；。》\n"))

    def _direct(self, start: int, end: int) -> list[_Item]:
        items = self._offices(self.items_within(start, end))
        text = self.marks.text
        return [i for i in items if not re.search(r"(?:在|于|到|赴|来|驻|受|经)$", text[max(start, i.span.start - 1) : i.span.start])
                or i.group]

    def _offices(self, items: list[_Item]) -> list[_Item]:
        """两省的发展和改革委员会、生态环境厅: each office of each member of the group."""
        out: list[_Item] = []
        group: _Item | None = None
        for item in items:
            after = self.marks.text[item.span.end : item.span.end + 1]
            bare = len(item.names) == 1 and item.names[0] in self.marks.lexicon.organs
            if group and bare:
                out.append(_Item(item.span, tuple(m + item.names[0] for m in group.names), None))
                continue
            group = item if item.group and after == "的" else None
            if not group:
                out.append(item)
        return out

    def _was_pair(self) -> bool:
        return len(self.last.parties) > 1 and self.last.group is not None

    def _groups_of(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        for item in self.items:
            if item.group and set(item.names) <= set(parties):
                return item.names
        return ()

    def _by_people(self, clause: int, sentence: Sentence, verb: Span, side: Side) -> Side:
        start = clause if any(clause <= p.at.start < verb.start for p in self.people) else sentence.span.start
        here = [p for p in self.people if start <= p.at.start < verb.start]
        names = tuple(dict.fromkeys(self.seats[p.name] for p in here if p.name in self.seats))
        if len(names) >= 2:
            return Side(names, tuple(p.span for p in here if p.name in self.seats))
        return side

    def _severally(self, items: list[_Item], several: re.Match[str]) -> list[Side]:
        left = [i for i in items if i.span.end <= several.start()]
        right = [i for i in items if i.span.start >= several.end()]
        lefts = [n for i in left for n in i.names]
        rights = [n for i in right for n in i.names]
        evidence = tuple(i.span for i in items)
        if len(lefts) == len(rights) and len(lefts) > 1:
            return [Side((a, b), evidence) for a, b in zip(lefts, rights, strict=True)]
        if len(lefts) == 1 and rights:
            return [Side((lefts[0], b), evidence) for b in rights]
        return []

    def _paired(self, items: list[_Item]) -> list[Side]:
        """甲与乙、丙与丁: runs joined by 与 inside a run joined by 、."""
        text = self.marks.text
        chunks: list[list[_Item]] = []
        for index, item in enumerate(items):
            gap = text[items[index - 1].span.end : item.span.start] if index else ""
            if index and _PAIR.fullmatch(gap):
                chunks[-1].append(item)
            else:
                chunks.append([item])
        full = [c for c in chunks if len(c) == 2]
        if len(full) == len(chunks) and len(full) > 1:
            return [_merge(c) for c in full]
        return []

    def _of_phrase(self, title: Span, sentence: Sentence, side: Side) -> Side:
        """甲与乙的战略合作协议在沪签署: the bodies directly before the title."""
        text = self.marks.text
        start = max(sentence.span.start, *(text.rfind(m, sentence.span.start, title.start) + 1 for m in "，；。"))
        merged = _merge(self._direct(start, title.start))
        return merged if len(merged.parties) > len(side.parties) else side


def _merge(items: Sequence[_Item]) -> Side:
    names = tuple(dict.fromkeys(n for i in items for n in i.names))
    return Side(names, tuple(i.span for i in items), next((i.group for i in items if i.group), None))


def _seats(posts: Sequence[PostMention]) -> dict[str, str]:
    """Person → the place, or the body without a place, that the person signs for."""
    seats: dict[str, str] = {}
    for post in posts:
        body = post.body
        if body.place and (post.person not in seats or re.search(r"[市县区州省]长|主席$", body.title)):
            seats[post.person] = body.place
        elif not body.place:
            seats.setdefault(post.person, re.sub(r"(?:党委|党组)$", "", body.org))
    return seats
