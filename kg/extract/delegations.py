"""Delegations: who leads one (甲率代表团), so that 代表团 and 客人 further on have a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.agents import Party, Spoken
from kg.extract.spans import InOrder
from kg.model import Span

#: 甲率代表团, 甲等率团一行, 甲带队, 甲一行在乙陪同下来我校访问, 甲来访, 以甲为团长的团.
_LEADS = re.compile(
    r"(?:同志|先生|女士|博士|教授)?等?(?:率领?[^，。；]{0,14}?(?:团|一行|组)"
    r"|一行[^，。；]{0,24}?(?:到访|来访|来到|抵达|莅临|到|来|赴|访问)|的?(?:带领|率领)下|带队|率队|[为任]团长"
    r"|(?:到访|来访|对我[^，。；]{0,8}访问|(?:来|访问)我?[校院市省区县州处]))"
)
_DELEGATION = re.compile(
    r"了?(?:来访的?)?(?P<whose>[^，。；、]{0,10}?)(?:代表团|访问团|考察团|参访团|访团|客人|来宾)"
)

_UNNAMED = re.compile(
    r"了?(?:[^，。；]{0,30}?(?:代表团|访问团|考察团|使团|访团|客人|来宾|嘉宾|企业家|客商|创办人|一行)"
    r"|[^，。；]{0,90}?的[^，。；、]{0,6}(?:嘉宾|贵宾|客商))"
)
_LONGEST_GUESTS = 100  # code points of the words for guests

#: 会见乙州州督某某，: a person whose name is not read, or people.
_SOME = re.compile(
    "(?:会见|接见)了?[\u4e00-\u9fff·]{2,40}?(?:代表|队伍|成员|人员|干部|官兵|人士|委员|专家|亲属|总统|总理|主席|议长|外长|大臣"
    "|国王|首相|苏丹|州长|州督|省长|市长|部长|会长|校长|总裁|董事长)[\u4e00-\u9fff·]{0,8}[，。；]"
)


class Delegations:
    """Who led a delegation (甲率代表团), so that a later 会见代表团 knows its guests."""

    def __init__(self, narration: str, spoken: Sequence[Spoken]) -> None:
        self._narration = narration
        groups = [group for each in spoken for group in each.groups]
        self._led = InOrder([g for g in groups if _LEADS.match(narration, g.span.end)], lambda g: g.span)

    def leader(self, position: int) -> Party | None:
        """The people who led the last delegation before a position."""
        count = self._led.count_before(position)
        return self._led.all[count - 1] if count else None

    def named(self, verb: Span) -> bool:
        """会见乙国特使团, 会见部分企业家: guests whose names the text does not give."""
        return _UNNAMED.match(self._narration, verb.end, verb.end + _LONGEST_GUESTS) is not None

    def some(self, verb: Span) -> bool:
        """会见乙州州督某某: somebody whom nothing else tells of."""
        return _SOME.match(self._narration, verb.start) is not None

    def before(self, verb: Span) -> Party | None:
        """会见代表团一行: the people who led the last delegation before the verb."""
        match = _DELEGATION.match(self._narration, verb.end, verb.end + 20)
        if match is None or match["whose"] not in self._narration[: verb.start]:
            return None
        count = self._led.count_before(verb.start)
        # A group may begin before the verb and end behind it: then the one before is meant.
        earlier = self._led.all[max(0, count - 2) : count]
        return next((group for group in reversed(earlier) if group.span.end <= verb.start), None)
