"""Keys under which a node is found: its names in either script, pinyin without tones, initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

LONGEST = 120  # characters of a name that searching looks at
# A syllable of Hanyu Pinyin without tone: initial, then the longest final that fits.
_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve"
    r"|vn|a|e|i|o|u|v)"
)


def plain(text: str) -> str:
    """Lower case, no tone marks, no spaces or punctuation; ü is written v, as it is typed."""
    text = unicodedata.normalize("NFD", text[:LONGEST].lower()).replace("u\u0308", "v")
    return "".join(char for char in text if char.isalnum() and not unicodedata.combining(char))


def initials(reading: str) -> str:
    """First letters of all syllables of a reading: Hú Yùtíng → hyt. Empty when it is not pinyin."""
    letters = []
    for word in re.split(r"[\s'’-]+", reading.strip()):
        syllables = _syllables(plain(word))
        if syllables is None:
            return ""
        letters += [syllable[0] for syllable in syllables]
    return "".join(letters)


def _syllables(word: str) -> list[str] | None:
    """Division of one written word into syllables, the fewest that fit; None when there is none."""
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for start in range(len(word)):
        found = best[start]
        if found is None:
            continue
        for end in range(start + 1, min(start + 6, len(word)) + 1):
            if _SYLLABLE.fullmatch(word, start, end):
                old = best[end]
                if old is None or len(found) + 1 < len(old):
                    best[end] = [*found, word[start:end]]
    return best[-1]


def search_keys(label: str, names: Mapping[str, Iterable[str]]) -> str:
    """All keys of a node, joined by a bar: 胡玉亭|胡玉亭|huyuting|hyt."""
    keys = [plain(label), *(plain(str(name)) for tag in sorted(names) for name in names[tag])]
    return "|".join(dict.fromkeys(key for key in (*keys, *initials_in(names).split("|")) if key))


def initials_in(names: Mapping[str, Iterable[str]]) -> str:
    """Initials of all names in pinyin, joined by a bar."""
    found = [initials(str(name)) for tag in sorted(names) if tag.endswith("pinyin") for name in names[tag]]
    return "|".join(dict.fromkeys(key for key in found if key))
