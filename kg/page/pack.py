"""The data of a page in columns, with every repeated word once: a third of its size, and quick to read.

01_data.js unpacks it: first what the picture needs, then the rest. Numbers of words stand for texts, names
equal to the label are left out, IRIs lack the part that all share.
"""

from __future__ import annotations

import base64
import gzip
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]
LANGUAGES = ("zh-Hans", "zh-Hant", "zh-Latn-pinyin", "en")
_TRUST = ("detail", "date", "note", "status")


class Packer:
    """Packs the nodes and lines of one page."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._number: dict[str, int] = {"": 0}

    @property
    def words(self) -> list[str]:
        """The texts seen so far, in the order of their numbers."""
        return list(self._number)

    def first_nodes(self, nodes: list[Json], classes: list[str]) -> Json:
        """Columns of the nodes that the first picture needs; the id of a node is its row."""
        columns: Json = {key: [node[key] for node in nodes] for key in ("name", "x", "y", "size", "flower")}
        return columns | {
            "group": [classes.index(node["group"]) for node in nodes],
            "side": "".join(node["side"] for node in nodes),
            "tall": [axis for node in nodes for axis in node["tall"][:2]],
            "tallSide": "".join(node["tall"][2] for node in nodes),
            "label": [_cuts(node["label"], node["name"]) for node in nodes],
        }

    def first_lines(self, lines: list[Json], families: list[str]) -> Json:
        """`ends`: from, to and number of facts of each line; `family`: a digit a line."""
        return {
            "ends": [end for line in lines for end in (line["from"], line["to"], len(line["facts"]))],
            "family": "".join(str(families.index(line["family"])) for line in lines),
        }

    def nodes(self, nodes: list[Json]) -> Json:
        """The other columns of the nodes."""
        columns: Json = {
            key: [self._word(node.get(key)) for node in nodes] for key in ("kind", "domain", "date")
        }
        return columns | {
            "iri": [self._short(node["iri"]) for node in nodes],
            "initials": [node["initials"] for node in nodes],
            "names": [self._names(node) for node in nodes],
            "point": [[node["lat"], node["long"]] if {"lat", "long"} <= node.keys() else 0 for node in nodes],
            "quotes": _column([node["quotes"] for node in nodes]),
            "about": [node["about"] for node in nodes],
        }

    def lines(self, lines: list[Json]) -> Json:
        """Columns of all facts, in the order of their lines."""
        facts = [(line["from"], fact) for line in lines for fact in line["facts"]]
        columns: Json = {
            key: [self._word(fact.get(key)) for _, fact in facts] for key in ("relation", "label", *_TRUST)
        }
        return columns | {
            "iri": [self._short(fact["iri"]) for _, fact in facts],
            "back": [int(fact["from"] != start) for start, fact in facts],
            "confidence": [fact.get("confidence", -1) for _, fact in facts],
            "quotes": _column([fact["quotes"] for _, fact in facts]),
        }

    def _word(self, text: Any) -> int:
        return self._number.setdefault(str(text or ""), len(self._number))

    def _short(self, iri: str) -> str:
        """Without the base; what does not begin with it keeps a mark."""
        return iri.removeprefix(self.base) if iri.startswith(self.base) else f"\n{iri}"

    def _names(self, node: Mapping[str, Any]) -> list[list[Any]]:
        return [
            [LANGUAGES.index(tag) if tag in LANGUAGES else tag, *([] if name == node["name"] else [name])]
            for tag, name in node["names"]
        ]


def _column(rows: list[list[list[int]]]) -> Json:
    """Quotes of all rows: how many each has, and `article, start, length` of all in one."""
    flat = [number for row in rows for article, start, end in row for number in (article, start, end - start)]
    return {"many": [len(row) for row in rows], "flat": flat}


def _cuts(label: str, name: str) -> str | int:
    """Where the lines of a label end, when it is the name and nothing else: first + 1000 x second."""
    first, second, *_ = [*(len(line) for line in label.split("\n")[:-1]), 0, 0]
    return first + 1000 * second if label.replace("\n", "") == name else label


def compressed(text: str) -> str:
    """gzip in Base64, for a script element; the browser unpacks it. The same text gives the same bytes."""
    return base64.b64encode(gzip.compress(text.encode("utf-8", "replace"), 9, mtime=0)).decode()
