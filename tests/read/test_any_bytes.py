"""Random bytes under any name give articles or failures, never an exception."""

import gzip
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Article
from kg.read import Failure, read
from kg.read.files import KINDS

SEEDS = [
    "<html><body><div id='zoom'><p>周文海会见高和平，签署协议。</p></div><script>".encode(),
    b'{"text": "\xe5\x91\xa8\xe6\x96\x87\xe6\xb5\xb7", "title": null, "published": "2021-01-01"}\n',
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 20\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>\r\n\r\n",
    "区(qū)。\n　　王　健\n\ufeff█".encode("utf-16"), gzip.compress("市长".encode("gb18030")),
]
BYTES = st.one_of(st.binary(max_size=300), st.lists(
    st.one_of(st.binary(max_size=20), st.sampled_from(SEEDS)), max_size=6).map(b"".join))


@pytest.mark.parametrize("suffix", sorted(KINDS))
@settings(max_examples=60, deadline=None)
@given(data=BYTES)
def test_any_bytes(suffix: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{suffix}"
        path.write_bytes(data)
        for item in read([path]):
            if isinstance(item, Failure):
                assert item.place.startswith(str(path))
                assert "\n" not in str(item.error)
            elif isinstance(item, Article):
                assert len(item.offsets) == len(item.text) + 1
