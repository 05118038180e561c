"""One character for one: the table that folds width, spaces, quotes and compatibility forms.

Nothing here looks at its neighbours, and nothing changes a length. Characters to be removed become NUL,
which `kg.read.repair` cuts out afterwards, once, with the map.
"""

from __future__ import annotations

import unicodedata

CUT = "\0"

_QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”", "﹃": "‘", "﹄": "’",
           "〝": "“", "〞": "”", "〟": "”", "„": "“", "‟": "“", "‚": "‘", "‛": "‘"}
_STOPS = dict(zip("｡､﹐﹑﹔﹕﹖﹗︰﹙﹚〈〉", "。、，、；：？！：()〈〉", strict=True))
# U+00B7 is the dot of 乌拉孜别克·热苏力汗; web pages use at least these for it.
_DOTS = dict.fromkeys("・･‧∙⋅•᛫", "·")
# Chinese punctuation stays Chinese although it lies in the full-width block.
_STAY = "，：；？！"
_SPACES = [*range(0x2000, 0x200B), 0x1680, 0x202F, 0x205F]
# Zero width, soft hyphen, direction marks, variation selectors, object replacement, byte order mark.
_INVISIBLE = [0x00AD, 0x034F, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
              *range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF, *range(0xFFF9, 0xFFFD)]
_LINE_ENDS = [0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029]


def _table() -> tuple[str, ...]:
    """What each character of the basic plane becomes; the planes above stay."""
    table = [chr(code) for code in range(0x10000)]
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)):  # radicals and doubles, from PDF copies
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[code] = plain
    for code in range(0xFF01, 0xFF5F):
        if chr(code) not in _STAY:
            table[code] = chr(code - 0xFEE0)
    for char, plain in {**_QUOTES, **_STOPS, **_DOTS, "\uffe5": "¥", "\t": " "}.items():
        table[ord(char)] = plain
    controls = {*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A}
    surrogates = range(0xD800, 0xE000)
    for codes, plain in ((controls, CUT), (_INVISIBLE, CUT), (_SPACES, " "), (_LINE_ENDS, "\n"),
                         (surrogates, "\ufffd")):
        for code in codes:
            table[code] = plain
    return tuple(table)


_TABLE = _table()


def fold(text: str) -> str:
    """Fold every character on its own; same length. U+3000 and U+00A0 stay for the rules about lines."""
    return text.replace("\r\n", CUT + "\n").translate(_TABLE)
