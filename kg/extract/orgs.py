"""Organisations that stand in the text: words that end like one, completed like those before a title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.bodies import Bodies, ChainState
from kg.extract.marks import STOPS, Marks, left_edge
from kg.model import Span

#: Words that end like an organisation and name a kind, not one.
_GENERIC = re.compile(
    r"^(?:(?:有关|相关|各|该|本|全|多家|几家|一些|部分|其他|这|此|两|三|四|五|六|七|八|九|十|\d+|数|上述|所属|直属|大型|重点|国有|民营|中央)*"
    r"(?:个|家|所)?(?:中央|公司|集团|部门|单位|企业|学院|学校|大学|高校|中心|委员会|协会|商会|银行|医院|机构|党委|党组|政府|部|局|厅|处|办|委|会|院|所|队|组|小组|领导小组|办公室|园区|产业园|社))$")
#: Zones, sites and delegations end like organisations and are none.
_NO_BODY = re.compile(
    r"(?:基地|产业园区?|园区|示范区|旅游区|先导区|林区|新区|自贸区|景区|核电站|电站|社区|街道|药店|高校|图书馆|会议中心|展馆|公园|代表团|访问团|考察团|"
    r"调研组|督查组|专家组|联络处|共和国|会商会|副中心|产能中心|发布|网站|客户端|会客厅|在线|党政|论坛|联席会议)$")
#: A verb or particle inside the words: the name begins after it.
_INSIDE = re.compile(r"当选为?|辞去|曾任原?|扛起|到访|成员包括|包括|陪同[^，]{0,4}的?有|实行|尊重|公布|补齐|送给|提请|(?<!目)的|由(?=[省市县区州校])|为(?=[省市县区州])|晤|兼(?=[省市县])|五所|三所|两所|\d+日|同时")
_LEGAL = re.compile(r"(?:有限责任公司|股份有限公司|集团有限公司|有限公司|总公司|公司|集团)$")


@dataclass(frozen=True, slots=True)
class OrgMention:
    """One organisation in the text; `name` is its canonical full name in this article."""

    span: Span
    name: str
    bare: bool = False  # an office, a zone or a counted set: may sign, is no organisation of its own


def find_orgs(marks: Marks, bodies: Bodies, taken: list[Span]) -> list[OrgMention]:
    """Mentions outside `taken` (names, titles of works), left to right, longest first."""
    found: list[OrgMention] = []
    floor = 0
    if bodies.school or "我校" in marks.text:
        found += [OrgMention(Span(m.start(), m.end()), bodies.school or "我校") for m in re.finditer("我校", marks.text)]
    for start, end in _candidates(marks):
        if start < floor or any(t.start < end and start < t.end for t in taken):
            continue
        left = left_edge(marks, start, floor)
        if found and floor and left == floor == found[-1].span.end and left < start:
            left = found.pop().span.start  # 四川大学华西医院: the second name belongs to the first
        inside = list(_INSIDE.finditer(marks.text, left, end))
        left = inside[-1].end() if inside else left
        words = marks.text[left:end]
        if _GENERIC.match(words) or len(words) < 3:
            continue
        bare = bool(_NO_BODY.search(words) or words in marks.lexicon.organs
                    or re.match(r"[两二三四五六七八九十\d]+(?:省|市|地|县|区|家|所|个)", words))
        name = canonical(marks, bodies, words, left)
        if name:
            found.append(OrgMention(Span(left, end), name, bare))
            floor = end
    return sorted(found, key=lambda o: o.span)


def _candidates(marks: Marks) -> list[Span]:
    """Maximal runs of organ words (市委 + 组织部 is one run), and bodies known by name."""
    runs: list[Span] = []
    spans = sorted([*(Span(*pair) for pair in marks.starts["organ"].items()), *marks.spans["national"]])
    for span in spans:
        if not marks.breaks[span.end] and marks.text[span.end : span.end + 1] not in STOPS:
            continue
        if runs and span.start <= runs[-1].end:
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, span.end))
        elif span.end - span.start >= 2:
            runs.append(span)
    return runs


def canonical(marks: Marks, bodies: Bodies, words: str, position: int) -> str | None:
    """Full name of an organisation as written at `position`, or None when it is no more than a kind."""
    if words in marks.lexicon.national:
        return words
    body = bodies.resolve(words, "", position, ChainState())
    return body.org if body and len(body.org) >= 3 else None


def aliases(orgs: list[str]) -> dict[str, str]:
    """Short name → full name, where exactly one full name of the article explains the short one."""
    orgs = [name for name in orgs if not re.search(r"[省市县区州]$", name)]
    full = sorted({name for name in orgs if re.search(r"(?:有限责任公司|有限公司|总公司)$", name)})
    out: dict[str, str] = {}
    for short in sorted(set(orgs) - set(full)):
        matches = [name for name in full if abbreviates(short, name)]
        if len(matches) == 1:
            out[short] = matches[0]
    return out


def abbreviates(short: str, full: str) -> bool:
    """辽港集团 abbreviates 辽宁港口集团有限公司: its characters stand in the full name in order, first first."""
    core = _LEGAL.sub("", short) or short
    stem = _LEGAL.sub("", full)
    if len(core) < 2 or len(core) >= len(full) or full[0] != core[0]:
        return False
    if full.startswith(core):
        return True
    if short.endswith(("集团", "公司")) and short[-2:] not in full:
        return False
    position = 0
    for char in core:
        position = stem.find(char, position) + 1
        if not position:
            return False
    # The characters must begin words of the full name, not stand anywhere in a long one.
    return len(stem) <= 3 * len(core) + 2
