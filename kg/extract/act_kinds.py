"""What the words around a post say: that somebody was appointed, removed, elected, nominated, or held it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.lexicon import Lexicon
from kg.extract.sentences import clause_start

_PERSONS = r"[：:]?[\u4e00-\u9fff·、 ()]{2,120}(?:同志)?"
_CANDIDATE = re.compile(r"(?:候选人|人选)(?=[，。；、)\s并]|$)")
_POST_LEFT = re.compile(r"等?的?(?:职务|职位|一职)?(?:予以|同时|一并|已?被)*(?:免去|免职|撤销)")
_POST_WORD = re.compile(r"等?职务")
#: Words of a life told: an appointment in such a sentence is a former one unless it is also dated as news.
_LIFE = re.compile(r"(?:19|20)\d\d年|曾|历任|先后|其[后间]|此后|同[年月]|当年")
_NEWS = re.compile(r"日前|近日|决定|任命")
_DAY = re.compile(r"(?<![年\d])\d{1,2}月\d{1,2}日")  # without a year: of this one
_BEGIN, _END = (
    rf"(?P<{side}>(?:19|20)\d\d)(?:年(?:(?P<{side}_month>\d{{1,2}})月)?|[./](?P<{side}_m>\d{{1,2}})月?)"
    for side in ("since", "until")
)
_TO = r"[-—–－~～至]+"
#: 1987年2月 某县某乡党委副书记: a line of a career begins with its date.
_RESUME = re.compile(rf"\s*{_BEGIN}(?:起|后)?(?:{_TO}(?:{_END}|(?P<still>今|)))?[，,：:\s]*")
#: 2003年5月至2008年3月任…: from when to when, in a sentence.
_DURING = re.compile(
    rf"(?:^|[，；：自从在于])\s*{_BEGIN}起?(?:{_TO}|到)(?:{_END}|(?P<still>今))(?:期间)?，?[曾担出]?任$"
)
#: 此前，他担任…; 此次履新前任…: what somebody was before.
_BEFORE = re.compile(r"(?:此前|此之前|之前|[任新职]前)，?(?!已)[^，。；已出]{0,5}?(?:担任|任)$")
#: 将出任, 提请任命: no act yet; 4人当选: nobody's; 新聘任的: who they are.
_AHEAD = re.compile(
    r"(?:将|将要|或|可能|提请|新|拟)(?:会|正式|接替[^，。；]{2,8})?$|将(?:在|于)[^。；]{2,24}?，?$|\d+[人名位]$"
)
#: …，海口市对此予以否认: none at all; 任命…的议案 is put to a vote.
_DENIED = re.compile(
    r"^(?:等?职务)?的(?:议案|提案|建议|说明)|不实|否认|辟谣|谣言|与事实不符|子虚乌有|误传|伪造"
)
#: 担任市委书记期间, 就任总统以来: what somebody was or is while something else happened.
_WHILE = re.compile(r"期间|时期|的时候|时(?=[，、期])|(?P<since>以来|以后|后(?=[，首]))")
_LONGEST_GIVEN = 3  # code points of a name before its last
_NEAR = 30  # code points before a post that can date or doubt it


@dataclass(frozen=True, slots=True)
class Kind:
    """What the words around a post say: the action (None: a post that is told of), the rule, and from when to
    when it was held, where a résumé says so.
    """

    action: str | None
    former: bool
    rule: str
    since: str | None = None
    until: str | None = None


#: In the order in which verbs are tried: 不再担任 ends in 担任.
_KINDS = (
    Kind("removed", True, "removed"),
    Kind("nominated", False, "nominated"),
    Kind("elected", False, "elected"),
    Kind(None, True, "career"),
    Kind(None, False, "current"),
    Kind("appointed", False, "appointed"),
)
_REMOVED, _NOMINATED, _, _TOLD, HELD, _ = _KINDS
_OF_PERSONS = ("removed", "nominated", "elected", "appointed")


@dataclass(frozen=True, slots=True)
class _Forms:
    """`verbs` by rule stand before the post; `persons` by rule have the person between them and the post."""

    verbs: dict[str, re.Pattern[str]]
    persons: dict[str, re.Pattern[str]]
    removes_before: re.Pattern[str]
    doubted: re.Pattern[str]


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    one = lexicon.one_of
    verbs = {kind.rule: one(f"appointment.{kind.rule}") for kind in _KINDS}
    persons = {rule: one(f"appointment.{rule}.person") for rule in _OF_PERSONS}
    link = {rule: "的?" if rule == "removed" else "(?:为|任|担任)" for rule in _OF_PERSONS}
    tail = {"nominated": "(?:为|了|其|担任|出任|留任|任)?"}  # 被提名担任
    return _Forms(
        verbs={
            rule: re.compile(f"(?P<verb>{verb}){tail.get(rule, '(?:为|了|其)?')}(?:中共)?$")
            for rule, verb in verbs.items()
        },
        persons={
            rule: re.compile(f"(?s:.*)(?P<verb>{persons[rule]}){_PERSONS}{link[rule]}$")
            for rule in _OF_PERSONS
        },
        removes_before=re.compile(
            f"{one('appointment.removed', 'appointment.removed.person')}[^。；，]{{0,18}}$"
        ),
        doubted=re.compile(one("modal.doubted")),
    )


def kind_of(action: str) -> Kind:
    """The kind of an action that a heading says."""
    return next(kind for kind in _KINDS if kind.action == action)


def doubted(lexicon: Lexicon, before: str, after: str) -> bool:
    """网传甲任…, 甲任…一事不实: is what the words say in doubt, or denied in the same sentence?"""
    near = max(0, len(before) - _NEAR)
    return bool(_forms(lexicon).doubted.search(before, near) or _DENIED.search(after))


def find_kind(lexicon: Lexicon, before: str, after: str) -> Kind | None:
    """What happened to the post that stands between the words; None when they tell of none."""
    if entry := _RESUME.fullmatch(before) or _DURING.search(before, max(0, len(before) - _NEAR)):
        held = HELD if entry["still"] is not None else _TOLD
        return replace(held, since=_when(entry, "since"), until=_when(entry, "until"))
    kind, verb = _said(_forms(lexicon), before, after)
    if kind is None:
        return None
    if kind.action and verb >= 0 and _AHEAD.search(before, max(0, verb - _NEAR), verb):
        return None
    if kind.rule in ("appointed", "elected") and (other := _WHILE.match(after)):
        return HELD if other["since"] else _TOLD
    return _dated(kind, before) if kind.rule == "appointed" else kind


def _when(entry: re.Match[str], side: str) -> str | None:
    """YYYY or YYYY-MM; None where it is left open or no month."""
    year, month = entry[side], entry[f"{side}_month"] or entry[f"{side}_m"]
    if not year or not month:
        return year
    return f"{year}-{int(month):02}" if 1 <= int(month) <= 12 else None


def _dated(kind: Kind, before: str) -> Kind:
    """An appointment that is news, one of a life, or what somebody was before."""
    if _BEFORE.search(before, max(0, len(before) - _NEAR)):
        return _TOLD
    life = _LIFE.search(before, clause_start(before, 0, len(before), "。；"))
    news = _NEWS.search(before, max(0, len(before) - _NEAR)) or _DAY.search(before)
    return replace(kind, former=bool(life and not news))


def _said(forms: _Forms, before: str, after: str) -> tuple[Kind | None, int]:
    """The kind, and where its verb begins (-1: behind the post).

    A verb right before the post comes first, then the last one that has its person between them
    (免去甲的部长职务、任命乙为…), then one behind the post (…职务予以免去).
    """
    if _CANDIDATE.match(after) and not forms.verbs["removed"].search(before):
        return _NOMINATED, -1
    between = [(match, kind) for kind in _KINDS if kind.rule in forms.persons
               and (match := forms.persons[kind.rule].match(before))]  # fmt: skip
    found = [(match.start("verb"), kind) for match, kind in between]
    # 补选向东升为…: 升 belongs to the name.
    name = max((match.end("verb") for match, _ in between), default=-_NEAR) + _LONGEST_GIVEN
    for kind in _KINDS:
        match = forms.verbs[kind.rule].search(before)
        if match and not (match["verb"].endswith("为") and match.start("verb") < name):
            return kind, match.start("verb")
    if found:
        at, kind = max(found, key=lambda pair: pair[0])
        return kind, at
    left = _POST_LEFT.match(after) or (_POST_WORD.match(after) and forms.removes_before.search(before))
    return (_REMOVED, -1) if left else (None, -1)
