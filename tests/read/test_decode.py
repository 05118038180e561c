"""Encodings told by how the text reads, and files that are no text."""

import gzip

import opencc
import pytest

from kg.errors import SourceError
from kg.read.decode import decode, decode_page

TEXT = "7月18日下午，市委副书记、市长林岚在临江会见了河口县县长高和平一行，双方签署合作协议。\n" * 2
TRADITIONAL = opencc.OpenCC("s2t").convert(TEXT)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk"])
def test_simplified(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x") == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5", "gb18030"])
def test_traditional(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "x") == TRADITIONAL


def test_a_rare_name_in_four_bytes() -> None:
    text = TEXT + "市长朱镕基、李䶮、张𬭚"
    assert decode(text.encode("gb18030"), "x") == text


@pytest.mark.parametrize(("data", "problem"), [
    (TEXT.encode()[:-2] + b"\xff\xfe\xff" + TEXT.encode(), "neither UTF-8"),
    ("临江市长林岚".encode()[:-1], "neither UTF-8 (byte 15 breaks it)"),
    ("Überraschung für größere Städte".encode("latin-1"), "neither UTF-8"),
    (bytes(range(256)) * 20, "binary"),
    (b"%PDF-1.7 ...", "a PDF file"),
    (b"PK\x03\x04....", "a zip archive"),
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xfe\x00\xd8\x00", "begins as utf-16"),
])
def test_no_text(data: bytes, problem: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_page_is_read_as_declared_with_a_few_broken_bytes() -> None:
    page = f"<html><head><meta charset=gb2312></head><body>{TEXT * 20}".encode("gb18030") + b"\xff</body>"
    assert decode_page(page, None, "x").count("林岚") == 40
    with pytest.raises(SourceError):
        decode_page(page + b"\xff" * 200, None, "x")


def test_gzip_is_no_text() -> None:
    with pytest.raises(SourceError):
        decode(gzip.compress(TEXT.encode() * 50), "x")
