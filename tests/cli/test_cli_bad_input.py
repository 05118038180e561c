"""Bad input: one clear line that names the file and what to try, exit code 2, and the rest is built."""

from __future__ import annotations

import json
import os
import resource
import shutil
import socket
import subprocess
import sys

import pytest
from cli_runs import SEED, Ran, files_of

from kg.errors import TableError
from kg.packaged import seeds_dir
from kg.seeds import load_seeds

# name, content, what the line says, what it advises
BROKEN = [
    ("empty.txt", b"", "is empty", "give a file with an article in it"),
    ("blank.txt", b" \n\n\t ", "is empty", "give a file with an article in it"),
    ("latin.txt", "déjà vu à la façade".encode("latin-1") * 9, "neither UTF-8", "save the file as UTF-8"),
    ("broken.txt", "大连市".encode() + b"\xff\xff\xff\x80" * 9, "neither UTF-8", "save the file as UTF-8"),
    ("binary.txt", bytes(range(256)) * 9, "is binary, not text", "convert it"),
    ("letter.txt", b"%PDF-1.7\n" + b"x" * 99, "is a PDF file", "convert it"),
    ("facts.jsonl", b'{"id": "f", "postz": []}\n', "unknown key 'postz'", "known keys are"),
    ("row.jsonl", b'{"id": "f", "posts": [{"person": "x"}]}\n', "lacks org, title", "docs/facts.md"),
    ("role.json", b'{"id": "f", "credits": [{"agent": "x", "role": "boss"}]}', "'boss'", "publisher"),
    ("half.json", b'{"text": "', "not JSON", "write one object"),
    ("photo.jpg", b"\xff\xd8\xff", "unknown extension '.jpg'", "use one of .txt"),
    ("pages.warc.gz", b"\x1f\x8b\x08\x00\x00", "broken", "again"),
]


def one_line(ran: Ran, name: str, says: str, advises: str) -> None:
    assert "Traceback" not in ran.err
    assert len(ran.problems()) == 1, ran.err
    line = ran.problems()[0]
    assert name in line
    problem, _, hint = line.partition("; ")
    assert says in problem
    assert advises in hint


