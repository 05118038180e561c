"""The rules of the house, as tests: sizes, words that no file may hold, what the code may import."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "kg").rglob("*.py"))
LONGEST_FILE = 300  # lines: it holds one idea
LONGEST_FUNCTION = 40
VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc"}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def long_functions(source: str) -> list[str]:
    """Functions of LONGEST_FUNCTION lines and more, docstring and decorators counted."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            start = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            lines = (node.end_lineno or 0) - start + 1
            if lines >= LONGEST_FUNCTION:
                found.append(f"{node.name} ({lines} lines)")
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_are_short(path):
    assert long_functions(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_hold_one_idea(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_the_measure_of_functions_measures():
    body = "\n".join(["    x = 1"] * 39)
    assert long_functions(f"def f():\n{body}\n") == ["f (40 lines)"]
    assert long_functions(f"class A:\n  @property\n  def f():\n{body}\n") == ["f (41 lines)"]
    assert long_functions("def f():\n" + "\n".join(["    x = 1"] * 38)) == []


def test_rooms_say_what_they_are_about():
    parts = {part for path in MODULES for part in path.relative_to(ROOT).with_suffix("").parts}
    assert not parts & VAGUE


def tracked() -> list[Path]:
    """The files that are committed."""
    words = ["git", "-c", "safe.directory=*", "ls-files", "-z"]  # whoever owns the folder
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name]


# Written in pieces, so that this file does not hold what it forbids: hosts of package registries, folders of
# the machine that this was written on.
FORBIDDEN = re.compile(
    "|".join(
        re.escape(first + second)
        for first, second in (
            ("pypi.", "org"), ("python", "hosted"), ("registry.", "npmjs"), ("deb.", "debian"),
            ("repo.", "maven"), ("repo1.", "maven"), ("/wo", "rk/"), ("/ro", "ot/"), ("/fa", "rm/"),
            ("/tmp/kg", "dev"), ("sub", "agent"),
        )
    )
)  # fmt: skip


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="an archive without its history")
def test_no_file_names_a_registry_or_a_folder_of_one_machine():
    found = []
    for path in tracked():
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "replace")
            found += [f"{name_of(path)}: {match[0]}" for match in FORBIDDEN.finditer(text)]
    assert found == []


def test_the_forbidden_words_are_found():
    assert FORBIDDEN.search("index-url = https://pypi." + "org/simple")
    assert not FORBIDDEN.search("install it from PyPI")


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="an archive without its history")
def test_no_committed_file_is_large():
    assert [name_of(path) for path in tracked() if path.is_file() and path.stat().st_size > 1_000_000] == []


def test_every_requirement_is_pinned_and_no_pin_names_an_index():
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", pin) for pin in pins)
    assert pins == sorted(pins, key=str.lower)
    pinned = {plain(pin.split("==")[0]) for pin in pins}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = re.findall(r'^    "([A-Za-z0-9_-]+)[><=]', project, re.MULTILINE)
    assert len(asked) > 15
    assert {plain(name) for name in asked} <= pinned


def plain(name: str) -> str:
    """The name of a distribution, in the one spelling that all compare by (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts of pyproject.toml on the package in `folder`."""
    words = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "path, line, broken",
    [
        (None, "", ""),
        ("kg/seeds/table.py", "from kg.graph import article_quads", "Data flows one way"),
        ("kg/resolve/people.py", "import kg.extract.chains", "Data flows one way"),
        ("kg/leftovers.py", "", "Data flows one way"),
        ("kg/graph/lines.py", "import rdflib", "Facts are made without a triple library"),
    ],
)
def test_import_contracts_hold_and_can_fail(tmp_path, path, line, broken):
    shutil.copytree(ROOT / "kg", tmp_path / "kg", ignore=shutil.ignore_patterns("__pycache__", "assets"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    if path:
        with (tmp_path / path).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    ran = contracts(tmp_path)
    assert ran.returncode == (1 if path else 0), ran.stdout
    assert (f"{broken} BROKEN" in ran.stdout) == bool(path)


def test_no_search_repeats_a_group_possessively():
    """Python before 3.11.5 (its issue 106052) matches (…)++ wrongly; an atomic group says the same."""
    possessive = re.compile(r"\)[*+?}]\+")
    wrong = [name_of(path) for path in tracked() if path.suffix == ".py" and path.is_relative_to(ROOT / "kg")
             and possessive.search(path.read_text(encoding="utf-8"))]  # fmt: skip
    assert wrong == []
    assert possessive.search("(?:a|b)++c")
