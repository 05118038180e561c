"""A web archive (WARC) of generated articles as pages of a newspaper, among junk.

`python -m benchmarks.archive --articles 200 --seed 1 -o FILE.warc.gz`

After every third article stands one page of junk: another language, a menu, an empty page, broken HTML, a
picture, an error page. The same numbers give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import html
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.corpus import make_corpus

_HTML = "text/html; charset=utf-8"
_WORDS = ("首页", "要闻", "视频", "专题")
_MENU = "".join(f'<li><a href="/{number}.html">{word}</a></li>' for number, word in enumerate(_WORDS))
_ENGLISH = "The council met on Tuesday to discuss the budget. " * 9
_EVERY = 3  # articles between two pages of junk
#: Status, type and body of each kind of junk.
JUNK = (
    ("200 OK", _HTML, f"<html><body><p>{_ENGLISH}</p></body></html>"),
    ("200 OK", _HTML, f"<html><body><ul>{_MENU * 8}</ul></body></html>"),
    ("200 OK", _HTML, ""),
    ("200 OK", _HTML, "<html><div><<p>断了的<table><tr</p></di>"),
    ("200 OK", "image/png", "\x89PNG not a page"),
    ("404 Not Found", _HTML, f"<html><body><p>{'您访问的页面不存在。' * 12}</p></body></html>"),
)


def page(article: dict[str, Any]) -> str:
    """An article as a page: headline, lines about it, paragraphs, between a menu and a list of links."""
    lines = [html.escape(line) for line in article["text"].splitlines() if line.strip()]
    body = "".join(f"<p>　　{line}</p>\n" for line in lines[1:])
    head = f"<html><head><title>{lines[0]}_某报网</title></head><body><ul>{_MENU}</ul>\n<h1>{lines[0]}</h1>\n"
    links = f"<div><h3>相关阅读</h3><ul>{_MENU * 3}</ul></div></body></html>"
    return f'{head}<div class="content">\n{body}</div>\n{links}'


def records(articles: list[dict[str, Any]]) -> Iterator[bytes]:
    """The records of the archive, each packed by itself, as web crawls are."""
    for number, article in enumerate(articles):
        yield _record(f"http://paper.example/{article['id']}.html", "200 OK", _HTML, page(article))
        if number % _EVERY == 0:
            junk = JUNK[number // _EVERY % len(JUNK)]
            yield _record(f"http://paper.example/junk/{number}", *junk)


def _record(url: str, status: str, kind: str, body: str) -> bytes:
    content = body.encode()
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n"
    block = answer.encode() + content
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n")
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6, mtime=0)


def write_archive(articles: int, seed: int, path: Path) -> list[str]:
    """Write the archive of so many articles of a seed; returns their texts."""
    made = make_corpus(articles, seed).articles
    with path.open("wb") as file:
        file.writelines(records(made))
    return [article["text"] for article in made]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    write_archive(given.articles, given.seed, given.output)


if __name__ == "__main__":
    main()
