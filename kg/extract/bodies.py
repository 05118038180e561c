"""Bodies: from the words before a title to the organisation they mean.

    大连市委 + 书记          → 大连市委, 书记
    (chain of 大连市委) 市长 → 大连市政府, 市长
    (在大连) 市委 + 书记     → 大连市委, 书记; without a known place the words stay as they are
    法国外交 + 部长          → 法国外交部, 部长
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.extract.marks import Marks, left_edge
from kg.extract.places import Context, full_name, level_of
from kg.model import Span

_BODY = re.compile(
    r"^(?:委|党委|工委|政府|人民政府|人大|人大常委会|人民代表大会常务委员会|政协|纪委|监委|纪委监委|纪检委"
    r"|党工委|管委会|法院|检察院|中级人民法院|人民法院|人民检察院)")
_DEICTIC = re.compile(
    r"^(?:中共)?(?:我|本|该|全)?(自治区|自治州|自治县|开发区|新区|省|市|县|区|州|旗|盟|地|镇|乡)(?=.)(?!场|民|政(?!府|协|法)|域|际|级|内|外|属|直机关$)")
_HEAD = re.compile(r"^((?:常务|代理|代|候任)?(?:常务)?副?)(省|市|县|区|州|旗|盟|镇|乡)长(助理)?$")
_CHAIR = re.compile(r"^(?:常务|代理?)?副?主席$")
_LONG = re.compile(r"^((?:常务|代理?|第一|执行)?副?)(部|局|厅|司|处|科|院|校|行|会|所|站|署|台|社|馆|队|厂)长(助理)?$")
_SECRETARY = re.compile(r"书记$")
_PARTY_MEMBER = re.compile(r"^(?:(?:第一|常务|代理?)?副?书记|常委|委员|候补委员|秘书长|副秘书长)$")
_PARTY_OFFICE = re.compile(r"^(?:组织部|宣传部|统战部|统一战线工作部|政法委|政法委员会|办公厅|办公室|政研室|政策研究室|改革办|编办|网信办|外办|台办|老干部局|党校|机关工委|直属机关工委|秘书处|军民融合办|巡察办|巡视办)$")
_PLACE_OFFICE = re.compile(r"^(?:纪委|监委|纪委监委|监察委|公安局|公安厅|公安分局|检察院|法院|中级人民法院|人民法院|人民检察院|人武部|武装部|军分区|警备区|军区|政府|人大|人大常委会|政协|总工会|团委|妇联|工商联|科协|文联|[^国兵]{1,12}(?:局|厅|(?<!党)委|办|管委会))$")
_INNER = re.compile(r"(?:党组|党委|党总支|分党组|机关党委|党支部)$")
_OFFICE_HEAD = re.compile(r"^(.+(?:司|局|署|处|部))((?:常务)?副?[司局署处部]长)$")
_EMBASSY = re.compile(r"^(.*?)驻(.+?)(?:大使馆|使馆|总领馆|总领事馆)?$")
_SCHOOL_TITLE = re.compile(r"校长$|^校")
_ENDS_PARTY = re.compile(r"(?:委|党委|工委)$")


@dataclass
class ChainState:
    """What earlier titles of one chain (and, for companies, of one list) established."""

    org: str = ""
    place: str = ""
    country: str = ""
    explicit: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation and the title in it. `level` is set when a bare level word was completed from context."""

    org: str
    title: str
    place: str = ""
    level: str = ""


