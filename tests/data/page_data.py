"""The data of a page, unpacked again: what 01_data.js does in the browser."""

from __future__ import annotations

import base64
import gzip
import json
import re
from typing import Any

_BLOCK = re.compile(r'<script type="application/(json|gzip)" id="kg-data">(.*?)</script>', re.DOTALL)


def inflated(text: str) -> str:
    return gzip.decompress(base64.b64decode(text)).decode()


def data_of(text: str) -> dict[str, Any]:
    """`nodes` with name, kind, initials and place; `edges` with their facts; the rest as it is."""
    form, block = _BLOCK.search(text).groups()
    data = json.loads(inflated(block) if form == "gzip" else block)
    nodes, lines, words = data["nodes"], data["lines"], data["words"]
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
            {"label": words[lines["label"][row]], "quotes": _quotes(lines["quotes"][row])}
            for row in range(at, at + many)
        ]
        data["edges"].append({"from": start, "to": end, "facts": facts})
        at += many
    assert at == len(lines["iri"])
    return data


def _quotes(flat: list[int]) -> list[tuple[int, int, int]]:
    return [(flat[i], flat[i + 1], flat[i + 1] + flat[i + 2]) for i in range(0, len(flat), 3)]
