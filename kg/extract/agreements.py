"""Agreements: what was signed, and by whom. The signer is not the party; a city that signs is the party."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.extract.events import is_planned
from kg.extract.marks import Marks
from kg.extract.parties import PartyFinder
from kg.extract.sentences import Sentence, clause_end, clause_start, has_headline
from kg.extract.sides import GOVERNMENT, Known, Side
from kg.extract.spans import InOrder
from kg.extract.unquoted_titles import LEAST_TITLE, NAMELESS, QUANTITY, NounPhrases, Title, signing_forms
from kg.model import Span

_BARE = re.compile(r"合作协议书?|合作备忘录|合作框架协议")
_BETWEEN = re.compile(r"[、，和与及以\s并又还了下 ]|以及|还有|签署|签订|等|分别|共同|现场")
_OTHER_VERB = re.compile(r"[。；]|发[出表起]|通过|审议|实施|根据|按照|发布|印发|落实|题为|介绍|明确")
_NAMED_SO = re.compile(r"[^。；]{0,16}?名称?[都均]?(?:叫|为|是)做?")
_LISTED_BEFORE = re.compile(r"[〓、和及与等，]*(?:\d+[年月日]|[上下]午)*并?[由在]")
#: 期待双方尽快签署, 明年计划与乙签署, 督促企业签订: nobody has signed.
_WISHED = re.compile(
    r"(?:期待|推动|敦促|督促|呼吁|有利于|希望|旨在|力争|要求|鼓励|引导|尽快|接近|能否|如果|一旦|可能|考虑|争取|促成|寻求|谈判|计划"
    r"|谋求|愿意?|不规范|整改|明年|下[月周])[^，。；了]{0,24}$"
)
#: 就签署…进行磋商, 未签署: nothing was signed.
_NOT_DONE = re.compile(r"(?:就|关于|对|未|没有|商讨|商谈|推动|希望|争取|期待|尽快|探讨|拟|将|共商)$")
#: The name of a ceremony from the head of its clause; group 1 ends with the agreement.
_CEREMONY = re.compile(
    r"(?<=[，。；\n])在?([^，。；\n]{6,60}?(?:协议|备忘录|合同))(?:集中)?(?:签约|签字|签署)(?:仪式|现场)"
)
#: Words before an agreement that recall one of another day.
RECALLED = re.compile(
    r"早在|此前|自[\d去今前]|曾[与同和就]?|去年|前年|先前|当时|多年前|[一二三四五六七八九十\d]+年前|首轮|上一轮"
)
_GROUND = re.compile(r"根据|按照|依据|落实|遵守|违反|退出|废止")
#: 《…》签署25周年.
SINCE = re.compile(r"[^，。；]{0,8}(?:以来|周年)")
#: 甲与乙的《…》.
_OF_TWO = re.compile("[与和同][^，。；]{2,24}的$")
_SIGNERS = re.compile("的(?:双方)?(?:代表)?，?(?:[则正分别]*是|有|为|一位是)[：:]?")
_FAR_BACK = 40  # code points before a verb that can say of what day it is
_FAR = 14  # code points between a verb and a title in 《…》
_NEAR = 10  # between a title and the verb behind it


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
    """Finds agreements sentence by sentence; `known` are those who can be the parties of a verb.

    `masked` is the text with events and works blanked, so that their words are no verbs and no nouns.
    """

    def __init__(self, marks: Marks, masked: str, works: Sequence[Span], known: Known) -> None:
        self._text, self._masked, self._marks = marks.text, masked, marks
        self._works = InOrder(works, lambda work: work)
        self._known = known
        self._forms = signing_forms(marks.lexicon)
        self._phrases = NounPhrases(marks, masked)
        self._noun = marks.lexicon.agreement_noun

    @cached_property
    def _finder(self) -> PartyFinder:
        return PartyFinder(self._marks, self._known)

    def find(self, sentences: Sequence[Sentence]) -> list[Signed]:
        """All agreements in order, as the text states them."""
        here = sentences if self._works.all or self._marks.starts["agreement"] else ()
        found = _once(signed for sentence in here for signed in self._sentence(sentence))
        told = sentences[has_headline(self._text, sentences) :] if "签" in self._text else ()
        named = [signed for signed in found if not NAMELESS.fullmatch(signed.title)]
        return named or [s for sentence in told for s in self._ceremony(sentence)][:1] or found[:1]

    def _ceremony(self, sentence: Sentence) -> Iterator[Signed]:
        """甲市与乙市战略合作框架协议签约仪式举行: the agreement in the name of its ceremony."""
        for match in _CEREMONY.finditer(self._text, *sentence.span):
            side = self._finder.of_title(match.group(1), match.start(1))
            if side and not is_planned(self._marks.lexicon, self._text, *sentence.span):
                last = max(span.end for span in side.evidence)
                at = Span(last, match.start(1) + len(match.group(1)))
                words = self._text[at.start : at.end].lstrip("的")
                if len(words) >= LEAST_TITLE:
                    yield _signed(Title(Span(at.end - len(words), at.end), words, quoted=False), side)

    def _sentence(self, sentence: Sentence) -> list[Signed]:
        by_verb: dict[Span, list[Title]] = {}
        for title, verb in [*self._quoted(sentence), *self._phrases.find(sentence)]:
            if self._is_done(verb, sentence):
                by_verb.setdefault(verb, []).append(title)
        found: list[Signed] = []
        for verb in sorted(by_verb):
            found.extend(self._of_verb(verb, sorted(by_verb[verb], key=lambda t: t.span), sentence))
        return found

    def _is_done(self, verb: Span, sentence: Sentence) -> bool:
        """What the verb says took place: it is neither planned nor wished for nor denied."""
        text, start = self._masked, sentence.span.start
        clause = clause_start(text, start, verb.start, "，。；：\n")
        near = max(0, verb.start - 4)
        undone = _WISHED.search(text, clause, verb.start) or _NOT_DONE.search(text, near, verb.start)
        return not undone and not is_planned(self._marks.lexicon, text, start, verb.start)

    def _of_verb(self, verb: Span, titles: list[Title], sentence: Sentence) -> list[Signed]:
        phrase = titles[0].span if not titles[0].quoted else None
        if phrase is None and titles[0].span.start < verb.start and self._owned(titles[0], sentence):
            phrase = titles[0].span
        sides = self._finder.sides(verb, sentence, phrase=phrase) or self._named_behind(titles[-1], sentence)
        named = bool(sides) or not self._is_ground(verb)
        titles = [title for title in titles if self._stands(title, parties=bool(sides))] if named else []
        if len(sides) == len(titles) > 1:
            return [_signed(title, side) for title, side in zip(titles, sides, strict=True)]
        found: list[Signed] = []
        for title in titles:
            own = self._finder.of_title(title.words, title.span.start + title.quoted)
            by_title = own and (len(sides) <= 1 or len(titles) > 1)
            found.extend(_signed(title, side) for side in ([own] if by_title else sides or [Side()]))
        return found

    def _owned(self, title: Title, sentence: Sentence) -> bool:
        """甲与乙的《…》在会上签署: the parties stand before the title."""
        start = clause_start(self._text, sentence.span.start, title.span.start, "，。；\n")
        return _OF_TWO.search(self._text, start, title.span.start) is not None

    def _named_behind(self, title: Title, sentence: Sentence) -> list[Side]:
        """签下《…》的，一位是甲，一位是乙: the people behind the title, for whom they sign."""
        cleft = _SIGNERS.match(self._text, title.span.end, sentence.span.end)
        if cleft is None:
            return []
        end = clause_end(self._text, cleft.end(), sentence.span.end, "。；\n")
        return self._finder.people(Span(cleft.end(), end))

    def _is_ground(self, verb: Span) -> bool:
        """根据双方签署的…, 违反…签署的…: the ground of something else."""
        start = clause_start(self._text, max(0, verb.start - _FAR_BACK), verb.start, "，。；\n")
        return _GROUND.search(self._masked, start, verb.start) is not None

    def _stands(self, title: Title, *, parties: bool) -> bool:
        """A bare 合作协议, or a signed work that is none by its words, needs its parties in the clause, any
        other phrase needs parties; 《…协议》 is an agreement also where nobody says whose.
        """
        bare = _BARE.fullmatch(title.words) or NAMELESS.fullmatch(title.words)
        agreement = self._noun.search(title.words) and not bare
        told = agreement and not title.counted and (parties or title.quoted)
        return self._finder.direct or bool(told)

    # --- 《…》 ---------------------------------------------------------------------------------------

    def _quoted(self, sentence: Sentence) -> list[tuple[Title, Span]]:
        inside = self._works.starting(*sentence.span)
        verbs = list(self._forms.signs.finditer(self._masked, *sentence.span)) if inside else []
        out: list[tuple[Title, Span]] = []
        for number, work in enumerate(inside):
            verb = self._verb_before(inside[:number], work, verbs) or self._verb_after(work, sentence)
            if verb:
                words = self._text[work.start + 1 : work.end - 1].strip("《》")
                out.append((Title(work, words, True), verb))
        return out

    def _verb_before(self, others: Sequence[Span], work: Span, verbs: Sequence[re.Match[str]]) -> Span | None:
        """签署《甲》和《乙》: the last verb before a work, with little between but other works."""
        verb = next((v for v in reversed(verbs) if v.end() <= work.start), None)
        if verb is None:
            return None
        between = self._text[verb.end() : work.start]
        for other in others:
            if verb.end() <= other.start:
                between = between.replace(self._text[other.start : other.end], "")
        quantity = QUANTITY.match(between)
        rest = _BETWEEN.sub("", between[quantity.end() :] if quantity else between)
        near = len(rest) <= _FAR and not _OTHER_VERB.search(between)
        return Span(*verb.span()) if near or _NAMED_SO.fullmatch(between) else None

    def _verb_after(self, work: Span, sentence: Sentence) -> Span | None:
        """《…》正式签署; 《…》由甲和乙签署."""
        match = self._forms.after.match(self._masked, work.end, sentence.span.end)
        if not match:
            return None
        near = len(match.group().replace("〓", "")) <= _NEAR
        return Span(*match.span(1)) if near or _LISTED_BEFORE.match(self._masked, work.end) else None


def _signed(title: Title, side: Side) -> Signed:
    rule = "signed-work" if title.quoted else "signed-phrase"
    return Signed(title.words, side.parties, (*side.evidence, title.span), title.span, side.group, rule)


def _once(found: Iterable[Signed]) -> list[Signed]:
    """Each agreement once: one title between the same sides, also where 甲市 is told as 甲市政府."""
    made: dict[tuple[str, frozenset[str]], Signed] = {}
    for signed in found:
        key = (signed.title, frozenset(GOVERNMENT.sub("", party) for party in signed.parties))
        first = made.setdefault(key, signed)
        if first is not signed and signed.parties:
            made[key] = replace(first, evidence=(*first.evidence, *signed.evidence))
    return list(made.values())
