"""Help: every command explains itself, and what it gives as an example works."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from cli_runs import SEED, put_command
from servers import oxigraph

from kg.build import build
from kg.cli import commands

PAGE = """<html><head><title>高键到新宾县调研</title></head><body><div class="article-content">
<p>8月3日上午，抚顺市委副书记、市长高键到新宾满族自治县调研重点项目建设工作，并主持召开座谈会。</p>
<p>高键先后来到两个项目现场，详细了解工程进度和存在的困难，要求有关部门主动服务，及时解决问题。</p>
</div></body></html>"""
GOLD = Path(__file__).parents[1] / "gold"


@pytest.mark.parametrize("name", ["", *commands.commands])
def test_help_goes_to_stdout_and_has_an_example(kg, name):
    ran = kg(*filter(None, [name]), "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f"Usage: {' '.join(filter(None, ['kg', name]))} " in ran.out
    assert re.search(rf"Examples?:\n +(.*\| )?kg {name}", ran.out)
    assert ran.out == kg(*filter(None, [name]), "-h").out


def test_every_verb_has_its_own_line_in_the_list_of_commands(kg):
    listed = dict(re.findall(r"^  (\w+)  +(\S.*)$", kg("--help").out, re.MULTILINE))
    for name in commands.commands:
        assert listed[name].endswith(".")
        assert "..." not in listed[name]


def examples() -> list[str]:
    found = []
    for name in ("", *commands.commands):
        command = commands.commands[name] if name else commands
        block = (command.help or "").partition("Example")[2].partition("\n\n")[0]
        found += [line.strip() for line in block.splitlines()[1:] if line.strip()]
    return found


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    """A folder with everything that the examples name, and a `kg` to call."""
    folder = tmp_path_factory.mktemp("workshop")
    (folder / "articles").mkdir()
    (folder / "more").mkdir()
    shutil.copy(SEED, folder / "articles")
    shutil.copy(SEED, folder / "article.txt")
    (folder / "more" / "page.html").write_text(PAGE, encoding="utf-8")
    for name, city in (("a01", "抚顺市"), ("a07", "鞍山市")):
        text = f"2022年5月4日，{city}市长王健出席会议。"
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "my.rq").write_text("SELECT (COUNT(*) AS ?n) { ?post a kg:Post }\n")
    (folder / "tests" / "gold").mkdir(parents=True)
    (folder / "tests" / "gold" / "shared").symlink_to(GOLD / "shared")
    put_command(folder)
    build([folder / "articles"]).write(folder / "exports")
    build([folder / "articles" / "a01.txt"]).write(folder / "new-exports")
    return folder


def test_there_are_examples_of_all_commands():
    assert {line.split("kg ", 1)[1].split()[0] for line in examples()} == set(commands.commands)


@pytest.fixture(scope="module")
def other_store(tmp_path_factory):
    """The address of a store of other people."""
    with oxigraph(tmp_path_factory.mktemp("store")) as address:
        yield address


@pytest.mark.parametrize("line", [line for line in examples() if not line.startswith("kg serve")])
def test_each_example_works_as_it_stands(workshop, other_store, line):
    shell = f'PATH="$PWD/bin:$PATH"\n{line.replace("http://127.0.0.1:3030/kg", other_store)}'
    ran = subprocess.run(["bash", "-c", shell], cwd=workshop, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_example_of_serve_serves_until_it_is_stopped(workshop):
    (line,) = (line for line in examples() if line.startswith("kg serve"))
    words = line.replace("--port 7878", "--port 0").split()[1:]  # any free port
    command = [sys.executable, "-m", "kg", *words]
    process = subprocess.Popen(command, cwd=workshop, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    told = process.stderr.readline()
    address = re.search(r"http://\S+/sparql", told)
    assert address, told + process.stderr.read()
    query = urllib.parse.urlencode({"query": "ASK { ?a a kg:Agreement }", "format": "json"})
    with urllib.request.urlopen(f"{address[0]}?{query}") as answer:
        assert json.load(answer)["boolean"] is True
    process.send_signal(signal.SIGINT)
    assert process.wait() == 0


@pytest.mark.parametrize(
    "words", [["frob"], ["build", "--frob"], ["read"], ["extract"], ["evaluate", "gold"],
              ["query", "--store"], ["query", "who-spoke", "--format", "xml"]],
)  # fmt: skip
def test_wrong_usage_is_told_on_stderr_with_exit_code_2(kg, words):
    ran = kg(*words)
    assert (ran.code, ran.out) == (2, "")
    assert "Error: " in ran.err
    assert "Traceback" not in ran.err


def test_kg_alone_shows_what_there_is(kg):
    ran = kg()
    assert ran.code == 2
    assert "Commands:" in ran.err
    assert ran.out == ""


def test_the_version_is_that_of_the_package(kg):
    ran = kg("--version")
    assert ran.code == 0
    assert re.fullmatch(r"kg, version \d+\.\d+\.\d+\n", ran.out)
