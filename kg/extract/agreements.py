"""Agreements: what was signed, and by whom. The signer is not the party; a city that signs is the party."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.events import planned
from kg.extract.marks import Marks, left_edge
from kg.extract.parties import PartyFinder, Side
from kg.extract.sentences import Sentence
from kg.model import Span

_SIGN = re.compile(r"(?:签署|签订|签下|签了|签过|签定|签的是|签一份|签的|签约|签字|达成|订立)(?!仪式|活动|者|方|人|现场|项目|前|后，)(?:了|过)?")
_QUANTITY = re.compile(r"^(?:了|的是|的还有|的有|的|下|包括|还有|一份|一项|[\d一二两三四五六七八九十]+(?:个|份|项)|一系列|系列|多项|多份|相关|有关|等)+")
_NOT_TITLE = re.compile(r"^(?:协议|协议书|框架协议|合同|备忘录|该协议|本协议|上述协议|此协议|系列协议|系列合作协议|多项合作协议|相关协议|[^协]{0,2}份协议)$")
_BARE = re.compile(r"^(?:合作协议|合作协议书|合作备忘录|合作框架协议)$")
_BETWEEN = re.compile(r"[、，和与及以\s并又还了下 ]|以及|还有|签署|签订|等|分别|共同|现场")
_NAMED_SO = re.compile(r"^[^。；]{0,16}?(?:名称|名)(?:都|均)?(?:叫|为|是)(?:做)?$")
#: Verbs that begin the title of an agreement.
_DOING = ("共建", "建立", "缔结", "开展", "推进", "深化", "加强", "关于", "结成", "共同")
#: Words by which a report speaks of its own side.
_SELF = re.compile(r"^(?:集团公司|集团|公司|学校|我校|本校|该校|企业|该公司|双方)")


@dataclass(frozen=True, slots=True)
class Signed:
    """An agreement as found: title, parties, its words, and the group that was expanded."""

    title: str
    parties: tuple[str, ...]
    evidence: tuple[Span, ...]
    at: Span
    via_group: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Title:
    span: Span
    words: str
    quoted: bool


class AgreementFinder:
    """Finds agreements sentence by sentence; `finder` says who the parties of a verb are."""

    def __init__(self, marks: Marks, masked: str, works: Sequence[Span], finder: PartyFinder) -> None:
        self.marks = marks
        self.masked = masked
        self.works = works
        self.finder = finder
        words = sorted(marks.lexicon.agreement_words, key=lambda w: (-len(w), w))
        self._noun = re.compile("(?:" + "|".join(map(re.escape, words)) + ")(?!书记)(?:书)?")

    def find(self, sentences: Sequence[Sentence]) -> list[Signed]:
        """All agreements in order, each title with the same parties once."""
        out: list[Signed] = []
        for sentence in sentences:
            out.extend(self._sentence(sentence))
        return _distinct(out, sentences[0].span.end if sentences else 0)

    def _sentence(self, sentence: Sentence) -> list[Signed]:
        by_verb: dict[Span, list[_Title]] = {}
        for title, verb in [*self._quoted(sentence), *self._unquoted(sentence)]:
            if not planned(self.masked[sentence.span.start : verb.start]):
                by_verb.setdefault(verb, []).append(title)
        found: list[Signed] = []
        for verb in sorted(by_verb):
            found.extend(self._of_verb(verb, sorted(by_verb[verb], key=lambda t: t.span), sentence))
        return found

    def _of_verb(self, verb: Span, titles: list[_Title], sentence: Sentence) -> list[Signed]:
        phrase = titles[0].span if not titles[0].quoted else None
        sides = self.finder.sides(verb, sentence, phrase=phrase)
        titles = [t for t in titles if self._stands(t)]
        if len(sides) == len(titles) > 1:
            return [_signed(t, s) for t, s in zip(titles, sides, strict=True)]
        found = []
        for title in titles:
            own = self.finder.of_title(title.words, title.span.start + title.quoted)
            if own and (len(sides) <= 1 or len(titles) > 1):
                found.append(_signed(title, own))
            else:
                found.extend(_signed(title, side) for side in sides)
        return found

    def _stands(self, title: _Title) -> bool:
        """A bare 合作协议, or a signed work that is none by its words, needs its parties in the clause."""
        agreement = bool(self._noun.search(title.words))
        return self.finder.direct or (agreement and not _BARE.match(title.words))

    # --- 《…》 ---------------------------------------------------------------------------------------

    def _quoted(self, sentence: Sentence) -> list[tuple[_Title, Span]]:
        verbs = list(_SIGN.finditer(self.masked, sentence.span.start, sentence.span.end))
        inside = [w for w in self.works if sentence.span.start <= w.start < sentence.span.end]
        out = []
        for work in inside:
            verb = self._verb_of(work, verbs, inside, sentence)
            if verb:
                out.append((_Title(work, self.marks.text[work.start + 1 : work.end - 1].strip("《》"), True), verb))
        return out

    def _verb_of(self, work: Span, verbs: list[re.Match[str]], inside: list[Span], sentence: Sentence) -> Span | None:
        """The signing verb that governs a work: before it with little between, or after it."""
        before = [v for v in verbs if v.end() <= work.start]
        if before:
            verb = before[-1]
            between = self.marks.text[verb.end() : work.start]
            for other in [w for w in inside if verb.end() <= w.start and w.end <= work.start]:
                between = between.replace(self.marks.text[other.start : other.end], "")
            rest = _BETWEEN.sub("", _QUANTITY.sub("", between))
            if (len(rest) <= 14 and not re.search(r"[。；]|通过|审议|实施|根据|按照|发布|印发|落实|题为|介绍|明确", between)) or _NAMED_SO.match(between):
                return Span(verb.start(), verb.end())
        after = self.masked[work.end : sentence.span.end]
        match = re.match(r"(?:等)?(?:[、，](?:并)?由)?[^，。；]{0,40}?(签署|签下|签订|签约|签字)", after)
        if match and (re.match(r"[〓、和及与等，]*(?:并)?(?:由|在)", after) or len(match.group().replace("〓", "")) <= 10):
            return Span(work.end + match.start(1), work.end + match.end(1))
        return None

    # --- without marks -------------------------------------------------------------------------------

    def _unquoted(self, sentence: Sentence) -> list[tuple[_Title, Span]]:
        out = []
        for noun in self._noun.finditer(self.masked, sentence.span.start, sentence.span.end):
            span, verb = self._noun_phrase(noun, sentence)
            words = self.marks.text[span.start : span.end]
            if verb is None or _NOT_TITLE.match(words) or len(words) < 4 or re.match(r"一批|多个|若干|系列|[\d一二两三四五六七八九十]+(?:余|多)", words):
                continue
            out.append((_Title(span, words.removeprefix("关于") if "《" not in words else words, False), verb))
        return out

    def _noun_phrase(self, noun: re.Match[str], sentence: Sentence) -> tuple[Span, Span | None]:
        text = self.marks.text
        after = text[noun.end() : noun.end() + 24]
        if re.match(r"(?:集中)?(?:签约|签署|签字|缔结)?(?:仪式|活动|金额|额|总额|约定|明确|提出|规定|内容|落实|任务|投资|项目|精神|为|中|清单|框架|以来|，双方将|后)", after):
            return Span(0, 0), None
        clause = max(sentence.span.start, *(text.rfind(m, sentence.span.start, noun.start()) + 1 for m in "，；。"))
        verbs = [m for m in _SIGN.finditer(self.masked, clause, noun.start()) if m.group() not in ("签约", "签字")]
        if verbs:
            verb = verbs[-1]
            skip = _QUANTITY.match(text[verb.end() : noun.end()])
            start = verb.end() + (skip.end() if skip else 0)
            listed = max(text.rfind(mark, start, noun.start()) + 1 for mark in "、》")
            listed += text.startswith("和", listed) and listed > 0
            if listed and noun.start() - listed >= 2:
                start = listed
            return Span(start, noun.end()), Span(verb.start(), verb.end())
        left = left_edge(self.marks, noun.end(), clause)
        passive = re.match(r"(?:[^，。；]{0,10}?)(?:上)?(签署|签字|签订|签约|达成)", after)
        if passive:
            at = noun.end() + passive.start(1)
            while text[left - 2 : left] in _DOING and left - 2 >= clause:
                left -= 2
            return Span(left, noun.end()), Span(at, at + 2)
        linked = re.search(r"(?:同|与|和|跟)[^，。；]{2,30}的是$", text[clause:left])
        if linked:
            return Span(left, noun.end()), Span(left - 2, left)
        return Span(0, 0), None


def _signed(title: _Title, side: Side) -> Signed:
    return Signed(title.words, side.parties, (*side.evidence, title.span), title.span, side.group,
                  "signed-work" if title.quoted else "signed-phrase")


def _distinct(found: list[Signed], head: int) -> list[Signed]:
    """Drop what only points back: the headline's words, a shorter title of the same parties, a twin."""
    out: list[Signed] = []
    for item in found:
        plain = _plain(item.title)
        others = [o for o in found if o is not item]
        if item.rule == "signed-phrase" and item.at.start < head and any(set(o.parties) & set(item.parties) for o in others if o.at.start >= head):
            continue
        twin = any(_plain(o.title) == plain and (set(item.parties) <= set(o.parties) or (
            set(o.parties) & set(item.parties) and any(_SELF.match(p) for p in item.parties))) for o in out)
        shorter = any(_plain(o.title).endswith(plain) and plain != _plain(o.title) and (
            set(item.parties) <= set(o.parties) or (len(plain) <= 6 and set(item.parties) & set(o.parties))) for o in others)
        if not twin and not shorter:
            out.append(item)
    return out


def _plain(title: str) -> str:
    return re.sub(r"[《》“”‘’\s]", "", title)
