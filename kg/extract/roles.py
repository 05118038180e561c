"""Roles: what the words around a group of people say that they did.

甲、乙出席会议并讲话            after the group
出席会议的有甲、乙              before the group (a list is announced)
会议由甲主持                    由 before, the verb after
在甲陪同下                      around the group
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.extract.lexicon import Lexicon
from kg.extract.travellers import TRAVELS
from kg.model import Span

#: Speech that is held, not said: what follows it is no quotation, so that the sentence may go on.
_HELD = re.compile(r"(?:讲话|致辞|致词|发言|演讲|报告|辞|词)$")
_NEVER = re.compile(
    r"(?:未能?|没有|并未|未予|不能?|无法|缺席)[^，。；]{0,4}(?:出席|参加|陪同|与会|到会|到场|发言|讲话|致辞|回应|签署|签订)|缺席|因[^，。]{0,12}(?:未|不能)|请假"
)
#: 甲同志, 甲等领导, 甲一行, 甲等3人: what may follow the last name.
_SKIP = re.compile(
    r"(?>(?:同志|先生|女士|博士|教授|阁下|等(?:[^，。；]{0,8}?(?:领导|同志|人|负责人))?|一行"
    r"|[一二三四五六七八九十两\d]+[人位]|\([^()]{0,20}\))*)"
)
#: 陪同考察的还有乙: the verb is that of those named behind it, not of those before.
_CLEFT = re.compile(r"[^，。；]{0,8}?的，?(?:[\u4e00-\u9fff]方)?[则正都还也]?(?:是|有|为|包括|$)")
_NOT_SUBJECT = re.compile(
    r"(?:对|向|给)[^，。；]{0,8}的$|(?:受|(?<![方位名各校大])代表|根据|遵照|按照|学习|贯彻|落实|围绕|传达|转达|(?<![国家省市县区])有关|关于|接替|代替|向|给|对|把|将|为"
    r"|应|邀请|欢迎|支持|感谢|祝贺|期待|赞赏|拥护|以|(?:会见|接见|看望|慰问|拜会|拜访)了?)$"
)
_UNDER = re.compile(r"(?:等(?:[^，。；]{0,8}?(?:领导|同志|人))?)?的?(陪同|率领|带领|见证|主持)下")
_UNDER_ROLES = {
    "陪同": "accompanied",
    "率领": "attended",
    "带领": "attended",
    "见证": "witnessed",
    "主持": "chaired",
}
_HEARD = re.compile(r"(?:同志)?(?:就|关于|代表|所作|作)?[^，。；]{0,40}?(?:报告|汇报|介绍|说明|发言|意见)")
_HEARS = re.compile(r"听取(?:了|并审议了?)?[^，。；]{0,16}$")
#: A clause that carries its subject on begins with a verb or one of these.
_CONNECTIVE = re.compile(
    r"并|还|听[完取][^，。；]{0,12}后|随后|先后|之后|会后|会上|会前|同时|也|又|分别|共同|一同|现场|与会|接着|期间|随即|就|在会上|代表"
    "|向(?=[^，。；]{1,16}(?:介绍|通报|汇报|说明|致辞|讲解|表示))"
)
#: 甲会见乙，双方签署: the clause has a subject of its own.
_BOTH = re.compile("[双三各]方|两[国省市县区校院地家]")
_MARKS = re.compile(r"[，；：]")
#: 甲就此表示, …上表示: words between a speaker and a weak verb of speaking that keep them together.
_ABOUT = re.compile(r"(?:还|也)?(?:就|围绕|对|结合)")
_ON = re.compile(r"(?:[上时中]|表示|并|还)$")
_NEAR = 12  # code points between a speaker and a weak verb of speaking
#: 讲话精神, 讲话的, 发言人: the verb is part of another word.
_PART_OF = re.compile(r"精神|指示|批示|要求|[的人者词稿会]")
#: 听取…介绍, 根据…要求: the speech of somebody else, unless it is 作, 并 or 发表.
_OTHERS = re.compile(r"听取|观看|认真听|结合|根据|按照|学习|贯彻|落实|进行了|围绕")
_OTHERS_SPEECH = frozenset(("介绍", "讲话", "指示", "要求", "讲解", "发言"))
_OWN_SPEECH = re.compile(r"(?:作|并|发表)$")
#: 见证签署, 已签署, 希望签署: a signing that the group before did not do.
_NOT_SIGNED = re.compile(
    r"(?:参加|出席)[^，。；]{0,10}$|见证[^，。；]{0,80}$|(?:见证|的|已|此前|希望|推动|出席|参加)$"
)
#: 签署省政府令, 签署第1号主席令: an order is signed by one alone, at no event.
_ORDER = re.compile("[^，。；《]{0,12}令(?![^，。；])")
#: 甲与乙签署的《协议》 in a list of what was signed: they signed it.
_SIGNS = re.compile("(?:分别|共同|依次)?(?:代表双方)?")
_SIGNED_WORK = re.compile("的(?:是|则是|[^，。；]{0,20}(?:[《〓]|协议|备忘录|意向书|合同))")
#: 就培训情况作说明, 进行了说明: no document is explained.
_OF_NO_WORK = re.compile(r"[^〓]*(?:[就对]|进行)[^〓]*")
#: 会见来华出席博览会的乙, 邀请乙出席: somebody else attends.
_OF_GUESTS = re.compile(r"(?:会见|接见|会晤|看望|欢迎|邀请|慰问)(?![时前后中])了?[^，。；]{0,14}$")
#: 在会议室与客人进行了座谈, 甲与乙座谈交流: who sits together takes part.
_DISCUSSES = (
    "来[我本]?[校院](?:进行)?(?:交流|座谈|洽谈)"
    r"|(?:\A(?:一行|等)*|(?:进行|举行|开展)了?(?:深入|亲切|友好|工作)?的?)(?:交流)?座谈(?!会)"
    "|[与同][^，。；]{0,24}?(?:进行|举行|开展)?了?(?:深入|亲切|友好)?(?:的)?(?:交流)?座谈(?!会)"
)
#: …的代表出席: the group does something else, but in 甲、乙以及来自各地的代表出席 it is part of the list.
_MODIFIES = re.compile("^(?:(?!及来自|和来自).)*的[^，]{0,12}$")
_SPIRIT = re.compile("[^，。；]{0,2}的[^，。；]{0,40}精神")  # 甲主持召开的座谈会精神: held elsewhere
_THEIR_OWN = re.compile("(?:负责人|负责同志|有关人员|相关人员|代表|干部|师生)[^，]{0,6}")  # nameless people
_EITHER = ("或", "或者", "及")
_FAR = 40  # code points without a verb after which the group is no subject any more


@dataclass(frozen=True, slots=True)
class Act:
    """A role with the span of the verb that gives it."""

    role: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class RoleForms:
    """Verbs of roles in the words of a lexicon."""

    verbs: re.Pattern[str]
    speech_end: re.Pattern[str]
    weak: frozenset[str]
    accompany: re.Pattern[str]
    outing: re.Pattern[str]
    present: re.Pattern[str]


@cache
def role_forms(lexicon: Lexicon) -> RoleForms:
    """The verbs of roles in the words of a lexicon."""
    one = lexicon.one_of
    made = "(?:[作做]|进行)了?"
    attends = one("role.attended", "role.attended.present")
    visits = one("event.visit", "event.visit.direct")
    speech = one("role.spoke", "role.spoke.weak")
    return RoleForms(
        verbs=re.compile(
            rf"(?P<attended>(?!与会[者人员代嘉官专企单各领双方]|到场迎)(?:应邀|亲临|莅临|共同|一同|线上)?{attends}|参与(?=[。；，]|会[见谈晤])|{TRAVELS}|{_DISCUSSES})"
            rf"|(?P<chaired>{one('role.chaired')}(?![人词下]))"
            rf"|(?P<presented>{made}[^，。；]{{0,6}}{one('role.presented.object')}|{one('role.presented')})"
            rf"|(?P<signed>{one('role.signed', 'role.signed.object')})"
            rf"|(?P<witnessed>{one('role.witnessed')})"
            rf"|(?P<accompanied>{one('role.accompanied')}|陪(?=[^，。]{{0,3}}{visits}))"
            rf"|(?P<spoke>(?:[作做]|发表)了?[^，。；]{{0,40}}?{one('role.spoke.object')}"
            rf"|(?:(?:[作做]|发表|进行)了?[^，。；、的]{{0,8}}?)?{speech})"
        ),
        speech_end=re.compile(f"{speech}$"),
        weak=frozenset(lexicon.words("role.spoke.weak")),
        accompany=re.compile(
            f"(?:陪同{visits}?的|(?:陪同|陪着|作陪|陪)[^，。；]{{0,16}}?的，?[则正都还]?(?:是|有|为|包括)[：:]?)$"
        ),
        present=re.compile(f"{one('role.attended.present')}$"),
        outing=re.compile(f"{visits}|{one('event.reception')}"),
    )


def masked(text: str, spans: Iterable[Span]) -> str:
    """The text with some spans blanked, so that verbs inside names of events and works do not count."""
    pieces, position = [], 0
    for start, end in sorted(spans):
        if end > position:
            pieces += [text[position:start], "〓" * (end - max(start, position))]
            position = end
    return "".join((*pieces, text[position:]))


def done(lexicon: Lexicon, after: str, offset: int) -> list[Act]:
    """Roles that the words after a group give it, up to where somebody else's words or speech begin."""
    skip = _SKIP.match(after)
    start = skip.end() if skip else 0
    acts: list[Act] = []
    for left, right in _clauses(after, start):
        both = left > start and _BOTH.match(after, left)
        if both or (acts and not _goes_on(lexicon, after, left)) or _NEVER.search(after, left, right):
            break
        spoken = False
        for match in role_forms(lexicon).verbs.finditer(after, left, right):
            role = match.lastgroup or ""
            explained = role == "presented" and match.group().endswith("说明")
            if explained and _OF_NO_WORK.fullmatch(after, left, match.end()):
                role = "spoke"
            if not _counts(lexicon, after, match, left, first=not acts):
                continue
            either = role == "attended" and after.endswith(_EITHER, left, match.start())
            if either and acts and acts[-1].role == "accompanied":
                continue  # 陪同考察或参加有关活动
            if role in ("attended", "accompanied") and _of_others(lexicon, after, Span(start, left), match):
                continue
            travels = role == "attended" and match.group().startswith(("随", "同行"))
            rule = "visitor" if travels else "subject"
            acts.append(Act(role, offset + match.start(), offset + match.end(), rule))
            spoken = role == "spoke" and not _HELD.search(match.group())
            if spoken:
                break
        if spoken or (not acts and left > start + _FAR):
            break
    return acts


