"""What a page says about its article outside the body: title, date of publication, source, address."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.read.head import clean_source, iso_date
from kg.read.repair import canonical

# Names of <meta> elements, lower case. The first of each row is the standard of Chinese government sites.
_TITLES = ("articletitle", "og:title", "twitter:title")
_DATES = ("pubdate", "publishdate", "article:published_time", "og:release_date", "datepublished")
_SOURCES = ("contentsource", "og:article:author")
_TITLE_PLACES = "h1,h2"
_DATE_PLACES = "#publish_time,#pubtime_baidu,#pubtime,time[datetime]"
_SOURCE_PLACES = "#js_name,#source_baidu"
# WeChat fills in its date with a script, from seconds since 1970.
_WECHAT_TIME = re.compile(r"""\b(?:ct|create_time|oriCreateTime)\s*[=:]\s*["'](1\d{9})["']""")
_LONGER_THAN_SITES = 10
_BEIJING = datetime.timezone(datetime.timedelta(hours=8))
_SEPARATOR = re.compile(r"\s*(?:[_|｜]|-{1,2}|——?)\s*")
_SITE = re.compile(
    "(?:网|网站|政府|门户|频道|客户端|新闻|中心|大学|学院|日报|晚报|在线|委员会|集团|公司|[局厅部办社])$"
)


@dataclass(frozen=True, slots=True)
class PageHead:
    """What was found; None where nothing was. A title is `confirmed` when it stands on the page as well."""

    title: str | None
    confirmed: bool
    published: str | None
    source: str | None
    url: str | None


def read_page_head(tree: Any, page: str, seen: Sequence[str]) -> PageHead:
    """Read the head of a resiliparse HTMLTree; `page` is its source, `seen` the lines that a reader sees."""
    metas = {}
    for meta in tree.document.query_selector_all("meta")[:]:
        name = meta.getattr("name") or meta.getattr("property") or meta.getattr("itemprop") or ""
        metas[name.lower()] = _squeeze(meta.getattr("content"))
    title, confirmed = _title(tree, metas, seen)
    link = tree.document.query_selector('link[rel="canonical"]')
    return PageHead(
        title=title,
        confirmed=confirmed,
        published=_published(tree, metas, page),
        source=clean_source(canonical(_first(metas, _SOURCES) or _text(tree, _SOURCE_PLACES))[0]),
        url=(link.getattr("href") if link is not None else None) or metas.get("og:url") or None,
    )


def _title(tree: Any, metas: Mapping[str, str], seen: Sequence[str]) -> tuple[str | None, bool]:
    """The headline, and whether it stands on the page as well as in the browser title or a meta element."""
    if wechat := _text(tree, "#activity-name"):
        return wechat, True
    named = [name for name in (*(metas.get(name) for name in _TITLES), _squeeze(tree.title)) if name]
    places = [_squeeze(place.text or "") for place in tree.document.query_selector_all(_TITLE_PLACES)[:]]
    if not named:
        return next(iter(filter(None, places)), None), False
    bare = without_site_name(named[0])
    for shown in (places, map(_squeeze, seen)):
        confirmed = [without_site_name(text) for text in shown
                     if 2 * len(text) >= len(bare) and any(_leads(text, name) for name in named)]
        if confirmed:
            return max(confirmed, key=len), True
    return bare or None, False


def _leads(text: str, name: str) -> bool:
    """Whether a name begins with a text, or holds one that is too long for the name of a site."""
    return name.startswith(text) or (len(text) >= _LONGER_THAN_SITES and text in name)


def without_site_name(title: str) -> str:
    """A browser title without the names of site and column: 标题-栏目-某某网 becomes 标题."""
    pieces = _SEPARATOR.split(title)
    breaks = _SEPARATOR.findall(title)
    while len(pieces) > 1 and (_SITE.search(pieces[-1]) or breaks[-1].strip() == "_" or len(pieces[-1]) < 5
                               or pieces[-1].isascii()):
        pieces.pop()
        breaks.pop()
    while len(pieces) > 1 and re.search("(?:网|网站|政府|门户)$", pieces[0]):
        pieces.pop(0)
        breaks.pop(0)
    return "".join(part for pair in zip(pieces, [*breaks, ""], strict=True) for part in pair).strip()


def _published(tree: Any, metas: Mapping[str, str], page: str) -> str | None:
    given = [metas[name] for name in _DATES if metas.get(name)]
    for place in tree.document.query_selector_all(_DATE_PLACES)[:]:
        given += [place.getattr("datetime") or "", *re.findall(r"\d{4}[-年/.]\d.*", place.text or "")]
    found = next((date for date in map(iso_date, given) if date), None)
    seconds = _WECHAT_TIME.search(page)
    if found or not seconds:
        return found
    return datetime.datetime.fromtimestamp(int(seconds[1]), _BEIJING).date().isoformat()


def _first(metas: Mapping[str, str], names: Sequence[str]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _text(tree: Any, places: str) -> str:
    element = tree.document.query_selector(places)
    return _squeeze(element.text or "") if element is not None else ""


def _squeeze(text: str | None) -> str:
    return " ".join((text or "").split())
