"""Credited offices that name no body of their own: 供稿：党委宣传部 of a school, 区人大办."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.bodies import Bodies
from kg.extract.body import ChainState
from kg.model import CreditFact

#: Offices that every school has, and those of its party committee.
_OF_SCHOOL = re.compile(
    r"(?:(?:党委|党政|学校|校)(?:[\u4e00-\u9fff]{0,8}(?:部|处|办公室|办)|团委)|[\u4e00-\u9fff]{2,8}处|宣传部|办公室|新闻中心)"
)
_OF_COMMITTEE = ("宣传部", "组织部", "统战部")
_OF_PLACE = re.compile(r"[省市县区州旗](?=委|政府|府|人大|政协|纪委)")


def whole_credits(credits: Sequence[CreditFact], bodies: Bodies) -> tuple[CreditFact, ...]:
    """Credits with such offices in full, where the article says whose they are; the others as they are."""
    whole = [replace(credit, agent=_whole(credit, bodies)) for credit in credits]
    return tuple({(credit.agent, credit.role): credit for credit in reversed(whole)}.values())[::-1]


def _whole(credit: CreditFact, bodies: Bodies) -> str:
    agent, at = credit.agent, credit.evidence[0].start
    if bodies.school and _OF_SCHOOL.fullmatch(agent):
        inner = re.sub("^(?:学校|校)", "", agent)
        return bodies.school + ("党委" if inner in _OF_COMMITTEE else "") + inner
    body = bodies.resolve(agent, "", at, ChainState()) if _OF_PLACE.match(agent) else None
    return body.org if body else agent
