"""Appointments and removals, and the posts of a career that a text tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.bodies import Bodies, Body, ChainState
from kg.extract.chains import Chain, name_like
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.names import surname_length
from kg.extract.notices import Notices
from kg.extract.sentences import Sentence, clause_start, sentence_at
from kg.extract.subjects import Named, Subjects
from kg.model import Span

_PERSONS = r"[：:]?[\u4e00-\u9fff·、 ]{2,120}(?:同志)?"
_SESSION = re.compile(
    r"(政协)([\u4e00-\u9fff]{2,10}?)(?:第|委员会)[^。；]{0,20}会议"
    r"|([\u4e00-\u9fff]{2,12}?[省市县区州])[^。；，]{0,8}人民代表大会[^。；]{0,12}会议"
)
_DATED = re.compile(r"(?:原|时任|前)$")
_MOVED = re.compile(r"(?:转到|调到|到|赴|在)([^，。；]{3,20}?)(?:任|担任)$")
#: 还任…; 职务，乙为…: what joins a chain to the act before it.
_NEXT_POST = re.compile(r"[，、和]?还?原?")
_NEXT_PERSON = re.compile(r"(?:职务)?[，；、]\s*[\u4e00-\u9fff·、 ]{2,30}(?:同志)?为")
_LONGEST_GAP = 40
_FOLLOWED = re.compile(r"(?:等?职务)?，(?:其职[务位])?由([\u4e00-\u9fff·]{2,8}?)(?:同志)?(?:接任|接替|继任)")
#: 研究院院长由甲兼任: the post before, its holder behind.
_BY = re.compile(r"(?:一职)?由([\u4e00-\u9fff·]{2,8}?)(?:同志)?(?:兼任|担任|出任)")
_TAKES = re.compile(r"(?:免去|任命|撤销|聘任)$")
_LEVEL_WORDS = ("省委", "市委", "县委", "区委", "省政", "市政", "县政", "区政", "省人", "市人")
_CANDIDATE = re.compile(r"人选|候选人")
_POST_LEFT = re.compile(r"等?的?(?:职务|职位|一职)?(?:予以|已?被)?(?:免去|免职|撤销)")
_POST_WORD = re.compile(r"等?职务")
#: Words of a life told: an appointment in such a sentence is a former one unless it is also dated as news.
_LIFE = re.compile(r"(?:19|20)\d\d年|曾|历任|先后|其后|此后|同年|当年")
_NEWS = re.compile(r"日前|近日|决定|任命")
_DAY = re.compile(r"(?<![年\d])\d{1,2}月\d{1,2}日")  # without a year: of this one
#: 1987年2月 某县某乡党委副书记: a line of a career begins with its date.
_RESUME = re.compile(
    r"\s*(?:19|20)\d\d(?:年(?:\d{1,2}月)?|[./]\d{1,2}(?:月)?)(?:起|后)?"
    r"(?:[-—–~至]+(?:(?:19|20)\d\d(?:年(?:\d{1,2}月)?|[./]\d{1,2})|(?P<still>今|)))?[，,：:\s]*"
)
#: 此前，他担任…; 此次履新前任…: what somebody was before.
_BEFORE = re.compile(r"(?:此前|此之前|之前|[任新职]前)，?(?!已)[^，。；已出]{0,5}?(?:担任|任)$")
#: 将出任, 4人当选: no act yet, nobody's act; …，海口市对此予以否认: none at all.
_AHEAD = re.compile(r"(?:将|将要|或|可能|提请)(?:会|正式|接替[^，。；]{2,8})?$|\d+[人名位]$")
_DENIED = re.compile(
    r"^(?:等?职务)?的(?:议案|提案|建议|说明)|不实|否认|辟谣|谣言|与事实不符|子虚乌有|误传|伪造"
)
_TIMES = 3  # mentions of an act after its first that can give its day
_NEAR = 30  # code points before a post that can date or doubt it


@dataclass(frozen=True, slots=True)
class Act:
    """One act on one post of one person; `action` is None for a post that is only told of.

    `again` are the words of the post where the text states the act once more.
    """

    person: str
    name: Span
    body: Body
    words: Span
    action: str | None
    former: bool
    rule: str
    again: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the words around a post say: the action (None: a post that is told of), and the rule."""

    action: str | None
    former: bool
    rule: str


