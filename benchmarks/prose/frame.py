"""What stands around a report: headline, source line, dateline, credits, and sentences that state nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from benchmarks.world.names import Names

FILLERS = (
    "据统计，今年前三季度，全市固定资产投资同比增长{n}.{m}%，规模以上工业增加值增长{m}.{n}%。",
    "目前，一批重点项目正在加快建设，总投资超过{n}{m}亿元。",
    "近年来，当地坚持生态优先、绿色发展，空气质量优良天数比例达到8{n}.{m}%。",
    "这项工作启动以来，已有{n}{m}家企业从中受益。",
    "业内人士认为，随着交通条件改善，沿线产业布局将进一步优化。",
)
_BY_LINE = (
    "来源：{paper}　发布时间：{y}-{m:02d}-{d:02d} {h:02d}:{i:02d}",
    "{y}年{m:02d}月{d:02d}日 {h:02d}:{i:02d}　来源：{paper}",
    "发布时间：{y}年{m}月{d}日 来源：{paper} 作者：{reporter}",
    "日期：{y}-{m:02d}-{d:02d} 来源：{paper} 点击数：{h}{i}",
)
_DATELINE = (
    "本报讯（记者 {reporter}）", "{paper}讯（记者{reporter}）", "本报讯 记者{reporter}报道：", "本报讯　", "",
)
_CREDIT = (
    (),
    (("责任编辑：{0}", "editor"),),
    (("编辑：{0}", "editor"), ("　审核：{0}", "other")),
    (("（记者 {0}）", "reporter"),),
    (("责编：{0}", "editor"), ("　校对：{0}", "proofreader")),
)


@dataclass(frozen=True)
class Frame:
    """What is to be put together. `dated`: "line" writes a source line with the date, "beside" gives the date
    with the article and not in it, "" gives none.
    """

    headline: str
    paragraphs: tuple[str, ...]
    paper: str
    told: date
    dated: str


@dataclass(frozen=True)
class Framed:
    """A finished text, the date given beside it, and its credits."""

    text: str
    published: str | None
    credits: list[dict[str, Any]]


def framed(frame: Frame, names: Names, rng: Random) -> Framed:
    """Put a report together; somewhere it always names its paper."""
    paper, reporter = frame.paper, names.other()
    credits, lines, start = [], [frame.headline], _DATELINE[1]
    if frame.dated == "line":
        form = rng.choice(_BY_LINE)
        day = frame.told
        lines.append(form.format(paper=paper, reporter=reporter, y=day.year, m=day.month, d=day.day,
                                 h=rng.randrange(7, 23), i=rng.randrange(10, 60)))
        start = "" if "{reporter}" in form else rng.choice(_DATELINE)
    start = start.format(paper=paper, reporter=reporter)
    if paper in lines[-1] or paper in start:
        credits.append({"agent": paper, "role": "publisher"})
    if reporter in start or reporter in lines[-1]:
        credits.append({"agent": reporter, "role": "reporter"})
    body = [start + frame.paragraphs[0], *frame.paragraphs[1:]]
    if rng.random() < 0.6:
        filler = rng.choice(FILLERS).format(n=rng.randrange(2, 9), m=rng.randrange(1, 9))
        body.insert(rng.randrange(1, len(body) + 1), filler)
    end = ""
    for form, role in rng.choice(_CREDIT):
        name = names.other()
        end += form.format(name)
        credits.append({"agent": name, "role": role})
    text = "\n".join([*lines, *body, *([end] if end else [])]) + "\n"
    return Framed(text, frame.told.isoformat() if frame.dated == "beside" else None, credits)
