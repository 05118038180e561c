"""Documents: works that are adopted, issued, presented or cited; signed ones are agreements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.repeats import plain
from kg.extract.sentences import Sentence, clause_start, sentence_at
from kg.extract.spans import InOrder, Spans
from kg.model import Span

_THEME = re.compile(
    r"(?:题为|主题为|以)“([^”]{4,60})”(?:为题|的(?:主旨|主题|专题)?(?:报告|发言|演讲|讲话)|[，。])"
)
_PRESS = re.compile(r"(?:日报|晚报|晨报|时报|周刊|杂志|新闻|纪实|电影|歌|曲|之歌)$")
_NOTICE = r"关于[^，。；《》]{2,40}?的(?:通知|公告|意见|决定|通告|公示)"
_HAD = re.compile(r"(?:此前|日前已|已)审议")
_ADOPTED_AFTER = re.compile(r"(?:草案)?(?:\(草案\))?[^，。]{0,4}[获经]?[^，。]{0,6}(?:审议|表决)?通过")
_TITLED = re.compile(r"(?:题为|主题为|以|围绕)$")
_TITLED_AFTER = re.compile(r"为题|的[^，。]{0,6}(?:演讲|发言|报告|讲话|致辞|讲座)")
_MADE_PUBLIC = re.compile(r"发表了?$")
_DECLARATION = re.compile(r"宣言|声明|倡议|公报|共识》")
_ON = ("对", "围绕", "关于", "就")  # prepositions that need 作说明 behind the title
_REFERRED = re.compile(r"根据|按照|依据|贯彻|落实|自(?![然治由主我己信强贸])")
_BETWEEN = re.compile(r"[、，和及与以\n]*|以及|.{0,2}")
_YEAR = re.compile(r"((?:19|20)\d\d)年的?$")
_SHORT = 6  # code points of a title that points back to one in full
_LONGEST_LEAD = 30  # code points before a title in its clause that can say it was adopted
_ADOPT_NEAR, _ISSUE_NEAR = 14, 8


@dataclass(frozen=True, slots=True)
class Work:
    """A document with its relation to what happened."""

    title: str
    relation: str
    span: Span
    year: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Around:
    """The words around a title: of its clause before it, itself, and of its sentence after it."""

    tail: str
    title: str
    after: str


@dataclass(frozen=True, slots=True)
class _Forms:
    adopts: re.Pattern[str]
    adopts_it: re.Pattern[str]
    issues: re.Pattern[str]
    issued_after: re.Pattern[str]
    presents: re.Pattern[str]
    presented_after: re.Pattern[str]
    notice: re.Pattern[str]


_UNDONE = re.compile(r"(?:未|没有|将于?|拟|计划|即将|准备)[^，。；]{0,8}$")
_SINCE = re.compile(r"自(?:从)?[^，。；]{0,8}$")


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    one = lexicon.one_of
    issues = one("document.issued", "document.issued.after")
    return _Forms(
        adopts=re.compile(one("document.adopted")),
        adopts_it=re.compile(f"{one('document.adopted')}了?的?$"),
        issues=re.compile(f"{issues}了?"),
        issued_after=re.compile(
            f"(?:[^，。；]{{0,6}}|[^，。；由]{{0,8}}由[^，。；]{{2,20}}?)(?:正式)?{one('document.issued.after')}"
        ),
        presents=re.compile(f"(?:{one('document.presented')}了?|{'|'.join(_ON)})$"),
        presented_after=re.compile(
            rf"[^，。；]{{0,14}}?(?:(?:[作做]|进行)了?)?[^，。；]{{0,6}}?{one('document.presented.after')}"
        ),
        notice=re.compile(f"{issues}了?({_NOTICE})"),
    )


def find_documents(
    marks: Marks, works: Sequence[Span], signed: Sequence[Span], sentences: Sequence[Sentence]
) -> list[Work]:
    """Every title in 《…》 that is no agreement, with each relation once; and unquoted notices.

    `signed` are the spans of the works that are agreements.
    """
    text, out = marks.text, list[Work]()
    taken, ordered = Spans(signed), InOrder(works, lambda work: work)
    agreements = {plain(text[s.start : s.end]) for s in signed}
    endings = {title[n:] for title in agreements for n in range(len(title))}
    for span in works:
        title = text[span.start + 1 : span.end - 1]
        sentence = None if taken.meets(span) else sentence_at(sentences, span.start)
        if sentence is None or plain(title) in endings or _PRESS.search(title):
            continue
        relation, rule = _relation(marks.lexicon, _around(text, span, sentence, ordered))
        if relation != "cited" or title.rstrip(")）").endswith(marks.lexicon.document_words):
            out.append(Work(title, relation, span, _year(text, span, sentence), rule))
    return _strongest([*_in_full(out), *_unquoted(marks)])


def _in_full(found: Sequence[Work]) -> Iterator[Work]:
    """《实施意见》 after 《关于…的实施意见》: the one title before that ends so."""
    ending: dict[str, set[str]] = {}
    for work in found:
        title = plain(work.title)
        full = ending.get(title, set())
        yield replace(work, title=next(iter(full))) if len(full) == 1 else work
        for size in range(2, min(_SHORT, len(title) - 1) + 1):
            ending.setdefault(title[-size:], set()).add(work.title)


def _unquoted(marks: Marks) -> list[Work]:
    """发布关于…的通告; 以“…”为题的报告."""
    forms = ((_forms(marks.lexicon).notice, "issued"), (_THEME, "presented"))
    return [Work(match.group(1), relation, Span(*match.span(1)), None, "unquoted")
            for form, relation in forms for match in form.finditer(marks.text)]  # fmt: skip


def _around(text: str, span: Span, sentence: Sentence, works: InOrder[Span]) -> _Around:
    """What stands around a title and the titles that it is listed with."""
    start = clause_start(text, sentence.span.start, span.start, "。；")
    first = span
    for other in reversed(works.starting(start, span.start)):
        if not _BETWEEN.fullmatch(text, other.end, first.start):
            break
        first = other
    tail = text[clause_start(text, start, first.start, "，") : first.start].strip()
    return _Around(tail, text[first.start : span.end], text[span.end : sentence.span.end])


def _relation(lexicon: Lexicon, around: _Around) -> tuple[str, str]:
    """(relation, rule): the first that holds; a title that nothing is done with is cited."""
    if _UNDONE.search(around.tail) or (_SINCE.search(around.tail) and "以来" in around.after[:12]):
        return "cited", "cited"
    checks: tuple[tuple[Callable[[_Forms, _Around], bool], str, str], ...] = (
        (_adopted, "adopted", "adopt-verb"),
        (lambda _, a: bool(_ADOPTED_AFTER.match(a.after)), "adopted", "adopt-after"),
        (
            lambda _, a: bool(_TITLED.search(a.tail) and _TITLED_AFTER.match(a.after)),
            "presented",
            "present-verb",
        ),
        (
            lambda _, a: bool(_MADE_PUBLIC.search(a.tail) and _DECLARATION.search(a.title)),
            "issued",
            "issue-verb",
        ),
        (_presented, "presented", "present-verb"),
        (_issued, "issued", "issue-verb"),
        (lambda f, a: bool(f.issued_after.match(a.after)), "issued", "issue-after"),
    )
    forms = _forms(lexicon)
    return next(
        ((relation, rule) for holds, relation, rule in checks if holds(forms, around)), ("cited", "cited")
    )


def _adopted(forms: _Forms, around: _Around) -> bool:
    tail = around.tail
    near = len(tail) < _LONGEST_LEAD and forms.adopts.search(tail, max(0, len(tail) - _ADOPT_NEAR))
    return bool(near or (forms.adopts_it.search(tail) and not _HAD.search(tail)))


def _presented(forms: _Forms, around: _Around) -> bool:
    if not forms.presents.search(around.tail):
        return False
    return not around.tail.endswith(_ON) or forms.presented_after.match(around.after) is not None


def _issued(forms: _Forms, around: _Around) -> bool:
    near = forms.issues.search(around.tail, max(0, len(around.tail) - _ISSUE_NEAR))
    return near is not None and not _REFERRED.search(around.tail)


def _year(text: str, span: Span, sentence: Sentence) -> str | None:
    match = _YEAR.search(text, max(sentence.span.start, span.start - 8), span.start)
    return match.group(1) if match else None


def _strongest(found: Sequence[Work]) -> list[Work]:
    """A work that was adopted or presented is not also cited; each (title, relation) once."""
    strong = {plain(w.title) for w in found if w.relation != "cited"}
    out: dict[tuple[str, str], Work] = {}
    for work in found:
        if work.relation != "cited" or plain(work.title) not in strong:
            out.setdefault((plain(work.title), work.relation), work)
    return list(out.values())
