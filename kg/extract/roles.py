"""Roles: what the words around a group of people say that they did.

    甲、乙出席会议并讲话            after the group
    出席会议的有甲、乙              before the group (a list is announced)
    会议由甲主持                    由 before, the verb after
    在甲陪同下                      around the group
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SAY = (r"(?:讲话|致辞|致词|致欢迎辞|致欢迎词|致贺辞|致答谢辞|致答谢词|致开幕辞|致开幕词|发言|演讲|作报告|作主旨报告|作主题报告"
       r"|作工作报告|作动员|作点评|总结|表态|推介|说道?|表示|指出|强调|认为|介绍|希望|建议|提出|透露|谈到|要求|指示|回顾|阐述|阐释"
       r"|汇报|宣布|坦言|直言|称|回应|期待|寄语|讲解|解读|解释|呼吁|倡议|感谢|欢迎|肯定|祝贺)")
#: Speaking that counts only directly after the speaker.
_WEAK_SAY = frozenset(("称", "总结", "肯定", "期待", "感谢", "欢迎", "祝贺", "要求", "希望", "宣布", "提出", "说", "建议", "回顾", "指示", "汇报", "推介", "倡议", "解释", "解读", "表态"))
_VERBS = re.compile(
    r"(?P<attended>(?:应邀|亲临|莅临|共同|一同|线上)?(?:出席|参加|与会|到会|参会|列席|到场|莅会|赴会))"
    r"|(?P<chaired>主持(?!人|词|下))"
    r"|(?P<presented>(?:作了?|做了?|进行了?)(?:[^，。；]{0,6})?(?:说明|通报)|通报)"
    r"|(?P<signed>签署|签订|签字|签约|签下|签了|签定)"
    r"|(?P<witnessed>见证)"
    r"|(?P<accompanied>陪同|随同|陪(?=[^，。]{0,3}(?:考察|调研|检查|视察)))"
    r"|(?P<seated>在座|在主席台(?:前排)?就座)"
    rf"|(?P<spoke>(?:作|做|发表)了?[^，。；]{{0,40}}?(?:报告|汇报|讲话|发言|演讲|部署|讲解|点评|推介|致辞|阐述)|(?:(?:作|做|发表|进行)了?[^，。；、的]{{0,8}}?)?{SAY})")
_NEVER = re.compile(r"(?:未能?|没有|并未|不能?|无法|缺席)(?:[^，。；]{0,4})(?:出席|参加|与会|到会)|缺席|因[^，。]{0,12}(?:未|不能)|请假")
_SKIP = re.compile(r"^(?:同志|先生|女士|博士|教授|阁下|等(?:[^，。；]{0,8}?(?:领导|同志|人|负责人))?|一行|[一二三四五六七八九十两\d]+(?:人|位)|\(.*?\))*")
_LIST_INTRO = re.compile(r"(?P<vp>[^。；]*?)(?:的)?(?:[^，。；的]{0,8}?(?:领导|嘉宾|人员|同志|代表|成员|人))?[，]?(?:还有|有|是|分别是|分别为|包括|为)[：:]?(?:来自)?$")
_MEMBERS = re.compile(r"(?:考察团|代表团|访问团|调研组|考察组|督查组|一行)(?:的)?(?:主要)?(?:成员|人员|团员)?(?:还有|有|包括|为|是)[：:]?$")
_COLON = re.compile(r"(?P<vp>[^。；，]{2,16})[：:]$")
_BY = re.compile(r"(?:由|在|分别由)$")
_NOT_SUBJECT = re.compile(r"(?:对|向|给)[^，。；]{0,8}的$|(?:受|代表|根据|遵照|按照|学习|贯彻|落实|围绕|传达|转达|有关|关于|接替|代替|向|给|对|把|将|为)$")
_UNDER = re.compile(r"^(?:等(?:[^，。；]{0,8}?(?:领导|同志|人))?)?(?:的)?(?P<how>陪同|率领|带领|见证|主持)下")


@dataclass(frozen=True, slots=True)
class Act:
    """A role with the position of the verb that gives it; `words` reach to the end of its clause."""

    role: str
    start: int
    end: int
    rule: str


def mask(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with some spans blanked, so that verbs inside names of events and works do not count."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = "〓" * (end - start)
    return "".join(characters)


def acts_before(before: str, offset: int) -> list[Act]:
    """Roles that an announced list gives: the verbs of 出席会议的有 …, 主持人是 …."""
    if _MEMBERS.search(before):
        return [Act("attended", offset, offset + len(before), "members-list")]
    if re.search(r"陪同(?:考察|调研|视察|检查)?的$", before):
        return [Act("accompanied", offset, offset + len(before), "list-intro")]
    if re.search(r"(?:会议|仪式|活动|大会)?主持人(?:是|为|：)$", before):
        return [Act("chaired", offset, offset + len(before), "list-intro")]
    if re.search(r"(?:签字人|签约人|签署人)[，]?(?:分别)?(?:是|为)[：:]?$", before):
        return [Act("signed", offset, offset + len(before), "list-intro")]
    intro = _LIST_INTRO.search(before)
    if not intro:
        intro = _COLON.search(before)
    if not intro:
        return []
    clause = intro.group("vp")
    cut = max(clause.rfind("。"), clause.rfind("；"), clause.rfind("，"))
    acts = []
    for match in _VERBS.finditer(clause, cut + 1):
        role = match.lastgroup or ""
        acts.append(Act(role, offset + match.start(), offset + match.end(), "list-intro"))
    if any(act.role == "accompanied" for act in acts):
        return [act for act in acts if act.role == "accompanied"]
    return acts


def acts_after(after: str, offset: int) -> list[Act]:
    """Roles that the words after a group give it, up to where somebody else's words or speech begin."""
    skip = _SKIP.match(after)
    start = skip.end() if skip else 0
    acts: list[Act] = []
    for left, right in _clauses(after, start):
        clause = after[left:right]
        if acts and not _goes_on(clause):
            break
        if _NEVER.search(clause):
            break
        speech = False
        for match in _VERBS.finditer(after, left, right):
            role = {"seated": "attended"}.get(match.lastgroup or "", match.lastgroup or "")
            if not _counts(role, after, match, left, bool(acts)):
                continue
            acts.append(Act(role, offset + match.start(), offset + match.end(), "subject"))
            speech = role == "spoke" and not re.search(r"(?:讲话|致辞|致词|发言|演讲|报告|辞|词)$", match.group())
            if speech:
                break
        if speech:
            break
        if not acts and left > start + 40:
            break
    return acts


