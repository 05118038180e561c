"""Files, folders, globs and standard input; one bad source never stops the rest."""

import gzip
import io
import os
from pathlib import Path

import orjson
import pytest

import kg
from kg.errors import FactsError, SourceError, SourceTooLarge
from kg.model import Article, Facts
from kg.read import Failure, read, read_one
from kg.read.files import LIMIT

TEXT = "周文海会见高和平\n5月8日，临江市委书记周文海会见河口县县长高和平一行，双方签署合作协议。\n"
PAGE = f"<html><title>周文海会见高和平</title><body><div id='zoom'><p>{TEXT}</p></div></body></html>"


def seen(*sources: str | Path) -> list[str]:
    """Ids of what was read, and the place and problem of what was not."""
    return [f"! {item.error}" if isinstance(item, Failure) else item.id for item in read(sources)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b" / "c.txt.gz").write_bytes(gzip.compress(TEXT.encode("gb18030")))
    (tmp_path / "notes.md").write_text("no article")
    (tmp_path / ".git" / "d.txt").write_text(TEXT)
    return tmp_path


def test_a_folder_is_walked_in_order_without_hidden_and_other_files(folder: Path) -> None:
    assert seen(folder) == ["a", "c", "b"]
    assert seen(folder) == seen(str(folder))


def test_globs_and_a_file_named_twice(folder: Path) -> None:
    assert seen(f"{folder}/*.txt", f"{folder}/b.txt", folder) == ["b", "a", "c"]
    assert seen(f"{folder}/**/*.gz") == ["c"]


def test_an_article_knows_where_it_came_from(folder: Path) -> None:
    article = read_one(folder / "b" / "c.txt.gz")
    assert (article.id, article.path) == ("c", str(folder / "b" / "c.txt.gz"))
    assert article.text == TEXT
    assert article.title == "周文海会见高和平"


def test_failures_are_one_clear_line_and_stop_nothing(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b" \n")
    (folder / "invisible.txt").write_text("\u200b\n\ufeff")
    (folder / "bad.txt.gz").write_bytes(gzip.compress(TEXT.encode())[:-12])
    (folder / "x.docx").write_bytes(b"PK\x03\x04")
    (folder / "x.txt").write_bytes(b"%PDF-1.4")
    (folder / "nothing").mkdir()
    known = ".txt, .html, .htm, .json, .jsonl, .warc"
    broken = "Compressed file ended before the end-of-stream marker was reached"
    names = ("empty.txt", "invisible.txt", "bad.txt.gz", "x.docx", "x.txt", "nothing", "*.zzz", "b.txt")
    assert seen("nope.txt", *(folder / name for name in names)) == [
        "! nope.txt: no such file; check the path",
        f"! {folder}/empty.txt: is empty; give a file with an article in it",
        f"! {folder}/invisible.txt: holds no text; give a source with an article in it",
        f"! {folder}/bad.txt.gz: broken gzip ({broken}); fetch or pack the file again",
        f"! {folder}/x.docx: unknown extension '.docx'; use one of {known}, each also with .gz",
        f"! {folder}/x.txt: is a PDF file, not text; convert it to .txt or .html first",
        f"! {folder}/nothing: holds no article; put files with {known} into it",
        f"! {folder}/*.zzz: nothing matches; check the pattern",
        "b",
    ]


def test_one_hundred_megabytes_are_refused_without_reading_them_all(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(100 * 2**20)
    with pytest.raises(SourceTooLarge, match=r"larger than 32 MiB.*jsonl"):
        read_one(large)
    packed = tmp_path / "packed.txt.gz"
    packed.write_bytes(gzip.compress(bytes(LIMIT + 1)))
    with pytest.raises(SourceTooLarge):
        read_one(packed)


def test_read_one_raises_what_read_yields(folder: Path) -> None:
    with pytest.raises(SourceError, match=r"nope\.txt: no such file"):
        read_one("nope.txt")
    with pytest.raises(SourceError, match="unknown extension"):
        read_one(folder / "notes.md")
    facts = folder / "f.json"
    facts.write_bytes(orjson.dumps({"id": "f", "posts": []}))
    with pytest.raises(SourceError, match="holds facts"):
        read_one(facts)
    two = folder / "two.jsonl"
    two.write_bytes(orjson.dumps({"text": TEXT}) + b"\n" + orjson.dumps({"text": TEXT}))
    with pytest.raises(SourceError, match="more than one"):
        read_one(two)
    facts.write_bytes(b'{"id": "f", "pots": []}')
    with pytest.raises(FactsError, match="pots"):
        read_one(facts)


@pytest.mark.parametrize(("data", "kinds"), [
    (TEXT.encode("gb18030"), [Article]),
    (gzip.compress(TEXT.encode()), [Article]),
    (PAGE.encode(), [Article]),
    (orjson.dumps({"text": TEXT}) + b"\n" + orjson.dumps({"id": "f", "posts": []}), [Article, Facts]),
    (orjson.dumps({"text": TEXT}, option=orjson.OPT_INDENT_2), [Article]),
    (orjson.dumps([{"text": TEXT}, {"text": TEXT}]), [Article, Article]),
    (b"", [Failure]),
    (gzip.compress(TEXT.encode())[:20], [Failure]),
])
def test_standard_input_is_told_by_its_first_bytes(data: bytes, kinds: list[type]) -> None:
    items = list(read(["-"], stdin=io.BytesIO(data)))
    assert [type(item) for item in items] == kinds
    assert all(item.id.startswith("stdin") for item in items if isinstance(item, Article))


def test_a_file_name_that_is_no_utf8_is_written_readably(tmp_path):
    name = os.fsdecode(b"\xb4\xf3\xc1\xac.txt")
    (tmp_path / name).write_text("大连市与丹东市签署《合作协议》。\n", encoding="utf-8")
    (article,) = kg.read([tmp_path])
    article.id.encode("utf-8")  # what was read as surrogates fails here
    assert article.id.startswith("\ufffd")
    kg.build([tmp_path]).write(tmp_path / "exports")


def test_a_page_of_frames_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><frameset><frame src=a></frameset></html>", encoding="utf-8")
    (tmp_path / "b.html").write_text(PAGE, encoding="utf-8")
    told, good = seen(tmp_path)
    assert "a.html: no article found" in told
    assert good == "b"


def test_one_source_need_not_be_a_list(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert [item.id for item in read(str(path)) if isinstance(item, Article)] == ["b"]
    assert [article.id for article in kg.build(str(path)).articles.values()] == ["b"]
