"""Agents: people (with their titles) as they stand in sentences, and groups of them that act together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.chains import Chain
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.occurrences import occurrences
from kg.extract.posts import person_name
from kg.extract.sentences import Sentence
from kg.extract.spans import InOrder
from kg.model import Span

#: What may stand between two people who act together.
_TOGETHER = re.compile(
    r"(?:还|也|又|分别(?![与同])|再)?(?>(?:[、，；和与及以同 \u3000]|还有|并|暨|连同|带领|率领?"
    r"|等(?=[、，和与及])|等[\u4e00-\u9fff]{2,16}?(?:成员|人员|嘉宾)(?=[、，和与及]))*)"
)
_TWO_AND_TWO = 4  # code points of a name of two parts
_VERB = 2  # code points of the shortest word after a name that is a verb for sure
#: 主持会议的是, 先后致辞的有: what announces a list; one person alone chairs.
_ANNOUNCES = re.compile(
    "(?:(?P<one>主持[^，。；]{0,12}?的|主持[人者])，?[则正]?[是为]"
    "|[的者人]，?[则正都还]?(?:还有|有|是|为|包括)[：:]?)$"
)
_CLAUSE = re.compile("[，；]")
_INTRO = 24  # code points of what announces a list
#: 甲(挂职)，乙: what may stand in brackets, and a further holder of a title whose name was not read.
_HOLE = re.compile(
    r"(?:\([^()]{1,24}\))?(?:同志|先生|女士|博士|教授|阁下)?(?:、|，|；|和|与|及|以及)"
    r"(?P<hole>(?:[^，。；：“”\d]{3,30}[、，；])?)"
)
#: 甲，企业家代表乙: what stands for a title.
_ROLE = re.compile("(?:、|，|和|与|以及)[\u4e00-\u9fff]{2,12}(?:代表|校友|企业家)")
#: 甲、运输及物流局副局长乙: words of the next one's body that its title did not take in.
_NEXT_BODY = re.compile(r"(?:、|，?以及|和|与|；)([\u4e00-\u9fffA-Za-z·()“”]{1,24})")
#: 甲等，诺贝尔奖得主、科学院院士乙: the same behind a comma, where no preposition begins a clause of its own.
_NEXT_HOLDER = re.compile(
    r"等?，(?![受由在对向把将被从与同和应以经到赴为是男女就并还也又随期会])([\u4e00-\u9fffA-Za-z·()“”、]{2,40})"
)


@dataclass(frozen=True, slots=True)
class Person:
    """One person at one place of the text; `span` covers the titles, `at` the name alone."""

    name: str
    at: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Party:
    """People who stand together in one sentence: what is said of them is said of each."""

    people: tuple[Person, ...]
    span: Span

    @property
    def names(self) -> tuple[str, ...]:
        """Their names, in order."""
        return tuple(person.name for person in self.people)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence with the groups of people it names, left to right."""

    sentence: Sentence
    groups: tuple[Party, ...]

    @property
    def span(self) -> Span:
        """The span of the sentence."""
        return self.sentence.span

    def before(self, number: int) -> int:
        """Where the words that lead to a group begin: behind the group before it."""
        return self.groups[number - 1].span.end if number else self.span.start

    def behind(self, number: int) -> int:
        """Where the words that follow a group end: at the next group."""
        return self.groups[number + 1].span.start if number + 1 < len(self.groups) else self.span.end


def find_people(
    marks: Marks, chains: Sequence[Chain], appointed: Iterable[str], blocked: Iterable[Span]
) -> list[Person]:
    """Every mention: in chains, and each other mention of a name that a chain or an appointment gave."""
    found = [_in_chain(marks.text, chain, number) for chain in chains for number in range(len(chain.names))]
    whole = whole_names({*appointed, *(p.name for p in found)})
    found = [replace(person, name=whole.get(person.name, person.name)) for person in found]
    names = sorted({*appointed, *(p.name for p in found)}, key=lambda n: (-len(n), n))
    taken = bytearray(len(marks.text))
    for start, end in (*(p.span for p in found), *blocked):
        taken[start:end] = b"\x01" * (end - start)
    short = whole_names(names)
    for span, name in occurrences(marks.text, [*names, *short]):
        if taken.find(1, span.start, span.end) < 0:
            found.append(Person(short.get(name, name), span, span))
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    return sorted(found, key=lambda p: p.at)


def _in_chain(text: str, chain: Chain, number: int) -> Person:
    """The first of a list has the titles before it, the last one those behind it."""
    name = chain.names[number]
    start = chain.start if number == 0 else name.start
    end = chain.end if number == len(chain.names) - 1 else name.end
    return Person(person_name(text, name), name, Span(start, end))


def whole_names(names: Iterable[str]) -> dict[str, str]:
    """马明别科夫 → 努尔兰别克·马明别科夫, where one full name alone ends or begins so."""
    parts: dict[str, list[str]] = {}
    names = list(names)
    for name in names:
        if len(name) >= _TWO_AND_TWO and "·" not in name and name[:2] in names:
            parts.setdefault(name[:2], []).append(name)  # 木山一行: 木山敬介
        for part in {name.rpartition("·")[2], name.partition("·")[0]} - {name}:
            if len(part) >= 2:
                parts.setdefault(part, []).append(name)
    return {part: full[0] for part, full in sorted(parts.items()) if len(full) == 1}


