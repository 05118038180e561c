"""Parties: which bodies stand behind a signing verb, a title of an agreement, or the people who sign.

    甲市与乙市签署                        one agreement, two parties
    甲与乙、丙与丁分别签署                one agreement a pair
    甲分别与乙、丙签署                    甲 with each
    甲市市长张三与乙市市长李四签署        the cities, not the people
"""

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

_BOTH = re.compile(r"双方|两地|两市|两省|两县|两区|两校|三方|三地|各方|校企|政企|校地|甲乙|学校、企业|企业、学校|中外")
_TAIL = re.compile(r"(?:分别|亦|也|又|还|则|共同|联合|一起|一并|正式|现场|当场|先后|依次|各|成功|已经|已|先|再|抱团|携手|集中|就[^，]{2,20}|在[^，与和同、]{0,16}|之间|等(?:部门|单位|企业|机构)?|其间|今天|当日|同日|代表|[双三四各两]方|[两三四五]家|的)+$")
_SEVERAL = re.compile(r"分别|依次|各(?:签|自)?$|先后")
_WITH = re.compile(r"(?:分别|依次|先后|亦|还|也)+(?:与|同|和)")
_LEAD = re.compile(
    r"^(?:会上|会后|仪式上|签约仪式上|活动现场|现场|当天|当日|同日|同场|随后|其中|同时|此外|另外|期间|由|并由|在[^，、与和]{0,16}(?:下|上|时)|并|还|已|\d+[年月日]|[上下]午|今天|昨天|近日|日前|代表)+")
_PIECE = re.compile(r"[\u3400-\u9fffA-Za-z0-9·“”()（）]{2,30}")
_VERBISH = re.compile(r"(?:出席|参加|见证|表示|举行|介绍|宣布|会见|考察|发布|以来|希望|通过|根据|按照)")
_BODY_END = r"(?:省|市|县|区|州|国|政府|大学|学院|公司|集团|研究院|医院|局|厅|委员会|管委会|商会|协会|联合会)"
_TWO = re.compile(rf"^(\S{{2,20}}?{_BODY_END})\s*(?:与|和|—+|－|-|–|、|\s)\s*(\S{{2,24}}?{_BODY_END})"
                  r"(?=关于|建立|缔结|战略|全面|深化|合作|友好|框架|共建|校地|市校|结|开展|推进|深入|加强|旅游|投资|产学研|教育|文化|科技|协同|\(|协议|合同|备忘录)")


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
    person: bool = False


