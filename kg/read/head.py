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
_LABEL_CHARS = 120
_TITLE_CHARS = range(4, 61)

_DATE = (
    r"(?P<year>(?:19|20)?\d\d)\s?[-年./]\s?(?P<month>\d{1,2})\s?[-月./]\s?(?P<day>\d{1,2})(?!\d)日?"
    r"(?P<clock>[ T]?\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}秒?)?)?"
)
# The first that is there is taken: a page may also name the hour of a later change.
_DATE_LABELS = (
    "发布时间", "发布日期", "发表时间", "发表日期", "发稿时间", "发文日期", "成文日期", "发布于", "发表于",
    "日期", "时间", "录入时间", "添加时间", "上传时间", "更新时间", "文章日期", "发布",
)
_LABELLED_DATE = re.compile(rf"(?<![{HAN}])(?P<label>{'|'.join(_DATE_LABELS)})\s?[：:]?\s?{_DATE}")
_DATE_LINE = re.compile(rf"{_DATE}(?=$|[ |/(])")
# 原创 某某发布 2024-05-25 陕西: a date in figures, and no sentence around it.
_FIGURES = re.compile(r"[^，。；：]{0,24}?(?<!\d)(?P<year>20\d\d)[-./](?P<month>\d\d?)[-./](?P<day>\d\d?)"
                      r"(?!\d)[^，。；：]{0,16}")
_ADDRESS = re.compile(r"^https?://\S+\s*")  # of the page, before its date
_LABEL = re.compile(
    rf"(?:{'|'.join(_DATE_LABELS)}|来源|作者|编辑|责编|记者|通讯员|点击|浏览|阅读|字号|字体|分享|发布者|发布人|发布单位"
    r"|供稿|供图|摄影|审核|校对|访问|稿源)[^：:，。]{0,4}[：:]"
)
_SOURCE = re.compile(
    rf"(?:^|[ (|：\d])(?:本文|文章|信息|稿件|新闻|消息)?(?:来源于?|转自|稿源)[：:]?"
    rf"(?P<name>[{HAN}A-Za-z0-9·“”]{{2,30}})"
)
_NO_SOURCE = re.compile("原创|本站|本网|互联网|网络$|未知|其他|转载|其它|整理")

_CLOSING = frozenset("。；，、：”’")  # a headline may exclaim, ask or trail off
_PATH = re.compile(r".*[>＞»].*")  # 首页>>政务动态
_NO_TITLE = re.compile(r"[\d\s.:/年月日时分-]+|\(.*|.{2,12} ?[摄文]|【?[文图]/.*|.*记者.*|图\d?[：:].*")
_EVENT = re.compile(
    "召开|举行|举办|签署|签订|签约|会见|考察|调研|视察|出席|主持|当选|任命|履新|揭牌|启动|开幕|闭幕|座谈"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What was found; None where nothing was, or where two answers fit."""

    title: str | None = None
    published: str | None = None
    source: str | None = None


def read_head(text: str) -> Head:
    """Title, publication date (YYYY-MM-DD) and source from the canonical text of a plain article."""
    lines = [line for line in text.split("\n") if line]
    around = lines[:_HEAD_LINES] + lines[_HEAD_LINES:][-_TAIL_LINES:]
    return Head(find_title(lines[:_HEAD_LINES]), find_published(lines[:_HEAD_LINES]), find_source(around))


def find_title(lines: list[str]) -> str | None:
    """The headline among the first lines, or None.

    One or two short lines before the body, or before a line of labels, begin with the title. Where more
    short lines open the article, only one that tells an event (…召开, …签署…) can be it.
    """
    opening: list[str] = []
    lines = [line for line in lines if not _PATH.fullmatch(line)]
    for line in lines:
        if not is_title_like(line) and not (opening == [] and _NO_TITLE.fullmatch(line)):
            break
        opening.append(line)
    closed = len(opening) < len(lines)  # something else follows: labels, or the body
    candidates = [line for line in opening if is_title_like(line)]
    if closed and len(opening) <= 2 and opening == candidates:
        return opening[0] if opening else None
    telling = [line for line in candidates if _EVENT.search(line)]
    return telling[0] if len(telling) == 1 else None


def is_title_like(line: str) -> bool:
    """Whether a line can be a headline: short, without a closing stop, neither a label nor a path."""
    return (len(line) in _TITLE_CHARS and line[-1] not in _CLOSING and "。" not in line
            and not is_label(line) and not _NO_TITLE.fullmatch(line) and not _PATH.fullmatch(line))


def is_label(line: str) -> bool:
    """Whether a line tells about the report: a label (来源:…), or a date and little else."""
    line = line.strip()
    dated = _DATE_LINE.match(line)
    return len(line) <= _LABEL_CHARS and bool(_LABEL.search(line) or (dated and len(line) < 40))


def find_published(lines: list[str]) -> str | None:
    """The date of publication: labelled, beside a clock time or another label, or in figures alone."""
    short = [_ADDRESS.sub("", line) for line in lines if len(line) <= _LABEL_CHARS]
    found = [match for line in short for match in _LABELLED_DATE.finditer(line)]
    found.sort(key=lambda match: _DATE_LABELS.index(match["label"]))
    found += [match for line in short
              if (match := _DATE_LINE.match(line)) and (match["clock"] or _LABEL.search(line))]
    found += [match for line in short if (match := _FIGURES.fullmatch(line))]
    return next((date for match in found if (date := _iso(match))), None)


def iso_date(words: str) -> str | None:
    """A given date or timestamp (2022-02-25T10:00:00+08:00, 2022年2月25日) as YYYY-MM-DD, or None."""
    match = re.match(_DATE, words.strip())
    return _iso(match) if match else None


def _iso(match: re.Match[str]) -> str | None:
    year = int(match["year"])
    if year < 100:  # 24年07月29日; no article of the genre is older than 1970 on the web
        year += 2000 if year < 70 else 1900
    try:
        return datetime.date(year, int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None


def find_source(lines: list[str]) -> str | None:
    """Who published it first, as a label or a reprint notice names it."""
    short = (line for line in lines if len(line) <= _LABEL_CHARS)
    named = (clean_source(match["name"]) for line in short for match in _SOURCE.finditer(line))
    return next(filter(None, named), None)


def clean_source(name: str) -> str | None:
    """The name of a source without its label, or None for one that names nobody (本站, 网络, 原创)."""
    name = re.sub("^(?:文章|信息)?来源[：:]?", "", name.strip()).strip()
    name = re.sub("(?:作者|责任编辑|编辑|责编|记者|发布时间|时间|日期|点击|浏览|字体)$", "", name)
    return name if name and not _NO_SOURCE.search(name) else None