def by_sentence(marks: Marks, people: Iterable[Person], sentences: Sequence[Sentence]) -> list[Spoken]:
    """Each sentence with its groups of people."""
    ordered = InOrder(people, lambda person: person.at)
    return [Spoken(s, _groups(marks, ordered.starting(s.span.start, s.span.end))) for s in sentences]


def in_sentences(
    pattern: re.Pattern[str], text: str, spoken: Sequence[Spoken]
) -> Iterator[tuple[Spoken, re.Match[str]]]:
    """The matches of a pattern, each with the sentence that holds it; the pattern has no room for a stop."""
    for match in pattern.finditer(text):
        number = bisect_right(spoken, match.start(), key=lambda each: each.sentence.span.start) - 1
        if number >= 0 and match.end() <= spoken[number].span.end:
            yield spoken[number], match


def regrouped(marks: Marks, each: Spoken, people: Iterable[Person]) -> Spoken:
    """The sentence with other people in it."""
    return Spoken(each.sentence, _groups(marks, sorted(people, key=lambda person: person.at)))


def _groups(marks: Marks, people: Iterable[Person]) -> tuple[Party, ...]:
    groups: list[list[Person]] = []
    for person in people:
        if groups and _together(marks, groups[-1], person):
            groups[-1].append(person)
        else:
            groups.append([person])
    parts = (part for group in groups for part in _clauses(marks, group))
    return tuple(Party(tuple(part), Span(part[0].span.start, part[-1].span.end)) for part in parts)


def _clauses(marks: Marks, group: list[Person]) -> Iterator[list[Person]]:
    """主持会议的是甲，乙、丙出席: who is announced, and those behind the last comma, who do something
    of their own.
    """
    text, start = marks.text, group[0].span.start
    intro = _ANNOUNCES.search(text, max(0, start - _INTRO), start)
    gaps = [n for n in range(1, len(group))
            if _CLAUSE.search(text, group[n - 1].span.end, group[n].span.start)] if intro else []  # fmt: skip
    if not gaps:
        yield group
        return
    acts = _own_act(marks.lexicon).match(text, group[-1].span.end)
    cut = gaps[0] if intro and intro["one"] else gaps[-1] if acts else len(group)
    yield group[:cut]
    if cut < len(group):
        yield group[cut:]


def _together(marks: Marks, group: Sequence[Person], person: Person) -> bool:
    """甲、乙和丙. A list that is the object of a verb ends at a comma: 会见了甲和乙，丙参加会见."""
    last, text = group[-1].span.end, marks.text
    if person.span.start <= last:
        return True
    if not _TOGETHER.fullmatch(text, last, person.span.start) and not _leads(marks, last, person):
        return _beside(marks, Span(last, person.span.start))
    if "；" in text[last : person.span.start] and "主持" in text[group[-1].span.start : last]:
        return False  # 市长主持会议甲；市委书记乙出席
    start = group[0].span.start
    return "，" not in text[last : person.span.start] or not _takes_people(marks.lexicon).search(
        text, max(0, start - 6), start)  # fmt: skip


def _beside(marks: Marks, gap: Span) -> bool:
    """甲(挂职)，乙; 甲，省外办主任[a name that was not read]，乙: what stands in a list and does nothing."""
    text = marks.text
    match = _HOLE.fullmatch(text, *gap)
    if match is None:
        return False
    words = range(match.start("hole"), match.end("hole"))
    if _acts(marks.lexicon).search(text, *match.span("hole")):
        return False
    if match["hole"] == "" or any(at in marks.ends["title"] for at in words):
        return True
    still = all(len(marks.word("follower", at)) < _VERB for at in words)
    return still and any(at in marks.ends["organ"] for at in words)


def _leads(marks: Marks, start: int, person: Person) -> bool:
    """The words before a person in a list are those of the person's body, without a verb."""
    match = _NEXT_BODY.fullmatch(marks.text, start, person.span.start)
    if _ROLE.fullmatch(marks.text, start, person.at.start):
        return True
    if person.span.start == person.at.start:
        return False
    if match is None:
        holder = _NEXT_HOLDER.fullmatch(marks.text, start, person.span.start)
        return holder is not None and not _acts(marks.lexicon).search(marks.text, *holder.span())
    return all(len(marks.word("follower", at)) < _VERB for at in range(match.start(1), match.end()))


@cache
def _acts(lexicon: Lexicon) -> re.Pattern[str]:
    """Verbs of taking part, of visiting and meeting, of appointments."""
    roles = (f"role.{role}" for role in ("attended", "chaired", "spoke", "spoke.weak", "signed", "witnessed"))
    acts = ("event.visit", "event.reception", "appointment.appointed", "appointment.removed")
    words = lexicon.words(*roles, *acts, "role.accompanied", "role.attended.present")
    return re.compile("|".join(re.escape(word) for word in words if len(word) >= _VERB))


@cache
def _own_act(lexicon: Lexicon) -> re.Pattern[str]:
    """也出席, 先后见证签约: a verb right behind a list of people."""
    between = (
        "(?:同志)?(?:等(?:[^，。；]{0,8}?(?:领导|同志|人|负责人))?)?"
        "(?:[还也则又都均再]|先后|分别|一同|一起|共同|应邀|现场|随后|专程)*"
    )
    return re.compile(between + f"(?:{_acts(lexicon).pattern})")


@cache
def _takes_people(lexicon: Lexicon) -> re.Pattern[str]:
    """Verbs whose object is a list of people."""
    return re.compile(f"{lexicon.one_of('event.reception', 'edge.person.object')}了?$")
