"""What the lines around an article say about it: title, publication date, source.

Only lines that are a headline or a label (发布时间:…, 来源:…, (转自…)) are asked, never running text.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from kg.read.marks import HAN

_HEAD_LINES = 8
_TAIL_LINES = 14
_TITLE_CHARS = 60

_DATE = (r"(?P<year>(?:19|20)?\d\d)\s?[-年./]\s?(?P<month>\d{1,2})\s?[-月./]\s?(?P<day>\d{1,2})(?!\d)"
         r"日?(?:[ T]?\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}秒?)?)?")
_DATE_LABELS = ("发布时间", "发布日期", "发表时间", "发表日期", "发稿时间", "发文日期", "成文日期", "发布于", "发表于",
                "日期", "时间", "更新时间", "添加时间", "录入时间", "上传时间")
_LABELLED_DATE = re.compile(rf"(?P<label>{'|'.join(_DATE_LABELS)})\s?[：:]?\s?{_DATE}")
_DATE_LINE = re.compile(rf"{_DATE}(?=$|[ |/(])")
# A date alone is a publication date only with a clock time, or with another label on its line.
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}")
_OTHER_LABELS = "来源|作者|编辑|责编|责任编辑|记者|点击|浏览|阅读|字号|字体|分享|发布者|发布人|供稿|供图|摄影|审核|校对|访问"
_LABEL = re.compile(rf"(?:{_OTHER_LABELS}|{'|'.join(_DATE_LABELS)})[^：:]{{0,4}}[：:]")

_SOURCE = re.compile(
    rf"(?:^|[ (|：])(?:文章|信息|稿件|新闻|消息)?(?:来源于?|转自|稿源)[：:]?\s?(?P<name>[{HAN}A-Za-z0-9·“”]{{2,30}})"
)
_NO_SOURCE = re.compile("原创|本站|本网|互联网|网络$|未知|其他|转载")

_CLOSING = frozenset("。！？；，、：”’…")
_HEADLINE_VERBS = re.compile("召开|举行|举办|签署|签订|签约|会见|考察|调研|出席|主持|当选|任命|履新|揭牌|启动|开幕|闭幕|座谈")


@dataclass(frozen=True, slots=True)
class Head:
    """What was found; None where nothing was, or where two answers fit."""

    title: str | None = None
    published: str | None = None
    source: str | None = None


def read_head(text: str) -> Head:
    """Title, publication date (YYYY-MM-DD) and source from the canonical text of a plain article."""
    lines = [line for line in text.split("\n") if line]
    labels = [line for line in lines[:_HEAD_LINES] + lines[_HEAD_LINES:][-_TAIL_LINES:] if len(line) <= 120]
    return Head(find_title(lines), find_published(labels), find_source(labels))


def find_title(lines: list[str]) -> str | None:
    """The headline among the first lines, or None.

    One short line before the body or before a line of labels is the title. Where several short lines open
    the article, only one that tells an event (…召开, …签署…) can be it.
    """
    opening: list[str] = []
    for line in lines[:_HEAD_LINES]:
        if not _is_title_like(line):
            break
        opening.append(line)
    if len(opening) == len(lines) and len(opening) > 1:
        return None
    if len(opening) <= 2:
        return opening[0] if opening else None
    telling = [line for line in opening if _HEADLINE_VERBS.search(line)]
    return telling[0] if len(telling) == 1 else None


def _is_title_like(line: str) -> bool:
    return (
        4 <= len(line) <= _TITLE_CHARS
        and line[-1] not in _CLOSING
        and not _LABEL.search(line)
        and not re.fullmatch(rf"[\d\s.:：/年月日时分-]+|{_DATE}.*|\(.*\)|.{{2,12}} ?[摄文]", line)
    )


def find_published(lines: list[str]) -> str | None:
    """The date of publication: labelled, or with a clock time on a line of its own."""
    found = [match for line in lines for match in _LABELLED_DATE.finditer(line)]
    found.sort(key=lambda match: _DATE_LABELS.index(match["label"]))
    found += [match for line in lines if (match := _DATE_LINE.match(line))
              and (_CLOCK.search(match[0]) or _LABEL.search(line))]
    dates = [date for match in found if (date := _iso(match))]
    return dates[0] if dates else None


def _iso(match: re.Match[str]) -> str | None:
    year = int(match["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    try:
        return datetime.date(year, int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None


def find_source(lines: list[str]) -> str | None:
    """Who published it first, as a label or a reprint notice names it."""
    for line in lines:
        for match in _SOURCE.finditer(line):
            if not _NO_SOURCE.search(match["name"]):
                return match["name"]
    return None
