"""Towns: the government that the head of a town leads."""

from __future__ import annotations

import re

from kg.extract.offices import HEAD

#: A town before its head: not 该镇, 全镇.
_TOWN = re.compile("(?![该本全各这])[\u4e00-\u9fff]{2,8}")
_TOWN_BODY = re.compile("(.{2,8}?[镇乡])(?:党委|党工委|人大|政府)?")


def town_government(words: str, title: str) -> str:
    """The government of a town by its head: 石榴 or 石榴镇 before 镇长; "" for another title."""
    head = HEAD.fullmatch(title)
    if not head or head[1] not in "镇乡" or not _TOWN.fullmatch(words):
        return ""
    return f"{words.removesuffix(head[1])}{head[1]}政府"


def town_of(org: str, level: str) -> str:
    """闽宁镇政府 of 闽宁镇党委, for the bare 镇长 that follows its secretary."""
    town = _TOWN_BODY.fullmatch(org)
    return f"{town[1]}政府" if town and town[1].endswith(level) else ""
