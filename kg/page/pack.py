"""The data of a page in columns, with every repeated word once: a third of its size, and quick to read.

01_data.js unpacks it: first what the picture needs, then the rest, a column when it is first asked for.
Numbers of words stand for texts, names equal to the label are left out, IRIs lack the part that all share.
"""

from __future__ import annotations

import base64
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

Json = dict[str, Any]
_HASHED = re.compile(r"(.*/)?([0-9a-f]{16})")
_NO_HASH = " " * 16
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
        # Empty where a narrow window gets the places of a wide one.
        tall = [node["tall"] for node in nodes]
        tall = [] if tall == [[node["x"], node["y"], node["side"]] for node in nodes] else tall
        return columns | {
            "group": [classes.index(node["group"]) for node in nodes],
            "side": "".join(node["side"] for node in nodes),
            "tall": [axis for x, y, _ in tall for axis in (x, y)],
            "tallSide": "".join(side for _, _, side in tall),
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
        other_script = _other_script(nodes)
        columns: Json = {
            key: [self._word(node.get(key)) for node in nodes] for key in ("kind", "domain", "date")
        }
        return columns | {
            "iri": self._iris(node["iri"] for node in nodes),
            "initials": [node["initials"] for node in nodes],
            "names": _names(nodes, other_script),
            "script": "".join(char + other for char, other in other_script.items()),
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
            "iri": self._iris(fact["iri"] for _, fact in facts),
            "back": [int(fact["from"] != start) for start, fact in facts],
            "confidence": [fact.get("confidence", -1) for _, fact in facts],
            "quotes": _column([fact["quotes"] for _, fact in facts]),
        }

    def _word(self, text: Any) -> int:
        return self._number.setdefault(str(text or ""), len(self._number))

    def _short(self, iri: str) -> str:
        """Without the base; what does not begin with it keeps a mark."""
        return iri.removeprefix(self.base) if iri.startswith(self.base) else f"\n{iri}"

    def _iris(self, iris: Iterable[str]) -> Json:
        """`head`: words; `hash`: what follows them, 16 digits each (blank where an IRI ends in none)."""
        parts = []
        for iri in iris:
            short = self._short(iri)
            hashed = _HASHED.fullmatch(short)
            parts.append((hashed[1] or "", hashed[2]) if hashed else (short, _NO_HASH))
        return {
            "head": [self._word(head) for head, _ in parts],
            "hash": "".join(digits for _, digits in parts),
        }


def _names(nodes: list[Json], other_script: Mapping[str, str]) -> dict[str, list[Any]]:
    """Names by language: 0 for none, 1 for the one that the node bears, 2 for that in the other script, or a
    text; a list where there are several.
    """
    found = [_by_language(node, other_script) for node in nodes]
    tags = sorted({tag for names in found for tag in names})
    return {tag: [names.get(tag, 0) for names in found] for tag in tags}


def _by_language(node: Json, other_script: Mapping[str, str]) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "".join(other_script.get(char, char) for char in node["name"]): 2,
        node["name"]: 1,
    }
    names: dict[str, list[Any]] = {}
    for tag, name in node["names"]:
        names.setdefault(tag, []).append(plain.get(name, name))
    return {tag: found[0] if len(found) == 1 else found for tag, found in names.items()}


def _other_script(nodes: list[Json]) -> dict[str, str]:
    """For each character of the names the one that stands for it most often in traditional script."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for node in nodes:
        for tag, name in node["names"]:
            if tag == "zh-Hant" and len(name) == len(node["name"]):
                for char, other in zip(node["name"], name, strict=True):
                    seen[char][other] += 1
    usual = {char: min(found, key=lambda o: (-found[o], o)) for char, found in sorted(seen.items())}
    return {char: other for char, other in usual.items() if char != other}


def _column(rows: list[list[list[int]]]) -> Json:
    """Quotes of all rows: how many each has, and the articles, starts and lengths of all."""
    quotes = [quote for row in rows for quote in row]
    return {
        "many": [len(row) for row in rows],
        "article": [article for article, _, _ in quotes],
        "start": [start for _, start, _ in quotes],
        "size": [end - start for _, start, end in quotes],
    }


def _cuts(label: str, name: str) -> str | int:
    """Where the lines of a label end, when it is the name and nothing else: first + 1000 x second."""
    first, second, *_ = [*(len(line) for line in label.split("\n")[:-1]), 0, 0]
    return first + 1000 * second if label.replace("\n", "") == name else label


def compressed(text: str) -> str:
    """gzip in Base64, for a script element; the browser unpacks it. The same text gives the same bytes."""
    return base64.b64encode(gzip.compress(text.encode("utf-8", "replace"), 9, mtime=0)).decode()
