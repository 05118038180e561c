"""Data goes to stdout and talk to stderr; progress is for people who wait."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_runs import SEED


def test_a_build_says_what_was_found_and_which_files_to_open(kg, tmp_path):
    ran = kg("build", SEED)
    assert (ran.code, ran.out) == (0, "")
    assert "17 people, 22 posts, 1 event, 23 participations, 6 agreements" in ran.err
    assert len(ran.err.splitlines()) <= 6
    for name in ("exports/graph.html", "exports/graph.ttl", "exports/report.json"):
        assert name in ran.err
        assert (tmp_path / name).stat().st_size > 0
    told = ran.err.splitlines()[-1].split(": ", 1)[1].partition("kg ")[2]
    assert kg(*told.split()).out.count("胡玉亭") == 2


def test_a_build_says_how_much_is_undecided(kg, tmp_path):
    for number, text in enumerate(("5月4日，抚顺市市长王健出席会议。", "6月5日，鞍山市副市长王健出席会议。")):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    ran = kg("build", ".", "-o", tmp_path.with_name(f"{tmp_path.name}-exports"))
    assert "Left undecided: pairs of people who share a name: 1, names of places: 0." in ran.err


def test_extract_prints_one_object_an_article(kg, tmp_path):
    shutil.copy(SEED, tmp_path / "b.txt")
    ran = kg("extract", SEED, "b.txt")
    assert (ran.code, ran.err) == (0, "")
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["s01", "b"]


def test_extract_explains_itself(kg):
    ran = kg("extract", "--explain", SEED)
    assert ran.code == 0
    assert "[省委常委、副省长王健][主持][会议]" in ran.out
    assert "post 王健 | 辽宁省政府 | 副省长    chain" in ran.out


def test_read_prints_the_text_that_spans_count(kg):
    ran = kg("read", SEED)
    facts = json.loads(kg("extract", SEED).out)
    spans = {ran.out[start:end] for row in facts["posts"] for start, end in row["evidence"]}
    assert "大连市委书记胡玉亭" in spans or {"胡玉亭", "大连市委书记"} <= spans
    assert "區" not in ran.out
    assert ran.err.startswith("s01: ")


def test_read_as_json_maps_every_character_to_the_raw_text(kg):
    ran = kg("read", "--json", SEED)
    article = json.loads(ran.out)
    raw = SEED.read_text(encoding="utf-8")
    at = article["text"].index("优化营商环境")
    assert raw[article["offsets"][at + 5]] == "境"
    assert ran.err == ""


def test_facts_given_to_read_are_told_apart(kg, tmp_path):
    (tmp_path / "f.jsonl").write_text('{"id": "f"}\n')
    ran = kg("read", "f.jsonl")
    assert (ran.code, ran.out) == (0, "")
    assert ran.problems() == ["kg: f: holds facts, which have no text; give the article"]


def test_answers_go_to_stdout_in_every_format(kg, exports):
    words = ("query", "who-spoke", "--event", "推进会", "--store", exports)
    table = kg(*words)
    assert (table.code, table.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(kg(*words, "--format", "csv").out)))
    assert {row["speaker"] for row in rows} == {"胡玉亭", "裴伟东", "靳国卫", "李强", "邢鹏", "孙洪军"}
    bindings = json.loads(kg(*words, "--format", "json").out)["results"]["bindings"]
    assert len(bindings) == len(rows)
    made = kg("query", "-", "--store", exports, stdin="CONSTRUCT { ?s a kg:Post } { ?s a kg:Post } LIMIT 1")
    assert "a kg:Post" in made.out


def test_a_question_with_no_answer_is_no_error(kg, exports):
    ran = kg("query", "who-spoke", "--event", "没有这个会", "--store", exports)
    assert ran.code == 0
    assert "胡玉亭" not in ran.out


def test_the_saved_questions_are_listed_with_their_parameters(kg, tmp_path):
    ran = kg("query")
    assert (ran.code, ran.err) == (0, "")
    assert "\n    --event: " in ran.out.partition("who-spoke\n")[2]
    assert not list(tmp_path.iterdir())


def test_validate_tells_the_verdict_by_its_exit_code(kg, exports, tmp_path):
    good = kg("validate", exports)
    assert (good.code, good.err) == (0, "")
    assert good.out == "The graph conforms: 0 violations, 0 warnings.\n"
    turtle = (exports / "graph.ttl").read_text(encoding="utf-8")
    broken = "\n".join(line for line in turtle.splitlines() if "kg:holder" not in line)
    (tmp_path / "broken.ttl").write_text(broken, encoding="utf-8")
    bad = kg("validate", "broken.ttl")
    assert (bad.code, bad.err) == (1, "")
    assert bad.out.splitlines()[-1].startswith("The graph does not conform: ")


def test_scores_go_to_stdout(kg):
    gold = Path(__file__).parents[1] / "gold" / "shared"
    ran = kg("evaluate", gold / "gold", gold / "articles", "--format", "markdown")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("| ")


def test_a_reader_that_leaves_early_is_no_error(tmp_path):
    for number in range(20):  # more than a pipe holds
        shutil.copy(SEED, tmp_path / f"{number}.txt")
    line = f'"{sys.executable}" -m kg extract "{tmp_path}" | head -c 1'
    ran = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "{", "")


ARTICLE = "抚顺市市长高键出席会议。".encode()


def waiting(words: list[str], stderr: int) -> subprocess.Popen[bytes]:
    """A command that waits for its standard input."""
    return subprocess.Popen(
        [sys.executable, "-m", "kg", *words], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
        stderr=stderr, env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
    )  # fmt: skip


@pytest.mark.parametrize(
    "words, stage",
    [
        (["extract", "-"], "extract"),
        (["read", "-"], "read"),
        (["build", "-", "-o", "{}"], "read"),
    ],
)
def test_who_waits_at_a_terminal_sees_progress(words, stage, tmp_path):
    reader, writer = pty.openpty()
    process = waiting([word.format(tmp_path / "exports") for word in words], writer)
    os.close(writer)
    said = b""
    # The input is held back until the bar is there: it is drawn while the command waits.
    while not (f" {stage} ".encode() in said and b"0:00:0" in said):
        assert process.poll() is None
        said += os.read(reader, 65536)
    assert process.stdin
    process.stdin.write(ARTICLE)
    process.stdin.close()
    try:
        while os.read(reader, 65536):
            pass
    except OSError:  # how a pseudo-terminal says that the other side has closed
        pass
    os.close(reader)
    assert process.wait() == 0


def test_a_file_gets_no_progress():
    process = waiting(["extract", "-"], subprocess.PIPE)
    time.sleep(4)
    assert process.communicate(ARTICLE)[1] == b""
    assert process.returncode == 0