@pytest.mark.parametrize("verb", ["build", "extract", "read"])
@pytest.mark.parametrize("name, content, says, advises", BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_source_alone(kg, tmp_path, verb, name, content, says, advises):
    (tmp_path / name).write_bytes(content)
    ran = kg(verb, name)
    assert (ran.code, ran.out) == (2, "")
    one_line(ran, name, says, advises)
    assert not (tmp_path / "exports").exists()


@pytest.mark.parametrize("verb", ["build", "extract", "read"])
def test_a_missing_file(kg, verb):
    ran = kg(verb, "missing.txt")
    assert (ran.code, ran.out) == (2, "")
    one_line(ran, "missing.txt", "no such file", "check the path")


def test_a_file_of_100_mb(kg, tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        for _ in range(100):
            file.write("大连".encode() * 174763)
    assert (tmp_path / "huge.txt").stat().st_size > 100 * 2**20
    ran = kg("build", "huge.txt")
    assert ran.code == 2
    one_line(ran, "huge.txt", "larger than 32 MiB", "split it")


def test_an_empty_folder_and_a_pattern_that_matches_nothing(kg, tmp_path):
    (tmp_path / "nothing").mkdir()
    ran = kg("build", "nothing", "none/*.txt")
    assert ran.code == 2
    assert len(ran.problems()) == 2
    assert any("nothing: holds no article" in line for line in ran.problems())
    assert any("none/*.txt: nothing matches" in line for line in ran.problems())


def test_an_article_without_facts_is_told_and_built(kg, tmp_path):
    (tmp_path / "weather.txt").write_text("今天天气很好。\n", encoding="utf-8")
    ran = kg("build", "weather.txt")
    assert ran.code == 0
    one_line(ran, "weather.txt", "no facts found", "kg read")
    assert json.loads((tmp_path / "exports" / "report.json").read_bytes())["articles"][0]["facts"] == 0
    assert kg("validate", "exports").code == 0
    line = kg("extract", "weather.txt")
    assert (line.code, len(line.out.splitlines())) == (0, 1)
    one_line(line, "weather.txt", "no facts found", "kg read")


def test_what_can_be_built_is_built(kg, tmp_path, exports):
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(SEED, folder)
    for name, content, *_ in BROKEN:
        if name != "photo.jpg":
            (folder / name).write_bytes(content)
    ran = kg("build", "in")
    assert ran.code == 2
    named = {name for name, *_ in BROKEN if any(name in line for line in ran.problems())}
    assert named == {name for name, *_ in BROKEN} - {"photo.jpg"}
    assert len(ran.problems()) == len(named)
    assert "17 people" in ran.err
    assert f"Not built: {len(named)}, " in ran.err
    report = json.loads((tmp_path / "exports" / "report.json").read_bytes())
    assert len(report["failures"]) == len(named)
    made, alone = files_of(tmp_path / "exports"), files_of(exports)
    assert {name for name in made if made[name] != alone[name]} == {"report.json"}
    assert "胡玉亭" in kg("query", "who-spoke").out


def test_of_many_broken_sources_twenty_are_told_and_all_listed(kg, tmp_path):
    (tmp_path / "in").mkdir()
    shutil.copy(SEED, tmp_path / "in")
    for number in range(30):
        (tmp_path / "in" / f"{number}.txt").touch()
    ran = kg("build", "in")
    assert ran.code == 2
    assert len(ran.problems()) == 21
    assert ran.problems()[-1] == "kg: and 10 more like these"
    assert len(json.loads((tmp_path / "exports" / "report.json").read_bytes())["failures"]) == 30


def test_facts_that_contradict_themselves_are_left_out_alone(kg, tmp_path):
    bad = {"id": "bad", "participation": [{"event": "e9", "agent": "胡玉亭", "role": "spoke"}]}
    good = {"id": "good", "posts": [{"person": "胡玉亭", "org": "大连市委", "title": "书记"}]}
    (tmp_path / "f.jsonl").write_text(f"{json.dumps(bad)}\n{json.dumps(good)}\n")
    ran = kg("build", "f.jsonl")
    assert ran.code == 2
    one_line(ran, "f.jsonl", "unknown event 'e9'", "add it to events")
    report = json.loads((tmp_path / "exports" / "report.json").read_bytes())
    assert [article["id"] for article in report["articles"]] == ["good"]
    assert report["counts"]["people"] == 1


@pytest.mark.parametrize("output", ["file.txt", "file.txt/exports", "/dev/null/exports", "/proc/exports"])
def test_an_output_that_cannot_be_written(kg, tmp_path, output):
    (tmp_path / "file.txt").write_text("mine")
    ran = kg("build", "-o", output)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.problems()) == 1
    assert "; " in ran.problems()[0]
    assert (output.strip("/").split("/")[0]) in ran.problems()[0]
    assert "file" in ran.problems()[0] or "cannot be written" in ran.problems()[0]
    assert (tmp_path / "file.txt").read_text() == "mine"


def test_a_full_disk_leaves_the_last_good_build(kg, tmp_path, exports):
    """A limit on the size of files stands for the disk that is full: the system refuses in the same way."""
    shutil.copytree(exports, tmp_path / "exports")
    before = files_of(exports)
    limit = 30_000
    ran = subprocess.run(
        [sys.executable, "-m", "kg", "build", "--base", "https://other.example/"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert ran.returncode == 2
    one_line(Ran(ran.returncode, ran.stdout, ran.stderr), "exports", "cannot be written", "space")
    assert files_of(tmp_path / "exports") == before
    assert "胡玉亭" in kg("query", "who-spoke").out
    assert [path.name for path in tmp_path.iterdir()] == ["exports"]


def test_a_folder_with_other_peoples_files_is_never_touched(kg, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.doc").write_text("ten years")
    ran = kg("build", "-o", "mine")
    assert ran.code == 2
    one_line(ran, "mine", "holds thesis.doc", "build into another folder")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.doc"]


@pytest.mark.parametrize("base", ["nonsense", "https://例子.example/", "https://a b.example/", "https://x.example"])
def test_a_base_that_makes_no_iris(kg, tmp_path, base):
    ran = kg("build", "--base", base)
    assert ran.code == 2
    one_line(ran, base, "is no base for IRIs", "https://kg.example/")
    assert not (tmp_path / "exports").exists()


QUESTIONS = [
    (["who-spok"], "", "who-spok", "no saved question", "who-spoke"),
    (["missing.rq"], "", "missing.rq", "cannot be read", "name a .rq file"),
    (["-"], "SELECT { ?a ?b", "standard input", "expected", "correct the query"),
    (["-"], "DROP ALL", "standard input", "", ""),
    (["who-spoke", "--person", "x"], "", "who-spoke", "no parameter 'person'", "event"),
    (["who-spoke", "--event"], "", "kg query who-spoke", "--event has no value", "--event …"),
    (["who-spoke", "推进会"], "", "kg query who-spoke", "cannot use '推进会'", "--event …"),
    (["evidence-of-person"], "", "evidence-of-person", "needs the parameter 'person'", "name"),
]


@pytest.mark.parametrize("words, stdin, place, says, advises", QUESTIONS)
def test_a_question_that_cannot_be_asked(kg, exports, words, stdin, place, says, advises):
    ran = kg("query", *words, "--store", exports, stdin=stdin)
    assert (ran.code, ran.out) == (2, "")
    one_line(ran, place, says, advises)


def test_questions_need_a_build(kg):
    ran = kg("query", "who-spoke", "--store", "nowhere")
    assert (ran.code, ran.out) == (2, "")
    one_line(ran, "nowhere", "holds no store", "run kg build")


def test_validate_and_evaluate_name_what_is_missing(kg, tmp_path):
    ran = kg("validate", "missing.ttl")
    assert (ran.code, ran.out) == (2, "")
    one_line(ran, "missing.ttl", "cannot be read", "kg build")
    ran = kg("evaluate", "nogold", "noarticles")
    assert (ran.code, ran.out) == (2, "")
    one_line(ran, "nogold", "holds no gold", "folder with the gold files")


def test_serve_names_what_is_missing(kg, exports):
    ran = kg("serve", "nowhere")
    assert (ran.code, ran.out) == (2, "")
    one_line(ran, "nowhere", "store", "kg build")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = kg("serve", exports, "--port", str(port))
    assert ran.code == 2
    one_line(ran, f"127.0.0.1:{port}", "cannot be listened on", "give another --port")


@pytest.mark.parametrize(
    "table, row, says",
    [
        ("places.csv", "21O2OO,大连市,大连,连,prefecture,210000,,,,,\n", "21O2OO"),
        ("places.csv", "999999,无名市\n", "has 2 fields"),
        ("countries.csv", "F,法,,,France,,,,,,\n", "has 11 fields"),
    ],
)
def test_a_broken_row_of_a_table_names_its_line(tmp_path, table, row, says):
    shutil.copytree(seeds_dir(), tmp_path / "seeds")
    path = tmp_path / "seeds" / table
    lines = path.read_text(encoding="utf-8") + row
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(TableError) as caught:
        load_seeds(tmp_path / "seeds").places.names()
    line = str(caught.value)
    assert line.startswith(f"{path}:{len(lines.splitlines())}: ")
    assert says in line.partition(": ")[2]
    assert "; " in line


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_build_on_a_broken_table_names_the_table_and_blames_no_article(tmp_path, workers):
    for folder in ("kg", "seeds", "ontology"):
        shutil.copytree(seeds_dir().parent / folder, tmp_path / folder)
    with (tmp_path / "seeds" / "places.csv").open("a", encoding="utf-8") as table:
        table.write("999999,无名市\n")
    (tmp_path / "texts").mkdir()
    for number in range(50):  # as many as make workers start
        text = f"2022年3月{number % 28 + 1}日，无名市市长周文海出席第{number}次会议。\n"
        (tmp_path / "texts" / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "kg", "build", "texts", "--workers", workers]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stdout == ""
    (line,) = ran.stderr.splitlines()
    assert "places.csv:" in line and "has 2 fields" in line and ".txt" not in line


def test_whole_tables_are_no_error(tmp_path):
    shutil.copytree(seeds_dir(), tmp_path / "seeds")
    assert load_seeds(tmp_path / "seeds").places.names()


def test_a_broken_file_whose_name_is_no_utf_8(kg, tmp_path):
    (tmp_path / "in").mkdir()
    shutil.copy(SEED, tmp_path / "in")
    (tmp_path / "in" / os.fsdecode(b"s\xff.txt")).write_bytes(b"")
    ran = kg("build", "in")
    assert ran.code == 2
    one_line(ran, "in/s", "is empty", "give a file")
    report = json.loads((tmp_path / "exports" / "report.json").read_bytes())
    assert report["failures"][0]["place"] == "in/s?.txt"