def _of_others(lexicon: Lexicon, text: str, told: Span, match: re.Match[str]) -> bool:
    """甲到某地调研，有关部门负责人参加: the group has been somewhere, the clause has people of its own."""
    there = _THEIR_OWN.search(text, told.end, match.start())
    return there is not None and role_forms(lexicon).outing.search(text, *told) is not None


def _clauses(text: str, start: int) -> Iterator[tuple[int, int]]:
    bounds = [start, *(match.end() for match in _MARKS.finditer(text, start)), len(text)]
    return ((left, right) for left, right in pairwise(bounds) if right > left)


def _goes_on(lexicon: Lexicon, text: str, start: int) -> bool:
    """The clause carries its subject on."""
    return bool(_CONNECTIVE.match(text, start) or role_forms(lexicon).verbs.match(text, start))


def _counts(lexicon: Lexicon, text: str, match: re.Match[str], left: int, *, first: bool) -> bool:
    """Does the verb say something of the group? `left` is where its clause begins."""
    before, role = text[left : match.start()], match.lastgroup
    if role in ("attended", "witnessed", "accompanied") and _CLEFT.match(text, match.end()):
        return False
    if role == "signed":
        return _signs(text, match, before)
    if role == "accompanied":
        return not before.endswith("在") and text[match.end() : match.end() + 1] != "下"
    if role == "attended" and (_OF_GUESTS.search(before) or (match.group() == "参与" and before)):
        return False
    if role in ("attended", "chaired"):
        modifier = len(before) > 20 and _MODIFIES.search(before)
        return not (first and modifier) and not _SPIRIT.match(text, match.end())
    return role != "spoke" or _speaks(lexicon, text, match, before)


