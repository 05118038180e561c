"""Names, readings and words: surnames, given names, places in pinyin, traditional forms, titles."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from kg.seeds.table import read_table, row_error

SURNAME_COLUMNS = ("surname", "pinyin", "class", "per_million")
PLACE_PINYIN_COLUMNS = ("name", "pinyin")
TITLE_COLUMNS = ("title", "generic", "single")
WORD_COLUMNS = ("word",)
GIVEN_PINYIN_COLUMNS = ("character", "pinyin")
ID_COLUMNS = ("name", "org", "title", "id", "by", "date")
HANT_COLUMNS = ("kind", "text", "hant")
HANT_KINDS = ("surname", "given", "place")
GIVEN_COLUMNS = ("character", "score")
SURNAME_CLASSES = ("common", "rare")
_ID = re.compile(r"https?://[!#-;=?-Z_a-z~]{4,400}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_HAN = re.compile(r"[㐀-鿿]{1,3}")
_PINYIN = re.compile(r"[A-ZĀÁǍÀĒÉĚÈŌÓǑÒ][a-zāáǎàōóǒòēéěèīíǐìūúǔùüǖǘǚǜ]*")


class Surname(NamedTuple):
    """`pinyin` is one word with a capital and tone marks (单 → Shàn, 欧阳 → Ōuyáng), `per_million` how many
    bear it (None: not counted).
    """

    pinyin: str
    is_rare: bool
    per_million: int | None


def read_surnames(path: Path) -> dict[str, Surname]:
    """surnames.csv → surname → what the table says of it."""
    surnames: dict[str, Surname] = {}
    for index, row in enumerate(read_table(path, SURNAME_COLUMNS)):
        name, pinyin, count = row["surname"], row["pinyin"], row["per_million"]
        if not _HAN.fullmatch(name) or name in surnames:
            raise row_error(path, index, f"{name!r} stands twice or is no surname", "one to three characters")
        if not _PINYIN.fullmatch(pinyin):
            raise row_error(path, index, f"{pinyin!r} is not pinyin", "write it like Shàn or Ōuyáng")
        if row["class"] not in SURNAME_CLASSES:
            raise row_error(path, index, f"class {row['class']!r}", f"use {', '.join(SURNAME_CLASSES)}")
        if count and not re.fullmatch(r"[1-9]\d{0,5}", count):
            raise row_error(path, index, f"per_million {count!r} is no count", "write 1 to 999999 or nothing")
        surnames[name] = Surname(pinyin, row["class"] == "rare", int(count) if count else None)
    return surnames


def read_place_pinyin(path: Path) -> dict[str, tuple[str, ...]]:
    """pinyin_places.csv → full name → one syllable a character (浚县 → xùn, xiàn)."""
    readings: dict[str, tuple[str, ...]] = {}
    for index, row in enumerate(read_table(path, PLACE_PINYIN_COLUMNS)):
        name, syllables = row["name"], tuple(row["pinyin"].split())
        if name in readings or len(name) != len(syllables) or len(name) < 2:
            problem = f"{name!r} stands twice or lacks a syllable"
            raise row_error(path, index, problem, "write one syllable a character, with spaces")
        readings[name] = syllables
    return readings


def read_given_pinyin(path: Path) -> dict[str, str]:
    """pinyin_given.csv → character → its syllable in given names (长 → cháng)."""
    readings: dict[str, str] = {}
    for index, row in enumerate(read_table(path, GIVEN_PINYIN_COLUMNS)):
        character, syllable = row["character"], row["pinyin"]
        if not _HAN.fullmatch(character) or len(character) > 1 or character in readings:
            raise row_error(path, index, f"{character!r} stands twice or is no character", "remove the row")
        if not _PINYIN.fullmatch(syllable.capitalize()):
            raise row_error(path, index, f"{syllable!r} is not pinyin", "write it like cháng")
        readings[character] = syllable
    return readings


def read_generic_titles(path: Path) -> tuple[dict[str, bool], dict[str, bool]]:
    """generic_titles.csv → (end of a title → whether many hold such a title at once, the same → whether one
    person does).
    """
    generic: dict[str, bool] = {}
    single: dict[str, bool] = {}
    for index, row in enumerate(read_table(path, TITLE_COLUMNS)):
        title, flags = row["title"], (row["generic"], row["single"])
        if not title or title in generic or not set(flags) <= {"yes", "no"} or flags == ("yes", "yes"):
            problem = f"{title!r} stands twice, or its flags are not yes and no, no and yes, or no and no"
            raise row_error(path, index, problem, "write title,generic,single")
        generic[title], single[title] = (flag == "yes" for flag in flags)
    return generic, single


def read_words(path: Path) -> frozenset[str]:
    """words.csv → words of two characters and more, for word boundaries in pinyin."""
    words = [row["word"] for row in read_table(path, WORD_COLUMNS)]
    for index, word in enumerate(words):
        if len(word) < 2:
            raise row_error(path, index, f"{word!r} is no word", "write two characters or more")
    return frozenset(words)


def read_hant(path: Path) -> dict[str, dict[str, str]]:
    """hant_names.csv → kind (surname, given, place) → simplified → traditional, where a converter errs."""
    forms: dict[str, dict[str, str]] = {kind: {} for kind in HANT_KINDS}
    for index, row in enumerate(read_table(path, HANT_COLUMNS)):
        if row["kind"] not in forms:
            raise row_error(path, index, f"kind {row['kind']!r}", f"use {', '.join(HANT_KINDS)}")
        if not row["text"] or len(row["text"]) != len(row["hant"]) or row["text"] in forms[row["kind"]]:
            raise row_error(path, index, f"{row['text']!r} stands twice or changes length", "keep one row")
        forms[row["kind"]][row["text"]] = row["hant"]
    return forms


def read_given(path: Path) -> dict[str, float]:
    """given_names.csv → character → log-likelihood ratio: above 0, likelier in a given name than in text."""
    given: dict[str, float] = {}
    for index, row in enumerate(read_table(path, GIVEN_COLUMNS)):
        character, score = row["character"], row["score"]
        if not _HAN.fullmatch(character) or len(character) > 1 or character in given:
            raise row_error(path, index, f"{character!r} stands twice or is no character", "remove the row")
        if not re.fullmatch(r"-?\d+\.\d+", score):
            raise row_error(path, index, f"score {score!r} is not a number", "write it like -0.4")
        given[character] = float(score)
    return given


def read_external_ids(path: Path) -> dict[tuple[str, str], dict[str, str]]:
    """external_ids.csv → (name, "org title") → its row: who holds or held that post is known under `id`."""
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for index, row in enumerate(read_table(path, ID_COLUMNS)):
        key = (row["name"], f"{row['org']} {row['title']}")
        if not all(row.values()) or key in rows:
            problem = f"{' '.join(key)!r} stands twice or a field is empty"
            raise row_error(path, index, problem, "fill all six")
        if not _ID.fullmatch(row["id"]) or not _DATE.fullmatch(row["date"]):
            problem = f"id {row['id']!r} is no http(s) IRI, or date {row['date']!r} no day"
            raise row_error(path, index, problem, "write an IRI in ASCII and YYYY-MM-DD")
        rows[key] = row
    return rows
