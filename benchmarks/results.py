"""RESULTS.md: each measurement writes its own section and leaves the others alone."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"
_HEAD = """# Results

Written by `make bench`; the numbers are those of the machine that ran it last, and only ratios of one run say
something about another machine. No test asserts a time.
"""
#: The order of the sections.
SECTIONS = ("Machine", "Mapping", "Writing, loading, asking, validating", "Web archives", "Growth",
            "Extraction speed", "Extraction memory", "Generated world", "Serving: speed", "Serving: a soak",
            "Pages")  # fmt: skip


def put_section(title: str, body: str) -> None:
    """Replace (or add) one section of RESULTS.md."""
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    parts = dict(re.findall(r"(?ms)^## (.+?)\n\n(.*?)\s*(?=^## |\Z)", text))
    parts |= {"Machine": machine(), title: body.strip()}
    known = [name for name in SECTIONS if name in parts]
    others = sorted(name for name in parts if name not in SECTIONS)
    sections = "".join(f"\n## {name}\n\n{parts[name]}\n" for name in (*known, *others))
    RESULTS.write_text(_HEAD + sections, encoding="utf-8")


def machine() -> str:
    """The machine in general words."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    python = ".".join(platform.python_version_tuple()[:2])
    return f"{cores} shared cores ({platform.machine()}, {platform.system()}), Python {python}."


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; a column whose first cell begins with a digit is set to the right."""
    marks = [" ---: |" if cell[:1].isdigit() else " --- |" for cell in rows[0]]
    lines = ["| " + " | ".join(head) + " |", "|" + "".join(marks)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def figures(number: float, digits: int = 3) -> str:
    """A number to a few significant digits, thousands set apart: 1234567 → 1,230,000."""
    if number == 0:
        return "0"
    rounded = float(f"{number:.{digits}g}")
    return f"{rounded:,.0f}" if rounded >= 10 ** (digits - 1) else f"{rounded:,.{digits}g}"
