"""Subjects of acts: whom an appointment or a career is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.extract.chains import Chain
from kg.extract.lexicon import Lexicon
from kg.extract.marks import STOPS, Marks
from kg.extract.names import read_name, surname_length
from kg.extract.segment import is_word
from kg.extract.sentences import clause_start
from kg.model import Span

Named = tuple[str, Span]

#: 甲、乙(女)、丙: names in the words of an act.
NAMES = (
    r"(?P<names>[\u4e00-\u9fff·]{2,12}?(?:\([^()]{1,12}\))?(?:、[\u4e00-\u9fff·]{2,8}?(?:\([^()]{1,8}\))?)*)"
)
_ELECTED = re.compile(rf"(?:^|[，；。：\n]){NAMES}(?:同志)?(?:分别)?(?:当选|连任|全票当选)+为?$")
#: 甲接替乙担任…: the post is the first one's.
_REPLACING = re.compile(
    r"(?:^|[，。；：、\n日 )])(?P<names>[\u4e00-\u9fff·]{2,12}?)(?:同志)?"
    r"接替[\u4e00-\u9fff·]{2,12}?(?:同志)?(?:担任|出任|任)$"
)
#: 祝贺甲当选…: it is not who congratulates; 您再次当选: whoever is spoken to, it is not the speaker.
_CONGRATULATED = re.compile(
    r"(?:祝贺|恭贺|贺)(?P<name>[\u4e00-\u9fff·]{1,14}?)(?:同志|阁下|先生|女士)?"
    r"(?:再次|成功|全票|顺利)?(?:当选|就任|连任|出任|担任)(?:连任|并连任)?(?:为|新一届)?$"
)
_SPOKEN_TO = re.compile(
    r"(?:您|你|阁下|贵[方国])(?:再次|成功|全票|顺利|已)?(?:当选|就任|连任|出任|担任)(?:连任|并连任)?(?:为|新一届)?$"
)
_ADDRESSED = re.compile(
    r"(?:致电|致函|致信|向)(?:新任|当选)?([\u4e00-\u9fff·]{2,14}?)(?:，|致贺|同志|阁下|先生|女士|表示)"
)
_SPEAKER = re.compile("[您你我]|阁下")
_PRONOUNS = ("他", "她", "其")
_TRAILING = re.compile(r"的(?:正?是)?([\u4e00-\u9fff]{2,4})(?=[，。；、现])")
_OF = re.compile(r"[\u4e00-\u9fff·]{2,12}?(?:同志)?的$")
#: 甲，男，汉族，…: a paragraph that tells a life begins with whose it is.
_LIFE_HEAD = re.compile(
    r"^[ \u3000]*([\u4e00-\u9fff·]{2,12}?)(?:同志)?"
    r"(?:[，、](?:[男女][，。、]|[^，。；\n]{1,6}族，|(?:19|20)\d\d年\d*月?出?生)"
    r"|(?:个人)?简[历介][ \u3000]*$)",
    re.MULTILINE,
)
_NOT_OF_NAME = re.compile(
    r"(?:同志|先生|女士|阁下|已经?|也|还|再次|全票|高票|成功|顺利|正式|不再|拟|将|兼任?|政协|以[^，、]+)+$|\(.*"
)
#: 同月任…, 后同时担任…: 同 and 后 are surnames too.
_NO_NAME = re.compile("[同当本次上今去][年月日]|后(?:同时|来|又|经|由|曾|兼|再|即|改|相继)")
_USUAL = 3  # code points of a Chinese name
_SHORTEST, _LONGEST, _LONGEST_HAN = 2, 12, 7  # code points of a name; without a middle dot
#: What follows a name at the head of a clause of an act, besides verbs of acts: 同志, a birth, a date.
_AFTER_NAME = r"同志|，(?:\d|现任|曾任|拟任|拟提名)|[，、]?[男女]，|\d|近日|日前"


@dataclass(frozen=True, slots=True)
class _Forms:
    named: re.Pattern[str]
    lead: re.Pattern[str]
    before_name: tuple[str, ...]
    after_name: re.Pattern[str]


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    persons = lexicon.one_of(
        *(f"appointment.{a}.person" for a in ("appointed", "removed", "elected", "nominated", "decided"))
    )
    acts = lexicon.one_of(
        "appointment.appointed", "appointment.removed", "appointment.elected", "edge.person.closes"
    )
    return _Forms(
        named=re.compile(
            rf"(?s:.*)(?:{persons}|为[^，；]{{2,30}}?[，；、])[：:]?{NAMES}(?:同志)?"
            r"(?:(?:因[^，；]{2,12})?辞去|为|任|担任|的|(?=第[一二三四五六七八九十]+届))"
            r"(?:第[一二三四五六七八九十]+届)?(?:中共)?$"
        ),
        lead=re.compile(f"(?:{persons})*"),
        before_name=lexicon.words("edge.person.opens"),
        after_name=re.compile(rf"{_AFTER_NAME}|[^，。；]{{0,26}}?{acts}"),
    )


class Subjects:
    """The people of one article, asked who an act is about; it learns names and keeps the last subject."""

    def __init__(self, marks: Marks, known: Iterable[Named]) -> None:
        self._marks = marks
        self._forms = _forms(marks.lexicon)
        self._last: Named | None = None
        self._known: dict[str, list[str]] = {}
        self._lives: list[Span] | None = None
        for name, _ in known:
            self._learn(name)

    def of(
        self, chain: Chain, start: int, before: str, after: str, entry: re.Match[str] | None
    ) -> list[Named]:
        """Who the act on a chain is about: named in it (also several), after it, before it, or carried on.

        `before` are the words from the sentence's beginning at `start` to the chain, `after` those behind it,
        `entry` the head of an entry of a notice.
        """
        if _SPOKEN_TO.search(before):
            return []
        if congratulated := _CONGRATULATED.search(before):
            return self._congratulated(congratulated, start, before)
        named = entry or _REPLACING.search(before) or _ELECTED.search(before)
        named = named or self._forms.named.match(before)
        several = self.several(named.group("names"), start + named.start("names")) if named else []
        if several:
            for name, _ in several:
                self._learn(name)
            self._last = several[-1]
            return several
        one = (
            self._trailing(chain, after)
            or self._of_name(start, before)
            or self._named_last(start, chain.titles[0].left)
            or self._life(start)
        )
        self._last = one or self._last
        return [self._last] if self._last else []

    def told(self, name: Named) -> None:
        """Keeps the last subject, found by other means: 免去甲某集团董事长职务，免去其…."""
        self._learn(name[0])
        self._last = name

    def _congratulated(self, match: re.Match[str], start: int, before: str) -> list[Named]:
        """致电苏林，祝贺他当选…: him to whom somebody writes."""
        named = match if match["name"] not in _PRONOUNS else _ADDRESSED.search(before)
        if named is None or _SPEAKER.search(named[1]):
            return []
        name, at = _NOT_OF_NAME.sub("", named[1]), start + named.start(1)
        span = self._bare(at, at + len(name))
        name = self._marks.text[span.start : span.end]
        self._learn(name)
        return [(name, span)]

    def known_before(self, end: int) -> Named | None:
        """The person known already whose name ends here."""
        starts = (end - size for size in (4, 3, 2) if self._is_known(end - size, end))
        start = next(starts, None)
        return None if start is None else (self._marks.text[start:end], Span(start, end))

    def new_at(self, start: int, end: int) -> Named | None:
        """The person named in an interval, if it begins with a surname; it is learnt."""
        if not surname_length(self._marks, start):
            return None
        name = self._marks.text[start:end]
        self._learn(name)
        return name, Span(start, end)

    def several(self, words: str, at: int) -> list[Named]:
        """甲、乙(女)、丙 as names with their spans; empty when one of them is none.

        市委副书记、代市长甲: titles before a name are left aside.
        """
        found, known = list[Named](), 0
        for match in re.finditer(r"[^、 ]+", words):
            start, end = at + match.start(), at + match.start() + len(_NOT_OF_NAME.sub("", match.group()))
            if end in self._marks.ends["title"] and match.end() < len(words):
                continue
            span = self._bare(start, end)
            name = self._marks.text[span.start : span.end]
            longest = _LONGEST if "·" in name else _LONGEST_HAN
            if not _SHORTEST <= len(name) <= longest or _NO_NAME.match(name) or "为" in name[1:-1]:
                return []
            known += bool(surname_length(self._marks, span.start) or "·" in name)
            found.append((name, span))
        # One rare surname (訚) does not make a list of names something else.
        return found if known and known >= len(found) - 1 else []

    def _bare(self, start: int, end: int) -> Span:
        """The name alone: 决定任命甲, 副市长甲, 习近平主席 of whom the text has spoken before."""
        text = self._marks.text
        lead = self._forms.lead.match(text, start, end)
        start = lead.end() if lead else start
        start += text[start] in "是由" and surname_length(self._marks, start + 1) > 0
        whole = text.find("·", start, end)  # 阿瑟·穆塔里卡 of whom a headline has only the end
        for cut in range(start + 1, end - 1 if whole < 0 else whole):
            if self._is_known(cut, end) or (cut in self._marks.ends["title"] and self._is_name(cut, end)):
                start = cut
                break
        return self._known_at(start, end - 2) or Span(start, end)

    def _is_known(self, start: int, end: int) -> bool:
        words = self._marks.text[start:end]
        return words in self._known.get(words[:_SHORTEST], ())

    def _is_name(self, start: int, end: int) -> bool:
        usual = surname_length(self._marks, start) > 0 and end - start <= _USUAL
        return usual or "·" in self._marks.text[start:end]

    def _life(self, position: int) -> Named | None:
        """Whose life the paragraph tells, or the lines under a heading."""
        heads = self._heads()
        index = bisect_left(heads, (position, position)) - 1
        if index < 0 or (self._last and self._last[1].start > heads[index].start):
            return None
        return self._marks.text[heads[index].start : heads[index].end], heads[index]

    def _heads(self) -> list[Span]:
        if self._lives is None:
            found = (match for match in _LIFE_HEAD.finditer(self._marks.text) if not is_word(match[1]))
            spans = (Span(*match.span(1)) for match in found)
            self._lives = [span for span in spans if surname_length(self._marks, span.start)]
        return self._lives

    def _trailing(self, chain: Chain, after: str) -> Named | None:
        """任市长的甲，…: the name behind the post."""
        match = _TRAILING.match(after)
        at = Span(chain.end + match.start(1), chain.end + match.end(1)) if match else None
        if match is None or at is None or not surname_length(self._marks, at.start):
            return None
        return match.group(1), at

    def _of_name(self, start: int, before: str) -> Named | None:
        """免去甲的市长职务."""
        match = _OF.search(before, clause_start(before, 0, len(before), "，。；："))
        if not match or not surname_length(self._marks, start + match.start()):
            return None
        span = read_name(self._marks, start + match.start())
        return (self._marks.text[span.start : span.end], span) if span else None

    def _named_last(self, start: int, end: int) -> Named | None:
        """The last person named in an interval: known already, or at the head of a clause."""
        for position in range(end - 1, start - 1, -1):
            span = self._known_at(position, end) or self._new_at(position, start, end)
            if span:
                name = self._marks.text[span.start : span.end]
                self._learn(name)
                return name, span
        return None

    def _known_at(self, position: int, end: int) -> Span | None:
        text = self._marks.text
        for name in self._known.get(text[position : position + _SHORTEST], ()):
            if text.startswith(name, position, end):
                return Span(position, position + len(name))
        return None

    def _new_at(self, position: int, start: int, end: int) -> Span | None:
        """A name at the head of a clause, or after 前任 or a verb of appointing, that does something."""
        text = self._marks.text
        headed = (
            position == start
            or text[position - 1] in STOPS
            or text.endswith(self._forms.before_name, 0, position)
        )
        if not headed or not surname_length(self._marks, position) or _NO_NAME.match(text, position):
            return None
        span = read_name(self._marks, position)
        if span is None or span.end > end or not self._forms.after_name.match(text, span.end, span.end + 14):
            return None
        word = text[span.start : span.end]
        is_word = word in self._marks.lexicon.leaders or word in self._marks.lexicon.followers  # 同年, 其后
        native = word.endswith("人") and position in self._marks.starts["place"]  # 山东人
        return None if is_word or native else span

    def _learn(self, name: str) -> None:
        names = self._known.setdefault(name[:_SHORTEST], [])
        if name not in names:
            names.append(name)
