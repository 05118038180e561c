"""A web page to an article: headline, lines about the report, body, address."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

from kg.errors import SourceError
from kg.model import Article
from kg.read.articles import article
from kg.read.containers import body_of, drop_link_lists
from kg.read.head import find_published, find_source, is_label, is_title_like
from kg.read.marks import HAN
from kg.read.pagehead import PageHead, read_page_head
from kg.read.repair import canonical

# A line break in the source of a page shows as a space; between Chinese characters it is none.
_SOURCE_BREAK = re.compile(rf"(?<=[{HAN}，。、；：）》”])[ \t]*\r?\n[ \t]*(?=[{HAN}，。、；：（《“])")
_FURNITURE = re.compile(
    r"[\[【(（]?(?:上一[篇条页则]|下一[篇条页则]|相关(?:新闻|链接|阅读|报道|文章|推荐)|延伸阅读|推荐阅读|更多新闻"
    r"|打印|关闭|返回(?:顶部|首页)|分享(?:到|至)|扫一扫|收藏|字[号体](?:[:：]|$)|大 ?中 ?小"
    r"|(?:点击|浏览|阅读)(?:量|数|次数)[:：]|(?:您?(?:的|现在的|当前的?)?(?:所在)?|当前)位置[:：])[^。]*$"
)
_END = re.compile(
    r"评论 ?[(（]\d|我要(?:跟帖|评论|反馈)|(?:热门|网友|最新|全部)评论|更多精彩"
    "|(?:热门|相关|为您|猜你)(?:推荐|喜欢|内容)"
)
_NEAR = 15  # lines between headline and body
_FEW = 5  # lines above a body whose headline is not found
_LEAST = 30  # characters of a body


def article_from_page(page: str, *, id: str, place: str, path: str | None, url: str | None = None) -> Article:
    """The article of a page; SourceError when the page has no running text.

    The raw text of the article is what a reader sees: the headline, the lines that name source and date,
    and the body down to its last line of credits.
    """
    from resiliparse.parse.html import HTMLTree  # noqa: PLC0415 - loaded when the first page comes

    tree = HTMLTree.parse(_SOURCE_BREAK.sub("", page))
    seen = _lines(tree.body) if tree.body is not None else []
    head = read_page_head(tree, page, seen)
    body = body_of(tree)
    if body is not None:
        drop_link_lists(body)
    shown = _without_furniture(_lines(body)) if body is not None else []
    title, about, lines = _headed(head, seen, shown)
    if sum(map(len, lines)) < _LEAST:
        raise SourceError(place, "no article found in the page", "save the text of the article as .txt")
    labels = [line for line in about if is_label(line) and not _FURNITURE.match(line)]
    words = [canonical(line)[0] for line in about]
    return article(
        "\n".join([*labels, *(line for line in lines if line not in labels)]),
        id=id, place=place, path=path, url=url or head.url, title=title,
        source=head.source or find_source(words), published=head.published or find_published(words),
    )


def _headed(head: PageHead, seen: list[str], body: list[str]) -> tuple[str | None, list[str], list[str]]:
    """The headline, the lines of the page between it and the body, and the lines of the body below it."""
    title = head.title
    inside = next((at for at, line in enumerate(body[:_NEAR]) if title and _key(line) == _key(title)), -1)
    body = body[inside + 1 :]
    start = seen.index(body[0]) if body and body[0] in seen else 0
    near = range(start - 1, max(start - _NEAR, 0) - 1, -1)
    above = next((at for at in near if title and _key(seen[at]) == _key(title)), None)
    if above is None and not head.confirmed:
        # A browser title that names only site and column: the headline stands above the first label.
        labelled = (at for at in near if at + 1 < start and is_label(seen[at + 1]))
        above = next((at for at in labelled if is_title_like(seen[at])), None)
        title = seen[above] if above is not None else title
    first = above + 1 if above is not None else max(start - _FEW, 0)
    return title, seen[first:start], body


def _without_furniture(lines: list[str]) -> list[str]:
    """Lines without buttons and counters, and without the comments and offers that follow an article."""
    read = [0, *accumulate(map(len, lines))]
    ends = (at for at, line in enumerate(lines) if _END.match(line) and 2 * read[at] > read[-1])
    return [line for line in lines[: next(ends, len(lines))] if not _FURNITURE.match(line)]


def _lines(element: Any) -> list[str]:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    text = extract_plain_text(element.html, preserve_formatting=True, list_bullets=False, alt_texts=False,
                              skip_elements=["[style*='display:none']", "[style*='display: none']"])
    return [line for line in map(str.strip, text.split("\n")) if line]


def _key(line: str) -> str:
    return "".join(line.split())
