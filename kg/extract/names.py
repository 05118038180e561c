"""Personal names: where one that starts here ends.

A name is read where the text announces one (after a title, in a list of names, before an act). Its length
is decided by what follows it, the likelihood of its characters as a given name, and the usual length.
"""

from __future__ import annotations

import re

from kg.extract.lexicon import Lexicon
from kg.extract.marks import STOPS, Marks
from kg.extract.name_edges import ANY_EDGE, CONJUNCTIONS, STOP_EDGE, before_conjunction, boundary
from kg.extract.name_starts import no_name
from kg.extract.segment import is_word
from kg.extract.transliterated import name_of_foreigner
from kg.model import Span

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_DOTTED = re.compile(f"(?:[{_HAN}]{{1,6}}-)?[{_HAN}]{{1,9}}(?:[·•・][{_HAN}]{{1,9}}){{1,4}}")
#: Kevin Lobo, Joi ITO, Jean-Claude van Damme: two words and more.
_LATIN = re.compile(
    r"[A-Z][A-Za-z'’.-]+(?: [A-Z]\.?)*(?: (?:(?:van|von|de|da|del|bin|al) )*[A-Z][A-Za-z'’-]+){1,3}"
)
#: 蒂娜·史密斯|和埃米·克洛布彻: two names.
_JOINED = re.compile(f"(?<=[{_HAN}]{{2}})([和与])[{_HAN}]{{1,8}}·")
#: 应李强邀请: 应 is a surname too.
_INVITED = re.compile("应.{2,5}?的?邀请")
_HAN_RUN = re.compile(f"[{_HAN}]+")
#: Function characters that hardly end a given name.
_FUNCTION = frozenset("等也还先则均都就即在向对将由到赴是说作出并及与为了")
#: After a dotted name only these single characters are taken as the next word.
_STRONG = frozenset("和与及在就向对将等说并也还则是赴到出因未率")
#: Weights of what makes a name of a surname and one or two characters, set on the tuning articles.
_TWO_CHARACTERS = 0.9  # a given name of two characters is the usual one
_GIVEN = 0.35  # weight of the characters' likelihood, which counts from -2 to 2
_NO_EDGE = -2.0  # nothing known follows
_NO_BREAK = -0.8  # the end stands inside a dictionary word
_FUNCTION_END = -2.0  # the last character is one of _FUNCTION
_LEAST = -0.5  # a score below this is no name
_AFTER_WEI = ("", "也", "还", "均", "则", "都", "在", "等", *STOPS)
_NUMERALS = frozenset("一二三四五六七八九十百千万两")
_NO_START = STOPS | frozenset("“”‘’")
_NO_END = frozenset("了的是着过也就都被把对")
_SHORT = 2  # code points of a preposition and a surname
_VERB = 2  # code points of the shortest follower that is no single character
_TITLED = (3, 4, 5)  # code points of a name without a known surname right behind a title (小野寺健司)
_GOOD_EDGE = 2.4  # a stop, 等, or a follower of two characters or more
_FRAME = re.compile("在(?:《|〈|(?:致辞|讲话|发言|会上|会见|座谈|签约仪式|仪式|考察|调研|主持|协议)[中上时])")


def surname_length(marks: Marks, start: int) -> int:
    """2 or 1 when a surname starts here, else 0."""
    surnames = marks.lexicon.seeds.surnames
    two = marks.text[start : start + 2]
    if len(two) == 2 and two in surnames:
        return 2
    return 1 if two[:1] in surnames else 0


def read_name(marks: Marks, start: int, *, listed: bool = False) -> Span | None:
    """The name that starts at `start`, or None. `listed`: the text promises a name here (in a list)."""
    text = marks.text
    if start >= len(text) or text[start] in _NO_START or no_name(marks, start) or _INVITED.match(text, start):
        return None
    latin = _LATIN.match(text, start)
    if latin:
        return Span(*latin.span())
    dotted = _DOTTED.match(text, start)
    if dotted and not _titled(marks, start, dotted.end()):
        return _trim_dotted(marks, dotted.start(), dotted.end())
    unusual = _padded(marks, start) or _of_parts(marks, start) or _transliterated(marks, start)
    if unusual:
        return unusual
    surname = surname_length(marks, start)
    if surname:
        found = _read_han(marks, start, surname)
        found = _before_frame(marks, found, surname) if found else None
        if found and _can_be(marks, found) and not _by_someone(marks, found):
            return None if _of_body(marks, found) or _division(marks, found) else found
    return _read_other(marks, start, listed=listed) or name_of_foreigner(marks, start)


def _before_frame(marks: Marks, span: Span, surname: int) -> Span:
    """郑正在《…》上签字, 郑正在致辞中说: 在 begins a frame."""
    at = span.end - 1
    framed = at - span.start > surname and _FRAME.match(marks.text, at)
    return Span(span.start, at) if framed else span


