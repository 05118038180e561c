"""README.md and docs/facts.md are run: every command and its output, the Python example, every link.

A block ```console holds commands after `$ ` and what they print, talk included (but for commands with a pipe,
whose talk would come at any moment). `…` stands for any text, alone on its line for any lines; a last line
`(exit code 2)` for an exit code that is not 0. The blocks share one folder, in their order.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli_runs import put_command

from kg.build import build

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FACTS = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(block: str) -> list[tuple[str, str]]:
    """Each command of a block, and what it should print."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)
    assert parts[0] == "", "a block begins with a command"
    return [(line, expected) for line, _, expected in (part.partition("\n") for part in parts[1:])]


def fits(expected: str, printed: str) -> bool:
    """Whether what was printed is what is expected, with `…` in it."""
    parts = [re.escape(line).replace("…", r"[^\n]*") for line in expected.strip("\n").split("\n")]
    pattern = "".join(r"(?:[^\n]*\n)*?" if part == r"[^\n]*" else part + r"\n" for part in parts)
    return re.fullmatch(pattern, printed.strip("\n") + "\n") is not None


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the README names, as in a checkout, and `kg` to call."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds" / "articles", folder / "seeds" / "articles")
    shutil.copytree(ROOT / "tests" / "gold", folder / "tests" / "gold")
    put_command(folder)
    return folder


def printed(line: str, folder: Path) -> str:
    """What a command prints in the folder, as the README writes it."""
    shell = f'export PATH="$PWD/bin:$PATH" COLUMNS=80\n{line}'
    ran = subprocess.run(
        ["bash", "-c", shell], cwd=folder, text=True, check=False, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if "|" in line else subprocess.STDOUT,
    )  # fmt: skip
    code = f"\n(exit code {ran.returncode})" if ran.returncode else ""
    return ran.stdout.rstrip("\n") + code


def test_every_command_prints_what_the_readme_shows(workshop):
    wrong = []
    for block in blocks(README, "console"):
        for line, expected in commands(block):
            got = printed(line, workshop)
            if not fits(expected, got):
                wrong.append(f"$ {line}\n{got}\n--- the README has:\n{expected}")
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize(
    "expected, shown, right",
    [
        ("a\n", "a", True), ("a", "b", False), ("a …", "a b c", True), ("a …", "b c", False), ("", "", True),
        ("…\nz", "x\ny\nz", True), ("…\nz", "x\ny", False), ("a\n…", "a\nb\nc", True), ("a", "a\nb", False),
        ("", "a", False), ("a.b", "axb", False),
    ],
)  # fmt: skip
def test_what_is_compared(expected, shown, right):
    assert fits(expected, shown) == right


def test_the_readme_shows_every_command_and_its_help(workshop):
    told = printed("kg --help", workshop).partition("Commands:")[2]
    listed = re.findall(r"^  (\w+)  +\S", told, re.MULTILINE)
    assert len(listed) >= 6
    shown = {line for block in blocks(README, "console") for line, _ in commands(block)}
    assert {f"kg {name} --help" for name in listed} <= shown
    assert {f"### kg {name}" for name in listed} <= set(README.splitlines())


def test_the_python_example_runs(workshop):
    (example,) = blocks(README, "python")
    (expected,) = blocks(README, "text")
    words = [sys.executable, "-c", example]
    ran = subprocess.run(words, cwd=workshop, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert fits(expected, ran.stdout), ran.stdout


def test_the_two_commands_are_targets_of_make():
    (block,) = blocks(README, "sh")
    targets = re.findall(r"^make (\w+)", block, re.MULTILINE)
    assert targets == ["run", "test"]
    for target in targets:
        subprocess.run(["make", "--dry-run", target], cwd=ROOT, check=True, capture_output=True)


PAGES = ["README.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    missing = [link for link in links if not (ROOT / page).parent.joinpath(link).exists()]
    assert missing == []


def test_every_page_of_the_documentation_is_in_the_index():
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert pages == set(re.findall(r"\]\((\w+\.md)\)", index))


def test_the_example_of_facts_by_hand_is_built(tmp_path):
    (example,) = blocks(FACTS, "json")
    (tmp_path / "by-hand.json").write_text(example, encoding="utf-8")
    built = build([tmp_path / "by-hand.json"])
    assert built.report()["counts"]["participation"] == 1
    assert not built.failures


def test_the_exchange_format_is_described_whole():
    """Every key of the format stands in docs/facts.md, and every code."""
    from kg.model import ACTIONS, CREDIT_ROLES, EVENT_TYPES, RELATIONS, ROLES, Facts  # noqa: PLC0415

    for key in Facts.__dataclass_fields__:
        assert f"`{key}`" in FACTS, key
    for codes in (ACTIONS, CREDIT_ROLES, EVENT_TYPES, RELATIONS, ROLES):
        assert ", ".join(codes) in FACTS
