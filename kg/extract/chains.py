"""Chains: titles that belong together, and the names after (or before) them.

省委副书记、大连市委书记胡玉亭      one chain of two posts, one name
大连市领导骆东升、方铁林、吴开华    one post, a list of names
林岚副校长                          the title after the name
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.marks import STOPS, Marks
from kg.extract.names import is_transliteration, read_name, surname_length
from kg.extract.titles import TitleAt
from kg.model import Span

#: What may stand between two titles of one person.
_JOIN = re.compile(r"、(?:时任|原|前)?|[ \u3000]|，(?![由在])|兼任?|和|及|暨|并任")
_PAIRS = ("", "和", "同", "与", "及")
#: Titles that several people of one body hold at once, so that a list of names may share them.
_SHARED = re.compile(
    r"(?:领导|副.*|常委|委员|成员|.*助理|代表|顾问|调研员|巡视员|院士|教授|专家|参事|部长|会长|大使)$"
)
#: What may stand between two names of a list: the mark is the group.
_LISTED = re.compile(r"(?:\([^()]{1,8}\))?(、|，|和|与|及|以及| )")
#: 副市长：甲, 副市长(挂职)甲: what may stand between a title and its name.
_ASIDE = re.compile(
    r"(?:候选人|人选)?[：:]?[ \u3000]*"
    r"(?:\((?:挂职|常务|兼|正[厅处部]级|副[厅处部]级|女|主持工作|[^()]{1,12}族)\))?[ \u3000]*"
)
#: 市长主持会议周平: a page that lost its layout sets the verb before the name.
_VERB_FIRST = re.compile(
    r"(?:主持|出席|参加)了?(?:会议|座谈会|仪式|大会|活动|签约仪式|会见)(?:并(?:讲话|致辞))?"
)
_NOT_GIVEN = "党军社团委"  # 公明党干事长: no given name ends so
_FULL_NAME = 3  # code points of a usual name
_CLAUSE_STARTS = ("", "。", "，", "；", "\n", "“")
_LEAST_IN_FRONT = -2.0  # likelihood of a given name before a title at the head of a clause


@dataclass(frozen=True, slots=True)
class Chain:
    """Titles that belong together, and the names that hold them (none: an unnamed holder).

    `after_name`: the titles follow the name. `shared`: the names are a list and all hold the last title;
    otherwise it is the first name's alone (执行主席甲、乙、丙).
    """

    titles: tuple[TitleAt, ...]
    names: tuple[Span, ...]
    after_name: bool = False
    shared: bool = True

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


def find_chains(marks: Marks, titles: Sequence[TitleAt]) -> list[Chain]:
    """Join titles into chains and read the names."""
    chains: list[Chain] = []
    known: set[str] = set()
    index = 0
    while index < len(titles):
        group = [titles[index]]
        while index + 1 < len(titles) and _joined(marks, titles[index], titles[index + 1], known):
            index += 1
            group.append(titles[index])
        index += 1
        chain = _with_names(marks, tuple(group), known)
        known.update(marks.text[name.start : name.end] for name in chain.names)
        chains.append(chain)
        while index < len(titles) and any(n.start < titles[index].start < n.end for n in chain.names):
            index += 1  # 郝德军代表市委: 军代表 begins inside the name
    return [chain if chain.names else _with_known(marks, chain, known) for chain in chains]


def _with_known(marks: Marks, chain: Chain, known: set[str]) -> Chain:
    """主席习近战7日下午: nothing shows where the name ends, but another sentence has it."""
    start = chain.titles[-1].end
    names = (Span(start, start + size) for size in (4, 3, 2) if marks.text[start : start + size] in known)
    name = next(names, None)
    return replace(chain, names=(name,)) if name else chain


def _joined(marks: Marks, this: TitleAt, following: TitleAt, known: set[str]) -> bool:
    gap = marks.text[this.end : following.left]
    words = following.start - following.left
    if gap in _PAIRS and _foreign_name(marks, following):
        return False  # 习近平主席和塞西总统
    if gap in _PAIRS[1:] and (_foreign_name(marks, this) or marks.text[this.left : this.start] in known):
        return False  # 习近平总书记和巴西总统卢拉
    if name_like(marks, following.left, following.start) or name_like(marks, this.left, this.start):
        return False
    if gap == "":
        return not (words and surname_length(marks, following.left) and read_name(marks, this.end))
    return not (this.act and gap.startswith("，")) and _JOIN.fullmatch(gap) is not None


def _foreign_name(marks: Marks, title: TitleAt) -> bool:
    """The words before a title are a transliterated name: 同安瓦尔总理, 苏林国家主席."""
    words = marks.text[title.left : title.start].removesuffix("国家").removeprefix("我")
    words = words[1:] if words[:1] in _PAIRS else words
    foreign = len(words) > 1 and is_transliteration(marks.lexicon, words)
    return foreign and words not in marks.lexicon.countries


def _with_names(marks: Marks, group: tuple[TitleAt, ...], known: set[str]) -> Chain:
    names = [] if _names_before(marks, group, known) else _names_after(marks, group[-1])
    names = [_whole(marks, name, known) for name in names]
    if names and not _towards(marks, names[0], known):
        shared = _is_shared(marks, group[-1])
        if not shared and marks.text[names[0].end : names[0].end + 1] in ("、", "和", "与"):
            names += _bare_list(marks, names[0].end + 1)
        return Chain(group, tuple(names), shared=shared)
    first = group[0]
    own = _name_before(marks, first, known)
    if own is None:
        return Chain(group, ())
    if own.start > first.left and _ends_body(marks, own.start):  # 市教育局唐启明局长: the body stands before
        first = replace(first, words_end=own.start)
    else:  # 林岚副校长: there is none
        first = replace(first, left=own.end, words_end=first.start)
    return Chain((first, *group[1:]), (own,), after_name=True)


def _whole(marks: Marks, name: Span, known: set[str]) -> Span:
    """郝德军代表市委, where 郝德 could be the name: the text has called him 郝德军."""
    whole = Span(name.start, min(name.end + 1, len(marks.text)))
    return whole if marks.text[whole.start : whole.end] in known else name


def _towards(marks: Marks, name: Span, known: set[str]) -> bool:
    """校领导向陈骏校长: 向 is a surname too, but 陈骏 is known."""
    return marks.text[name.start] in "向由同对" and marks.text[name.start + 1 : name.end] in known


def _names_before(marks: Marks, group: Sequence[TitleAt], known: set[str]) -> bool:
    """习近平总书记时刻心系民生: a person already named stands before the title, so none behind it.

    Neither in 阮富仲总书记和苏林国家主席, for what 和 joins.
    """
    first, last = group[0], group[-1]
    words = marks.text[first.left : first.start]
    joins = marks.text[last.end : last.end + 1] in _PAIRS[1:]
    return (words[1:] if words[:1] in _PAIRS[1:] else words) in known or (
        joins and name_like(marks, first.left, first.start)
    )


def _is_shared(marks: Marks, title: TitleAt) -> bool:
    return _SHARED.search(marks.text, title.start, title.end) is not None


def _names_after(marks: Marks, title: TitleAt) -> list[Span]:
    text, position, shared = marks.text, _after_title(marks, title), _is_shared(marks, title)
    names: list[Span] = []
    while True:
        if names and any(position + len(word) in marks.starts["title"] and text.startswith(word, position)
                         for word in ("", "原", "前", "时任")):  # fmt: skip
            return names  # 副总理甲、国务委员乙
        if title.act and text[position - 1 : position] in " \u3000":
            return names  # 祝贺通伦当选国家主席 李强致电: the next line of a headline
        listed = bool(names) or (shared and "、" in text[position + 2 : position + 5])
        name = read_name(marks, position, listed=listed)
        if name is None or (names and not _is_person(marks, name)):
            return names
        names.append(name)
        gap = _LISTED.match(text, name.end)
        if not shared or not gap:
            return names
        blank = gap.group(1) == " " and surname_length(marks, gap.end())
        if gap.group(1) in "， " and not blank and not _list_goes_on(marks, gap.end()):
            return names
        position = gap.end()


def _after_title(marks: Marks, title: TitleAt) -> int:
    """Where a name may begin: after a colon, a blank, (挂职), the 的 of 时任书记的, a scrambled verb."""
    text = marks.text
    aside = _ASIDE.match(text, title.end)
    position = aside.end() if aside else title.end
    if text.startswith("的", position) and (title.former or title.act):
        return position + 1
    verb = _VERB_FIRST.match(text, position)
    if verb and surname_length(marks, verb.end()):
        name = read_name(marks, verb.end())
        if name and text[name.end : name.end + 1] in ("，", "。", "；", "\n"):
            return verb.end()
    return position


def _bare_list(marks: Marks, position: int) -> list[Span]:
    """Names without titles that follow the holder of a one-person post in a list."""
    names: list[Span] = []
    while surname_length(marks, position):
        name = read_name(marks, position)
        words = any(position in marks.starts[kind] for kind in ("title", "event", "leader"))
        if name is None or words or not _is_person(marks, name):
            break
        names.append(name)
        if marks.text[name.end : name.end + 1] != "、":
            break
        position = name.end + 1
    return names


def _is_person(marks: Marks, name: Span) -> bool:
    """A name in a list is no organisation and no place."""
    country = marks.starts["country"].get(name.start, 0) >= name.end
    word = marks.text[name.start : name.end]
    if word[0] in "省市县区州" and word[-1] in "委办局厅院部处":
        return False  # 市领导甲、乙及省经委
    # 司 and 师 end the names of bodies, and are surnames.
    if country or marks.starts["organ"].get(name.start, 0) >= name.end:
        return False
    return not any(marks.starts[kind].get(name.start, 0) > name.start + 1 for kind in ("place", "national"))


def _list_goes_on(marks: Marks, position: int) -> bool:
    name = read_name(marks, position)
    return name is not None and marks.text[name.end : name.end + 1] in "、，。；等"


def _name_before(marks: Marks, title: TitleAt, known: set[str]) -> Span | None:
    """林岚副校长: the words before the title are a name known from the text, or look like one."""
    text, end = marks.text, title.start
    for start in (end - 4, end - 3, end - 2):
        if start >= title.left - 1 and text[start:end] in known:
            return Span(start, end)
    for start in (end - 4, end - 3, end - 2):
        # 司马双龙: 司 ends bodies as well.
        inside = text[start - 1 : start + 1] in marks.lexicon.seeds.surnames
        if start > title.left and not inside and _name_after_body(marks, start, end):
            return Span(start, end)
    # 栗战书委员长主持: at the head of a clause less likely names count.
    first = text[title.left - 1 : title.left] in _CLAUSE_STARTS and end - title.left == _FULL_NAME
    rare = text[title.left] in marks.lexicon.seeds.rare_surnames or text.startswith("的", title.end)
    if first and not rare and name_like(marks, title.left, end, least=_LEAST_IN_FRONT):
        return Span(title.left, end)
    leader = text[end : title.end] == "总书记" and end - title.left == 3 and surname_length(marks, title.left)
    return Span(title.left, end) if leader or name_like(marks, title.left, end) else None


def _name_after_body(marks: Marks, start: int, end: int) -> bool:
    """市教育局唐启明局长, 台北市沈佑嘉市长, 法国马克龙总统."""
    place = end in marks.ends["country"] or end in marks.ends["city"]  # 几内亚比绍总统, 阿联酋阿布扎比王储
    if place or not _ends_body(marks, start):
        return False
    foreign = start in marks.ends["country"] and is_transliteration(marks.lexicon, marks.text[start:end])
    return foreign or name_like(marks, start, end)


def _ends_body(marks: Marks, position: int) -> bool:
    division = position in marks.ends["place"] and marks.text[position - 1] in "省市县区州"
    return division or any(position in marks.ends[kind] for kind in ("organ", "national", "country"))


def name_like(marks: Marks, start: int, end: int, *, least: float = 0.0) -> bool:
    """The words look like a Chinese name: a surname, one or two likely characters, no body and no place.

    `least` is what the likelihoods of the characters as a given name must exceed in sum.
    """
    words = marks.text[start:end]
    if not 2 <= len(words) <= 4 or any(char in STOPS for char in words):
        return False
    surname = surname_length(marks, start)
    if not surname or len(words) not in (surname + 1, surname + 2):
        return False
    if any(end in marks.ends[kind] for kind in ("organ", "place", "national", "country")):
        return False
    if words[-1] in _NOT_GIVEN:
        return False
    office = any(words + last in marks.lexicon.organs for last in "部局厅办处院委")  # 宣传 before 部长
    return not office and _given_like(marks, words[surname:]) > least


def _given_like(marks: Marks, given: str) -> float:
    table = marks.lexicon.seeds.given
    return sum(table.get(char, -1.5) for char in given)
