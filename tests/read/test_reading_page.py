"""The manual of reading: its table of repairs and its example are run."""

import re
from pathlib import Path

import pytest

from kg.read import canonical

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| [^|]+ \| `([^`]+)` \| `([^`]+)` \|$", PAGE, re.MULTILINE)


def test_the_table_is_found() -> None:
    assert len(ROWS) == 20


@pytest.mark.parametrize(("raw", "expected"), ROWS)
def test_every_row_of_the_table(raw: str, expected: str) -> None:
    assert canonical(raw)[0] == expected


def test_the_example(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)
    assert names["text"] == "辽宁沿海经济带“一圈一带两区”"
    assert "Article(id='s01'" in capsys.readouterr().out
