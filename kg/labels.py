"""Names in four forms: simplified, traditional, pinyin, and English where the tables have it.

`labels(name, kind)` gives (language tag, text) pairs; what the readings and forms rest on stands in
docs/seeds.md. Names come in simplified script (the canonical text); a traditional one is simplified first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from kg.seeds import Seeds, load_seeds

KINDS = ("person", "place", "org", "event", "work", "group", "post", "measure")
_HAN = re.compile(r"[㐀-鿿]+")
# t2s rewrites these characters although names in simplified script keep them (刘乾, 毕昇, 乾县).
_LONGEST = 8  # characters of the longest word in words.csv that matters
_KEPT = frozenset("乾昇徵於祕脩汎陞")
# The kind of a division; the longer kinds only where two characters and more are left before them (高新区).
_KIND = re.compile(
    "((?<=..)(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|矿区|[左右前后中]旗|联合旗)|[省市县区旗盟])$"
)
_COMMITTEE = re.compile(r"(?:省|市|区|县|州|旗|盟|地)委")


@lru_cache(maxsize=65536)
def labels(name: str, kind: str) -> tuple[tuple[str, str], ...]:
    """(language tag, text) pairs in this order: zh-Hans, zh-Hant, zh-Latn-pinyin, en.

    `kind` is one of KINDS. Pinyin is left out when the name holds no Chinese character, English when no
    table gives it. Deterministic: the same name and kind always give the same pairs.
    """
    if kind not in KINDS:
        raise ValueError(f"kind {kind!r} is not one of {', '.join(KINDS)}")
    seeds = load_seeds()
    simple = _simplify(name)
    pairs = [("zh-Hans", simple), ("zh-Hant", _hant(simple, kind, seeds))]
    if _HAN.search(simple):
        pairs.append(("zh-Latn-pinyin", _PINYIN[kind](simple, seeds)))
    english = _english(simple, seeds) if kind == "place" else None
    if english:
        pairs.append(("en", english))
    return tuple(pairs)


@cache
def _converter(mode: str) -> Callable[[str], str]:
    import opencc  # noqa: PLC0415 - loaded for the first name

    convert: Callable[[str], str] = opencc.OpenCC(mode).convert
    return convert


def _simplify(name: str) -> str:
    simple = _converter("t2s")(name)
    return "".join(old if old in _KEPT else new for old, new in zip(name, simple, strict=True))


def _hant(name: str, kind: str, seeds: Seeds) -> str:
    """Traditional script: a person character by character with the forms that names use, the rest by
    phrases (後 and 后, 裡 and 里 by the word they stand in), with the places that the phrases get wrong.
    """
    convert = _converter("s2tw")
    if kind != "person":
        fixed = seeds.hant["place"]
        pieces = re.split(f"({'|'.join(sorted(fixed, key=len, reverse=True))})", name) if fixed else [name]
        return "".join(fixed.get(piece) or convert(piece) for piece in pieces if piece)
    surname, given = split_name(name, seeds)
    in_given = seeds.hant["given"]
    family = seeds.hant["surname"].get(surname) or "".join(map(convert, surname))
    return family + "".join(in_given.get(char) or convert(char) for char in given)


def split_name(name: str, seeds: Seeds) -> tuple[str, str]:
    """(surname, given name) of a name in Chinese; the surname is empty where none can be told.

    A compound surname wins (欧阳修), a rare one only before two characters or where its first character is
    no common surname (段干 in 段干鹏 is 段). Four characters begin with a compound, or with two surnames
    (陈冯富珍); else they are no Chinese name of the usual form (白玛赤林) and have no surname.
    """
    if "·" in name or not _HAN.fullmatch(name):
        return "", name
    two, one = name[:2], name[:1]
    if len(name) > 2 and two in seeds.surnames:
        alone = one in seeds.surnames and one not in seeds.rare_surnames
        if two not in seeds.rare_surnames or len(name) > 3 or not alone:
            return two, name[2:]
    if len(name) == 4:
        double = all(c in seeds.surnames and c not in seeds.rare_surnames for c in two)
        return (two, name[2:]) if double else ("", name)
    if len(name) < 4 and one in seeds.surnames and len(name) > 1:
        return one, name[1:]
    return "", name


def _english(name: str, seeds: Seeds) -> str | None:
    """The English name, when all places of this name share it."""
    names = {place.en for place in seeds.places.by_name(name)}
    if name in seeds.cities:
        names.add(seeds.cities[name].en)
    return names.pop() if len(names) == 1 else None


def _person(name: str, seeds: Seeds) -> str:
    """`Shàn Tiánfāng`: surname as surnames are read, given name as one word; foreign parts apart."""
    if not _HAN.fullmatch(name):
        return _mixed(name, lambda part: _word(_given(part, seeds), capital=True))
    surname, given = split_name(name, seeds)
    if surname and surname not in seeds.surnames:  # two surnames
        family = " ".join(seeds.surnames[char] for char in surname)
    else:
        family = seeds.surnames.get(surname, "")
    return f"{family} {_word(_given(given, seeds), capital=True)}".strip()


def _given(text: str, seeds: Seeds) -> list[str]:
    return [seeds.given_pinyin.get(char) or _syllables(char)[0] for char in text]


def _place(name: str, seeds: Seeds) -> str:
    """`Dàlián Shì`: the name and its kind as two words, the peoples of an autonomous area between them."""
    return " ".join(_place_words(name, seeds)) if _HAN.fullmatch(name) else _org(name, seeds)


def _place_words(name: str, seeds: Seeds) -> list[str]:
    found = seeds.places.by_name(name)
    full = found[0].name if found else name
    stem = found[0].short if found else name
    if name.startswith(stem + "族"):  # 东乡 of 东乡族自治县
        stem += "族"
    if stem == name and len(name) > 1 and full == name:
        stem = _KIND.sub("", name)
    syllables = seeds.place_pinyin.get(full) or _syllables(full)
    if not name.startswith(stem):  # 喀左县, 法兰西共和国
        stem = _KIND.sub("", name)
    if not full.startswith(name):  # 延边州, 喀左县, 法国
        known = syllables[: len(stem)] if full.startswith(stem) else _syllables(stem)
        syllables = (*known, *_syllables(name[len(stem) :]))
    parts = [stem, *_peoples_and_kind(name[len(stem) :])]
    words = []
    for part in filter(None, parts):
        words.append(_word(syllables[: len(part)], capital=True))
        syllables = syllables[len(part) :]
    return words


def _peoples_and_kind(rest: str) -> list[str]:
    """土家族苗族自治州 → 土家族, 苗族, 自治州."""
    if len(rest) <= 2:
        return [rest]
    kind = _KIND.search("各族" + rest)  # two characters that stand for the stem
    name = kind[0] if kind else ""
    peoples = re.findall(r"[^族]+族?", rest[: len(rest) - len(name)])
    return [*peoples, *(["特别", "行政区"] if name == "特别行政区" else [name])]


def _org(name: str, seeds: Seeds) -> str:
    """Words with capitals, the places in front read as places: `Dàlián Shìwěi`, `Liáoníng Shěng Zhèngxié`."""
    return _mixed(name, lambda part: _run(part, seeds, capital=True))


def _plain(name: str, seeds: Seeds) -> str:
    """Words in small letters, but for the places among them."""
    return _mixed(name, lambda part: _run(part, seeds, capital=False))


def _run(text: str, seeds: Seeds, capital: bool) -> str:
    """Chinese text as words, places in it read and written as places."""
    words: list[str] = []
    start = 0
    head = _place_at_head(text, seeds)
    for place, begin in [(head, 0), *((m[0], m.start()) for m in _readings().finditer(text, len(head)))]:
        words += _words(text[start:begin], seeds, capital)
        start = begin + len(place)
        committee = place and _COMMITTEE.match(text, start - 1)
        if committee:  # 大连市委 is 大连 and 市委
            words += [*_place_words(place, seeds)[:-1], _word(_syllables(committee[0]), capital)]
            start = committee.end()
        elif place:
            words += _place_words(place, seeds)
    return " ".join([*words, *_words(text[start:], seeds, capital)])


def _words(text: str, seeds: Seeds, capital: bool) -> list[str]:
    names = _large_places()
    return [
        _word(_syllables(word), capital or word in names) for word in _cut(text, seeds.words, names)
    ]


@cache
def _large_places() -> frozenset[str]:
    """Countries, provinces, prefectures and cities abroad: words wherever they stand."""
    seeds = load_seeds()
    places = [(name, place) for name, place in seeds.places.names() if place.level != "county"]
    return frozenset(name for name, place in places if not place.historical) | frozenset(seeds.cities)


def _place_at_head(text: str, seeds: Seeds) -> str:
    """The division that a text begins with, by its full name; a large one by the short name too."""
    for length in range(min(12, len(text)), 1, -1):
        name = text[:length]
        large = any(p.level in ("province", "prefecture") for p in seeds.places.by_name(name))
        if large or seeds.places.by_full_name(name):
            return name
    return ""


@cache
def _readings() -> re.Pattern[str]:
    """Full names of places that have a reading of their own: sought in the middle of a text."""
    return re.compile("|".join(sorted(load_seeds().place_pinyin, key=lambda name: (-len(name), name))))


def _mixed(name: str, romanise: Callable[[str], str]) -> str:
    """Chinese runs in pinyin; letters and digits as they are; punctuation as a space or in Latin form."""
    out = []
    for match in re.finditer(r"[㐀-鿿]+|[^㐀-鿿]+", name):
        out.append(romanise(match[0]) if _HAN.fullmatch(match[0]) else match[0].translate(_LATIN))
    return re.sub(r" +(?=[,;:)”’]|$)", "", re.sub(r"\s+", " ", " ".join(out))).replace("“ ", "“").strip()


_LATIN = str.maketrans({"，": ",", "、": ",", "；": ";", "：": ":", "（": "(", "）": ")", "·": " ",
                        "《": "“", "》": "”", "。": ","})


def _cut(text: str, *lists: frozenset[str]) -> list[str]:
    """The fewest words that make up the text; of equal ones, those with fewer single characters."""
    size = len(text)
    # From each character to the end: words, single characters, length of the first word.
    best = [(0, 0, 0)] * (size + 1)
    for start in range(size - 1, -1, -1):
        count, singles, _ = best[start + 1]
        best[start] = (count + 1, singles + 1, 1)
        for length in range(2, min(_LONGEST, size - start) + 1):
            count, singles, _ = best[start + length]
            word = text[start : start + length]
            if (count + 1, singles) <= best[start][:2] and any(word in words for words in lists):
                best[start] = (count + 1, singles, length)
    cuts = []
    start = 0
    while start < size:
        cuts.append(text[start : start + best[start][2]])
        start += best[start][2]
    return cuts


@lru_cache(maxsize=16384)
def _syllables(text: str) -> tuple[str, ...]:
    """One syllable with tone mark for each character, by phrases."""
    from pypinyin import pinyin  # noqa: PLC0415 - 0.4 s, loaded for the first name

    return tuple(readings[0] for readings in pinyin(text))


def _word(syllables: Sequence[str], capital: bool) -> str:
    """Joined as one word, with an apostrophe before a, o, e (Xī'ān, Bǎo'ān)."""
    word = ""
    for syllable in syllables:
        word += f"'{syllable}" if word and syllable[0] in "aāáǎàoōóǒòeēéěè" else syllable
    return word[:1].upper() + word[1:] if capital else word


_PINYIN: dict[str, Callable[[str, Seeds], str]] = {
    "person": _person, "place": _place, "org": _org, "group": _plain, "event": _plain, "work": _plain,
    "post": _plain, "measure": _plain,
}  # fmt: skip
