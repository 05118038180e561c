"""Appointments and removals, and the posts of a career that a text tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.bodies import Bodies, Body, ChainState
from kg.extract.chains import Chain
from kg.extract.marks import STOPS, Marks
from kg.extract.names import read_name, surname_length
from kg.extract.places import level_of
from kg.extract.posts import person_name
from kg.extract.sentences import Sentence, sentence_at
from kg.model import Span

_APPOINT = re.compile(r"(?:任命|决定任命|任|担任|出任|履新|转任|改任|调任|升任|接任|升为|晋升为?|转到|兼任|获任|就任|调升|提任|聘任?|被任命|赴任)(?:为|了)?(?:中共)?$")
_ELECT = re.compile(r"(?:当选|选举|推选|补选|增选|选为|连任)(?:为|了)?$")
_NOMINATE = re.compile(r"(?:提名|拟任|拟提名|推荐|拟提拔|拟担任)(?:为)?$")
_REMOVE = re.compile(r"(?:不再担任|不再兼任|卸任|辞去|免去|不再任|离任|被免去|撤销|卸去|免|去职)(?:了|其)?(?:中共)?$")
_IS = re.compile(r"(?:现任|现为|现是|现担任|系)(?:中共)?$")
_WAS = re.compile(r"(?:曾任|历任|曾是|曾担任|担任过|还担任过|先后任|先后担任|此前任|此前担任|原任|曾为|由|从|之前任|此前系)(?:中共)?$")
_NAMES = r"(?P<names>[\u4e00-\u9fff·]{2,12}?(?:\([^()]{1,8}\))?(?:、[\u4e00-\u9fff·]{2,8}?(?:\([^()]{1,8}\))?)*)"
_NAMED = re.compile(r"(?:任命|决定任命|选举|推选|补选|提名|推荐|聘任|批准任命|免去|决定免去|接受|同意|撤销|罢免|决定|并决定|为[^，；]{2,30}?[，；、])[：:]?" + _NAMES + r"(?:同志)?(?:辞去|为|任|担任|的)(?:中共)?$")
_SESSION = re.compile(r"(政协)([\u4e00-\u9fff]{2,10}?)(?:第|委员会)[^。；]{0,20}会议|([\u4e00-\u9fff]{2,12}?(?:省|市|县|区|州))[^。；，]{0,8}人民代表大会[^。；]{0,12}会议")
_ELECTED = re.compile(r"(?:^|[，；。：\n])" + _NAMES + r"(?:同志)?(?:分别)?(?:当选|连任|全票当选)(?:为)?$")
_DOUBT = re.compile(r"(?:传闻|网传|据传|谣言|辟谣|不实|否认|或将|有望|可能|传言|假如|是否|尚未|并未|呼声)")
_BIO = re.compile(r"(?:19|20)\d\d年|曾|历任|先后|其后|此后|同年|当年")
_NOW = re.compile(r"(?:现任|现为|日前|近日|[今昨]天|决定|任命)")
_HEAD_NAME = re.compile(r"(?:^|[，。；：、\n“ ]|其前任|缘于|由于|随着|央候补委员|同为[^，。]{0,14}的|，|原[^，。]{0,4})")


@dataclass(frozen=True, slots=True)
class Act:
    """One act on one post of one person; `action` is None for a post that is only told of."""

    person: str
    name: Span
    body: Body
    words: Span
    action: str | None
    former: bool
    date_near: int
    rule: str


class Careers:
    """Reads acts from the chains that have no names of their own."""

    def __init__(self, marks: Marks, bodies: Bodies, known: Sequence[tuple[str, Span]]) -> None:
        self.marks = marks
        self.bodies = bodies
        self.known = list(known)
        self.subject: tuple[str, Span] | None = None
        self.last_end = 0
        self.last_act: tuple[str | None, bool, str] | None = None

    def find(self, chains: Sequence[Chain], sentences: Sequence[Sentence]) -> list[Act]:
        """Acts in order; the subject is carried from clause to clause until another is named."""
        out: list[Act] = []
        previous: Sentence | None = None
        carried = ChainState()
        for chain in chains:
            sentence = sentence_at(sentences, chain.start)
            if sentence is None or chain.names:
                continue
            if previous is not None and sentence.paragraph != previous.paragraph:
                carried = ChainState()
            previous = sentence
            out.extend(self._chain(chain, sentence, carried))
        return _order(out)

    def _chain(self, chain: Chain, sentence: Sentence, carried: ChainState) -> list[Act]:
        text = self.marks.text
        before = re.sub(r"(?:原|时任|前)$", "", text[sentence.span.start : chain.titles[0].left])
        after = text[chain.end : sentence.span.end]
        action, former, rule = self._action(before, after)
        gap = text[self.last_end : chain.titles[0].left]
        if rule is None and self.last_act and self._same_act(gap):
            action, former, rule = self.last_act
        if rule is None or _DOUBT.search(before[-30:]):
            return []
        self.last_end, self.last_act = chain.end, (action, former, rule)
        subjects = self._subjects(before, after, chain, sentence)
        state = ChainState(explicit=dict(carried.explicit), place=carried.place,
                           org=carried.org if action == "elected" else "")
        acts: list[Act] = []
        moved = re.search(r"(?:转到|调到|到|赴|在)([^，。；]{3,20}?)(?:任|担任)$", before)
        for index, title in enumerate(chain.titles):
            words = text[title.left : title.words_end]
            if not words and index == 0 and moved:
                words = moved.group(1)
            body = self.bodies.resolve(words, text[title.start : title.end], title.start, state)
            if body is None and action == "elected":
                body = self._of_session(before, text[title.start : title.end])
            if body is None:
                continue
            state.org = body.org
            if body.place:
                state.place = body.place
                state.explicit[level_of(body.place)] = body.place
                if body.org.endswith(("委", "党委")):
                    state.explicit["party"] = body.org
            acts.extend(Act(name, at, body, Span(title.left, title.end), action, former or title.former, title.left, rule)
                        for name, at in subjects)
        carried.explicit, carried.place, carried.org = state.explicit, state.place, state.org
        return acts

    def _of_session(self, before: str, title: str) -> Body | None:
        """政协某州第九届委员会第一次会议选举…为主席: the body whose session elects."""
        match = _SESSION.search(before)
        if not match:
            return None
        words = (match.group(2) or "") + "政协" if match.group(1) else match.group(3) + "人大常委会"
        return self.bodies.resolve(words, title, 0, ChainState())

    def _same_act(self, gap: str) -> bool:
        """The list of an act goes on: another post of the same person, or the next 乙为… of 选举甲为…、乙为…."""
        return bool(re.fullmatch(r"[，、和]?(?:还)?(?:原)?", gap) or re.fullmatch(
            r"(?:职务)?[，；、]\s*[\u4e00-\u9fff·、 ]{2,30}(?:同志)?为", gap))

    def _action(self, before: str, after: str) -> tuple[str | None, bool, str | None]:
        """(action or None, former, rule or None when the words tell no post)."""
        if re.match(r"(?:等)?(?:的)?(?:职务|职位|一职)?(?:予以|被|已被)?(?:免去|免职|撤销)", after) or (
                re.match(r"(?:等)?职务", after) and re.search(r"(?:免去|辞去|撤销|罢免|不再担任)[^。；，]{0,18}$", before)):
            return "removed", True, "removed"
        if _REMOVE.search(before) or re.search(r"(?:免去|撤销|罢免|辞去)[\u4e00-\u9fff·]{2,12}(?:同志)?(?:的)?$", before):
            return "removed", True, "removed"
        if _NOMINATE.search(before) or re.search(r"(?:提名|推荐)[\u4e00-\u9fff·]{2,12}(?:同志)?(?:为|担任)$", before) or re.match(r"(?:人选|候选人)", after):
            return "nominated", False, "nominated"
        if _ELECT.search(before) or re.search(r"(?:选举|推选|补选)[\u4e00-\u9fff·、]{2,24}(?:同志)?(?:为|担任)$", before):
            return "elected", False, "elected"
        if _WAS.search(before):
            return None, True, "career"
        if _IS.search(before):
            return None, False, "current"
        if re.search(r"(?:任命|决定任命|聘任)[：:]?[\u4e00-\u9fff· ]{2,14}(?:同志)?(?:为|任|担任)$", before) or _APPOINT.search(before):
            bio = bool(_BIO.search(re.split(r"[。；]", before)[-1])) and not re.search(r"(?:日前|近日|决定|任命)", before[-30:])
            return "appointed", bio, "appointed"
        return None, False, None

    def _subjects(self, before: str, after: str, chain: Chain, sentence: Sentence) -> list[tuple[str, Span]]:
        """Who the act is about: named in the act (also several), after it, before it, or carried on."""
        text, offset = self.marks.text, sentence.span.start
        named = _ELECTED.search(before) or _NAMED.search(before)
        if named:
            found = self._names_in(named.group("names"), offset + named.start("names"))
            if found:
                self.subject = found[-1]
                return found
        trailing = re.match(r"的([\u4e00-\u9fff]{2,4})(?=[，。、现])", after)
        if trailing and surname_length(self.marks, chain.end + 1):
            return [self._set(trailing.group(1), chain.end + 1)]
        of = re.search(r"(?P<name>[\u4e00-\u9fff·]{2,12}?)(?:同志)?的$", re.split(r"[，。；：]", before)[-1])
        if of and surname_length(self.marks, offset + len(before) - len(of.group(0))):
            name = read_name(self.marks, offset + len(before) - len(of.group(0)))
            if name:
                return [self._set(text[name.start : name.end], name.start)]
        last = self._last_name(offset, chain.titles[0].left)
        if last:
            self.subject = last
        return [self.subject] if self.subject else []

    def _names_in(self, words: str, at: int) -> list[tuple[str, Span]]:
        """甲、乙(女)、丙 as names with their spans; empty when one of them is none."""
        found = []
        for match in re.finditer(r"[^、 ]+", words):
            lead = re.match(r"(?:任命|聘任|选举|免去|提名|决定|推选|补选)?", match.group())
            offset = lead.end() if lead else 0
            name = re.sub(r"(?:同志|已|也)$|\(.*", "", match.group()[offset:])
            start = at + match.start() + offset
            if not 2 <= len(name) <= 12 or not (surname_length(self.marks, start) or "·" in name):
                return []
            found.append((name, Span(start, start + len(name))))
        return found

    def _set(self, name: str, at: int) -> tuple[str, Span]:
        self.subject = (name, Span(at, at + len(name)))
        return self.subject

    def _last_name(self, start: int, end: int) -> tuple[str, Span] | None:
        """The last person named before the act in its sentence: known already, or at the head of a clause."""
        text = self.marks.text
        best: tuple[str, Span] | None = None
        for name, _ in self.known:
            at = text.rfind(name, start, end)
            if at >= 0 and (best is None or at > best[1].start):
                best = (name, Span(at, at + len(name)))
        for position in range(start, end):
            if position > start and text[position - 1] not in STOPS and not text[:position].endswith(
                    ("前任", "缘于", "委员", "同志", "选举", "任命", "的", "由于", "免去", "关于", "提名", "接替")):
                continue
            if not surname_length(self.marks, position):
                continue
            span = read_name(self.marks, position)
            if span and self._word(span):
                continue
            if span and span.end <= end and self._acts(span.end) and (best is None or span.start > best[1].start):
                best = (text[span.start : span.end], span)
        if best:
            self.known.append(best)
        return best

    def _word(self, span: Span) -> bool:
        """同年, 其后: words of the language, not names."""
        word = self.marks.text[span.start : span.end]
        return word in self.marks.lexicon.leaders or word in self.marks.lexicon.followers

    def _acts(self, end: int) -> bool:
        """What follows the name shows that it is one: 同志, an act, a date, a birth."""
        after = self.marks.text[end : end + 14]
        return bool(re.match(r"(?:同志|[，、]?(?:男|女)，|\d|近日|日前|[^，。；]{0,26}?(?:任|担任|履新|卸任|当选|不再|改任|转任|升任|调任|现为|接替|辞去|出任|被))", after))


def _order(acts: list[Act]) -> list[Act]:
    """A post that a later clause says was left or followed by another is a former one; each act once."""
    seen: set[tuple[str, str, str, str | None]] = set()
    out: list[Act] = []
    for act in acts:
        key = (act.person, act.body.org, act.body.title, act.action)
        if key in seen:
            continue
        seen.add(key)
        out.append(act)
    removed = {(a.person, a.body.org, a.body.title) for a in out if a.action == "removed"}
    return [replace(a, former=True) if (a.person, a.body.org, a.body.title) in removed else a for a in out]