def _signs(text: str, match: re.Match[str], before: str) -> bool:
    """The group signs itself: not an order, not 见证签署, not 签署的…."""
    modifies = text[match.end() : match.end() + 1] == "的"
    listed = modifies and _SIGNS.fullmatch(before) and _SIGNED_WORK.match(text, match.end())
    stands = bool(listed or not modifies) and not _NOT_SIGNED.search(before)
    return stands and not _ORDER.match(text, match.end())


def _speaks(lexicon: Lexicon, text: str, match: re.Match[str], before: str) -> bool:
    """The verb of speaking is the group's own: not 讲话精神, not 听取…介绍, not a weak verb far away."""
    found = role_forms(lexicon).speech_end.search(match.group())
    word = found.group() if found else ""
    gap = before + match.group().removesuffix(word) if word else before
    far = word in role_forms(lexicon).weak and len(gap) > _NEAR
    if far and not _ABOUT.match(gap) and not _ON.search(gap):
        return False
    if _PART_OF.match(text, match.end()) or (gap.endswith("重要") and "发表" not in gap):
        return False
    if word == "祝贺" and role_forms(lexicon).present.search(gap):
        return False  # 到会祝贺
    others = word in _OTHERS_SPEECH and _OTHERS.search(gap)
    return not others or _OWN_SPEECH.search(gap) is not None


def framed(before: str, after: str, offset: int) -> list[Act]:
    """在甲陪同下, 在甲率领下: what the frame around the group says; `after` begins at `offset`."""
    under = _UNDER.match(after)
    if under and re.search(r"在[^，。；]{0,4}$", before):
        return [Act(_UNDER_ROLES[under.group(1)], offset, offset + under.end(), "under")]
    return []


def heard(before: str, after: str, offset: int) -> list[Act]:
    """会议听取了甲关于…的报告: who is heard speaks."""
    match = _HEARD.match(after)
    if match and _HEARS.search(before):
        return [Act("spoke", offset, offset + match.end(), "heard")]
    return []


def is_subject(before: str) -> bool:
    """Nothing before the group makes it an object or the source of somebody else's act."""
    return not _NOT_SUBJECT.search(before)
