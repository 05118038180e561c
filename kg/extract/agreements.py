"""Agreements: what was signed, and by whom. The signer is not the party; a city that signs is the party."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from kg.extract.edges import left_edge
from kg.extract.events import is_planned
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.parties import PartyFinder
from kg.extract.sentences import Sentence, clause_start, has_headline
from kg.extract.sides import GOVERNMENT, Known, Side
from kg.extract.spans import InOrder
from kg.model import Span

#: 签署 of 签署仪式, 签约方 is no verb.
_NOT_VERB = r"(?!仪式|活动|者|方(?!案)|人(?![才民口文工大])|现场|项目(?!合作)|前(?!沿)|后，)[了过]?"
_NOUN_VERBS = ("签约", "签字")  # they take no object: 签约《…》 is rare, 签约 alone says nothing of a title
_QUANTITY = re.compile(
    r"(?>(?:了|的是|的还有|的有|的|下|包括|还有|一份|一项|[\d一二两三四五六七八九十]+[个份项]|一系列|系列|多项|多份|相关"
    r"|有关|等)+)"
)
#: 战略合作协议和三个基地合作协议: the next agreement begins.
_AND_OTHER = re.compile(
    r"(?:协议书?|备忘录|合同|意向书)[和与及](?P<count>[一两二三四五六七八九十\d]+[个份项])?"
)
_MANY = re.compile(r"(?:[2-9]|\d{2,}|[两二三四五六七八九十]+)[余多]?[个份项]$")
#: Words that point to an agreement and are the title of none.
_NOT_TITLE = re.compile(
    r"(?:框架协议|协议书?|合同|备忘录|[该本此]协议|上述协议|系列协议|系列合作协议|多项合作协议|相关协议|[^协]{0,2}份协议)"
)
_SEVERAL = re.compile(r"一批|多个|若干|及?系列|及|等|[\d一二两三四五六七八九十]+[余多]")
_BARE = re.compile(r"合作协议书?|合作备忘录|合作框架协议")
_BETWEEN = re.compile(r"[、，和与及以\s并又还了下 ]|以及|还有|签署|签订|等|分别|共同|现场")
_OTHER_VERB = re.compile(r"[。；]|通过|审议|实施|根据|按照|发布|印发|落实|题为|介绍|明确")
_NAMED_SO = re.compile(r"[^。；]{0,16}?名称?[都均]?(?:叫|为|是)做?")
_LISTED_BEFORE = re.compile(r"[〓、和及与等，]*(?:\d+[年月日]|[上下]午)*并?[由在]")
#: 期待双方尽快签署, 明年计划与乙签署, 督促企业签订: nobody has signed.
_WISHED = re.compile(
    r"(?:期待|推动|敦促|督促|呼吁|有利于|希望|旨在|力争|要求|鼓励|引导|尽快|接近|能否|如果|一旦|可能|考虑|争取|促成|寻求|谈判|计划"
    r"|谋求|愿意?|不规范|整改|明年|下[月周])[^，。；了]{0,24}$"
)
#: 就签署…进行磋商, 未签署: nothing was signed.
_NOT_DONE = re.compile(r"(?:就|关于|对|未|没有|商讨|商谈|推动|希望|争取|期待|尽快|探讨|拟|将|共商)$")
#: 协议约定, 协议金额, 签约仪式: what follows makes the noun no object of signing.
_NO_OBJECT = re.compile(
    r"(?:集中)?(?:签约|签署|签字|缔结)?(?:仪式|活动|金额|额|总额|约定|明确|提出|规定|内容|落实|任务|投资|项目|精神|为|中|清单"
    r"|框架|以来|后)"
)
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
_LINKED = re.compile(r"[同与和跟][^，。；]{2,30}的是$")
_FAR_BACK = 40  # code points before a verb that can say of what day it is
_FAR = 14  # code points between a verb and a title in 《…》
_NEAR = 10  # between a title and the verb behind it
_LEAST_TITLE = 4
_LONGEST_TAIL = 24


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
    counted: bool = False  # 16项合作协议: several of one name


@dataclass(frozen=True, slots=True)
class _Forms:
    signs: re.Pattern[str]
    after: re.Pattern[str]
    passive: re.Pattern[str]
    heads: tuple[str, ...]


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    verbs = lexicon.one_of("document.signed")
    return _Forms(
        signs=re.compile(verbs + _NOT_VERB),
        after=re.compile(rf"等?(?:[、，]并?由)?[^，。；]{{0,40}}?({verbs})"),
        passive=re.compile(rf"[^，。；]{{0,10}}?上?({verbs})"),
        heads=lexicon.words("edge.agreement.heads"),
    )


class AgreementFinder:
    """Finds agreements sentence by sentence; `known` are those who can be the parties of a verb.

    `masked` is the text with events and works blanked, so that their words are no verbs and no nouns.
    """

    def __init__(self, marks: Marks, masked: str, works: Sequence[Span], known: Known) -> None:
        self._text, self._masked, self._marks = marks.text, masked, marks
        self._works = InOrder(works, lambda work: work)
        self._known = known
        self._forms = _forms(marks.lexicon)
        self._noun = marks.lexicon.agreement_noun

    @cached_property
    def _finder(self) -> PartyFinder:
        return PartyFinder(self._marks, self._known)

    def find(self, sentences: Sequence[Sentence]) -> list[Signed]:
        """All agreements in order, as the text states them."""
        here = sentences if self._works.all or self._marks.starts["agreement"] else ()
        found = _once(signed for sentence in here for signed in self._sentence(sentence))
        told = sentences[has_headline(self._text, sentences) :] if "签" in self._text else ()
        return found or [signed for sentence in told for signed in self._ceremony(sentence)][:1]

    def _ceremony(self, sentence: Sentence) -> Iterator[Signed]:
        """甲市与乙市战略合作框架协议签约仪式举行: the agreement in the name of its ceremony."""
        for match in _CEREMONY.finditer(self._text, *sentence.span):
            side = self._finder.of_title(match.group(1), match.start(1))
            if side and not is_planned(self._marks.lexicon, self._text, *sentence.span):
                last = max(span.end for span in side.evidence)
                at = Span(last, match.start(1) + len(match.group(1)))
                words = self._text[at.start : at.end].lstrip("的")
                if len(words) >= _LEAST_TITLE:
                    yield _signed(_Title(Span(at.end - len(words), at.end), words, quoted=False), side)

    def _sentence(self, sentence: Sentence) -> list[Signed]:
        by_verb: dict[Span, list[_Title]] = {}
        for title, verb in [*self._quoted(sentence), *self._unquoted(sentence)]:
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

    def _of_verb(self, verb: Span, titles: list[_Title], sentence: Sentence) -> list[Signed]:
        phrase = titles[0].span if not titles[0].quoted else None
        sides = self._finder.sides(verb, sentence, phrase=phrase)
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

    def _is_ground(self, verb: Span) -> bool:
        """根据双方签署的…, 违反…签署的…: the ground of something else."""
        start = clause_start(self._text, max(0, verb.start - _FAR_BACK), verb.start, "，。；\n")
        return _GROUND.search(self._masked, start, verb.start) is not None

    def _stands(self, title: _Title, *, parties: bool) -> bool:
        """A bare 合作协议, or a signed work that is none by its words, needs its parties in the clause, any
        other phrase needs parties; 《…协议》 is an agreement also where nobody says whose.
        """
        agreement = self._noun.search(title.words) and not _BARE.fullmatch(title.words)
        told = agreement and not title.counted and (parties or title.quoted)
        return self._finder.direct or bool(told)

    # --- 《…》 ---------------------------------------------------------------------------------------

    def _quoted(self, sentence: Sentence) -> list[tuple[_Title, Span]]:
        inside = self._works.starting(*sentence.span)
        verbs = list(self._forms.signs.finditer(self._masked, *sentence.span)) if inside else []
        out: list[tuple[_Title, Span]] = []
        for number, work in enumerate(inside):
            verb = self._verb_before(inside[:number], work, verbs) or self._verb_after(work, sentence)
            if verb:
                words = self._text[work.start + 1 : work.end - 1].strip("《》")
                out.append((_Title(work, words, True), verb))
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
        quantity = _QUANTITY.match(between)
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

    # --- without marks -------------------------------------------------------------------------------

    def _unquoted(self, sentence: Sentence) -> list[tuple[_Title, Span]]:
        out: list[tuple[_Title, Span]] = []
        told = self._marks.starts["agreement"]
        for noun in self._noun.finditer(self._masked, *sentence.span) if told else ():
            found = self._noun_phrase(noun, sentence)
            words = self._text[found[0].start : found[0].end] if found else ""
            if (
                found
                and len(words) >= _LEAST_TITLE
                and not (_NOT_TITLE.fullmatch(words) or _SEVERAL.match(words))
            ):
                title = _whole_quotes(words.removeprefix("关于")) if "《" not in words else words
                counted = _MANY.search(self._text, found[1].end, found[0].start) is not None
                out.append((_Title(found[0], title, False, counted), found[1]))
        return out

    def _noun_phrase(self, noun: re.Match[str], sentence: Sentence) -> tuple[Span, Span] | None:
        """The words of the title that a noun ends, and the verb that signs it."""
        text, end = self._text, noun.end()
        if _NO_OBJECT.match(text, end, end + _LONGEST_TAIL) or self._noun.match(self._masked, end):
            return None  # 合作计划 of 合作计划谅解备忘录
        clause = clause_start(text, sentence.span.start, noun.start())
        verbs = [m for m in self._forms.signs.finditer(self._masked, clause, noun.start())
                 if m.group() not in _NOUN_VERBS]  # fmt: skip
        if verbs:
            return self._object(Span(*verbs[-1].span()), noun)
        left = left_edge(self._marks, end, clause)
        passive = self._forms.passive.match(text, end, end + _LONGEST_TAIL)
        if passive:
            while left - 2 >= clause and text[left - 2 : left] in self._forms.heads:
                left -= 2
            return Span(left, end), Span(passive.start(1), passive.start(1) + 2)
        linked = _LINKED.search(text, clause, left)
        return (Span(left, end), Span(left - 2, left)) if linked else None

    def _object(self, verb: Span, noun: re.Match[str]) -> tuple[Span, Span] | None:
        """签署了两项协议、框架协议: from behind the verb and the quantity, or behind the last 、; none for
        those that are only counted behind another one.
        """
        quantity = _QUANTITY.match(self._text, verb.end, noun.end())
        start = quantity.end() if quantity else verb.end
        listed = max(self._text.rfind(mark, start, noun.start()) + 1 for mark in "、》")
        if listed and self._text.startswith("和", listed):
            listed += 1
        for other in _AND_OTHER.finditer(self._text, start, noun.start()):
            listed = max(listed, other.end())
            if other["count"]:
                return None
        if listed and noun.start() - listed >= 2:
            start = listed
        return Span(start, noun.end()), verb


def _signed(title: _Title, side: Side) -> Signed:
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


def _whole_quotes(title: str) -> str:
    """Without a quotation mark at its edge that has no partner: “镇江协议 → 镇江协议."""
    return title if title.count("“") == title.count("”") else title.strip("“”")
