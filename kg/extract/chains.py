"""Chains: titles with the organisation words before them and the names after (or before) them.

    省委副书记、大连市委书记胡玉亭      one chain of two posts, one name
    大连市领导骆东升、方铁林、吴开华    one post, a list of names
    林岚副校长                          the title after the name
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.marks import STOPS, Marks, left_edge
from kg.extract.names import is_transliteration, read_name, surname_length
from kg.model import Span

#: What may stand between two titles of one person.
#: Kinds of titles that are no posts, but for those that stand for one.
_NO_POST = frozenset(("unnamed", "honour"))
_POSTLIKE = frozenset(("领导", "院士", "负责人", "主要负责人"))
_JOIN = re.compile(r"(?:[、 \u3000]|，(?![由在])|兼任?|和|及|暨|并任)")
_FORMER = re.compile(r"(原|时任|前任?|曾任)$")
#: After a title these make it part of another word (市长峰会, 主席团, 部长级).
_NOT_TITLE = re.compile(r"^(?:级|团(?!长)|处(?!长)|室|制|会议|办公会|助理|热线|信箱|论坛|峰会|们|一职|岗位|任期|人选|候选)")
#: Acts whose object is a post: the title that follows does not belong to the next name.
_ACT = re.compile(r"(?:任|担任|出任|转任|改任|调任|升任|履新|当选为?|任命为|推选为|选举为|接任|兼任|卸任|辞去|免去|聘为|聘任为?)$")
#: Titles that several people of one body hold at once, so that a list of names may share them.
SHARED = re.compile(r"(?:领导|副.*|常委|委员|成员|.*助理|代表|顾问|调研员|巡视员|院士|教授|专家|参事|部长|会长|大使)$")


@dataclass(frozen=True, slots=True)
class TitleAt:
    """One title: `left` is where its organisation words begin, `start` and `end` bound the title."""

    left: int
    start: int
    end: int
    former: bool = False
    act: bool = False
    words_end: int = 0  # where the organisation words end, when a 原 stands between them and the title


@dataclass(frozen=True, slots=True)
class Chain:
    """Titles that belong together, and the names that hold them (none: an unnamed holder)."""

    titles: tuple[TitleAt, ...]
    names: tuple[Span, ...]
    after_name: bool = False
    shared: bool = True  # False: the title is the first name's alone (执行主席甲、乙、丙)

    @property
    def start(self) -> int:
        """Where the chain's first word begins, its name included."""
        first = self.titles[0].left
        return min(first, self.names[0].start) if self.names else first

    @property
    def end(self) -> int:
        """Where its last word ends."""
        last = self.titles[-1].end
        return max(last, self.names[-1].end) if self.names else last


def find_titles(marks: Marks) -> list[TitleAt]:
    """Every title in the text with its organisation words."""
    found: list[TitleAt] = []
    floor = 0
    for start, end in marks.spans["title"]:
        word = marks.text[start:end]
        if marks.lexicon.titles[word].kind in _NO_POST and word not in _POSTLIKE:
            if word.endswith("领导") and len(word) == 3:
                start += 1
            elif word == "人大代表":
                start += 2
            elif not (word.endswith("代表") and len(word) <= 4 and marks.text[:end].endswith(("人大代表", "党代表"))):
                continue
        if _NOT_TITLE.match(marks.text[end : end + 6]) or _inside_word(marks, start, end):
            continue
        left = left_edge(marks, start, floor)
        while marks.text[left] in "任为是" and left + 1 in marks.starts["place"]:
            left += 1
        former, left = _strip_former(marks.text, left, start)
        act = bool(_ACT.search(marks.text[max(0, left - 4) : left]))
        words_end = start
        if left == start and start - 1 > floor and marks.text[start - 1] in "原前":
            words_end, former = start - 1, True
            left = left_edge(marks, words_end, floor)
        if marks.text[left:start].endswith(("原", "前", "时任")) and start - left > 2:
            words_end, former = start - 1, True
        found.append(TitleAt(left, start, end, former, act, words_end))
        floor = end
    return found


def _inside_word(marks: Marks, start: int, end: int) -> bool:
    """A title at the start of an organ or event name (主任委员会, 校长论坛) is none."""
    for kind in ("organ", "event", "national"):
        longest = marks.starts[kind].get(start, 0)
        if longest > end:
            return True
    return bool(marks.word("event", end)) and marks.text[end] not in "会" 


def _strip_former(text: str, left: int, start: int) -> tuple[bool, int]:
    for word in ("时任", "前任", "曾任", "原", "前"):
        if text.startswith(word, left) and left + len(word) <= start:
            return True, left + len(word)
        if text.endswith(word, 0, left) and left - len(word) >= 0:
            return True, left
    return False, left


def find_chains(marks: Marks, titles: list[TitleAt]) -> list[Chain]:
    """Join titles into chains and read the names."""
    chains: list[Chain] = []
    index = 0
    while index < len(titles):
        group = [titles[index]]
        while index + 1 < len(titles) and _joined(marks, titles[index], titles[index + 1]):
            index += 1
            group.append(titles[index])
        index += 1
        chains.append(_with_names(marks, tuple(group), chains))
    return chains


def _joined(marks: Marks, this: TitleAt, following: TitleAt) -> bool:
    gap = marks.text[this.end : following.left]
    words = following.start - following.left
    if name_like(marks, following.left, following.start) or (gap == "" and words in (2, 3) and surname_length(marks, following.left)):
        return False
    if this.act and gap.startswith("，"):
        return False
    return gap == "" or bool(_JOIN.fullmatch(gap))