def _titled(marks: Marks, start: int, end: int) -> bool:
    """A title inside what looks like a name with dots: 巴斯夫总裁伯恩德·林德纳."""
    return any(at in marks.ends["title"] and marks.breaks[at] for at in range(start + 2, end))


def _of_parts(marks: Marks, start: int) -> Span | None:
    """A name made of known parts of names: 洛桑江村, 阿不都热合曼, 那顺孟和."""
    parts = marks.lexicon.name_parts.match(marks.text, start)
    return Span(start, parts.end()) if parts and boundary(marks, parts.end()) >= 1 else None


def _transliterated(marks: Marks, start: int) -> Span | None:
    """A run of four to seven transliterating characters up to a stop: 乌兰其其格, 包额尔德尼."""
    text, end = marks.text, start
    while end < len(text) and end - start < 8 and text[end] in marks.lexicon.transliteration:
        end += 1
    if not 4 <= end - start <= 7 or start in marks.starts["title"] or start in marks.starts["place"]:
        return None
    ended = end == len(text) or text[end] in STOPS or text[end].isdigit()
    ended = ended or len(marks.word("follower", end)) >= _VERB
    return Span(start, end) if ended else None


def _can_be(marks: Marks, span: Span) -> bool:
    """A word that is no name (高度, 方面) is one only inside a list (县领导蓝天、雷玉成), and a word that
    people are named by (黄河) where it alone follows a title.
    """
    word = marks.text[span.start : span.end]
    if word not in marks.lexicon.not_names or marks.text[span.end : span.end + 1] == "、":
        return True
    titled = word in marks.lexicon.named and span.start in marks.ends["title"]
    return titled and boundary(marks, span.end) >= _GOOD_EDGE


def _by_someone(marks: Marks, span: Span) -> bool:
    """由骆明辉担任, 向张连春介绍: 由 is a surname too, but hardly before a surname and two characters."""
    by = span.end - span.start == 4 and marks.text[span.start] in "由向同"
    return by and surname_length(marks, span.start + 1) > 0


def _division(marks: Marks, span: Span) -> bool:
    """冯村乡党委书记: a division before its body."""
    return marks.text[span.end - 1] in "乡镇村县市区州旗" and any(
        span.end in marks.starts[kind] for kind in ("organ", "title")
    )


def _of_body(marks: Marks, span: Span) -> bool:
    """巴斯夫总裁伯恩德·林德纳: the words of a body before a title and its holder; 向张主任: a preposition."""
    title_end = marks.starts["title"].get(span.end)
    if title_end is None:
        return False
    preposition = span.end - span.start == _SHORT and marks.text[span.start] in "向和与同对由"
    short = preposition and surname_length(marks, span.start + 1) > 0
    return short or _DOTTED.match(marks.text, title_end) is not None


def _padded(marks: Marks, start: int) -> Span | None:
    """A two-character name set with a space between surname and given name."""
    text = marks.text
    piece = text[start : start + 3]
    if len(piece) < 3 or piece[1] not in " \u3000" or piece[0] not in marks.lexicon.seeds.surnames:
        return None
    fits = _HAN_RUN.match(piece[2]) and boundary(marks, start + 3) >= 2
    return Span(start, start + 3) if fits else None


def _given_score(marks: Marks, given: str) -> float:
    table = marks.lexicon.seeds.given
    return sum(table.get(char, -1.0) for char in given) / len(given)


def _read_han(marks: Marks, start: int, surname: int) -> Span | None:
    best, best_end = _LEAST, 0
    for length in (surname + 1, surname + 2):
        end = start + length
        if not _han(marks.text, start, end):
            break
        score = _score(marks, start, surname, end)
        if score > best or (score == best and not best_end):
            best, best_end = score, end
    if best_end and boundary(marks, best_end) >= 1:
        return Span(start, best_end)
    return _long_name(marks, start) or _by_likelihood(marks, start, surname)


def _han(text: str, start: int, end: int) -> bool:
    return end <= len(text) and _HAN_RUN.fullmatch(text, start, end) is not None


def _score(marks: Marks, start: int, surname: int, end: int) -> float:
    """How well the characters make a name that ends here."""
    last, edge = marks.text[end - 1], boundary(marks, end)
    if last in _NO_END or (last in "在于" and not _ends_so(marks, last, end)):
        return 2 * _LEAST
    if marks.text.startswith(("见证", "见签"), end - 1):
        return 2 * _LEAST  # 杜塞|见证
    score = 2 * edge + (_TWO_CHARACTERS if end - start == surname + 2 else 0.0)
    score += _GIVEN * max(-2.0, min(2.0, _given_score(marks, marks.text[start + surname : end])))
    score += (_NO_EDGE if edge < 1 else 0.0) + (0.0 if marks.breaks[end] else _NO_BREAK)
    name_like = last in CONJUNCTIONS and (edge >= STOP_EDGE or marks.text.startswith("同志", end))
    name_like |= last == "为" and marks.text[end : end + 1] in _AFTER_WEI  # 尚可为也建言
    function = last in _FUNCTION and not name_like
    # 书记郝鹏和省长李乐成: 和 joins where a title begins.
    function |= last in CONJUNCTIONS and end in marks.starts["title"]
    # 孙勇即主持, 林强及双方: hardly anybody is called so.
    rare = function and last in "及即"
    return score + (_FUNCTION_END if function else 0.0) + (_FUNCTION_END if rare else 0.0)