#: In the order in which they are tried: 不再担任 ends in 担任.
_KINDS = (
    _Kind("removed", True, "removed"),
    _Kind("nominated", False, "nominated"),
    _Kind("elected", False, "elected"),
    _Kind(None, True, "career"),
    _Kind(None, False, "current"),
    _Kind("appointed", False, "appointed"),
)
_TOLD, _HELD = _KINDS[3:5]
_OF_PERSONS = ("removed", "nominated", "elected", "appointed")


@dataclass(frozen=True, slots=True)
class _Forms:
    """`verbs` by rule stand before the post; `persons` by rule have the person between them and the post."""

    verbs: dict[str, re.Pattern[str]]
    persons: dict[str, re.Pattern[str]]
    removes_before: re.Pattern[str]
    doubted: re.Pattern[str]


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    one = lexicon.one_of
    verbs = {kind.rule: one(f"appointment.{kind.rule}") for kind in _KINDS}
    persons = {rule: one(f"appointment.{rule}.person") for rule in _OF_PERSONS}
    link = {rule: "的?" if rule == "removed" else "(?:为|任|担任)" for rule in _OF_PERSONS}
    return _Forms(
        verbs={rule: re.compile(f"{verb}(?:为|了|其)?(?:中共)?$") for rule, verb in verbs.items()},
        persons={rule: re.compile(f"{persons[rule]}{_PERSONS}{link[rule]}$") for rule in _OF_PERSONS},
        removes_before=re.compile(
            f"{one('appointment.removed', 'appointment.removed.person')}[^。；，]{{0,18}}$"
        ),
        doubted=re.compile(one("modal.doubted")),
    )