def _with_names(marks: Marks, group: tuple[TitleAt, ...], before: list[Chain]) -> Chain:
    names = _names_after(marks, group[-1])
    if names:
        shared = bool(SHARED.search(marks.text[group[-1].start : group[-1].end]))
        if not shared and marks.text[names[0].end : names[0].end + 1] in ("、", "和", "与"):
            names += _bare_list(marks, names[0].end + 1)
        return Chain(group, tuple(names), shared=shared)
    own = _name_before(marks, group[0], before)
    if own:
        first = group[0]
        # 市教育局唐启明局长: the body stands before the name, 林岚副校长: there is none.
        body_first = own.start > first.left
        left, words_end = (first.left, own.start) if body_first else (own.end, first.start)
        moved = TitleAt(left, first.start, first.end, first.former, first.act, words_end)
        return Chain((moved, *group[1:]), (own,), after_name=True)
    return Chain(group, ())


def _names_after(marks: Marks, title: TitleAt) -> list[Span]:
    text, position = marks.text, title.end
    position = _after_title(marks, title)
    names: list[Span] = []
    shared = bool(SHARED.search(text[title.start : title.end]))
    while True:
        name = read_name(marks, position, listed=bool(names) or (shared and _starts_list(text, position)))
        if name is None or (names and not _plain(marks, name)):
            return names
        names.append(name)
        gap = re.compile(r"(?:\([^()]{1,8}\))?(、|，|和|与|及|以及| )").match(text, name.end)
        if not shared or not gap:
            return names
        if gap.group(1) == " " and surname_length(marks, gap.end()):
            pass
        elif gap.group(1) in "， " and not _list_goes_on(marks, gap.end()):
            return names
        position = gap.end()


_ASIDE = re.compile(r"[：:]?[ \u3000]*(?:\((?:挂职|兼|正[厅处部]级|副[厅处部]级|女|主持工作|[^()]{1,12}族)\))?[ \u3000]*")
_VERB_FIRST = re.compile(r"(?:主持|出席|参加)(?:了)?(?:会议|座谈会|仪式|大会|活动|签约仪式|会见)(?:并(?:讲话|致辞))?")


def _after_title(marks: Marks, title: TitleAt) -> int:
    """Where a name may begin: after a colon, a space, (挂职); after 的 of 时任书记的; after a scrambled verb."""
    text = marks.text
    aside = _ASIDE.match(text, title.end)
    position = aside.end() if aside else title.end
    if text.startswith("的", position) and (title.former or title.act):
        return position + 1
    verb = _VERB_FIRST.match(text, position)
    if verb:
        name = read_name(marks, verb.end())
        if name and surname_length(marks, verb.end()) and text[name.end : name.end + 1] in ("，", "。", "；", "\n"):
            return verb.end()
    return position


def _starts_list(text: str, position: int) -> bool:
    """Two to four characters and then a list mark."""
    return "、" in text[position + 2 : position + 5]


def _bare_list(marks: Marks, position: int) -> list[Span]:
    """Names without titles that follow the holder of a one-person post in a list."""
    names: list[Span] = []
    while surname_length(marks, position):
        name = read_name(marks, position)
        if name is None or not _plain(marks, name) or any(
                marks.starts[kind].get(position) for kind in ("title", "event", "leader")):
            break
        names.append(name)
        if marks.text[name.end : name.end + 1] != "、":
            break
        position = name.end + 1
    return names


def _plain(marks: Marks, name: Span) -> bool:
    """A name in a list is no organisation and no place, and no title follows its first characters."""
    return not (marks.starts["place"].get(name.start) or marks.starts["organ"].get(name.start)
                or marks.starts["country"].get(name.start, 0) >= name.end
                or marks.starts["national"].get(name.start))


def _list_goes_on(marks: Marks, position: int) -> bool:
    name = read_name(marks, position)
    return name is not None and marks.text[name.end : name.end + 1] in "、，。；等"


def _name_before(marks: Marks, title: TitleAt, before: list[Chain]) -> Span | None:
    """林岚副校长: the words before the title are a name known from the text, or look like one."""
    text = marks.text
    words = text[title.left : title.start]
    known = {text[n.start : n.end] for chain in before for n in chain.names}
    for length in (4, 3, 2):
        if title.start - length >= title.left - 1 and text[title.start - length : title.start] in known:
            return Span(title.start - length, title.start)
    for length in (4, 3, 2):
        at = title.start - length
        bodies = [kind for kind in ("organ", "national", "country") if at in marks.ends[kind]]
        if at > title.left and bodies and (name_like(marks, at, title.start) or (
                "country" in bodies and is_transliteration(text[at : title.start]))):
            return Span(at, title.start)
    leader = text[title.start : title.end] == "总书记" and len(words) == 3 and surname_length(marks, title.left)
    return Span(title.left, title.start) if leader or name_like(marks, title.left, title.start) else None


def name_like(marks: Marks, start: int, end: int) -> bool:
    """The words look like a Chinese name: a surname, one or two likely characters, no body and no place."""
    words = marks.text[start:end]
    if not 2 <= len(words) <= 4 or any(c in STOPS for c in words):
        return False
    length = surname_length(marks, start)
    ends = {kind for kind in ("organ", "place", "national", "country") if end in marks.ends[kind]}
    if any(words + last in marks.lexicon.organs for last in "部局厅办处院委"):
        return False  # 宣传 before 部长
    return bool(length and len(words) in (length + 1, length + 2) and not ends and _given_like(marks, words[length:]))


def _given_like(marks: Marks, given: str) -> bool:
    table = marks.lexicon.seeds.given
    return sum(table.get(char, -1.5) for char in given) / len(given) > 0.0
