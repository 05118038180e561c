"""Peak memory of reading and extracting: `python -m benchmarks.extract_memory ARTICLES.jsonl COUNT`."""

from __future__ import annotations

import json
import sys

from benchmarks.extract_engine import peak_mib
from kg.extract import extract, load_lexicon
from kg.model import Article
from kg.read import canonical, read


def main(path: str, count: int) -> None:
    """Extract article after article, keep nothing, and tell the peaks after a tenth of them and after all."""
    canonical("縣長會見來賓")  # loads what only traditional text needs, 25 MiB, which few articles are
    lexicon, first = load_lexicon(), 0.0
    for number, item in enumerate(read([path]), 1):
        if isinstance(item, Article):
            extract(item, lexicon)
        if number == count // 10:
            first = peak_mib()
    print(json.dumps({"first": first, "last": peak_mib()}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
