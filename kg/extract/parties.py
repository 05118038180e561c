"""Parties: which bodies stand behind a signing verb, a title of an agreement, or the people who sign.

甲市与乙市签署                        one agreement, two parties
甲与乙、丙与丁分别签署                one agreement a pair
甲分别与乙、丙签署                    甲 with each
甲市市长张三与乙市市长李四签署        the cities, not the people
"""

from __future__ import annotations

import re

from kg.extract.implied_parties import BOTH, ImpliedParties
from kg.extract.marks import Marks
from kg.extract.orgs import without_short_name
from kg.extract.party_words import (
    CITY_ABROAD,
    COUNTED,
    DIVISION,
    LEAD,
    OWN,
    REGION_ABROAD,
    SAME,
    SENTENCE_WORDS,
    TAIL,
    behind_witnesses,
)
from kg.extract.places import full_name
from kg.extract.sentences import Sentence, clause_start
from kg.extract.sides import (
    Item,
    Known,
    Side,
    are_several,
    find_items,
    joined,
    merged,
    severally,
    with_offices,
    without_twins,
)
from kg.extract.spans import InOrder, Spans
from kg.extract.title_parties import heads_of_title, two_in_title
from kg.model import Span

_SEVERAL = re.compile(r"分别|依次|各(?:签|自)?$|先后")
_WITH = re.compile(r"(?:分别|依次|先后|亦|还|也)+[与同和]")
_MANY_SIDES = re.compile("[三四五]方")  # 甲还与乙、丙三方签署: one agreement
_AND_WITH = re.compile(r"\s*(?:并|还|又|再|同时)?(?P<each>分别|依次|先后)?[与同和跟]")
_PIECE = re.compile(r"[\u3400-\u9fffA-Za-z0-9·“”()（）]{2,30}")
_OFFICE_HEAD = re.compile(r"(局|厅)长$|(?:主任|负责人|代表|领导|市长|书记)$")
_OFFICE_END = ("中心", "局", "厅", "政府")
#: Words for a kind of body that stand for one of them.
_KINDS = ("商会", "协会", "学会", "集团", "公司", "医院", "银行", "学院", "联盟", "基金会")
_LEAST_BODY = 4  # code points of a body that may stand behind other words in its piece


