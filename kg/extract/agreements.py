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

_SIGN = re.compile(r"(?:签署|签订|签下|签了|签定|签的是|签一份|签的|缔结|达成|订立)(?!仪式|者|方|人)")
_SIGN_ON = re.compile(r"签字|签约|签署")
_QUANTITY = re.compile(r"^(?:了|的是|的还有|的有|的|下|包括|还有|一份|一项|[\d一二两三四五六七八九十]+(?:个|份|项)|一系列|系列|多项|多份|相关|有关|等|《[^》]*》[、和及与]*)+")
_NOT_TITLE = re.compile(r"^(?:协议|协议书|框架协议|合作协议|合同|备忘录|该协议|本协议|上述协议|此协议|系列协议|合作协议书|系列合作协议|多项合作协议|相关协议)$")
_WORKS_RUN = re.compile(r"[、，和与及以\s并 ]|以及|还有|并签署了?|签署了?|等")


@dataclass(frozen=True, slots=True)
class Signed:
    """An agreement as found: title, parties, its words, and the group that was expanded."""

    title: str
    parties: tuple[str, ...]
    evidence: tuple[Span, ...]
    at: Span
    via_group: str | None
    rule: str


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
            out.extend(self._quoted(sentence))
            out.extend(self._unquoted(sentence))
        return self._distinct(out)

    # --- 《…》 ---------------------------------------------------------------------------------------

    def _quoted(self, sentence: Sentence) -> list[Signed]:
        found: list[Signed] = []
        verbs = [m for m in _SIGN.finditer(self.masked, sentence.span.start, sentence.span.end)]
        inside = [w for w in self.works if sentence.span.start <= w.start < sentence.span.end]
        for work in inside:
            verb = self._verb_of(work, verbs, inside, sentence)
            if verb is None or planned(self.masked[sentence.span.start : verb.start]):
                continue
            title = self.marks.text[work.start + 1 : work.end - 1].strip("《》")
            side = self.finder.of_title(title) or self.finder.of_verb(verb, sentence)
            if len(side.parties) < 2:
                side = self.finder.fallback(side, verb)
            found.append(Signed(title, side.parties, (*side.evidence, work), work, side.group, "signed-work"))
        return found

    def _verb_of(self, work: Span, verbs: list[re.Match[str]], inside: list[Span], sentence: Sentence) -> Span | None:
        """The signing verb that governs a work: before it with only works between, or after it."""
        for verb in reversed([v for v in verbs if v.end() <= work.start]):
            between = self.marks.text[verb.end() : work.start]
            for other in reversed([w for w in inside if verb.end() <= w.start and w.end <= work.start]):
                between = between.replace(self.marks.text[other.start : other.end], "")
            if len(re.sub(_WORKS_RUN, "", _QUANTITY.sub("", between))) <= 14 and not re.search(r"[。；]|通过|审议|实施|根据|按照|发布|印发", between):
                return Span(verb.start(), verb.end())
            break
        after = self.masked[work.end : sentence.span.end]
        match = re.match(r"(?:等)?[、，]?[^，。；]{0,40}?(?:签署|签下|签订|签约|上签字|签字)", after)
        if match and "〓" not in match.group() or (match and re.search(r"^[〓、和及与等]*(?:由|在)", after)):
            return Span(work.end + match.end() - 2, work.end + match.end())
        return None

    # --- without marks -------------------------------------------------------------------------------

    def _unquoted(self, sentence: Sentence) -> list[Signed]:
        found: list[Signed] = []
        for noun in self._noun.finditer(self.masked, sentence.span.start, sentence.span.end):
            title_span, verb = self._noun_phrase(noun, sentence)
            if verb is None or planned(self.masked[sentence.span.start : verb.start]):
                continue
            title = self.marks.text[title_span.start : title_span.end]
            if _NOT_TITLE.match(title) or len(title) < 4 or re.match(r"一批|多个|若干|[\d一二两三四五六七八九十]+(?:余|多)", title):
                continue
            for side in self.finder.pairs(verb, title_span, sentence):
                if len(side.parties) >= 2:
                    found.append(Signed(title, side.parties, (*side.evidence, title_span), title_span, side.group, "signed-phrase"))
        return found

    def _noun_phrase(self, noun: re.Match[str], sentence: Sentence) -> tuple[Span, Span | None]:
        text = self.marks.text
        after = text[noun.end() : noun.end() + 16]
        if re.match(r"(?:签约|签署|签字|缔结)?(?:仪式|金额|额|总额|约定|明确|提出|规定|内容|落实|任务|投资|项目|精神|为|中|，双方将|后)", after):
            return Span(0, 0), None
        clause_start = max(sentence.span.start, *(text.rfind(m, sentence.span.start, noun.start()) + 1 for m in "，；。"))
        verbs = [m for m in _SIGN.finditer(self.masked, clause_start, noun.start())]
        if verbs:
            verb = verbs[-1]
            skip = _QUANTITY.match(text[verb.end() : noun.end()])
            start = verb.end() + (skip.end() if skip else 0)
            return Span(start, noun.end()), Span(verb.start(), verb.end())
        left = left_edge(self.marks, noun.end(), clause_start)
        passive = re.match(r"(?:[^，。；]{0,10}?)(?:上)?(签署|签字|签订|签约|达成)", after)
        if passive:
            at = noun.end() + passive.start(1)
            left = self._phrase_start(left, clause_start)
            return Span(left, noun.end()), Span(at, at + 2)
        linked = re.search(r"(?:同|与|和|跟)[^，。；]{2,30}的是$", text[clause_start:left])
        if linked:
            return Span(left, noun.end()), Span(clause_start + linked.start(), left)
        return Span(0, 0), None

    def _phrase_start(self, left: int, floor: int) -> int:
        text = self.marks.text
        for word in ("在", "的", "为", "了"):
            at = text.rfind(word, floor, left)
            if at >= 0 and at + 1 == left:
                return left
        return left

    def _distinct(self, found: list[Signed]) -> list[Signed]:
        """Drop what only points back: a shorter title of the same parties, a title already signed."""
        out: list[Signed] = []
        for item in found:
            plain = _plain(item.title)
            double = any(_plain(o.title).endswith(plain) and (not item.parties or set(item.parties) <= set(o.parties)
                         or item.rule == "signed-work" and len(plain) <= 6) for o in out)
            longer = [o for o in out if plain.endswith(_plain(o.title)) and set(o.parties) == set(item.parties) and o.at != item.at]
            if double:
                continue
            for other in longer:
                out.remove(other)
            out.append(item)
        return out


def _plain(title: str) -> str:
    return re.sub(r"[《》“”‘’\s]", "", title)


def side_of(sides: Sequence[Side]) -> Side:
    """Several sides as one."""
    parties = tuple(dict.fromkeys(p for s in sides for p in s.parties))
    return Side(parties, tuple(e for s in sides for e in s.evidence), next((s.group for s in sides if s.group), None))
