"""The words of a credit: labels (编辑：…), markers (记者 …, … 摄) and the names beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from kg.extract.credit_people import (
    MEDIA,
    OTHER_PERSON,
    Credited,
    holds,
    is_person,
    shared_out,
    split_words,
)
from kg.model import CREDIT_ROLES, Span
from kg.packaged import seeds_dir
from kg.seeds import load_seeds, read_table, row_error

META = "meta"  # a label of the page (发布时间, 浏览次数): it credits nobody
MEDIUM = "medium"  # 文汇报记者 甲: the medium is the publisher when nothing else says who is
_SIGN = re.compile("[：:|｜丨/／]")
_LONGEST_LABEL = 12  # code points, with the spaces that pad 编 辑
_LONGEST_NAME = 30
_SENTENCE = re.compile(r"[。！？!?]")
_MARKER = re.compile(
    "记者|通讯员|特派员|实习生|责任编辑|责编|编辑|校对|作者|审核|摄影|图片来源|转自|转载自|来源"
)
#: 甲／文: the work behind its author.
_ROLE_BEHIND = re.compile(r"\s?[/／]\s?(文|图|摄)(?![\u3400-\u9fff：:|｜丨])")
#: 甲 发自深圳, 甲高雄22日电, 甲／嘉义报导: where and when the report was written.
_WRITTEN = re.compile(r"\s?(?:发自\S.*|[0-9]{1,2}日(?:综合)?专?电|[/／][\u3400-\u9fff]{2,3}报[导道])$")
_BOTH = re.compile(r"\s?(?:文\s?[/／、]\s?图|图\s?[/／、]\s?文|文并?图)$")
#: 某日报特派记者, 客户端全媒体记者: words of rank between a medium and its people.
_RANK = re.compile("(?:特派|特约|全媒体|融媒体|首席|见习|实习)+$")
#: Words behind 记者 that begin a sentence.
_NO_NAME = re.compile("[从在对就与向今昨摄]|了解|获悉|日前|近日|走进|来到|现场|发自|报[道导]|综合|采访|编辑")
_PERSON_MARKER = re.compile("记者|通讯员|实习生")
_PAGE_WORD = re.compile("字体|字号|分享|打印|浏览|点击|阅读|关闭")
_LAST = re.compile("(?:摄影报道|图文报道|摄影|拍摄|报道|供图|供稿|摄)$")
_CHANNEL = re.compile("(?:官方)?(?:客户端|微信公众号|公众号|微信|微博|官网)$")
# What pages write where a name should stand.
_NOBODY = frozenset((
    "原创文章", "本站原创", "原创", "本网", "本站", "本报", "本刊", "本台", "网络", "互联网", "网站", "佚名",
    "未知", "管理员", "综合", "整理", "转载", "其他",
))


@dataclass(frozen=True, slots=True)
class Labels:
    """The table of labels: label → roles, the last characters of all labels, and the words of which a line of
    credits without a colon has one.
    """

    roles: Mapping[str, tuple[str, ...]]
    endings: frozenset[str]
    signs: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Label:
    """A label and its sign: the words [start, end) and the roles of the names behind it."""

    start: int
    end: int
    roles: tuple[str, ...]
    words: str


@lru_cache(maxsize=4)
def load_labels(folder: Path | None = None) -> Labels:
    """lexicon/credit_labels.csv (columns label, role; a label may have two rows), read once a folder.

    Raises TableError for a broken row or an unknown role.
    """
    path = (folder or seeds_dir()) / "lexicon" / "credit_labels.csv"
    roles: dict[str, tuple[str, ...]] = {}
    for number, row in enumerate(read_table(path, ("label", "role"))):
        label, role = row["label"], row["role"]
        if not label or role not in (*CREDIT_ROLES, META):
            known = ", ".join((*CREDIT_ROLES, META))
            raise row_error(path, number, f"{label!r} has the role {role!r}", f"use one of {known}")
        roles[label] = (*roles.get(label, ()), role)
    signs = re.compile("|".join([*map(re.escape, roles), _MARKER.pattern, _LAST.pattern[:-1], "图"]))
    return Labels(roles, frozenset(label[-1] for label in roles), signs)


def find_labels(text: str, start: int, end: int, known: Labels) -> list[Label]:
    """The labels of a line, each just before its colon or bar, spaces inside 编 辑 allowed."""
    found: list[Label] = []
    for at in (sign.start() for sign in _SIGN.finditer(text, start, end)):
        left = max(found[-2].end if len(found) > 1 else start, at - _LONGEST_LABEL)
        label = _label_before(text, left, at, known) if text[left:at].rstrip()[-1:] in known.endings else None
        if label and found and label.start < found[-1].end:
            found.pop()  # 文/图： is one label
        found += [label] if label else []
    return found


def _label_before(text: str, left: int, sign: int, known: Labels) -> Label | None:
    """The longest known label that ends at the sign. 文 and 图 must stand alone: not the end of a word."""
    for start in range(left, sign):
        words = re.sub(r"\s", "", text[start:sign])
        alone = start == left or not text[start - 1].isalnum()
        if words in known.roles and not text[start].isspace() and (len(words) > 1 or alone):
            return Label(start, sign + 1, known.roles[words], words)
    return None


def labelled(text: str, labels: list[Label], end: int, known: Labels) -> list[Credited] | None:
    """The names behind each label, up to the next one; None when a value is no name but a sentence."""
    credited = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stop = following.start if following else end
        page = _PAGE_WORD.search(text, label.end, stop)
        value = Span(label.end, page.start() if page else stop)
        if META in label.roles:
            continue
        if _SENTENCE.search(text, *value) or value.end - value.start > 4 * _LONGEST_NAME:
            return None
        credited += shared_out(text, value, known.roles) or _behind_label(text, value, label.roles, known)
    return credited


def _behind_label(text: str, value: Span, roles: tuple[str, ...], known: Labels) -> list[Credited]:
    """The names of a value; of an office and its people (品牌部 甲) the people."""
    credited: list[Credited] = []
    words = split_words(text, value)
    for span, following in pairwise([*words, Span(value.end, value.end)]):
        named = _labelled_name(text, span)
        if not named or ("publisher" not in roles and holds(text, span, following)):
            continue
        behind = _ROLE_BEHIND.match(text, span.end)
        own = known.roles[behind[1]] if behind else roles
        credited += [Credited(named[0], role, named[1]) for role in own]
    return credited


def _labelled_name(text: str, span: Span) -> tuple[str, Span] | None:
    """The name in a word behind a label: without 大连日报记者 before it, and (实习生) after it."""
    words = text[span.start : span.end]
    stop = next((i for i, char in enumerate(words) if char in "(（)）【】[]_《—"), len(words))
    begin = max((marker.end() for marker in _PERSON_MARKER.finditer(words, 0, stop)), default=0)
    inner = words[begin:stop].strip("“”\"‘’。.：:-")
    inner = _CHANNEL.sub("", inner).strip("“”\"‘’")
    agent = re.sub(r"\s", "", inner)
    han = sum("\u3400" <= char <= "\u9fff" for char in agent)
    if han < 2 or len(agent) > _LONGEST_NAME or agent[0].isdigit() or agent in _NOBODY or "的" in agent:
        return None
    at = span.start + words.index(inner, begin)
    return agent, Span(at, at + len(inner))


def marked(text: str, start: int, end: int, known: Labels) -> list[Credited] | None:
    """Credits without a colon: 记者 甲 乙 通讯员 丙; 本报记者 甲 摄; 转自某某发布.

    None unless every word is a marker, a name, or the medium or office before a name. Before 摄 and 供图 one
    word that is no name of a person will do: a pen name, or an office.
    """
    if not known.signs.search(text, start, end):
        return None
    words, closing, last = _closed(text, start, end, known)
    reports = closing == "报道"
    roles: tuple[str, ...] = ()
    names: list[tuple[Span, tuple[str, ...]]] = []
    strange: list[tuple[Span, tuple[str, ...]]] = []
    for word, following in pairwise([*words, Span(end, end)]):
        markers = list(_MARKER.finditer(text, *word))
        rest = Span(markers[-1].end() if markers else word.start, word.end)
        before = Span(word.start, markers[0].start()) if markers else word
        roles = known.roles[markers[-1].group()] if markers else roles
        inner = text[rest.start : rest.end]
        before = Span(before.start, before.start + len(_RANK.sub("", text[before.start : before.end])))
        medium = MEDIA.search(text[before.start : before.end]) and text[word.start] != "本"
        if medium and ((markers and reports) or not last):
            names.append((before, (MEDIUM,)))
        if not inner or inner in known.roles:
            roles = known.roles.get(inner, roles)
        elif "publisher" in roles or _is_named(inner, roles or last, apart=bool(roles) and not markers):
            names.append((rest, last or roles))
        elif not (markers or MEDIA.search(inner) or holds(text, word, following)):
            strange.append((rest, last))
    people = [name for name in names if MEDIUM not in name[1]]
    pen_name = closing and not people and len(strange) == 1 and _may_stand(closing, words[-1])
    if (strange and not pen_name) or (reports and not roles) or not (roles or last):
        return None
    return [Credited(re.sub(r"\s", "", text[span.start : span.end]), role, span)
            for span, own in [*names, *strange] for role in own] if people or strange else None


def _closed(text: str, start: int, end: int, known: Labels) -> tuple[list[Span], str, tuple[str, ...]]:
    """The words of a byline, the word that closes it (摄, 报道) or '', and the roles that it gives to all."""
    end, last = _trimmed(text, start, end)
    words = [part for word in split_words(text, Span(start, end)) for part in _at_markers(text, word)]
    closing = _LAST.search(text[words[-1].start : words[-1].end]) if words else None
    if not closing:
        return words, "", last
    words[-1] = Span(words[-1].start, words[-1].start + closing.start())
    place = load_seeds().places.by_name(text[words[-1].start : words[-1].end])
    if closing.group() == "报道" and place:
        words.pop()  # 记者 甲 广州报道
    return words, closing.group(), last or _closing_roles(closing.group(), known)


def _at_markers(text: str, word: Span) -> list[Span]:
    """记者甲通讯员乙: a word for each person marker behind a name."""
    cuts = [m.start() for m in _PERSON_MARKER.finditer(text, *word)][1:]
    ends = [*cuts, word.end]
    return [Span(a, b) for a, b in zip([word.start, *cuts], ends, strict=True)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, tuple[str, ...]]:
    """Where the names of a byline end, and the roles of all of them where 文/图 closes it."""
    both = _BOTH.search(text, start, end)
    if both and text[start : both.start()].strip():
        return both.start(), ("reporter", "photographer")
    written = _WRITTEN.search(text, start, end)
    if not written:
        return end, ()
    stop = written.start()
    if not text[stop : stop + 1].isdigit():
        return stop, ()
    at = next((n for n in (3, 2) if load_seeds().places.by_name(text[stop - n : stop])), 0)
    return stop - at, ()


def _is_named(word: str, roles: tuple[str, ...], *, apart: bool) -> bool:
    """A person beside a marker; `apart` from it also one without a surname (记者 完么措)."""
    other = apart and OTHER_PERSON.fullmatch(word) and not _NO_NAME.match(word) and not MEDIA.search(word)
    return is_person(word, rare=bool(roles)) or bool(other)


def _closing_roles(word: str, known: Labels) -> tuple[str, ...]:
    return known.roles.get(word) or {"报道": ("reporter",), "图文报道": ("reporter", "photographer")}[word]


def _may_stand(closing: str, before: Span) -> bool:
    """老将黄忠 摄, 市委宣传部供图: but not 深入报道 nor 航拍摄."""
    return closing in ("供图", "供稿") or (closing in ("摄", "摄影") and before.start == before.end)

