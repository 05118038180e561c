"""kg decide, kg review, kg retract: judgements of people, through the command and through a terminal."""

from __future__ import annotations

import getpass
import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from cli_runs import files_of

TEXTS = {
    "a": "2022年5月4日，抚顺市市长王健出席项目建设推进会议并讲话。",
    "b": "2022年6月5日，鞍山市市长王健主持召开座谈会。",
    "c": "2023年7月8日，本溪市委书记高键出席会议。",
    "d": "2021年7月8日，抚顺市委副书记高键调研企业。",
    "e": "2021年9月1日，丹东市市长王健主持召开座谈会。",
}
REASON = "两人籍贯不同"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder with articles and their build; tests work in a copy."""
    folder = tmp_path_factory.mktemp("judge")
    (folder / "articles").mkdir()
    for name, text in TEXTS.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    words = [sys.executable, "-m", "kg", "build", "articles"]
    subprocess.run(words, cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def at(built, tmp_path):
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


def decisions(folder: Path) -> list[dict[str, object]]:
    path = folder / "seeds" / "decisions.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def hashes(folder: Path) -> dict[str, str]:
    report = json.loads((folder / "exports" / "report.json").read_text("utf-8"))
    return {article["id"]: article["hash"] for article in report["articles"]}


def test_decide_appends_what_the_next_build_follows_and_undo_takes_it_back(kg, at):
    before = files_of(at / "exports")
    ran = kg("decide", "same", "王健", "a", "b", "--reason", REASON, "--by", "编辑")
    assert (ran.code, ran.out) == (0, "")
    (told,) = decisions(at)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(told.pop("date")))
    keys = hashes(at)
    assert told == {"decision": "same", "name": "王健", "articles": sorted((keys["a"], keys["b"])),
                    "by": "编辑", "reason": REASON}  # fmt: skip
    assert kg("build", "articles").code == 0
    (merge,) = json.loads((at / "exports" / "report.json").read_text("utf-8"))["merges"]
    assert REASON in merge["reason"]
    assert kg("decide", "--undo").code == 0
    assert decisions(at) == []
    assert kg("build", "articles").code == 0
    assert files_of(at / "exports") == before
    assert "holds no decision" in kg("decide", "--undo").problems()[0]


@pytest.mark.parametrize(
    "words, says",
    [
        (["same", "王健", "a", "b"], "--reason"),
        (["same", "王健", "a", "--reason", "x"], "two articles or more"),
        (["same", "王健", "a", "a", "--reason", "x"], "two or more, each once"),
        (["same", "王健", "a", "c", "--reason", "x"], "c: speaks of no person '王健'"),
        (["same", "王健", "a", "z", "--reason", "x"], "z: is no article of this build"),
        (["equal", "王健", "a", "b", "--reason", "x"], "equal"),
        (["different", "王健", "a", "b", "--reason", "x", "--store", "nowhere"], "run kg build"),
    ],
)
def test_a_decision_that_cannot_be_is_not_written(kg, at, words, says):
    ran = kg("decide", *words)
    assert ran.code == 2
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert decisions(at) == []


def test_decisions_that_contradict_each_other_are_not_written(kg, at):
    assert kg("decide", "same", "王健", "a", "b", "--reason", "x").code == 0
    assert kg("decide", "same", "王健", "b", "e", "--reason", "x").code == 0
    ran = kg("decide", "different", "王健", "a", "e", "--reason", "x")
    assert ran.code == 2
    assert "other decisions make them the same" in ran.problems()[0]
    assert len(decisions(at)) == 2


def test_a_last_line_without_an_end_stays_whole(kg, at):
    (at / "seeds").mkdir(exist_ok=True)
    (at / "seeds" / "decisions.jsonl").write_text("# who is who")
    assert kg("decide", "unsure", "王健", "a", "b", "--reason", "x").code == 0
    text = (at / "seeds" / "decisions.jsonl").read_text("utf-8")
    assert text.startswith("# who is who\n{")
    assert text.endswith("}\n")
    assert kg("decide", "--undo").code == 0
    assert (at / "seeds" / "decisions.jsonl").read_text("utf-8") == "# who is who\n"


def test_review_lists_all_pairs_when_nobody_answers(kg, at):
    ran = kg("review")
    assert ran.code == 0
    assert re.findall(r"^(\d) · (\S+) · .*: (0\.\d+) · (\d) more$", ran.out, re.MULTILINE) == [
        ("1", "王健", "0.710", "3"), ("2", "王健", "0.710", "2"), ("3", "王健", "0.710", "1"),
        ("4", "高键", "0.960", "0"),
    ]  # fmt: skip
    assert decisions(at) == []


def test_the_evidence_stands_side_by_side_and_the_most_valuable_first(kg, at):
    """a says four things of its 王健 (a post, and that he was there and spoke), b and e two each."""
    first = kg("review").out.split("\n2 · ")[0]
    lines = [line for line in first.splitlines() if "市政府 市长" in line]
    assert len(lines) == 1
    assert "抚顺市政府 市长" in lines[0]
    assert re.search("(鞍山|丹东)市政府 市长", lines[0])
    assert "「2022年5月4日，抚顺市市长王健" in first
    assert "a 2022" not in kg("review").out.split("\n4 · ")[1]


def test_answers_are_written_at_once_and_have_consequences(kg, at):
    """The first two pairs of 王健 are the same: the third follows, and is not asked."""
    ran = kg("review", "--by", "x", "--reason", "y", stdin="ss")
    assert ran.code == 0
    assert [(d["decision"], d["name"], d["by"], d["reason"]) for d in decisions(at)] == [
        ("same", "王健", "x", "y"), ("same", "王健", "x", "y"),
    ]  # fmt: skip
    assert re.findall(r"^\d · (\S+)", ran.out, re.MULTILINE) == ["王健", "王健", "高键"]
    assert kg("build", "articles").code == 0
    report = json.loads((at / "exports" / "report.json").read_text("utf-8"))
    assert (report["counts"]["people"], len(report["merges"])) == (3, 2)
    assert re.findall(r"^\d · (\S+)", kg("review").out, re.MULTILINE) == ["高键"]


def test_what_was_looked_at_and_left_open_is_not_asked_again(kg, at):
    assert kg("review", stdin="n n n u").code == 0
    assert [(d["decision"], d["name"]) for d in decisions(at)] == [("unsure", "高键")]
    assert re.findall(r"^\d · (\S+)", kg("review").out, re.MULTILINE) == ["王健"] * 3


def test_a_key_that_is_no_answer_is_asked_again_and_back_takes_one_back(kg, at):
    ran = kg("review", stdin="x d b q")
    assert "'x' is no answer" in ran.err
    assert decisions(at) == []
    assert re.findall(r"^(\d · \S+)", ran.out, re.MULTILINE) == ["1 · 王健", "2 · 王健", "1 · 王健"]


def test_answers_by_key_press_in_a_terminal(at):
    """No return key: each letter is an answer as it is pressed; Ctrl-C leaves, and what was said stays."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (50, 100))
    words = [sys.executable, "-m", "kg", "review"]
    process = subprocess.Popen(words, cwd=at, stdin=theirs, stdout=theirs, stderr=theirs,
                               env={**os.environ, "TERM": "xterm"})  # fmt: skip
    os.close(theirs)
    shown = ""
    for number, key in enumerate((b"\x1b[D", b"d", b"s", b""), 1):  # an arrow to the left is no answer
        while shown.count("uit? ") < number:
            assert select.select([ours], [], [], 60)[0], shown
            shown += os.read(ours, 65536).decode(errors="replace")
        os.write(ours, key)
    process.send_signal(signal.SIGINT)
    try:
        while part := os.read(ours, 65536):
            shown += part.decode(errors="replace")
    except OSError:  # the other side has closed
        pass
    os.close(ours)
    assert process.wait() == 0
    assert [d["decision"] for d in decisions(at)] == ["different", "same"]
    assert decisions(at)[0]["by"] == getpass.getuser()
    assert "│" in shown
    assert "'\\x1b[D' is no answer" in shown
    assert "Written to seeds/decisions.jsonl: 2." in shown