class PartyFinder:
    """All bodies, groups and signers of one article, asked for the parties of one signing after another.

    It remembers the last parties, for 双方 and 与乙签署 (`last`), and whether its last answer came from the
    clause itself (`direct`).
    """

    def __init__(self, marks: Marks, known: Known) -> None:
        self.marks = marks
        self.direct = False
        self._items = InOrder(find_items(marks, known), lambda item: item.span)
        self._covered = Spans(item.span for item in self._items.all)
        groups = (item.names for item in self._items.all if item.group and item.names)
        self._groups = tuple(dict.fromkeys(groups))
        self._implied = ImpliedParties(marks, self._items)
        self._organs = tuple(marks.lexicon.organs)
        self._last = Side()

    def of_title(self, title: str, at: int) -> Side:
        """Parties that the title itself names at its head: 甲省人民政府 乙省人民政府战略合作框架协议."""
        head = heads_of_title(self.marks.text, at, self._within(Span(at, at + len(title))))
        if head:
            return merged(head)
        spans = two_in_title(title, at)
        return Side(tuple(name for span in spans for name in self._name(span)), tuple(spans))

    # --- the verb ------------------------------------------------------------------------------------

    def sides(self, verb: Span, sentence: Sentence, *, phrase: Span | None = None) -> list[Side]:
        """One side for each agreement of a signing verb; `phrase` is an unquoted title before it."""
        end = phrase.start if phrase and phrase.start < verb.start else verb.start
        region = self._region(end, sentence)
        self.direct = False
        if COUNTED.search(self.marks.text, *region):
            return []
        found = [s for s in (self._continued(region, sentence) or self._split(region)) if s.several]
        self.direct = bool(found)
        if not found:
            start = clause_start(self.marks.text, sentence.span.start, verb.start, "；")
            start = behind_witnesses(self.marks.text, start, verb.start)
            found = self.people(Span(start, verb.start)) or [self._implied.of(region, verb, self._last)]
        found = [without_twins(side) for side in found if are_several(side)]
        if len(found) == 1:
            self._last = found[0]
        return found

    def people(self, span: Span) -> list[Side]:
        """What the people of an interval sign for, as one side; none when it is one body alone."""
        side = merged(item for item in self._within(span) if item.person and item.names)
        return [side] if are_several(side) else []

    def _within(self, span: Span) -> list[Item]:
        """Bodies, groups and people that stand in an interval, left to right."""
        return [item for item in self._items.starting(*span) if item.span.end <= span.end]

    def _region(self, end: int, sentence: Sentence) -> Span:
        """The clause before the verb; with 各签, 分别签 alone in its clause, the clause before that."""
        text, floor = self.marks.text, sentence.span.start
        start = end
        while True:
            start = clause_start(text, floor, max(start - 1, 0), "，；。：》\n")
            words = TAIL.sub("", text[start:end].strip())
            if (words and not BOTH.fullmatch(words)) or start <= floor or text[start - 1] != "，":
                break
        start = behind_witnesses(text, start, end)
        represented = text.rfind("代表", start, end)
        if represented >= 0 and not text.startswith("代表团", represented):
            behind = text[represented + 2 : end]
            if behind.strip("，") and TAIL.sub("", behind):
                start = represented + 2
        return Span(start, end)

    def _split(self, region: Span) -> list[Side]:
        """The names of a clause as sides: pairs where 与 and 、 or 分别 make several agreements."""
        text, end = self.marks.text, self._names_end(region)
        with_ = _WITH.search(text, *region)
        if with_ and not self._covered.covers(with_.start()):
            sides = self._each_with(Span(region.start, with_.start()), Span(with_.end(), end))
            return [joined(sides)] if _MANY_SIDES.search(text, with_.end(), region.end) else sides
        pairs = [self._cut(segment, "与同和跟") for segment in self._cut(Span(region.start, end), "、；")]
        loose = any(len(pair) == 2 for pair in pairs)
        made = [[self._side(piece, loose=loose) for piece in pair] for pair in pairs]
        known = any(side for pair in made for side in pair)
        if known and not loose and "、" in text[region.start : end]:  # 甲集团、乙、丙集团
            all_made = [[self._side(piece, loose=True) for piece in pair] for pair in pairs]
            made = all_made if all(side for pair in all_made for side in pair) else made
        names = with_offices(made, self.marks.lexicon.organs)
        if len(pairs) > 1 and all(len(pair) == 2 for pair in pairs):
            return [joined(pair) for pair in names]
        flat = [side for pair in names for side in pair]
        # 甲与乙、丙分别签署: 甲 with each of the others.
        one_and_others = len(pairs) > 1 and [len(pair) for pair in pairs] == [2] + [1] * (len(pairs) - 1)
        if one_and_others and all(flat) and _SEVERAL.search(text, *region):
            return [joined((flat[0], other)) for other in flat[1:]]
        return [joined(flat)]

    def _each_with(self, left: Span, right: Span) -> list[Side]:
        """甲、乙分别与丙、丁: pairs by order, or one side with each of the other."""
        lists = [[self._side(piece) for piece in self._cut(span, "、")] for span in (left, right)]
        if len(lists[0]) == len(lists[1]) > 1:
            return severally(*lists)
        return severally(self._names(left), self._names(right))

    def _names_end(self, region: Span) -> int:
        """Where the names end: before adverbs, 在…上, 三方."""
        words = self.marks.text[region.start : region.end]
        shorter = TAIL.sub("", words.rstrip(" ，")).rstrip(" ，")
        while shorter != words:
            words, shorter = shorter, TAIL.sub("", shorter).rstrip(" ，")
        return region.start + len(words)

    def _names(self, span: Span, *, loose: bool = False) -> list[Side]:
        segments = self._cut(span, "、")
        pieces = (piece for segment in segments for piece in self._cut(segment, "和与及"))
        return [self._side(piece, loose=loose) for piece in pieces]

    def _cut(self, span: Span, marks: str) -> list[Span]:
        """Pieces between separators that are not inside a known name."""
        text, pieces, start = self.marks.text, [], span.start
        for position in range(span.start, span.end):
            covered = self._covered.covers(position) or SAME.match(text, position)
            if text[position] in marks and not covered:
                if position > start:
                    pieces.append(Span(start, position))
                start = position + 1
        return [*pieces, Span(start, span.end)] if span.end > start else pieces

    def _side(self, piece: Span, *, loose: bool = False) -> Side:
        """What a piece names: its people, its group's members, or a body (`loose`: also an unknown one)."""
        text = self.marks.text
        lead = LEAD.match(text, *piece)
        start = lead.end() if lead else piece.start
        while start < piece.end and text[start].isspace():
            start += 1
        span = Span(start, start + len(TAIL.sub("", text[start : piece.end]).rstrip()))
        inside = self._within(span)
        people = [item for item in inside if item.person]
        if people:
            return merged(people)
        groups = [item for item in inside if item.group and (item.names or item is inside[-1])]
        if groups:
            return self._of_group(groups[-1], span.end)
        names = self._name(span, loose=loose)
        return Side(names, (span,)) if names else Side()

    def _of_group(self, group: Item, end: int) -> Side:
        """六省, 六省政府, 六市的发改委主任: the members, or the same office of each."""
        words = self.marks.text[group.span.end : end].removeprefix("的")
        office = _OFFICE_HEAD.sub(lambda match: match.group(1) or "", words)
        if office[-2:] in ("局局", "厅厅"):  # 商务局局长
            office = office[:-1]
        if office not in self.marks.lexicon.organs and not office.endswith(_OFFICE_END):
            office = ""
        return Side(tuple(name + office for name in group.names), (group.span,), group.group)

    def _name(self, span: Span, *, loose: bool = False) -> tuple[str, ...]:
        """What the words of a piece name: a known body, its own words, or nothing."""
        text = self.marks.text
        inside = [item for item in self._within(span) if not item.person]
        last = inside[-1] if inside else None
        if last and last.span.end == span.end:
            whole = last.span.start == span.start or LEAD.fullmatch(text, span.start, last.span.start)
            if whole or last.span.end - last.span.start >= _LEAST_BODY:
                return self._without_owner(last)
        words = OWN.sub("", without_short_name(self._innermost(span)).strip())
        if words in _KINDS:
            return self._spoken_for(words, span)
        if (
            len(words) < (2 if loose else 3)
            or not _PIECE.fullmatch(words)
            or SENTENCE_WORDS.search(words)
            or BOTH.fullmatch(words)
            or self.marks.ends["title"].get(span.end, span.end) <= span.start
        ):
            return ()
        if loose and (place := self._place(words)):
            return (place,)
        abroad = span.start in self.marks.starts["country"] and not text.startswith(words, span.start)
        known = loose or inside or abroad or words.endswith(self._organs) or re.search(r"[A-Za-z]", words)
        return (words,) if known else ()

    def _place(self, words: str) -> str | None:
        """瑞金, 于都: the only division of that short name."""
        short = not words.endswith(("省", "市", "县", "区", "州", "旗"))
        levels = (full_name(self.marks, words, level) for level in ("", "县", "市", "区") if short)
        named = {name for name in levels if name}
        return named.pop() if len(named) == 1 else None

    def _spoken_for(self, kind: str, at: Span) -> tuple[str, ...]:
        """某人透露，商会已与…签订: the body of that kind for which somebody in the paragraph speaks."""
        line = self.marks.line(at.start)
        people = [i for i in self._within(Span(line.start, at.start)) if i.person and i.names]
        bodies = dict.fromkeys(i.names[0] for i in people if i.names[0].endswith(kind))
        return tuple(bodies) if len(bodies) == 1 else ()

    def _without_owner(self, item: Item) -> tuple[str, ...]:
        """集团公司所属建筑公司, 某区某街道: the body itself, where its words say whose it is."""
        words = self._innermost(item.span)
        if not item.group and item.names == (self.marks.text[slice(*item.span)],):
            return (OWN.sub("", words) or words,)
        return item.names

    def _innermost(self, span: Span) -> str:
        """厦门市同安区, 漳平市永福镇, 柬埔寨西哈努克省: the division that the other one holds."""
        text, start = self.marks.text, span.start
        for kind in ("country", "place", "place"):
            end = self.marks.starts[kind].get(start, start)
            division = CITY_ABROAD if kind == "country" else DIVISION
            if end < span.end and division.fullmatch(text, end, span.end):
                start = end
        region = REGION_ABROAD.match(text, start, span.end) if start > span.start else None
        return text[region.end() if region else start : span.end]

    # --- when the clause does not say ----------------------------------------------------------------

    def _continued(self, region: Span, sentence: Sentence) -> list[Side]:
        """与乙签署: the subject stands in an earlier clause, or in the last signing."""
        text = self.marks.text
        match = _AND_WITH.match(text, *region)
        ends = Span(match.end(), self._names_end(region)) if match else region
        others = [side for side in self._names(ends, loose=True) if side] if match else []
        if not match or not others:
            return []
        start = clause_start(text, sentence.span.start, region.start, "；。：》\n")
        start = max(start, text.rfind("代表", start, region.start))
        comma = text.find("，", start, region.start)
        earlier = self._within(Span(start, comma if comma > 0 else region.start))
        by = [
            item
            for item in earlier
            if not (item.person and text[item.span.start - 1 : item.span.start] == "由")
        ]
        first = merged(by) or self._last_subject()
        if match["each"]:
            return severally([first], others) if first else []
        return [joined((first, *others))] if first else []

    def _last_subject(self) -> Side:
        """The group of the last signing, or its first party."""
        parties = self._last.parties
        group = next((names for names in self._groups if set(names) <= set(parties)), ())
        return Side(group or parties[:1], self._last.evidence[:1], self._last.group)
