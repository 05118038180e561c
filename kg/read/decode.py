"""Bytes to text: UTF-8, UTF-16, GB18030 or Big5, or one clear refusal."""

from __future__ import annotations

import codecs
import re
from functools import cache

from kg.errors import SourceError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
# GB18030 holds GB2312 and GBK; HKSCS holds Big5. The first that reads best is taken.
_CHINESE = ("gb18030", "big5hkscs")
_DECLARED = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "big5hkscs"), "big5hkscs"),
    **dict.fromkeys(("utf8", "utf-8"), "utf-8"),
}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
# Text has none of these but for strays; UTF-16 and binary files are full of them.
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r\f\v\x1b"})
_SAMPLE = 20_000
# At least this share of the letters beyond ASCII must be common: real Chinese text has 0.95 and more,
# text read in the wrong encoding 0.2 to 0.67 (cuts of 20 to 3,000 characters of the gold articles).
_PLAUSIBLE = 0.75
_HINT = "save the file as UTF-8"


def decode(data: bytes, place: str) -> str:
    """The text of a plain file. SourceError when no encoding fits, or when the file is no text at all."""
    refuse_binary(data, place)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, place)
    sample = data[: 4 * _SAMPLE]
    if 50 * (len(sample) - len(sample.translate(None, _CONTROLS))) > len(sample):
        return _unmarked_utf16(data, place)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        bad = error.start
    text = _best_chinese(data)
    if text is None:
        raise SourceError(place, f"neither UTF-8 (byte {bad} breaks it), UTF-16, GB18030 nor Big5", _HINT)
    return text


def decode_page(data: bytes, declared: str | None, place: str) -> str:
    """The source of a web page. `declared` is the charset of the HTTP header, if there was one.

    Pages often declare gb2312 and hold more, or have a few broken bytes; up to one character in 200 may be
    replaced by U+FFFD.
    """
    refuse_binary(data, place)
    names = [declared or "", *(name.decode() for name in _CHARSET.findall(data[:4096])[:1]), "utf-8"]
    try:
        return decode(data, place)
    except SourceError:
        for name in names:
            if encoding := _DECLARED.get(name.lower()):
                text = data.decode(encoding, "replace")
                if text.count("\ufffd") * 200 <= len(text):
                    return text.replace("\0", "")
        raise


def refuse_binary(data: bytes, place: str) -> None:
    """Raise SourceError for the well-known kinds of file that hold no plain text."""
    for magic, kind in _BINARY:
        if data.startswith(magic):
            raise SourceError(place, f"is {kind}, not text", "convert it to .txt or .html first")


def _strict(data: bytes, encoding: str, place: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"begins as {encoding.removesuffix('-sig')} but byte {error.start} breaks it"
        raise SourceError(place, problem, _HINT) from None


def _unmarked_utf16(data: bytes, place: str) -> str:
    """UTF-16 without its mark, if it reads as Chinese; otherwise the file is binary."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _share_common(text) >= _PLAUSIBLE and not set(text[:_SAMPLE]) & {*map(chr, _CONTROLS)}:
            return text
    raise SourceError(place, "is binary, not text", "convert it to .txt or .html first")


def _best_chinese(data: bytes) -> str | None:
    read: list[tuple[float, str]] = []
    for encoding in _CHINESE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        read.append((_share_common(text), text))
    best = max(read, key=lambda item: item[0], default=(0.0, ""))
    return best[1] if best[0] >= _PLAUSIBLE else None


def _share_common(text: str) -> float:
    """Share of common characters among those beyond ASCII (1.0 for pure ASCII)."""
    beyond = [char for char in text[:_SAMPLE] if char > "\x7f"]
    common = _common()
    return sum(char in common for char in beyond) / len(beyond) if beyond else 1.0


@cache
def _common() -> frozenset[str]:
    """The frequent levels of both national sets (GB 2312 level 1, Big5 level 1) and their punctuation."""
    gb = bytes(byte for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for byte in (row, cell))
    big5 = bytes(byte for row in range(0xA4, 0xC7) for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
                 for byte in (row, cell))
    signs = "　、。·—…‘’“”〔〕〈〉《》「」『』【】（），．：；？！％＋－～○〇×āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
    full_width = "".join(chr(code) for code in range(0xFF10, 0xFF5F))
    return frozenset(gb.decode("gb2312", "ignore") + big5.decode("big5", "ignore") + signs + full_width)