def test_retract_takes_an_article_out_of_this_build_and_the_next(kg, at):
    ran = kg("retract", "b", "--reason", "the paper took it back")
    assert ran.code == 0
    assert "Taken out of exports: b (" in ran.err
    after = files_of(at / "exports")
    assert sorted(hashes(at)) == ["a", "c", "d", "e"]
    assert kg("build", "articles").code == 0
    assert files_of(at / "exports") == after
    shutil.move(at / "articles" / "b.txt", at / "b.txt")
    (at / "seeds" / "decisions.jsonl").unlink()
    assert kg("build", "articles", "-o", "without").code == 0
    assert files_of(at / "without") == after


def test_what_is_retracted_comes_back_when_that_is_undone(kg, at):
    before = files_of(at / "exports")
    assert kg("retract", hashes(at)["a"]).code == 0
    assert files_of(at / "exports") != before
    assert "is no article of this build" in kg("retract", "a").problems()[0]
    assert kg("decide", "--undo").code == 0
    assert kg("build", "articles").code == 0
    assert files_of(at / "exports") == before


def test_retract_without_what_the_build_was_made_from_changes_nothing(kg, at):
    shutil.rmtree(at / "exports" / ".cache")
    before = files_of(at / "exports")
    ran = kg("retract", "a")
    assert ran.code == 2
    assert "does not hold what it was made from" in ran.problems()[0]
    assert files_of(at / "exports") == before
    assert decisions(at) == []
