"""Bodies: from the words before a title to the organisation they mean.

大连市委 + 书记          → 大连市委, 书记
(chain of 大连市委) 市长 → 大连市政府, 市长
(在大连) 市委 + 书记     → 大连市委, 书记; without a known place the words stay as they are
法国外交 + 部长          → 法国外交部, 部长
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.body import ENDS_PARTY, Body, ChainState
from kg.extract.context import Context
from kg.extract.foreign import foreign_body, state_body
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.named_bodies import NamedBodies
from kg.extract.offices import (
    CHAIR,
    HEAD,
    absorb,
    committee,
    conference,
    office_head,
    seat,
    seat_of_unknown,
    whole_of,
    without_count,
    without_term,
    zone_office,
)
from kg.extract.places import full_name, level_of
from kg.extract.school import OFFICE, TITLE, own_college, whole_school
from kg.extract.towns import town_government, town_of

_BODY = re.compile(
    r"(?:委|党委|工委|政府|人民政府|人大|人大常委会|人民代表大会常务委员会|政协|纪委|监委|纪委监委|纪检委"
    r"|党工委|管委会|法院|检察院|中级人民法院|人民法院|人民检察院)"
)
_LEVEL = "自治区|自治州|自治县|开发区|新区|省|市|县|区|州|旗|盟|地|镇|乡"
#: 市委, 我省人大, 市外办: a level word that stands for a place; not 市场, 市民, 区域, 省外 …
_DEICTIC = re.compile(
    rf"(?:中共)?[我本该全]?({_LEVEL})(?=.)(?!场|民|政(?!府|协|法)|域|际|级|内|外(?!办|事|侨|经|宣|专)|属|直机关$)"
)
_LEVEL_ALONE = re.compile(r"[我全该]?(省|市|县|区|州|自治区|旗)")
_LEVEL_FOLLOWS = re.compile(r"([省市县区州])(?=委|政府|人民政府|人大|政协|纪委)")
_PARTY_MEMBER = re.compile(r"(?:(?:第一|常务|代理?)?副?书记|常委|委员|候补委员)|.*书记")
_SECRETARY = re.compile(r"副?秘书长")  # of the committee, but of a party group never
#: 市教育局, 省发改委: offices of a place that carry no name of their own.
_PLACE_OFFICE = "[^国兵]{1,12}(?:局|厅|(?<!党)委|办|管委会)"
_INNER = re.compile(r"(?:党组|党委|党总支|分党组|机关党委|党支部|审判委员会|检察委员会)$")
_INNER_ALONE = re.compile(r"党组|党委|分党组|党总支|党支部|党工委|审判委员会|检察委员会")
_INNER_TITLE = re.compile(r"(党组|党委|分党组|党总支|党支部|党工委|审判委员会|检察委员会)(.+)")
_NATIONAL = re.compile(r"^(?:中共中央|中央|国务院|共青团)|共中央")  # 中共中央政治局 is no bureau of a place
#: 外交部 behind 法国总统甲、; not what is of China or of many states.
_FOREIGN_OFFICE = re.compile(r"(?!.*共中央|欧[盟洲]|联合国|北约|[非东阿]盟|国际|世界).*(?:[部局署院]|委员会)")
_QUOTES = re.compile(r"[“”‘’]{2}")


@dataclass(frozen=True, slots=True)
class _Forms:
    party_office: re.Pattern[str]
    place_office: re.Pattern[str]


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    return _Forms(
        party_office=re.compile(lexicon.one_of("office.party")),
        place_office=re.compile(f"{lexicon.one_of('office.place')}|{_PLACE_OFFICE}"),
    )


class Bodies:
    """Completes the words before titles, with the place context of one article."""

    def __init__(self, marks: Marks, context: Context, school: str) -> None:
        self.marks = marks
        self.school = school
        self._context = context
        self._named = NamedBodies(marks)
        self._forms = _forms(marks.lexicon)

    def resolve(self, words: str, title: str, position: int, state: ChainState) -> Body | None:
        """The body of `title` after `words` (both as written), or None when nothing says it."""
        words = words.strip(" \u3000的") or self._named.heading(position)
        words = without_term(without_count(_QUOTES.sub("", words)))
        words = self._named.said(words, position)
        words = conference(words, self.marks.text[max(0, position - len(words) - 20) : position - len(words)])
        if words.startswith("中共") and not words.startswith("中共中央"):
            words = committee(self.marks.lexicon, words[2:])
        if words.startswith("特区政府"):
            words = self._named.special_region(position) + words.removeprefix("特区")
        words = self._named.council(words, title, position)
        inner = _INNER_TITLE.fullmatch(title)
        if inner:
            words, title = words + inner.group(1), inner.group(2)
        return (
            self._with_words(words, title, position, state) if words else self._bare(title, position, state)
        )

    # --- words present -------------------------------------------------------------------------------

    def _with_words(self, words: str, title: str, position: int, state: ChainState) -> Body | None:
        if words == "国家" and CHAIR.fullmatch(title):
            return Body(state.country or "中国", title)  # 国家主席
        if words == "政府" and state.country:
            return Body(state.country + words, title)
        found = (
            self._inner(words, title, state)
            or self._of_school(words, title, position, state)
            or self._placed(words, title)
            or self._foreign(words, title, state)
            or self._deictic(words, title, position, state)
            or self._office(words, title, state)
        )
        if found:
            return found
        there = seat_of_unknown(words, title)
        if body := town_government(words, title) or there:
            return Body(body, title, words if there else "")
        org, title = absorb(self.marks.lexicon, words, title)
        if len(org) == 1:
            return None  # 家主席: half of a word that a line break cut
        return Body("中共中央" if org == "中央" else self._named.last(org, position), title)

    def _inner(self, words: str, title: str, state: ChainState) -> Body | None:
        """党委, 党组 alone: that of the body spoken of, else of the school."""
        if not _INNER_ALONE.fullmatch(words):
            return None
        base = _INNER.sub("", state.org)
        if base and not (state.place and base in (state.place, state.place + "委")):
            return Body(base + words, title, state.place)
        return Body(self.school + words, title) if self.school else None

    def _of_school(self, words: str, title: str, position: int, state: ChainState) -> Body | None:
        """我校党委, 学校人事处."""
        if not (match := OFFICE.fullmatch(words)):
            own = own_college(self.marks, self.school, words, state.org)
            return Body(own, title) if own else None
        alone = match.group(1) if match.group(1) in ("我院", "学院") else "我校"
        name = self._named.school(position) or self.school or alone
        return Body(name + (match.group(2) or ""), title)

    def _placed(self, words: str, title: str) -> Body | None:
        """大连市委, 辽宁省人大常委会: the words begin with places."""
        place, rest, surface = self._split_place(words, title)
        if not place:
            return None
        if not rest:
            return Body(seat(self.marks.lexicon, place, title), title, place)
        if town := town_government(rest, title):
            return Body(town, title, place)
        rest = "政" + rest if rest.startswith("府") else rest  # 市府办
        level = level_of(place)
        if level and level in "省市县区州" and rest.startswith(level + "委"):
            rest = rest[1:]
        if rest == "地委":
            return Body(surface.removesuffix("地区") + rest, title, place)
        if _BODY.match(rest) or surface == place:
            org, title = absorb(self.marks.lexicon, place + rest, title)
            return Body(org, title, place)
        return Body(*absorb(self.marks.lexicon, words, title))

    def _split_place(self, words: str, title: str) -> tuple[str, str, str]:
        """(full place name, the rest, the surface); nested places give the innermost."""
        known, place, surface = self.marks.lexicon.places, "", ""
        rest, head = words, HEAD.fullmatch(title)
        while rest:
            size = self.marks.lexicon.place_heads.size(rest)
            if not size:
                break
            surface, rest = rest[:size], rest[size:]
            follow = _LEVEL_FOLLOWS.match(rest)
            level = head.group(1) if head and not rest else follow.group(1) if follow else ""
            leveled = full_name(self.marks, surface, level) if level else None
            place = leveled or full_name(self.marks, surface) or surface
        if not place and head and words + head.group(1) in known:
            return words + head.group(1), "", words + head.group(1)
        return place, rest, surface

    def _foreign(self, words: str, title: str, state: ChainState) -> Body | None:
        """法国总统, 韩国驻华大使, 日本外相."""
        found = foreign_body(self.marks.lexicon, words, title, state.country)
        if found is None:
            return None
        state.country, state.place = found.country, ""
        city = found.org.removeprefix(found.country)
        if seat_there := seat_of_unknown(city, found.title):
            return Body(seat_there, found.title, city)  # 日本北九州市 + 市长
        return Body(found.org, found.title)

    def _deictic(self, words: str, title: str, position: int, state: ChainState) -> Body | None:
        """市委, 我省: a level word for a place of the context."""
        if not (match := _LEVEL_ALONE.fullmatch(words) or _DEICTIC.match(words)):
            return None
        level, rest = match.group(1), words[match.end() :]
        ours = words[0] in "我本" and self._context.ours(level, position)
        ours = ours or (words[0] == "该" and self._context.last(level, position))
        place = ours or self._place(level, position, state)
        head = place or ("地区" if level == "地" else level)
        if not rest and (HEAD.fullmatch(title) or CHAIR.fullmatch(title)):
            return Body(head + "政府", title, place or "", level)
        rest = "政" + rest if rest.startswith("府") else rest
        rest = rest.removeprefix(level) if rest.startswith(level + "委") else rest
        head = head.removesuffix("区") if level == "地" and rest.startswith("委") else head  # 阿克苏地委
        org, title = absorb(self.marks.lexicon, head + rest, title)
        return Body(org, title, place or "", level)

    def _office(self, words: str, title: str, state: ChainState) -> Body | None:
        """宣传 + 部长, 组织部 + 部长: an office of the body that the chain has already named."""
        org, plain = absorb(self.marks.lexicon, words, title)
        if state.country not in ("", "中国") and _FOREIGN_OFFICE.fullmatch(org) and (
            state.place not in self.marks.lexicon.places
        ):
            return Body(state.country + org, plain)
        if whole := whole_of(org, state.org):
            return Body(whole + org, plain, state.place)
        if not state.place or _NATIONAL.search(org) or self._national(org):
            return None
        if self._forms.party_office.fullmatch(org):
            party = state.org if ENDS_PARTY.search(state.org) else state.explicit.get("party")
            if party:
                return Body(party + org, plain, state.place)
        if self._forms.place_office.fullmatch(org):
            return Body(zone_office(state.place, org), plain, state.place)
        return None

    def _national(self, org: str) -> bool:
        """农业农村部办公厅: an office of a body known by name."""
        return any(org[:size] in self.marks.lexicon.national for size in range(4, len(org) + 1))

    # --- no words ------------------------------------------------------------------------------------

    def _bare(self, title: str, position: int, state: ChainState) -> Body | None:
        """A title alone: 市长, 总书记, and whatever the chain's last body has a post for."""
        head, office = HEAD.fullmatch(title), office_head(title)
        if head:
            place = self._place(head.group(1), position, state)
            org = town_of(state.org, head.group(1)) or (place or head.group(1)) + "政府"
            return Body(org, title, place or "", head.group(1))
        if office := office or state_body(self.marks.lexicon, title, state.country, state.org):
            return Body(*office)
        school, whole = TITLE.search(title), whole_school(state.org)
        own = school and (whole or self._named.school(position) or self.school)
        if own and own != state.org:
            return Body(own, title)
        if not state.org:
            assembly = self._named.assembly(title, position)
            if assembly:
                return self._with_words(without_term(assembly), title, position, state)
            return Body("我校", title) if school and "我校" in self.marks.text else None
        return Body(_continued(title, state), title, state.place)

    def _place(self, level: str, position: int, state: ChainState) -> str | None:
        level = "区" if level in ("新区", "开发区") else level
        if visited := self._context.visited(level, position):
            return visited
        if state.place and level_of(state.place) == level:
            return state.place
        return state.explicit.get(level) or self._context.home(level, position)


def _continued(title: str, state: ChainState) -> str:
    """The chain's last body as the next bare title means it: 党组书记、局长 are of one bureau."""
    region = level_of(state.place) == "自治区"
    if region and CHAIR.fullmatch(title) and ENDS_PARTY.search(state.org):
        return state.place + "政府"
    if _SECRETARY.fullmatch(title) and not _INNER.search(state.org):
        return state.explicit.get("party") or state.org
    if _PARTY_MEMBER.fullmatch(title):
        own = _INNER.search(state.org) or _NATIONAL.search(state.org)
        party = state.org if own else state.explicit.get("party")
        return party or state.org
    base = _INNER.sub("", state.org)
    return base if base and not (region and base == state.place) else state.org
