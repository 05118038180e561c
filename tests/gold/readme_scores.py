"""Writes the score tables of README.md anew: `make scores`. A test compares them with those of today."""

from __future__ import annotations

import re
from pathlib import Path

import kg

HERE = Path(__file__).parent
README = HERE.parents[1] / "README.md"
SETS = (
    ("own/held", "32 articles held back: whoever writes rules does not open them"),
    ("own/retold_held", "20 short retellings held back, nobody opened them"),
    ("shared", "15 articles the project started from"),
    ("own/tuning", "32 articles that rules are tuned on"),
    ("own/later", "20 articles written later, of the same kind"),
    ("own/opened", "20 articles that were held back once, and opened for tuning afterwards"),
    ("own/retold", "38 short retellings, opened after they were measured"),
)
BLOCK = re.compile(r"(<!-- scores: begin .*?-->\n).*?(<!-- scores: end -->)", re.DOTALL)


def tables() -> str:
    """The tables of all sets, as `kg evaluate --format markdown` prints them."""
    parts = []
    for number, (folder, title) in enumerate(SETS):
        table = kg.evaluate(HERE / folder / "gold", HERE / folder / "articles").to_markdown()
        head = f"{title} (`tests/gold/{folder}`)"
        opened = " open" if number == 0 else ""
        parts.append(f"<details{opened}><summary>{head}</summary>\n\n{table}\n</details>\n")
    return "\n".join(parts)


def with_tables(readme: str) -> str:
    """The text of the README with today's tables between their marks."""
    made = tables()
    return BLOCK.sub(lambda match: f"{match[1]}{made}{match[2]}", readme)


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