class Careers:
    """Reads acts from the chains that have no names of their own, clause by clause.

    What the last clause said (who, and which act) is kept for the next one.
    """

    def __init__(self, marks: Marks, bodies: Bodies, known: Iterable[Named]) -> None:
        self._marks = marks
        self._bodies = bodies
        self._subjects = Subjects(marks, known)
        self._forms = _forms(marks.lexicon)
        self._notices = Notices(marks.text, marks.lexicon)
        self._last_end = 0
        self._last: _Kind | None = None

    def find(self, chains: Sequence[Chain], sentences: Sequence[Sentence]) -> list[Act]:
        """Acts in order; the subject is carried from clause to clause until another is named."""
        out: list[Act] = []
        paragraph, carried = -1, ChainState()
        for chain in chains:
            sentence = sentence_at(sentences, chain.start)
            if sentence is None or chain.names:
                continue
            if sentence.paragraph != paragraph:
                carried = ChainState()
            paragraph = sentence.paragraph
            out.extend(self._chain(chain, sentence, carried))
        return _once(out)

    def _chain(self, chain: Chain, sentence: Sentence, carried: ChainState) -> list[Act]:
        text, left = self._marks.text, chain.titles[0].left
        before = _DATED.sub("", text[sentence.span.start : left])
        after = text[chain.end : sentence.span.end]
        kind = self._kind(before, after)
        entry = None if kind else self._notices.entry(before, left)
        if entry:
            kind = _of_action(entry[0])
        if kind is None and self._goes_on(left):
            kind = self._last
        doubted = self._forms.doubted.search(before, max(0, len(before) - _NEAR)) or _DENIED.search(after)
        if kind is None or doubted:
            return []
        self._last_end, self._last = chain.end, kind
        named = self._subjects.of(chain, sentence.span.start, before, after, entry[1] if entry else None)
        chain, subjects = self._name_inside(chain, before, named)
        acts = self._acts(chain, kind, before, subjects, carried)
        return acts + self._followed(acts, chain.end) if kind.rule == "removed" else acts

    def _name_inside(
        self, chain: Chain, before: str, subjects: Sequence[Named]
    ) -> tuple[Chain, Sequence[Named]]:
        """免去甲某市副市长职务: the name stands before the body, with no 的 between."""
        first, text = chain.titles[0], self._marks.text
        if not _TAKES.search(before):
            return chain, subjects
        for length in (3, 2, 4):
            start = first.left + length
            placed = start in self._marks.starts["place"] or text[start : start + 2] in _LEVEL_WORDS
            if start < first.start and placed and name_like(self._marks, first.left, start):
                name = (text[first.left : start], Span(first.left, start))
                return replace(chain, titles=(replace(first, left=start), *chain.titles[1:])), [name]
        return chain, subjects

    def _followed(self, left: Sequence[Act], end: int) -> list[Act]:
        """…不再担任市长，由乙接任: the next holder is appointed to the same posts."""
        match = _FOLLOWED.match(self._marks.text, end)
        if not match or not surname_length(self._marks, match.start(1)):
            return []
        name, span = match.group(1), Span(*match.span(1))
        return [
            replace(act, person=name, name=span, action="appointed", former=False, rule="appointed")
            for act in left
        ]

    def _acts(
        self, chain: Chain, kind: _Kind, before: str, subjects: Sequence[Named], carried: ChainState
    ) -> list[Act]:
        text, acts = self._marks.text, list[Act]()
        elected = kind.action == "elected"
        state = ChainState(carried.org if elected else "", carried.place, explicit=dict(carried.explicit))
        moved = _MOVED.search(before)
        for number, title in enumerate(chain.titles):
            words = text[title.left : title.words_end] or (moved.group(1) if moved and number == 0 else "")
            name = text[title.start : title.end]
            body = self._bodies.resolve(words, name, title.start, state)
            if body is None and elected:
                body = self._of_session(before, name)
            if body is None:
                continue
            state.remember(body)
            former = kind.former or title.former
            span = Span(title.left, title.end)
            acts += [Act(person, at, body, span, kind.action, former, kind.rule) for person, at in subjects]
        carried.explicit, carried.place, carried.org = state.explicit, state.place, state.org
        return acts

    def _of_session(self, before: str, title: str) -> Body | None:
        """政协某州第九届委员会第一次会议选举…为主席: the body whose session elects."""
        match = _SESSION.search(before)
        if not match:
            return None
        words = (match.group(2) or "") + "政协" if match.group(1) else match.group(3) + "人大常委会"
        return self._bodies.resolve(words, title, 0, ChainState())

    def _goes_on(self, position: int) -> bool:
        """The list of an act goes on: another post of the same person, or 乙为… of 选举甲为…、乙为…."""
        if position - self._last_end > _LONGEST_GAP:
            return False
        gap = self._marks.text[self._last_end : position]
        return bool(_NEXT_POST.fullmatch(gap) or _NEXT_PERSON.fullmatch(gap))

    def _kind(self, before: str, after: str) -> _Kind | None:
        """What happened to the post that stands between the words; None when they tell of none."""
        if entry := _RESUME.fullmatch(before):
            return _HELD if entry["still"] is not None else _TOLD
        if before.endswith("新任"):
            return None  # 外国新任驻华大使
        kind = next((kind for kind in _KINDS if self._says(kind.rule, before, after)), None)
        verb = self._forms.verbs[kind.rule].search(before) if kind else None
        if (
            kind
            and kind.action
            and verb
            and _AHEAD.search(before, max(0, verb.start() - _NEAR), verb.start())
        ):
            return None
        if kind and kind.rule == "appointed":
            if _BEFORE.search(before, max(0, len(before) - _NEAR)):
                return _TOLD
            life = _LIFE.search(before, clause_start(before, 0, len(before), "。；"))
            news = _NEWS.search(before, max(0, len(before) - _NEAR)) or _DAY.search(before)
            return replace(kind, former=bool(life and not news))
        return kind

    def _says(self, rule: str, before: str, after: str) -> bool:
        """Do the words around a post say it? The act may also stand behind it: …职务予以免去, …候选人."""
        forms = self._forms
        if forms.verbs[rule].search(before) or (rule in forms.persons and forms.persons[rule].search(before)):
            return True
        if rule == "nominated":
            return _CANDIDATE.match(after) is not None
        left = _POST_LEFT.match(after) or (_POST_WORD.match(after) and forms.removes_before.search(before))
        return rule == "removed" and left is not None


def _of_action(action: str) -> _Kind:
    return next(kind for kind in _KINDS if kind.action == action)


def _once(acts: Iterable[Act]) -> list[Act]:
    """Each act once; a post that another clause says was left is a former one."""
    unique: dict[tuple[str, str, str, str | None], Act] = {}
    for act in acts:
        key = (act.person, act.body.org, act.body.title, act.action)
        first = unique.get(key)
        unique[key] = replace(first, again=(*first.again, act.words)[:_TIMES]) if first else act
    left = {key[:3] for key in unique if key[3] == "removed"}
    return [replace(act, former=True) if key[:3] in left else act for key, act in unique.items()]
