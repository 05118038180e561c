"""The data of a page, unpacked again: what 01_data.js does in the browser."""

from __future__ import annotations

import base64
import gzip
import json
import re
from typing import Any

_BLOCK = re.compile(r'<script type="application/(json|gzip)" id="kg-(data|more)">(.*?)</script>', re.DOTALL)


def inflated(text: str) -> str:
    return gzip.decompress(base64.b64decode(text)).decode()


def data_of(text: str) -> dict[str, Any]:
    """`nodes` with name, kind, initials and place; `edges` with their facts; the rest as it is."""
    texts = {name: inflated(block) if form == "gzip" else block for form, name, block in _BLOCK.findall(text)}
    data = json.loads(texts["data"])
    for line in texts["more"].split("\n"):
        name, _, column = line.partition(" ")
        owner, key = name.split(".")
        (data if owner == "page" else data.setdefault(owner, {}))[key] = json.loads(column)
    for article, pieces in zip(data["articles"], data["pieces"], strict=True):
        article["pieces"] = pieces
    nodes, lines, words = data["nodes"], data["lines"], data["words"]
    nodes["quotes"], lines["quotes"] = _rows(nodes["quotes"]), _rows(lines["quotes"])
    data["nodes"] = [
        {
            "name": name,
            "kind": words[nodes["kind"][row]],
            **{key: nodes[key][row] for key in ("initials", "x", "y")},
        }
        for row, name in enumerate(nodes["name"])
    ]
    data["edges"], at = [], 0
    for number in range(0, len(lines["ends"]), 3):
        start, end, many = lines["ends"][number : number + 3]
        facts = [
            {"label": words[lines["label"][row]], "quotes": lines["quotes"][row]}
            for row in range(at, at + many)
        ]
        data["edges"].append({"from": start, "to": end, "facts": facts})
        at += many
    assert at == len(lines["iri"]["head"]) == len(lines["iri"]["hash"]) / 16
    return data


def _rows(column: dict[str, list[int]]) -> list[list[tuple[int, int, int]]]:
    flat = iter(zip(*(column[part] for part in ("article", "start", "size")), strict=True))
    return [
        [(article, start, start + size) for article, start, size in (next(flat) for _ in range(many))]
        for many in column["many"]
    ]
