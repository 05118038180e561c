"""Announced people: 出席会议的有甲, 主持人是甲: the verbs before a list say what its people did."""

from __future__ import annotations

import re

from kg.extract.lexicon import Lexicon
from kg.extract.roles import Act, role_forms
from kg.extract.sentences import clause_start
from kg.extract.travellers import ANNOUNCED
from kg.model import Span

#: …的市领导有, …的还有: how a list is announced, at the end of the words before it.
_LIST_INTRO = re.compile(
    r"的?(?:[^，。；的]{0,8}?(?:领导|嘉宾|人员|同志|代表|成员|人))?，?(?:[\u4e00-\u9fff]方)?[则正都还也]?(?:还有|有|是|分别是|分别为|依次为|包括|为|要数|一位是|一是)"
    r"(?:[：:，]?(?:来自)?|[：:][^。；：，]{0,40})$"
)
_LONGEST_INTRO = 64  # code points that _LIST_INTRO can take
_COLON = re.compile(r"[^。；，]{2,16}(?<!决定)[：:]$")
_MEMBERS = re.compile(
    r"(?:(?:考察团|代表团|访问团|调研组|考察组|督查组|一行)的?(?:主要)?(?:成员|人员|团员)?|(?:同行|随行)[者人]员?)中?(?:还有|有|包括|为|是)"
    r"(?:[：:]?|[：:][^。；：，]{0,40})$|成员(?:还有|有|包括|为|是)[：:]?$"
)
#: 见证了一批文件的签署：甲与乙签署: a sentence before a colon, no list.
_DONE = re.compile("(?:见证|出席|参加|签署|签订)了")
_CHAIR_IS = re.compile(r"主持[人者]正?[是为：]$")
_SIGNER_IS = re.compile(r"(?:签字|签约|签署)[人者]，?(?:分别|正)?[是为][：:]?$")
_WITNESS_IS = re.compile(r"见证[人者]，?(?:还有|正?[是为有])[：:]?$")


def announced(lexicon: Lexicon, before: str, offset: int, *, first: bool = True) -> list[Act]:
    """Roles of an announced list: the verbs of 出席会议的有 …, 主持人是 …. `before` begins at `offset`,
    behind another group unless `first` (甲、乙见证：丙与丁签署).
    """
    whole = Span(offset, offset + len(before))
    if ANNOUNCED.search(before):
        return [Act("attended", *whole, "visitor")]
    if _MEMBERS.search(before):
        return [Act("attended", *whole, "members-list")]
    for form, role in (
        (role_forms(lexicon).accompany, "accompanied"),
        (_CHAIR_IS, "chaired"),
        (_SIGNER_IS, "signed"),
        (_WITNESS_IS, "witnessed"),
    ):
        if form.search(before):
            return [Act(role, *whole, "list-intro")]
    start, end = _announcement(before)
    if before.endswith(("：", ":")) and (_DONE.search(before, start) or (start == 0 and not first)):
        return []
    acts = [
        Act(match.lastgroup or "", offset + match.start(), offset + match.end(), "list-intro")
        for match in role_forms(lexicon).verbs.finditer(before, start, end)
    ]
    # 陪同…出席的有: those who are named accompanied somebody else, who attended.
    return [act for act in acts if act.role == "accompanied"] or acts


def _announcement(before: str) -> Span:
    """The words whose verbs a list announced at the end of `before` is about; empty for no list."""
    intro = _LIST_INTRO.search(before, max(0, len(before) - _LONGEST_INTRO))
    if intro:
        return Span(clause_start(before, 0, intro.start()), intro.start())
    colon = _COLON.search(before, max(0, len(before) - _LONGEST_INTRO))
    return Span(colon.start(), colon.end() - 1) if colon else Span(0, 0)
