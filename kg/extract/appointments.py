"""Appointments and removals, and the posts of a career that a text tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.extract.act_kinds import HELD, Kind, doubted, find_kind, kind_of
from kg.extract.bodies import Bodies
from kg.extract.body import Body, ChainState
from kg.extract.chains import Chain, name_like
from kg.extract.marks import Marks
from kg.extract.names import surname_length
from kg.extract.notices import Notices
from kg.extract.sentences import Sentence, sentence_at
from kg.extract.subjects import Named, Subjects
from kg.model import Span

_SESSION = re.compile(
    r"(政协)([\u4e00-\u9fff]{2,10}?)(?:第|委员会)[^。；]{0,20}会议"
    r"|([\u4e00-\u9fff]{2,12}?[省市县区州])[^。；，]{0,8}人民代表大会[^。；]{0,12}会议"
)
_DATED = re.compile(r"(?:原|时任|前|新一[届任]|首[届任]|(?<=[为任选])(?:政协)?第[一二三四五六七八九十]+届)$")
_EACH = re.compile("分别(?:当选|担任|任|出任|为)为?$")  # 甲、乙分别当选院长和检察长
_MOVED = re.compile(r"(?:转到|调到|调任|到|赴|在)([^，。；]{3,20}?)(?:任|担任)$")
#: 还任…; 职务，乙为…: what joins a chain to the act before it.
_NEXT_POST = re.compile(r"[，、和]?还?原?")
_NEXT_PERSON = re.compile(r"(?:职务)?[，；、]\s*[\u4e00-\u9fff·、 ]{2,30}(?:同志)?为")
#: 秘书长由甲兼任, 院长由某局局长甲担任: the post before, its holder behind.
_HELD_BY = re.compile(r"由([^，。；\n]{2,24}?)(?:同志)?(?:兼任|担任|出任)")
#: 市委书记一职由甲接任; 当选主席，副主席为甲、乙: who holds it stands behind.
_TAKEN_BY = re.compile(
    r"(?:等?职务|一职)，?[现已]?(?:[^，。；由]{0,8}，)?(?<!将)"
    r"由([\u4e00-\u9fff·]{2,8}?)(?:同志)?(?:接任|继任|接替|出任|担任)"
)
_NAMED_BEHIND = re.compile(
    r"(?:分别)?[为是]([\u4e00-\u9fff·]{2,12}(?:、[\u4e00-\u9fff·]{2,8})*)(?=[，；。]|$)"
)
_LONGEST_GAP = 40
_FOLLOWED = re.compile(r"(?:等?职务)?，(?:其职[务位])?由([\u4e00-\u9fff·]{2,8}?)(?:同志)?(?:接任|接替|继任)")
_TAKES = re.compile(r"(?<!被)(?:免去|任命|撤销|聘任|补选|增选)$")
#: 拟任设区市副厅级领导职务, 拟任县（市、区）党委书记: no post that anybody could name.
_UNNAMED = re.compile(r"地级市|设区的?市|副?[省厅局县处科]级|县[(（]市|省直单位|市直单位")
_LEVEL_WORDS = ("政协", "省委", "市委", "县委", "区委", "省政", "市政", "县政", "区政", "省人", "市人")
_SHORTEST_BODY = 3  # code points: a shorter one may stand elsewhere for another reason
_TIMES = 3  # mentions of an act after its first that can give its day


@dataclass(frozen=True, slots=True)
class Act:
    """One act on one post of one person; `action` is None for a post that is only told of.

    `again` are the words of the post where the text states the act once more; `told` those that say it, where
    they stand apart from the post (empty: nothing says for certain which act it was). `held` is from when to
    when a résumé says that the post was held.
    """

    person: str
    name: Span
    body: Body
    words: Span
    action: str | None
    former: bool
    rule: str
    again: tuple[Span, ...] = ()
    told: tuple[Span, ...] | None = None
    held: tuple[str | None, str | None] = (None, None)


class Careers:
    """Reads acts from the chains that have no names of their own, clause by clause.

    What the last clause said (who, and which act) is kept for the next one.
    """

    def __init__(self, marks: Marks, bodies: Bodies, known: Iterable[Named]) -> None:
        self._marks = marks
        self._bodies = bodies
        self._subjects = Subjects(marks, known)
        self._notices = Notices(marks.text, marks.lexicon)
        self._last_end = 0
        self._last: Kind | None = None

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
        return once(out)

    def _chain(self, chain: Chain, sentence: Sentence, carried: ChainState) -> list[Act]:
        text, left = self._marks.text, chain.titles[0].left
        before = _DATED.sub("", text[sentence.span.start : left])
        after = text[chain.end : sentence.span.end]
        kind = find_kind(self._marks.lexicon, before, after)
        entry = None if kind else self._notices.entry(before, left)
        if entry:
            kind = kind_of(entry[0])
        goes_on = kind is None and self._goes_on(left)
        kind = self._last if goes_on else kind
        behind = self._named_behind(chain, after, listed=goes_on)
        if behind and not doubted(self._marks.lexicon, before, after):
            kind = kind if goes_on and kind else kind_of("appointed")
            self._last_end = behind[-1][1].end
            return self._acts(chain, kind, before, behind, carried)
        if kind is None and text.startswith("代理", left) and after.startswith("职务"):
            kind = kind_of("appointed")
        if kind is None and (held := _HELD_BY.match(after)):
            holder = self._subjects.known_before(chain.end + held.end(1))
            return self._acts(chain, HELD, before, [holder], carried) if holder else []
        if kind is None or doubted(self._marks.lexicon, before, after):
            return []
        self._last_end, self._last = chain.end, kind
        named = self._subjects.of(chain, sentence.span.start, before, after, entry[1] if entry else None)
        chain, subjects = self._name_inside(chain, before, named)
        acts = self._acts(chain, kind, before, subjects, carried)
        return acts + self._followed(acts, chain.end) if kind.rule == "removed" else acts

    def _named_behind(self, chain: Chain, after: str, *, listed: bool) -> list[Named]:
        """市委书记一职由甲接任; in the list of an act (`listed`) 副主席为甲、乙: who is named behind."""
        if taken := _TAKEN_BY.match(after):
            holder = self._subjects.new_at(chain.end + taken.start(1), chain.end + taken.end(1))
            return [holder] if holder else []
        behind = _NAMED_BEHIND.match(after) if listed else None
        return self._subjects.several(behind[1], chain.end + behind.start(1)) if behind else []

    def _name_inside(
        self, chain: Chain, before: str, subjects: Sequence[Named]
    ) -> tuple[Chain, Sequence[Named]]:
        """免去甲某市副市长职务: the name stands before the body, with no 的 between.

        Where none is found, the act is only on somebody whom its own sentence has named.
        """
        first, text = chain.titles[0], self._marks.text
        if not _TAKES.search(before):
            return chain, subjects
        for length in (3, 2, 4):
            end = first.left + length
            start = end + 2 * text.startswith("同志", end)
            body = text[start : first.start]
            known = len(body) > _SHORTEST_BODY and text.count(body) > 1  # 免去甲某集团党委书记职务
            placed = known or start in self._marks.starts["place"] or body.startswith(_LEVEL_WORDS)
            titled = start > end and surname_length(self._marks, first.left)
            if start < first.start and placed and (titled or name_like(self._marks, first.left, end)):
                name = (text[first.left : end], Span(first.left, end))
                self._subjects.told(name)
                return replace(chain, titles=(replace(first, left=start), *chain.titles[1:])), [name]
        return chain, [each for each in subjects if each[1].start >= first.left - len(before)]

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
        self, chain: Chain, kind: Kind, before: str, subjects: Sequence[Named], carried: ChainState
    ) -> list[Act]:
        text, acts = self._marks.text, list[Act]()
        elected = kind.action == "elected"
        state = ChainState(carried.org if elected else "", carried.place, explicit=dict(carried.explicit))
        moved = _MOVED.search(before)
        paired = len(subjects) == len(chain.titles) > 1 and _EACH.search(before) is not None
        for number, title in enumerate(chain.titles):
            words = text[title.left : title.words_end]
            name = text[title.start : title.end]
            if words.startswith("代理"):
                words, name = words[2:], "代理" + name
            if name == "领导" or _UNNAMED.match(words):
                continue
            if moved and number == 0 and words in ("", "党组", "党委"):
                words = moved.group(1) + words
            body = self._bodies.resolve(words, name, title.start, state)
            if body is None and elected:
                body = self._of_session(before, name)
            if body is None:
                continue
            state.remember(body)
            former = kind.former or title.former
            span = Span(title.left, title.end)
            acts += [
                Act(person, at, body, span, kind.action, former, kind.rule, held=(kind.since, kind.until))
                for person, at in (subjects[number : number + 1] if paired else subjects)
            ]
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

def once(acts: Iterable[Act]) -> list[Act]:
    """Each act once; a post that another clause says was left is a former one."""
    unique: dict[tuple[str, str, str, str | None], Act] = {}
    for act in acts:
        key = (act.person, act.body.org, act.body.title, act.action)
        first = unique.get(key)
        unique[key] = replace(first, again=(*first.again, act.words)[:_TIMES]) if first else act
    left = {key[:3] for key in unique if key[3] == "removed"}
    return [replace(act, former=True) if key[:3] in left else act for key, act in unique.items()]
