"""What each class and each kind of tie looks like, and how hard a tie pulls in the layout."""

from __future__ import annotations

from typing import NamedTuple


class ClassStyle(NamedTuple):
    """Chinese name, vis shape (drawn the same way by every renderer), radius in picture units."""

    name: str
    shape: str
    radius: int


class Family(NamedTuple):
    """A family of relations: Chinese name, its relations, and the pull of one tie in the layout."""

    name: str
    relations: tuple[str, ...]
    pull: float


#: Order of the legend and the list. Colours stand in page.css, one a class and theme.
CLASSES: dict[str, ClassStyle] = {
    "person": ClassStyle("人物", "dot", 10),
    "organization": ClassStyle("机构", "square", 8),
    "event": ClassStyle("会议与活动", "diamond", 13),
    "agreement": ClassStyle("协议", "hexagon", 12),
    "document": ClassStyle("文件", "page", 11),
    "group": ClassStyle("组合", "star", 14),
    "place": ClassStyle("行政区", "triangle", 13),
}
OTHER = ClassStyle("其他", "dot", 8)

FAMILIES: dict[str, Family] = {
    "post": Family("任职", ("holds_post", "held_post", "appointed", "removed", "elected", "nominated"), 2.0),
    "participation": Family(
        "参与",
        (
            "attended",
            "chaired",
            "spoke",
            "presented",
            "signed",
            "hosted",
            "accompanied",
            "met",
            "witnessed",
            "represented",
            "invited",
            "appointee",
            "took_part",
        ),
        4.0,
    ),
    "agreement": Family("签约", ("party", "party_group"), 3.0),
    "document": Family(
        "文件", ("adopted", "issued", "presented_at", "cited", "signed_document", "handled"), 3.0
    ),
    "member": Family("成员", ("member",), 1.5),
    "occasion": Family("签于", ("signed_at",), 1.0),
    "place": Family("地域", ("jurisdiction", "part_of", "place"), 0.5),
}
_FAMILY_OF = {relation: name for name, family in FAMILIES.items() for relation in family.relations}


def family_of(relation: str) -> str:
    """Family of a relation; what is unknown counts as `place`, the quietest."""
    return _FAMILY_OF.get(relation, "place")
