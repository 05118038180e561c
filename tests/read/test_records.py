"""JSON, JSON lines and web archives: each record on its own."""

import gzip
import io
from collections.abc import Iterable
from pathlib import Path

import orjson
import pytest

from kg.model import Article, Facts
from kg.read import Failure, read, read_one
from kg.read.files import LIMIT

SENTENCE = "5月8日，临江市委书记周文海会见河口县县长高和平一行，双方签署合作协议，市领导参加会见。"
PAGE = (f"<html><head><meta charset=gb2312><title>周文海会见高和平_临江新闻网</title></head>"
        f"<body><h1>周文海会见高和平</h1><div id='zoom'><p>{SENTENCE}</p></div></body></html>")


def shown(path: Path) -> list[str]:
    return [str(item.error) if isinstance(item, Failure) else f"{type(item).__name__} {item.id}"
            for item in read([path])]


def write_lines(path: Path, records: Iterable[object]) -> Path:
    path.write_bytes(b"\n".join(item if isinstance(item, bytes) else orjson.dumps(item) for item in records))
    return path


def test_what_came_with_a_text_is_kept(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.json", [{
        "text": SENTENCE, "title": "周文海會見高和平", "url": "https://lj.example/1", "source": "臨江日報",
        "published": "2021-05-09T08:00:00+08:00", "clicks": 3,
    }])
    article = read_one(path)
    assert (article.id, article.title, article.source, article.url, article.published) == (
        "a", "周文海会见高和平", "临江日报", "https://lj.example/1", "2021-05-09")
    assert article.text == f"周文海会见高和平\n{SENTENCE}"  # a headline leads the text


def test_a_headline_that_already_leads_the_text_is_not_doubled(tmp_path: Path) -> None:
    text = f"周文海会见\n高和平\n{SENTENCE}"
    path = write_lines(tmp_path / "a.json", [{"text": text, "title": "周文海会见 高和平"}])
    assert read_one(path).text == text


def test_articles_and_facts_are_told_by_their_keys(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "m.jsonl", [
        {"text": SENTENCE}, {"id": "given", "text": SENTENCE}, b"",
        {"id": "f1", "orgs": ["临江市委"]}, {"id": "f2"},
    ])
    assert shown(path) == ["Article m-1", "Article given", "Facts f1", "Facts f2"]
    facts = [item for item in read([path]) if isinstance(item, Facts)]
    assert facts[0].orgs == ("临江市委",)


def test_a_broken_line_fails_alone(tmp_path: Path) -> None:
    broken: list[tuple[object, str]] = [
        (b"{nonsense", "not JSON"),
        ({"text": ""}, "text is empty"),
        ({"text": 5}, "text must be a string"),
        ({"text": SENTENCE, "published": "gestern"}, "'gestern' is not a date"),
        ({"id": "f", "pots": []}, "unknown key 'pots'"),
        ({"id": "f", "text": SENTENCE, "posts": []}, "unknown key 'text'"),
        ([1], "must be an object"),
        (b"\x80\xff", "neither UTF-8"),
    ]
    good = {"text": SENTENCE}
    path = write_lines(tmp_path / "m.jsonl", [good, *(record for record, _ in broken), good])
    lines = shown(path)
    assert (lines[0], lines[-1]) == ("Article m-1", "Article m-10")
    for number, (_, problem) in enumerate(broken, 2):
        assert lines[number - 1].startswith(f"{path}:{number}: ")
        assert problem in lines[number - 1]


def test_only_a_record_is_limited_never_the_file(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "m.jsonl", [
        {"text": SENTENCE}, orjson.dumps({"text": "甲" * (LIMIT // 3 + 9)}), {"text": SENTENCE},
    ])
    first, large, last = read([path])
    assert isinstance(first, Article)
    assert isinstance(large, Failure)
    assert "larger than 32 MiB" in str(large.error)
    assert isinstance(last, Article)


def test_a_list_of_objects(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "l.json", [[{"text": SENTENCE}, {"text": ""}, {"id": "f"}]])
    assert shown(path) == [
        "Article l-1", f"{path}[2]: its text is empty; give the article under \"text\"", "Facts f"]


def response(body: bytes, *, kind: str = "text/html; charset=gb2312", status: str = "200 OK",
             encoding: str = "", url: str = "http://lj.example/1") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{encoding}Content-Length: {len(body)}\r\n\r\n"
    block = http.encode() + body
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            ).encode() + block + b"\r\n\r\n"


ARCHIVE = [
    response(PAGE.encode("gb18030")),
    response(b"\x89PNG", kind="image/png"),
    response(PAGE.encode("gb18030"), status="404 Not Found"),
    response(b"<p>short</p>", url="http://lj.example/2"),
    response(gzip.compress(PAGE.encode()), kind="text/html", encoding="Content-Encoding: gzip\r\n"),
]


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_gives_its_html_pages(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("w.warc.gz" if packed else "w.warc")
    path.write_bytes(b"".join(map(gzip.compress, ARCHIVE) if packed else ARCHIVE))  # a member a record
    assert shown(path) == [
        "Article w-1",
        f"{path}#4 (http://lj.example/2): no article found in the page; save the text of the article as .txt",
        "Article w-5",
    ]
    first = next(iter(read([path])))
    assert isinstance(first, Article)
    assert first.text == f"周文海会见高和平\n{SENTENCE}"
    assert first.url == "http://lj.example/1"


@pytest.mark.parametrize(("data", "problem"), [
    (b"", "holds no HTML response"),
    (ARCHIVE[1], "holds no HTML response"),
    ("没有网页的文件。".encode() * 50, "broken web archive"),
])
def test_no_web_archive(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "w.warc"
    path.write_bytes(data)
    (line,) = shown(path)
    assert line.startswith(f"{path}: {problem}")


def test_a_web_archive_on_standard_input() -> None:
    items = list(read(["-"], stdin=io.BytesIO(gzip.compress(b"".join(ARCHIVE)))))
    assert [type(item) for item in items] == [Article, Failure, Article]