class PartyFinder:
    """All bodies, groups and signers of one article, asked for the parties of one signing."""

    def __init__(self, marks: Marks, orgs: Sequence[OrgMention], places: Sequence[PlaceMention],
                 groups: Sequence[GroupMention], people: Sequence[Person], posts: Sequence[PostMention],
                 full: dict[str, str]) -> None:
        self.marks = marks
        seats = _seats(posts, full)
        items = [_Item(p.span, (seats[p.name],), person=True) for p in people if p.name in seats]
        items += [_Item(p.span, (), person=True) for p in people if p.name not in seats]
        items += [_org_item(marks, o, groups, full) for o in orgs if not o.name.endswith(("代表团", "访问团", "考察团"))]
        items += [_Item(g.span, g.members, g.name or marks.text[g.span.start : g.span.end]) for g in groups if g.members]
        items += [_Item(p.span, (p.name,)) for p in places]
        self.items = _outermost(items)
        self.last = Side()
        self.direct = False  # whether the last answer came from the clause itself

    # --- the title -----------------------------------------------------------------------------------

    def of_title(self, title: str, at: int) -> Side:
        """Parties that the title itself names at its head: 甲省人民政府 乙省人民政府战略合作框架协议."""
        head: list[_Item] = []
        position = at
        for item in self.within(at, at + len(title)):
            gap = self.marks.text[position : item.span.start]
            if not re.fullmatch(r"[—\-–、与和及 ·]*|[\u4e00-\u9fff]{0,8}(?:经济带|城市群|地区|区域)", gap) or item.person:
                break
            head.append(item)
            position = item.span.end
        joined = len(head) >= 2 and re.search(r"[—\-–与和、 ]", self.marks.text[head[0].span.end : head[1].span.start])
        if joined:
            return _merge(head)
        return self._two_in_title(title, at)

    def _two_in_title(self, title: str, at: int) -> Side:
        """甲省与乙州关于…的备忘录: two names by their last words, also of bodies that no table knows."""
        match = _TWO.match(title)
        if not match:
            return Side()
        spans = [Span(at + match.start(n), at + match.end(n)) for n in (1, 2)]
        names = [self._name(span) for span in spans]
        return Side(tuple(n for found in names for n in found), tuple(spans))

    def within(self, start: int, end: int) -> list[_Item]:
        """Bodies, groups and people that stand in an interval, left to right."""
        return [i for i in self.items if start <= i.span.start and i.span.end <= end]

    # --- the verb ------------------------------------------------------------------------------------

    def sides(self, verb: Span, sentence: Sentence, *, phrase: Span | None = None) -> list[Side]:
        """One side for each agreement of a signing verb; `phrase` is an unquoted title before it."""
        end = phrase.start if phrase and phrase.start < verb.start else verb.start
        region = self._region(end, sentence)
        found = [s for s in (self._continued(region, sentence) or self._split(region)) if len(s.parties) >= 2]
        self.direct = bool(found)
        if not found:
            people = _merge([i for i in self.within(sentence.span.start, verb.start) if i.person and i.names])
            found = [people] if len(people.parties) >= 2 else [self._fallback(region, verb)]
        found = [s for s in found if len(s.parties) >= 2]
        if found:
            self.last = found[0] if len(found) == 1 else self.last
        return found

    def _region(self, end: int, sentence: Sentence) -> Span:
        """The clause before the verb; with 各签, 分别签 alone in its clause, the clause before that."""
        text = self.marks.text
        start = end
        while True:
            start = max(sentence.span.start, *(text.rfind(m, sentence.span.start, max(start - 1, 0)) + 1 for m in "，；。：》\n"))
            words = _TAIL.sub("", text[start:end].strip())
            if (words and not _BOTH.fullmatch(words)) or start <= sentence.span.start:
                break
            if text[start - 1] != "，":
                break
        represented = text.rfind("代表", start, end)
        if represented >= 0 and not text.startswith("代表团", represented) and text[represented + 2 : end].strip("，"):
            after = text[represented + 2 : end]
            if not _TAIL.sub("", after) == "":
                start = represented + 2
        return Span(start, end)

    def _split(self, region: Span) -> list[Side]:
        text = self.marks.text
        several = bool(_SEVERAL.search(text, region.start, region.end))
        with_ = _WITH.search(text, region.start, region.end)
        if with_ and not self._covered(with_.start()):
            spans = Span(region.start, with_.start()), Span(with_.end(), self._end(region))
            lists = [[self._side(piece) for piece in self._cut(span, "、")] for span in spans]
            if len(lists[0]) == len(lists[1]) > 1:
                return _severally(*lists)
            left, right = (self._names(span) for span in spans)
            return _severally([n for s in left for n in s], [n for s in right for n in s])
        segments = self._cut(Span(region.start, self._end(region)), "、；")
        pairs = [self._cut(segment, "与同和跟") for segment in segments]
        loose = any(len(pair) == 2 for pair in pairs)
        names = _offices([[self._side(piece, loose=loose) for piece in pair] for pair in pairs], self.marks)
        if len(pairs) > 1 and all(len(pair) == 2 for pair in pairs):
            return [_joined(pair) for pair in names]
        flat = [side for pair in names for side in pair]
        if several and len(pairs) > 1 and len(pairs[0]) == 2 and all(len(p) == 1 for p in pairs[1:]) and all(flat):
            return [_joined([flat[0], other]) for other in flat[1:]]
        return [_joined(flat)]

    def _end(self, region: Span) -> int:
        """Where the names end: before adverbs, 在…上, 三方."""
        words = self.marks.text[region.start : region.end]
        shorter = _TAIL.sub("", words.rstrip(" ，")).rstrip(" ，")
        while shorter != words:
            words, shorter = shorter, _TAIL.sub("", shorter).rstrip(" ，")
        return region.start + len(words)

    def _names(self, span: Span) -> list[list[Side]]:
        return [[self._side(piece) for piece in self._cut(segment, "和与及")] for segment in self._cut(span, "、")]

    def _cut(self, span: Span, marks: str) -> list[Span]:
        """Pieces between separators that are not inside a known name."""
        text, pieces, start = self.marks.text, [], span.start
        for position in range(span.start, span.end):
            if text[position] in marks and not self._covered(position):
                if position > start:
                    pieces.append(Span(start, position))
                start = position + 1
        if span.end > start:
            pieces.append(Span(start, span.end))
        return pieces

    def _covered(self, position: int) -> bool:
        return any(i.span.start <= position < i.span.end for i in self.items)

    def _side(self, piece: Span, *, loose: bool = False) -> Side:
        text = self.marks.text
        lead = _LEAD.match(text[piece.start : piece.end])
        start = piece.start + (lead.end() if lead else 0)
        while start < piece.end and text[start].isspace():
            start += 1
        span = Span(start, piece.end - (len(text[start : piece.end]) - len(_TAIL.sub("", text[start : piece.end]).rstrip())))
        inside = self.within(span.start, span.end)
        people = [i for i in inside if i.person]
        if people:
            return _merge(people)
        groups = [i for i in inside if i.group]
        if groups:
            rest = re.sub(r"(?:局长|主任|厅长|负责人|代表|领导|市长|书记)$", lambda m: "局" if m.group() == "局长" else "厅" if m.group() == "厅长" else "", text[groups[-1].span.end : span.end].removeprefix("的"))
            rest = re.sub(r"(局|厅)\1$", r"\1", rest)
            office = rest if rest in self.marks.lexicon.organs or rest.endswith(("中心", "局", "厅", "政府")) else ""
            return Side(tuple(n + office for n in groups[-1].names), (groups[-1].span,), groups[-1].group)
        names = self._name(span, loose=loose)
        return Side(names, (span,)) if names else Side()

    def _name(self, span: Span, *, loose: bool = False) -> tuple[str, ...]:
        """What the words of a piece name: a known body, its own words, or nothing."""
        words = self.marks.text[span.start : span.end].strip()
        inside = [i for i in self.within(span.start, span.end) if not i.person]
        for item in inside:
            if item.span.end == span.end and (item.span.start == span.start or _LEAD.fullmatch(
                    self.marks.text[span.start : item.span.start]) or item.span.end - item.span.start >= 4):
                return item.names
        if not _PIECE.fullmatch(words) or _VERBISH.search(words) or _BOTH.fullmatch(words) or len(words) < 3:
            return ()
        known = loose or words.endswith(tuple(self.marks.lexicon.organs)) or bool(inside) or re.search(r"[A-Za-z]", words)
        return (words,) if known else ()

    # --- when the clause does not say ----------------------------------------------------------------

    def _continued(self, region: Span, sentence: Sentence) -> list[Side]:
        """与乙签署: the subject stands in an earlier clause, or in the last signing."""
        text = self.marks.text
        match = re.match(r"\s*(?:并|还|又|再|同时)?(?:与|同|和|跟)", text[region.start : region.end])
        if not match:
            return []
        other = _joined([side for pair in self._names(Span(region.start + match.end(), region.end)) for side in pair])
        if not other:
            return []
        start = max(sentence.span.start, *(text.rfind(m, sentence.span.start, region.start) + 1 for m in "；。》\n"))
        comma = text.find("，", start, region.start)
        first = _merge([i for i in self.within(start, comma if comma > 0 else region.start) if not (
            i.person and text[max(0, i.span.start - 1) : i.span.start] == "由")])
        if not first:
            first = Side(self._group_of(self.last.parties) or self.last.parties[:1], self.last.evidence[:1], self.last.group)
        return [_joined([first, other])] if first else []

    def _group_of(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        return next((i.names for i in self.items if i.group and set(i.names) <= set(parties)), ())

    def _fallback(self, region: Span, verb: Span) -> Side:
        """双方, 两地 and the like: a group of that name, the last parties, or the two bodies the text opens with."""
        here = [i for i in self.within(region.start, region.end) if i.names]
        groups = [i for i in here if i.group]
        if groups and len(groups[-1].names) >= 2:
            return _merge(groups[-1:])
        people = _merge([i for i in here if i.person])
        if len(people.parties) >= 2:
            return people
        if len(self.last.parties) >= 2:
            return self.last
        opening: list[_Item] = []
        for item in self.items:
            if item.span.start < verb.start and len(item.names) == 1 and item.names[0] not in [o.names[0] for o in opening]:
                opening.append(item)
        size = 3 if re.search(r"三方|三地|三市|三校|三家", self.marks.text[region.start : region.end]) else 2
        return _merge(opening[:size]) if len(opening) >= size else Side()


def _offices(names: list[list[Side]], marks: Marks) -> list[list[Side]]:
    """两省的发改委、生态环境厅: a bare office after a group's office is that of each member too."""
    group: tuple[str, ...] = ()
    out = []
    for pair in names:
        made = []
        for side in pair:
            if side.group and len(side.parties) > 1:
                office = _suffix(side.parties)
                group = tuple(p.removesuffix(office) for p in side.parties) if office else ()
            elif group and len(side.parties) == 1 and side.parties[0] in marks.lexicon.organs:
                side = Side(tuple(member + side.parties[0] for member in group), side.evidence)
            made.append(side)
        out.append(made)
    return out


def _suffix(names: tuple[str, ...]) -> str:
    """The longest ending that all names share, beyond their level word."""
    shortest = min(names, key=len)
    size = next((n for n in range(len(shortest) - 1, 0, -1) if all(name.endswith(shortest[-n:]) for name in names)), 0)
    ending = shortest[len(shortest) - size :] if size else ""
    return ending[1:] if ending[:1] in tuple("省市县区州") else ending


def _severally(lefts: list[Side], rights: list[Side]) -> list[Side]:
    if len(lefts) == len(rights) > 1:
        return [_joined([a, b]) for a, b in zip(lefts, rights, strict=True)]
    if len(lefts) == 1:
        return [_joined([lefts[0], b]) for b in rights if b]
    if len(rights) == 1:
        return [_joined([a, rights[0]]) for a in lefts if a]
    return []


def _joined(sides: Sequence[Side]) -> Side:
    """Several sides as one."""
    parties = tuple(dict.fromkeys(p for s in sides for p in s.parties))
    return Side(parties, tuple(e for s in sides for e in s.evidence), next((s.group for s in sides if s.group), None))


def _merge(items: Sequence[_Item]) -> Side:
    return _joined([Side(i.names, (i.span,), i.group) for i in items])


def _outermost(items: list[_Item]) -> list[_Item]:
    """Longest first, nothing inside another; a person's span takes in the bodies of the titles."""
    kept: list[_Item] = []
    for item in sorted(items, key=lambda i: (not i.person, i.span.start - i.span.end, i.span.start, not i.group)):
        if not any(k.span.start < item.span.end and item.span.start < k.span.end for k in kept):
            kept.append(item)
    return sorted(kept, key=lambda i: i.span)


def _org_item(marks: Marks, org: OrgMention, groups: Sequence[GroupMention], full: dict[str, str]) -> _Item:
    """An organisation; 六省政府 is that of each of the six."""
    for group in groups:
        if group.members and group.span.start == org.span.start and group.span.end < org.span.end:
            rest = marks.text[group.span.end : org.span.end].removeprefix("的")
            return _Item(org.span, tuple(member + rest for member in group.members), group.name or None)
    return _Item(org.span, (full.get(org.name, org.name),))


def _seats(posts: Sequence[PostMention], full: dict[str, str]) -> dict[str, str]:
    """Person → what the person signs for: the place of its head, else the body of the post."""
    seats: dict[str, str] = {}
    for post in posts:
        body = post.body
        own = body.place and body.org in (body.place, f"{body.place}政府", f"{body.place}委", f"{body.place}党委",
                                          f"{body.place}人民政府")
        seat = body.place if own else re.sub(r"(?:党委|党组)$", "", full.get(body.org, body.org))
        if post.person not in seats or re.search(r"[市县区州省]长$", body.title):
            seats[post.person] = seat
    return seats