def _ends_so(marks: Marks, last: str, end: int) -> bool:
    """刁常在， and 萧泽于出席, but 周斌 in 周斌在参加, 韩正 in 韩正于5月访问."""
    stop = end == len(marks.text) or marks.text[end] in STOPS
    return stop or (last == "于" and len(marks.word("follower", end)) >= _VERB)


def _long_name(marks: Marks, start: int) -> Span | None:
    """Four characters with a boundary only at their end: 乌仁图雅, 张赵凯婷."""
    end = start + 4
    word = marks.text[start:end]
    if not _han(marks.text, start, end) or any(
        start in marks.starts[kind] for kind in ("organ", "place", "title", "event")
    ):
        return None
    likely = boundary(marks, end) >= _GOOD_EDGE and _given_score(marks, word[2:]) > -0.3
    return Span(start, end) if likely and not is_word(word) and not is_word(word[2:]) else None


def _by_likelihood(marks: Marks, start: int, surname: int) -> Span | None:
    """No known word follows (庞克礼蹲在田埂边): the characters alone must look like a name."""
    text = marks.text
    for length in (surname + 2, surname + 1):
        end = start + length
        if (
            end >= len(text)
            or not marks.breaks[end]
            or not _han(text, start, end)
            or text[end - 1] in _FUNCTION
        ):
            continue
        given = text[start + surname : end]
        if _given_score(marks, given) > 0.5 and min(_given_score(marks, char) for char in given) > -0.5:
            return Span(start, end)
    return None


def _run_end(marks: Marks, start: int, limit: int) -> int:
    """First boundary after `start`, at most `limit` characters away, else `start`."""
    text = marks.text
    for end in range(start + 2, min(start + limit, len(text)) + 1):
        if not _HAN_RUN.match(text[end - 1]):
            return start
        if boundary(marks, end) >= 2:
            return end
    return start


def _read_other(marks: Marks, start: int, *, listed: bool) -> Span | None:
    """A name without a known surname: transliterated, or short and promised by a list."""
    end = _run_end(marks, start, 8)
    known = ("title", "organ", "place", "follower", "leader", "event")
    if end == start or any(start in marks.starts[kind] for kind in known):
        return None
    if _of_body(marks, Span(start, end)):
        return None
    word, edge = marks.text[start:end], boundary(marks, end)
    if is_transliteration(marks.lexicon, word):
        return Span(start, end)
    titled = start in marks.ends["title"] and len(word) in _TITLED and edge >= _GOOD_EDGE
    if titled and word[0] not in _NUMERALS and not _holds_word(word):
        return Span(start, end)
    unlisted_surname = len(word) in (2, 3) and edge >= _GOOD_EDGE and _given_score(marks, word[1:]) > 0.3
    in_list = listed and len(word) <= 4 and edge >= STOP_EDGE
    return Span(start, end) if (unlisted_surname or in_list) and not is_word(word) else None


def _holds_word(word: str) -> bool:
    """Words of the language in it: 战略引领下."""
    return is_word(word) or is_word(word[-2:]) or (is_word(word[:2]) and is_word(word[2:4]))


def is_transliteration(lexicon: Lexicon, word: str) -> bool:
    """All characters are those that transliterate names (马克龙, 谢尔盖)."""
    return all(char in lexicon.transliteration for char in word)


def _trim_dotted(marks: Marks, start: int, end: int) -> Span:
    """Cut the run after the last part of a dotted name where a follower begins."""
    text = marks.text
    joined = _JOINED.search(text, start, end)
    end = joined.start(1) if joined else end - (text[end - 1] == "称" and text[end : end + 1] in ("，", "："))
    last_dot = max(text.rfind(dot, start, end) for dot in "·•・")
    for position in range(last_dot + 2, end):
        word = marks.word("follower", position)
        if len(word) >= 2 or _strong(marks, position) or marks.word("title", position):
            return Span(start, position)
    return Span(start, end)


def _strong(marks: Marks, position: int) -> bool:
    """A single character is a word of its own: not 因 in 海因茨, 和 in 孟和达来."""
    if marks.text[position] not in _STRONG or not marks.breaks[position] or not marks.breaks[position + 1]:
        return False
    return marks.text[position] not in CONJUNCTIONS or before_conjunction(marks, position + 1) > ANY_EDGE
