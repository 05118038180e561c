"""Organisations that stand in the text: words that end like one, completed like those before a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.bodies import Bodies
from kg.extract.body import ChainState
from kg.extract.edges import left_edge
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.offices import before_term, organ_runs, without_term
from kg.extract.spans import Spans
from kg.model import Span

#: 有关部门, 三家企业, 国有重点企业: what makes the last word a kind and not one organisation.
_KIND_BEFORE = (
    "(?:有关|相关|多家|几家|一些|部分|其他|上述|所属|直属|大型|重点|国有|民营|中央"
    r"|[各该本全这此两三四五六七八九十数\d])*[个家所]?"
)
#: Words inside a run that end what stands before the name, besides those of the table.
_INSIDE = (
    r"(?:以下)?简称为?|下称|(?:先后|前往|分别)到(?=[省市县区州])|经(?=[省市县区州])|代理|陪同[^，]{0,4}的?有|(?<!目)的|由(?=[省市县区州校])|为(?=[省市县区州])|兼(?=[省市县])|[两三五]所|\d+日"
)
_COUNTED = re.compile(r"[两二三四五六七八九十\d]+[省市地县区家所个]")
#: 宁夏大学五所高校: the number behind the last of a list.
_COUNTED_KIND = re.compile(
    r"[两二三四五六七八九十\d]+[家所个](?:高校|院校|大学|学校|企业|公司|单位|医院|银行|机构)$"
)
_CAMPUS = re.compile(r"\([\u4e00-\u9fff]{2}\)")  # 香港中文大学(深圳)
_LEGAL = re.compile(r"(?:有限责任公司|股份有限公司|集团有限公司|有限公司|总公司|公司|集团)$")
_FULL = re.compile(r"(?:有限责任公司|有限公司|总公司)$")
#: 甲有限公司（以下简称“甲集团”）: the text itself gives the short name.
_CALLED = re.compile(
    r"[(（](?:以?下简称|简称|下称)为?[：:]?[“\"]?([\u3400-\u9fffA-Za-z0-9]{2,12})[”\"]?[)）]"
)
_WHOLE = re.compile("(?:局|院|大学|银行|厂|所|集团)$")
_LEVEL_END = re.compile(r"[省市县区州]$")
_LEAST, _LONGEST = 3, 60  # code points of a name


@dataclass(frozen=True, slots=True)
class OrgMention:
    """One organisation in the text; `name` is its canonical full name in this article.

    `bare`: an office, a zone or a counted set: it may sign, and is no organisation of its own.
    """

    span: Span
    name: str
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Forms:
    kind: re.Pattern[str]
    zone: re.Pattern[str]
    inside: re.Pattern[str]


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    return _Forms(
        kind=re.compile(f"{_KIND_BEFORE}{lexicon.one_of('organ.kind')}"),
        zone=re.compile(f"{lexicon.one_of('organ.zone')}$"),
        inside=re.compile(f"{lexicon.one_of('edge.organ.opens')}|{_INSIDE}"),
    )


def find_orgs(marks: Marks, bodies: Bodies, taken: Spans) -> list[OrgMention]:
    """Mentions outside `taken` (names, titles of works), left to right, longest first."""
    found: list[OrgMention] = []
    floor = 0
    for start, end in organ_runs(marks):
        if start < floor or taken.meets(Span(start, end)):
            continue
        left = _behind_name(marks.text, taken, left_edge(marks, start, floor), start)
        near = found and end - found[-1].span.start <= _LONGEST
        if near and left == floor == found[-1].span.end and left < start:
            left = found.pop().span.start  # 四川大学华西医院: the second name belongs to the first
        mention = _mention(marks, bodies, left, end)
        if mention:
            found.append(mention)
            floor = end
    school = _school_mentions(marks, bodies)
    return sorted([*school, *found], key=lambda o: o.span)


def _behind_name(text: str, taken: Spans, left: int, end: int) -> int:
    """免去甲某市人民政府…, 甲和某市委: a person's name begins no organisation, nor does what joins it."""
    behind = taken.behind(left)
    if not left < behind < end:
        return left
    return behind + (text[behind] in "和与及同在任为对")


