"""Agreements without 《…》: the words of a title that end in 协议 or 备忘录, and the verb that signs it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.edges import left_edge
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.sentences import Sentence, clause_start
from kg.model import Span

#: 签署 of 签署仪式, 签约方 is no verb.
_NOT_VERB = r"(?!仪式|活动|者|方(?!案)|人(?![才民口文工大])|现场|项目(?!合作)|前(?!沿)|后，)[了过]?"
_ALSO = "[另还又互]签(?![署订约字定下了的发一])"  # 两市另签《…》
_NOUN_VERBS = ("签约", "签字")  # they take no object: 签约《…》 is rare, 签约 alone says nothing of a title
QUANTITY = re.compile(
    r"(?>(?:了|的?则是|的是|的还有|的有|的|下|包括|还有|一份|一项|[\d一二两三四五六七八九十]+[个份项]|一系列|系列|多项|多份|相关"
    r"|有关|等)+)"
)
#: Words that point to an agreement and are the title of none.
_NOT_TITLE = re.compile(
    r"(?:框架协议|协议书?|合同|备忘录|[该本此]协议|上述协议|系列协议|系列合作协议|多项合作协议|相关协议|[^协]{0,2}份协议)"
)
#: 甲与乙签署协议: an agreement of which nothing is said but whose it is.
NAMELESS = re.compile("协议书?")
_SEVERAL = re.compile(
    r"第[一二三四五六七八九十]+[份个项]|一批|多个|若干|及?系列|及|等|[\d一二两三四五六七八九十]+[余多]"
)
#: 协议约定, 协议金额, 签约仪式: what follows makes the noun no object of signing.
_NO_OBJECT = re.compile(
    r"(?:集中)?(?:签约|签署|签字|缔结)?(?:仪式|活动|金额|额|总额|约定|明确|提出|规定|内容|落实|任务|投资|项目|精神|为|中|清单"
    r"|框架|以来|后)"
)
_OF_VERB = re.compile("下?的?，")
_IS = re.compile("[则正都]?[是叫为]了?")
_LINKED = re.compile(r"[同与和跟][^，。；]{2,30}的是$")
LEAST_TITLE = 4
_LONGEST_TAIL = 24
#: 战略合作协议和三个基地合作协议: the next agreement begins.
_AND_OTHER = re.compile(
    r"(?:协议书?|备忘录|合同|意向书)[和与及](?P<count>[一两二三四五六七八九十\d]+[个份项])?"
)
_MANY = re.compile(r"(?:[2-9]|\d{2,}|[两二三四五六七八九十]+)[余多]?[个份项]$")
_NEAR = 10  # code points from the verb of a cleft clause to its end


@dataclass(frozen=True, slots=True)
class Title:
    """A title with the words that name it; `quoted` where it stands in 《…》."""

    span: Span
    words: str
    quoted: bool
    counted: bool = False  # 16项合作协议: several of one name


@dataclass(frozen=True, slots=True)
class SigningForms:
    """Verbs of signing before and behind a title."""

    signs: re.Pattern[str]
    after: re.Pattern[str]
    passive: re.Pattern[str]
    heads: tuple[str, ...]


@cache
def signing_forms(lexicon: Lexicon) -> SigningForms:
    """The forms in the words of a lexicon."""
    verbs = lexicon.one_of("document.signed")
    return SigningForms(
        signs=re.compile(rf"(?:{verbs}|{_ALSO}){_NOT_VERB}"),
        after=re.compile(rf"等?(?:[、，]并?由)?[^，。；]{{0,40}}?({verbs})"),
        passive=re.compile(rf"[^，。；]{{0,10}}?上?({verbs})|，由[^，。；]{{2,40}}?({verbs})"),
        heads=lexicon.words("edge.agreement.heads"),
    )


class NounPhrases:
    """The titles of one article without 《…》; `masked` is its text with events and works blanked."""

    def __init__(self, marks: Marks, masked: str) -> None:
        self._text, self._masked, self._marks = marks.text, masked, marks
        self._forms = signing_forms(marks.lexicon)
        self._noun = marks.lexicon.agreement_noun

    def find(self, sentence: Sentence) -> list[tuple[Title, Span]]:
        """Each title of a sentence with its verb."""
        out: list[tuple[Title, Span]] = []
        told = self._marks.starts["agreement"]
        for noun in self._noun.finditer(self._masked, *sentence.span) if told else ():
            found = self._noun_phrase(noun, sentence)
            words = self._text[found[0].start : found[0].end] if found else ""
            title = len(words) >= LEAST_TITLE and not (_NOT_TITLE.fullmatch(words) or _SEVERAL.match(words))
            nameless = found and NAMELESS.fullmatch(words) and self._text.startswith("签", found[1].start)
            if found and (title or nameless):
                name = _whole_quotes(words.removeprefix("关于")) if "《" not in words else words
                counted = _MANY.search(self._text, found[1].end, found[0].start) is not None
                out.append((Title(found[0], name, False, counted), found[1]))
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
        if cleft := self._cleft(clause, sentence):
            return Span(cleft[1], noun.end()), cleft[0]
        left = left_edge(self._marks, end, clause)
        passive = self._forms.passive.match(text, end, end + _LONGEST_TAIL)
        if passive:
            while left - 2 >= clause and text[left - 2 : left] in self._forms.heads:
                left -= 2
            at = passive.start(passive.lastindex or 1)
            return Span(left, end), Span(at, at + 2)
        linked = _LINKED.search(text, clause, left)
        return (Span(left, end), Span(left - 2, left)) if linked else None

    def _cleft(self, clause: int, sentence: Sentence) -> tuple[Span, int] | None:
        """甲与乙签的，是…协议: the verb at the end of the clause before, and where the title begins."""
        word, start = _IS.match(self._text, clause), max(sentence.span.start, clause - _NEAR)
        verbs = list(self._forms.signs.finditer(self._masked, start, clause)) if word else []
        near = verbs and _OF_VERB.fullmatch(self._text, verbs[-1].end(), clause)
        return (Span(*verbs[-1].span()), word.end()) if word and near else None

    def _object(self, verb: Span, noun: re.Match[str]) -> tuple[Span, Span] | None:
        """签署了两项协议、框架协议: from behind the verb and the quantity, or behind the last 、; none for
        those that are only counted behind another one.
        """
        quantity = QUANTITY.match(self._text, verb.end, noun.end())
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


def _whole_quotes(title: str) -> str:
    """Without a quotation mark at its edge that has no partner: “镇江协议 → 镇江协议."""
    return title if title.count("“") == title.count("”") else title.strip("“”")