def _clauses(text: str, start: int) -> list[tuple[int, int]]:
    bounds = [start]
    bounds += [m.end() for m in re.finditer(r"[，；：]", text[start:])] if False else [
        m.end() for m in re.compile(r"[，；：]").finditer(text, start)]
    bounds.append(len(text))
    return [(a, b) for a, b in zip(bounds, bounds[1:], strict=False) if b > a]


def _goes_on(clause: str) -> bool:
    """The subject is carried on: the clause begins with a verb or a connective of its own."""
    return bool(re.match(r"(?:并|还|随后|先后|之后|会后|会上|会前|同时|也|又|分别|共同|一同|现场|与会|接着|期间|随即|就|在会上|代表)", clause)
                or _VERBS.match(clause))


def _counts(role: str, text: str, match: re.Match[str], left: int, more: bool) -> bool:
    before = text[left : match.start()]
    if role == "signed" and re.search(r"(?:参加|出席|见证)[^，。；]{0,10}$", before):
        return False
    if role == "signed" and (before.endswith(("见证", "的", "已", "此前", "希望", "推动", "出席", "参加")) or text[match.end() : match.end() + 1] == "的"):
        return False
    if role == "accompanied" and before.endswith("在"):
        return False
    if re.search(r"的[^，]{0,12}$", before) and role in ("attended", "chaired") and not more and len(before) > 20:
        return False
    if role == "spoke":
        verb = re.search(SAY + "$", match.group())
        word = verb.group() if verb else ""
        gap = before + match.group()[: -len(word)] if word else before
        if word in _WEAK_SAY and len(gap) > 12 and not re.match(r"(?:还|也)?(?:就|围绕|对|结合)", gap) and not re.search(r"(?:上|时|中|表示|并|还)$", gap):
            return False
        if re.match(r"精神|指示|批示|要求", text[match.end() :]) or (gap.endswith("重要") and "发表" not in gap):
            return False
        if text[match.end() : match.end() + 1] in tuple("的人者词稿会"):
            return False
        if re.search(r"(?:听取|观看|认真听|结合|根据|按照|学习|贯彻|落实|进行了|围绕).*$", gap) and word in ("介绍", "讲话", "指示", "要求", "讲解", "发言"):
            return bool(re.search(r"(?:作|并|发表)$", gap))
    return True


def acts_around(before: str, after: str, offset: int) -> list[Act]:
    """在甲陪同下, 在甲率领下: what the frame around the group says."""
    under = _UNDER.match(after)
    if under and re.search(r"在[^，。；]{0,4}$", before):
        role = {"陪同": "accompanied", "率领": "attended", "带领": "attended", "见证": "witnessed", "主持": "chaired"}
        return [Act(role[under.group("how")], offset, offset + under.end(), "under")]
    return []


_HEARD = re.compile(r"^(?:同志)?(?:就|关于|代表|所作|作)?[^，。；]{0,40}?(?:报告|汇报|介绍|说明|发言|意见)")


def acts_heard(before: str, after: str, offset: int) -> list[Act]:
    """会议听取了甲关于…的报告: who is heard speaks."""
    match = _HEARD.match(after)
    if match and re.search(r"听取(?:了|并审议了?)?$", before):
        return [Act("spoke", offset, offset + match.end(), "heard")]
    return []


def is_subject(before: str) -> bool:
    """Nothing before the group makes it an object or the source of somebody else's act."""
    return not _NOT_SUBJECT.search(before)
