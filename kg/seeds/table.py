"""A table that people edit: CSV, UTF-8, one header line, one row a line."""

from __future__ import annotations

import csv
from pathlib import Path

from kg.errors import TableError

_FIRST_LINE = 2  # the header is line 1


def read_table(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Rows of a table as column → text, in file order; row i stands on line i + 2.

    The header must be exactly `columns`; every row must have as many fields, none of them broken over two
    lines. TableError names the file, or file:line. A byte-order mark (spreadsheets write one) is accepted.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise TableError(str(path), f"cannot be read ({error.strerror})", "restore the table") from None
    except UnicodeDecodeError:
        raise TableError(str(path), "is not UTF-8", "save the table as UTF-8 text") from None
    lines = text.splitlines()
    if not lines or tuple(lines[0].split(",")) != columns:
        raise TableError(f"{path}:1", "wrong header", f"write {','.join(columns)}")
    return [_row(line, columns, path, number) for number, line in enumerate(lines[1:], _FIRST_LINE)]


def _row(line: str, columns: tuple[str, ...], path: Path, number: int) -> dict[str, str]:
    if '"' in line:
        try:
            fields = next(csv.reader([line], strict=True))
        except csv.Error as error:
            raise TableError(f"{path}:{number}", f"broken quotes ({error})", "close every quote") from None
    else:
        fields = line.split(",")
    if len(fields) != len(columns):
        raise TableError(
            f"{path}:{number}",
            f"has {len(fields)} fields, not {len(columns)}",
            f"give one field for each of {','.join(columns)}",
        )
    return dict(zip(columns, fields, strict=True))


def row_error(path: Path, index: int, problem: str, hint: str) -> TableError:
    """The error for row `index` (from 0) of what `read_table` returned."""
    return TableError(f"{path}:{index + _FIRST_LINE}", problem, hint)
