"""The scores in README.md are those of today."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "gold"))

from readme_scores import BLOCK, SETS, with_tables  # noqa: E402


def test_the_readme_has_the_scores_of_today():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert BLOCK.search(readme)
    assert with_tables(readme) == readme, "run: make scores"


def test_each_set_is_as_large_as_its_title_says():
    for folder, title in SETS:
        assert len(list((ROOT / "tests" / "gold" / folder / "gold").glob("*.json"))) == int(title.split()[0])