def _school_mentions(marks: Marks, bodies: Bodies) -> Iterable[OrgMention]:
    """我校: the school that the article speaks for."""
    for match in re.finditer("我校", marks.text):
        yield OrgMention(Span(*match.span()), bodies.school or "我校")


def _mention(marks: Marks, bodies: Bodies, left: int, end: int) -> OrgMention | None:
    forms, text = _forms(marks.lexicon), marks.text
    counted = _COUNTED_KIND.search(text, left, end)
    end = counted.start() if counted and counted.start() - left >= _LEAST else end
    for match in forms.inside.finditer(text, left, end):
        left = match.end()
    campus = _CAMPUS.match(text, end)
    end = campus.end() if campus and text.endswith("大学", left, end) else end
    left = before_term(marks, left, end)
    words = without_term(text[left:end])
    if len(words) < _LEAST or forms.kind.fullmatch(words):
        return None
    name = _canonical(marks, bodies, words, left)
    bare = words in marks.lexicon.organs or forms.zone.search(words) or _COUNTED.match(words)
    return OrgMention(Span(left, end), name, bool(bare)) if name else None


def _canonical(marks: Marks, bodies: Bodies, words: str, position: int) -> str | None:
    """Full name of an organisation as written at `position`, or None when it is no more than a kind."""
    if words in marks.lexicon.national:
        return words
    body = bodies.resolve(words, "", position, ChainState())
    return body.org if body and len(body.org) >= _LEAST else None


def declared(text: str, orgs: Iterable[OrgMention]) -> dict[str, str]:
    """Short name → full name, as the text gives it in brackets behind the full one."""
    names = {org.span.end: org.name for org in orgs}
    return {m[1]: names[m.start()] for m in _CALLED.finditer(text) if m.start() in names}


def without_short_name(words: str) -> str:
    """A name without the brackets that give its short form."""
    return _CALLED.sub("", words)


def aliases(orgs: Sequence[str]) -> dict[str, str]:
    """Short name → full name, where exactly one full name of the article explains the short one."""
    names = {name for name in orgs if not _LEVEL_END.search(name)}
    full: dict[str, list[str]] = {}
    for name in sorted(names):
        if _FULL.search(name):
            full.setdefault(name[0], []).append(name)
    out: dict[str, str] = {}
    for short in sorted(name for name in names if not _FULL.search(name)):
        matches = [name for name in full.get(short[0], ()) if abbreviates(short, name)]
        if len(matches) == 1:
            out[short] = matches[0]
    return out


def one_form(names: Iterable[str]) -> Iterator[str]:
    """Each name as the first that means its body: 商丘市人民政府 is 商丘市政府."""
    first: dict[str, str] = {}
    for name in names:
        plain = name.replace("人民政府", "政府").replace("人民代表大会常务委员会", "人大常委会")
        yield first.setdefault(plain, name)


def abbreviates(short: str, full: str) -> bool:
    """辽港集团 abbreviates 辽宁港口集团有限公司: its characters stand there in order, the first first."""
    core = _LEGAL.sub("", short) or short
    stem = _LEGAL.sub("", full)
    if not 2 <= len(core) < len(full) or full[0] != core[0]:
        return False
    if full.startswith(core):
        return stem == core or not _WHOLE.search(core)  # 中建七局 is not its 中建七局投资有限公司
    if short.endswith(("集团", "公司")) and short[-2:] not in full:
        return False
    position = 0
    for char in core:
        position = stem.find(char, position) + 1
        if not position:
            return False
    # The characters must begin words of the full name, not stand anywhere in a long one.
    return len(stem) <= 3 * len(core) + 2