class Bodies:
    """Completes the words before titles, with the place context of one article."""

    def __init__(self, marks: Marks, context: Context, school: str) -> None:
        self.marks = marks
        self.context = context
        self.school = school
        self._named: list[Span] | None = None
        self._letters = {form: c.name for c in marks.lexicon.seeds.countries.values() for form in c.short_forms}

    def resolve(self, words: str, title: str, position: int, state: ChainState) -> Body | None:
        """The body of `title` after `words` (both as written), or None when nothing says it."""
        words = re.sub(r"[“”‘’]{2}", "", words.strip(" \u3000的"))
        if re.match(r"中共(?!中央)", words):
            words = words[2:]
        if words.startswith("特区政府"):
            words = self._special_region(position) + words.removeprefix("特区")
        inner = re.match(r"^(党组|党委|分党组|党总支|党支部|党工委)(.+)$", title)
        if inner:
            words, title = words + inner.group(1), inner.group(2)
        body = self._with_words(words, title, position, state) if words else self._bare(title, position, state)
        return body

    def _special_region(self, position: int) -> str:
        """香港特别行政区 or 澳门特别行政区: the one named last before the words, without 特区 itself."""
        before = self.marks.text[:position]
        last = max(("香港", "港", "澳门", "澳"), key=before.rfind)
        region = "澳门" if last.startswith("澳") else "香港"
        return f"{region}特别行政区".removesuffix("特区")

    # --- words present -------------------------------------------------------------------------------

    def _with_words(self, words: str, title: str, position: int, state: ChainState) -> Body | None:
        for attempt in (self._inner, self._school, self._placed, self._foreign, self._deictic, self._office):
            body = attempt(words, title, position, state)
            if body:
                return body
        org, title = _absorb(words, title)
        if org == "中央":
            org = "中共中央"
        return Body(self._known(org, position), title)

    def _known(self, org: str, position: int) -> str:
        """商会, 公司, 护理院 alone: the body named last that ends so."""
        if org not in self.marks.lexicon.organs or len(org) > 4:
            return org
        if self._named is None:
            self._named = named_bodies(self.marks)
        for span in reversed(self._named):
            name = self.marks.text[span.start : span.end]
            if span.end < position and name.endswith(org) and len(name) > len(org) + 1:
                return name
        return org

    def _inner(self, words: str, title: str, position: int, state: ChainState) -> Body | None:
        """党委, 党组 alone: that of the body spoken of, else of the school."""
        if not re.fullmatch(r"党组|党委|分党组|党总支|党支部|党工委", words):
            return None
        base = _INNER.sub("", state.org)
        if base and not (state.place and base in (state.place, state.place + "委")):
            return Body(base + words, title, state.place)
        return Body(self.school + words, title) if self.school else None

    def _school(self, words: str, title: str, position: int, state: ChainState) -> Body | None:
        match = re.match(r"^(我校|我院|校|学校|学院)(党委|团委|纪委|.*(?:处|部|院|办公室))?$", words)
        if not match:
            return None
        name = self.school or ("我校" if match.group(1) in ("我校", "校", "学校") else match.group(1))
        return Body(name + (match.group(2) or ""), title)

    def _placed(self, words: str, title: str, position: int, state: ChainState) -> Body | None:
        place, rest, surface = self._split_place(words, title)
        if not place:
            return None
        head = _HEAD.match(title)
        if not rest and head:
            return Body(place + "政府", title, place)
        if not rest and _CHAIR.match(title) and level_of(place) == "自治区":
            return Body(place + "政府", title, place)
        if not rest and _SECRETARY.search(title):
            return Body(place + ("党委" if level_of(place) == "自治区" else "委"), title, place)
        if not rest:
            return Body(place, title, place)
        level = level_of(place)
        if level and rest.startswith(level + "委") and level in "省市县区州":
            rest = rest[1:]
        if rest == "地委" or _BODY.match(rest) or surface == place:
            org, title = _absorb(place + rest, title)
            return Body(org, title, place)
        org, title = _absorb(words, title)
        return Body(org, title)

    def _split_place(self, words: str, title: str) -> tuple[str, str, str]:
        """(full place name, the rest, the surface); nested places give the innermost."""
        lexicon, place, surface = self.marks.lexicon, "", ""
        rest = words
        while rest:
            size = max((n for n in range(2, min(len(rest), 14) + 1) if rest[:n] in lexicon.places), default=0)
            if not size:
                break
            surface = rest[:size]
            rest = rest[size:]
            head = _HEAD.match(title)
            level = head.group(2) if head and not rest else ""
            if not level and (follow := re.match(r"^(省|市|县|区|州)(?=委|政府|人民政府|人大|政协|纪委)", rest)):
                level = follow.group(1)
            place = (full_name(self.marks, surface, level) if level else None) or full_name(self.marks, surface) or surface
        if not place:
            head = _HEAD.match(title)
            if head and words + head.group(2) in lexicon.places:
                return words + head.group(2), "", words + head.group(2)
        return place, rest, surface

    def _foreign(self, words: str, title: str, position: int, state: ChainState) -> Body | None:
        countries, letters = self.marks.lexicon.countries, self._letters
        embassy = _EMBASSY.match(words)
        if embassy and re.search(r"(?:大使|公使|代办|总领事|领事|参赞)$", title):
            sender, host = embassy.groups()
            sender = countries.get(sender) or letters.get(sender) or sender or state.country
            host = countries.get(host) or letters.get(host) or host
            office = "总领事馆" if "领事" in title else "大使馆"
            return Body(f"{sender}驻{host}{office}", title)
        size = max((n for n in range(1, min(len(words), 10) + 1) if words[:n] in countries), default=0)
        if not size or (size == 1 and len(words) > 1):
            return None
        country, rest = countries[words[:size]], words[size:]
        state.country = country
        if rest:
            org, title = _absorb(country + rest, title)
            return Body(org, title)
        if re.search(r"外长$", title):
            return Body(country + "外交部", title.replace("外长", "部长"))
        if re.search(r"(?:防长)$", title):
            return Body(country + "国防部", title.replace("防长", "部长"))
        if re.search(r"总理|首相", title):
            return Body(country + "政府", title)
        return Body(country, title)

    def _deictic(self, words: str, title: str, position: int, state: ChainState) -> Body | None:
        match = _DEICTIC.match(words)
        whole = bool(re.fullmatch(r"[我全该]?(?:省|市|县|区|州|自治区|旗)", words))
        if not match and not whole:
            return None
        level = match.group(1) if match else words.lstrip("我全该")
        rest = "" if whole else words[match.end():] if match else ""
        place = self._place(level, position, state)
        level_word = "地区" if level == "地" else level
        head = place or level_word
        if not rest and _HEAD.match(title):
            return Body(head + "政府", title, place or "", level)
        if not rest and _CHAIR.match(title):
            return Body(head + "政府", title, place or "", level)
        rest = rest.removeprefix(level) if rest.startswith(level + "委") else rest
        org, title = _absorb(head + rest, title)
        return Body(org, title, place or "", level)

    def _office(self, words: str, title: str, position: int, state: ChainState) -> Body | None:
        """宣传 + 部长, 组织部 + 部长: an office of the body that the chain has already named."""
        org, plain = _absorb(words, title)
        if state.country and not state.place and org.endswith(("部", "局", "署", "院", "委员会")):
            return Body(state.country + org, plain)
        if not state.place:
            return None
        if _PARTY_OFFICE.match(org) and _ENDS_PARTY.search(state.org):
            return Body(state.org + org, plain, state.place)
        if _PARTY_OFFICE.match(org) and state.explicit.get("party"):
            return Body(state.explicit["party"] + org, plain, state.place)
        if _PLACE_OFFICE.match(org):
            return Body(state.place + org, plain, state.place)
        return None

    # --- no words ------------------------------------------------------------------------------------

    def _bare(self, title: str, position: int, state: ChainState) -> Body | None:
        head = _HEAD.match(title)
        if head:
            place = self._place(head.group(2), position, state)
            return Body((place or head.group(2)) + "政府", title, place or "", head.group(2))
        if title == "总书记":
            return Body("中共中央", title)
        office = _OFFICE_HEAD.match(title)
        if office:
            return Body(office.group(1), office.group(2))
        if _CHAIR.match(title) and level_of(state.place) == "自治区" and _ENDS_PARTY.search(state.org):
            return Body(state.place + "政府", title, state.place)
        if _SCHOOL_TITLE.search(title) and not re.search(r"(?:大学|学院|学校|我校|中学|党校)", state.org) and self.school:
            return Body(self.school, title)
        if not state.org:
            return Body("我校", title) if _SCHOOL_TITLE.search(title) and "我校" in self.marks.text else None
        if _SECRETARY.search(title) or _PARTY_MEMBER.match(title):
            party = state.explicit.get("party") if not _INNER.search(state.org) else state.org
            return Body(party or state.org, title, state.place)
        base = _INNER.sub("", state.org)
        if base and not (state.place and base == state.place and level_of(base) == "自治区"):
            return Body(base, title, state.place)
        return Body(state.org, title, state.place)

    def _place(self, level: str, position: int, state: ChainState) -> str | None:
        level = "区" if level in ("新区", "开发区") else level
        if state.place and level_of(state.place) == level:
            return state.place
        return state.explicit.get(level) or self.context.home(level, position)


def named_bodies(marks: Marks) -> list[Span]:
    """Spans of organisations with a name of their own, as left_edge bounds them, in order."""
    out: list[Span] = []
    for span in marks.spans["organ"]:
        left = left_edge(marks, span.start, out[-1].end if out and out[-1].end <= span.start else 0)
        if span.start - left >= 2:
            out.append(Span(left, span.end))
    return out


def _absorb(words: str, title: str) -> tuple[str, str]:
    """外交 + 部长 → 外交部 + 部长: the organ's last character stands in the title alone."""
    office = _OFFICE_HEAD.match(title)
    if office and not re.search(r"(?:府|会|委|部|局|厅|国)$", words):
        return words + office.group(1), office.group(2)
    match = _LONG.match(title)
    if match and not words.endswith(match.group(2)) and not re.search(
            r"(?:委|府|会|部|局|厅|院|处|所|办|中心|公司|集团|大学|学校|银行|协会|室|党组|队|社|台|馆|行|国|司|科|校|署|厂|站)$", words):
        return words + match.group(2), title
    if match and match.group(2) == "会" and words.endswith(("工商联", "商联")):
        return words, title
    return words, title
