"""Credits: who wrote, photographed, edited and published the report, and the lines that say so.

Layouts: labelled lines (编辑：甲 责编：乙, 记 者 | 甲), bylines (本报记者 甲), brackets (记者甲、通讯员乙;
责编：甲), photo lines and caption ends (甲 摄, 甲 乙摄影报道), datelines (湖北日报讯, 中新社北京八月十日电),
publishers in a sentence (本条微信由某某编辑制作, 转载请注明来源某某), and media quoted for the news
(某某客户端8月30日发布消息). Organisations are given as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.captions import captions
from kg.extract.credit_people import Credited, alone, shared_out, signed
from kg.extract.credit_words import MEDIUM, META, Label, Labels, find_labels, labelled, load_labels, marked
from kg.model import CreditFact, Span
from kg.seeds import load_seeds

CONFIDENCE = {"label": 0.95, "byline": 0.9, "bracket": 0.95, "photo": 0.9, "dateline": 0.95, "notice": 0.9,
              "quoted": 0.8, "source": 0.8, "account": 0.7, "medium": 0.75}
_HAN = "\u4e00-\u9fff"
_LONGEST_BYLINE = 60
_LONGEST_PREFIX = 12  # 县融媒体中心记者：
_HEAD_LINES = 6
_LAST_LINES = 80  # code points before the end of the text
_DATE = "(?:[0-9一二三四五六七八九十]{1,3}月)?[0-9一二三四五六七八九十]{1,3}日"
_MEDIUM = rf"[{_HAN}]{{1,10}}?(?:社|报|网|在线|新闻|发布|观察|电视台|电台|融媒|传媒)(?![社网]|报(?!道))"
_OWN = frozenset("本刊报网台社")  # 本报讯 and 本网记者 name nobody
_DATELINE = re.compile(
    rf"[\s【\[(（“]*据?(?P<medium>本[报网台刊社]|{_MEDIUM})"
    rf"(?:(?:(?!客户端)[{_HAN}]){{0,10}}?{_DATE}(?:综合)?(?:专?电|讯|消息)|(?:[{_HAN}]{{2,3}})?讯)(?=[\s(（【】\])）记，,:：]|$)"
    rf"|[\s]*(?P<lead>{_MEDIUM})(?:消息)?\s*(?=[(（][^()（），。]{{0,12}}记者)"
)
_BRACKET = re.compile(
    r"[(（【\[〔]((?:[^()（）【】\[\]〔〕\n]|[(（][^()（）\n]{0,20}[)）]){1,120})[)）】\]〕]"
)
#: …。(甲 乙) at the end of a text.
_SIGNED = re.compile(rf"[(（]([{_HAN}·\s、]{{2,16}})[)）]\s*$")
_BRACKETED = re.compile(
    "综合|记者|通讯|实习|编辑|责编|校对|审核|作者|文|图|摄|报道|供稿|来源|转自|转载|[网报]讯"
)
_PHOTO_END = re.compile(r"(?:摄|摄影|摄影报道|拍摄|供图)(?:[(（][^()（）\n]{1,10}[)）])?\s*$")
_NOTICE = re.compile(
    rf"本[条期篇]?(?:微信|图文|推送|稿件?|文章?|微博)由(?P<maker>[{_HAN}“”、A-Za-z0-9]{{2,24}}?)"
    r"(?:编辑|制作|出品|推送|整理|综合|采编|发布(?:$|(?=[。，\n])))"
    r"|(?:转载|引用)(?:请|须|务必){0,2}注明(?:出处|来源)?[：:]?\s?(?:来源|出处|来自|转自)?[于自]?[：:]?\s?"
    rf"(?P<origin>[“{_HAN}]{{2,16}})"
)
_QUOTED = re.compile(
    rf"(?:^|(?<=[。；，,\n\s据]))(?:另?据)?(?P<medium>{_MEDIUM}|[{_HAN}]{{2,8}}?(?=客户端))"
    rf"(?:客户端|网站|官网|官方微信|微信公众号)?(?:{_DATE})?[晚晨]?(?:发布消息|消息[说称]?|报道(?:[说称]|(?=[，,：:])))"
)
# (综合某某网、某某新闻，编辑：甲) and 某某新闻综合消息 name the media that the report draws on.
_DRAWN = re.compile(rf"综合(?P<media>[{_HAN}、]{{2,60}}?)(?:等?(?:报道|消息))?(?=[，,；;\s)）]|$)")
_DRAWING = re.compile(rf"[\s【\[(（]*(?P<medium>[{_HAN}]{{2,10}}?)综合(?:消息|报道)(?=[\s，,：:])")
#: 2015-03-11 16:02:33, and with it an address or the name of the paper: the page's own line.
_PAGE = re.compile(
    rf"(?:https?://\S+\s+)?(?:19|20)[0-9]{{2}}[年./-][0-9]{{1,2}}[月./-][0-9]{{1,2}}日?\s*[0-9]{{1,2}}[:：][0-9]{{2}}"
    rf"(?:[:：][0-9]{{2}})?(?:\s+(?P<medium>{_MEDIUM}))?"
)
_DAY = re.compile(r"(?:19|20)[0-9]{2}[年./-][0-9]{1,2}[月./-][0-9]{1,2}日?\s+")
# 某某发布 10月19日 under the title: the account that published it.
_ACCOUNT = re.compile(
    rf"(?:原创\s?)?(?P<account>[{_HAN}A-Za-z]{{2,20}})\s(?:(?:[0-9]{{2,4}}[年./-])?[0-9]{{1,2}}[月./-][0-9]{{1,2}}日?)"
    rf"(?:\s[0-9:：]{{4,8}})?(?:\s[{_HAN}]{{2,4}}|\s第?[0-9A-Z]{{1,3}}版)?"
)
_QUOTING = re.compile("消息|报道")
_FOOTER = re.compile(
    r"[\s▌▍|*]*(?:转载请|版权|免责声明|特别声明|声明[：:]|本公众号|点击[上下蓝关图]|长按|扫描二维码|扫码|往期|推荐阅读"
    r"|延伸阅读|阅读原文|更多精彩|欢迎关注|文章为|主管单位|联系电话[：:]|投稿[邮信热]|Copyright|©|[(（]完[)）])"
)
_PAGE_LABEL = re.compile(
    "发布|发表|更新|浏览|点击|阅读|访问|字体|字号|分享|打印|版权|免责|特别|原标题|关键词|标签|微信|投稿|热线"
)
_LEADING = re.compile(r"[\s□◎■●○▲△▼█▍▌*·—\-◆]*")
_SENTENCE = re.compile(r"[。！？!?；]")


def find_credits(text: str, source: str | None) -> tuple[tuple[CreditFact, ...], tuple[Span, ...]]:
    """The credits of an article, and the zones of its text that say nothing else.

    `source` is the publisher that reading found (or None); it is a credit when the text names it. A person
    who took several photographs is one credit with several spans. Zones are in order and do not overlap.
    Linear in the length of the text; no error on any text.
    """
    known = load_labels()
    found: list[tuple[Credited, str]] = []
    lines = list(_lines(text))
    zones: list[Span] = []
    for line, account in _account(text, lines[:_HEAD_LINES]):
        found += [(account, "account")] if account else []
        zones.append(line)
    for line in lines:
        for credited, zone, rule in _read_line(text, line, known):
            found += [(one, rule) for one in credited]
            zones.append(zone)
    last = _SIGNED.search(text, max(0, len(text) - _LAST_LINES))
    for one in alone(text, Span(*last.span(1))) if last else ():
        found.append((one, "bracket"))
        zones.append(Span(*last.span()) if last else one.span)
    zones += captions(text, lines, {zone.start for zone in zones})
    at = text.find(source) if source else -1
    publishers = tuple(one.agent for one, _ in found if one.role == "publisher")
    if source and at >= 0 and not source.startswith(publishers):
        found.append((Credited(source, "publisher", Span(at, at + len(source))), "source"))
    return _facts(_with_publisher(found)), _merged(zones)


def _account(text: str, lines: list[Span]) -> list[tuple[Span, Credited | None]]:
    """Lines under the title that the page wrote, with the account or paper that they name."""
    for line in lines:
        header = _ACCOUNT.fullmatch(text, *line)
        if header and not load_seeds().places.by_name(header["account"]):
            return [(line, Credited(header["account"], "publisher", Span(*header.span("account"))))]
        page = _PAGE.fullmatch(text, *line)
        if page:
            medium = page["medium"]
            return [(line, Credited(medium, "publisher", Span(*page.span("medium"))) if medium else None)]
    return []


def _with_publisher(found: list[tuple[Credited, str]]) -> list[tuple[Credited, str]]:
    """Where nothing says who published the report, the medium of its first reporter did."""
    media = [replace(one, role="publisher") for one, _ in found if one.role == MEDIUM]
    known = [(one, rule) for one, rule in found if one.role != MEDIUM]
    if media and not any(one.role == "publisher" for one, _ in known):
        known.append((media[0], "medium"))
    return known


_Found = tuple[list[Credited], Span, str]


def _read_line(text: str, line: Span, known: Labels) -> list[_Found]:
    if _FOOTER.match(text, *line) or _NOTICE.search(text, *line):
        return [(_notices(text, line), line, "notice")]
    whole = _labelled_line(text, line, known) or _byline(text, line, known)
    return [whole] if whole else [*_inside(text, line, known)]


def _labelled_line(text: str, line: Span, known: Labels) -> _Found | None:
    """A line of labels. Before the first one only a medium may stand: 县融媒体中心记者：甲."""
    labels = find_labels(text, *line, known)
    if not labels or not _may_begin(text, line, labels[0]):
        return None
    credited = labelled(text, labels, line.end, known)
    says = any(META not in label.roles or _PAGE_LABEL.match(label.words) for label in labels)
    return None if credited is None or not says else (credited, line, "label")


def _may_begin(text: str, line: Span, label: Label) -> bool:
    begin = _LEADING.match(text, *line)
    start = begin.end() if begin else line.start
    before = text[start : label.start]
    dated = re.fullmatch(r"[\d\s:：/.年月日-]*", before) is not None
    return dated or (len(before) <= _LONGEST_PREFIX and not re.search(r"[，。、；,;《]", before))


def _byline(text: str, line: Span, known: Labels) -> _Found | None:
    """本报记者 甲 乙; □ 记者 甲; 甲 摄."""
    begin = _LEADING.match(text, *line)
    start = begin.end() if begin else line.start
    day = _DAY.match(text, start, line.end)
    start = day.end() if day else start
    if not 1 < line.end - start <= _LONGEST_BYLINE or _SENTENCE.search(text, start, line.end):
        return None
    stop = line.end
    if text[start] in "(（【[" and text[stop - 1] in ")）】]":
        start, stop = start + 1, stop - 1
    elif text[stop - 1] in ")）" and _PHOTO_END.search(text, start, stop):
        stop = max(text.rfind("(", start, stop), text.rfind("（", start, stop))
    credited = shared_out(text, Span(start, stop), known.roles) or marked(text, start, stop, known)
    if credited is None and len(text) - stop <= _LAST_LINES:
        credited = signed(text, start, stop)
    rule = "photo" if _PHOTO_END.search(text, start, line.end) else "byline"
    return (credited, line, rule) if credited else None


def _inside(text: str, line: Span, known: Labels) -> Iterator[_Found]:
    """Credits that share a line with the report."""
    dateline = _DATELINE.match(text, *line)
    if dateline:
        group = "medium" if dateline["medium"] else "lead"
        medium, span = dateline[group], Span(*dateline.span(group))
        named = [] if medium[0] == "本" else [Credited(medium, "publisher", span)]
        plain = dateline.group().endswith(medium + "讯")
        yield named, Span(span.start, dateline.end() if plain else span.end), "dateline"
    for bracket in _BRACKET.finditer(text, *line):
        inner = Span(*bracket.span(1))
        first = dateline and not text[dateline.end() : bracket.start()].strip()
        credited = _bracket(text, inner, known) or (
            alone(text, inner, behind_dateline=True) if first else []
        )
        if credited or re.fullmatch("本[网报]讯", bracket[1]):
            yield credited, Span(*bracket.span()), "bracket"
    yield from _photo_end(text, line, known)
    drawing = _DRAWING.match(text, *line)
    if drawing:
        span = Span(*drawing.span("medium"))
        yield [Credited(drawing["medium"], "other", span)], span, "quoted"
    for quoted in _QUOTED.finditer(text, *line) if _QUOTING.search(text, *line) else ():
        span = Span(*quoted.span("medium"))
        if quoted["medium"][0] != "本" and not (dateline and span.start < dateline.end()):
            yield [Credited(quoted["medium"], "other", span)], span, "quoted"


def _bracket(text: str, inner: Span, known: Labels) -> list[Credited]:
    """(记者甲、通讯员乙；编辑：丙)."""
    if not _BRACKETED.search(text, *inner):
        return []
    labels = find_labels(text, *inner, known)
    stop = labels[0].start if labels else inner.end
    behind = labelled(text, labels, inner.end, known) if labels else None
    before = shared_out(text, inner, known.roles) or marked(text, inner.start, stop, known)
    return [*_drawn(text, inner), *(before or []), *(behind or [])]


def _drawn(text: str, bracket: Span) -> list[Credited]:
    drawn = _DRAWN.match(text, *bracket)
    media = re.finditer("[^、]{2,}", drawn["media"]) if drawn else ()
    begin = drawn.start("media") if drawn else 0
    return [Credited(name[0], "other", Span(begin + name.start(), begin + name.end())) for name in media]


def _photo_end(text: str, line: Span, known: Labels) -> Iterator[_Found]:
    """A caption that ends in 新华社记者 甲 摄: only those words are the credit."""
    end = _PHOTO_END.search(text, max(line.start, line.end - _LONGEST_BYLINE), line.end)
    if not end:
        return
    start = max(text.rfind(sign, line.start, end.start()) for sign in "。！？”)）") + 1
    if start > line.start and end.start() - start <= _LONGEST_BYLINE:
        stop = end.end() if text[line.end - 1] not in ")）" else max(text.rfind("(", start, line.end),
                                                                 text.rfind("（", start, line.end))
        credited = marked(text, start, stop, known)
        if credited:
            yield credited, Span(start, line.end), "photo"


def _notices(text: str, line: Span) -> list[Credited]:
    found = []
    for notice in _NOTICE.finditer(text, *line):
        group = "maker" if notice["maker"] else "origin"
        for match in re.finditer("[^、“”]{2,}", notice[group]):
            if match[0][0] not in _OWN:
                at = notice.start(group) + match.start()
                found.append(Credited(match[0], "publisher", Span(at, at + len(match[0]))))
    return found


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold more than blanks, without the blanks around them."""
    start = 0
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            begin = start + line.index(inner)
            yield Span(begin, begin + len(inner))
        start += len(line) + 1


def _facts(found: list[tuple[Credited, str]]) -> tuple[CreditFact, ...]:
    rows: dict[tuple[str, str], tuple[list[Span], str]] = {}
    for one, rule in found:
        rows.setdefault((one.agent, one.role), ([], rule))[0].append(one.span)
    return tuple(
        CreditFact(agent=agent, role=role, evidence=tuple(dict.fromkeys(spans)), rule=f"credit-{rule}",
                   confidence=CONFIDENCE[rule])
        for (agent, role), (spans, rule) in rows.items()
    )


def _merged(zones: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for zone in sorted(zones):
        if merged and zone.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, zone.end))
        else:
            merged.append(zone)
    return tuple(merged)
