"""Peak memory of extraction: `python -m benchmarks.extract_memory ARTICLES`, in a process of its own."""

from __future__ import annotations

import json
import sys

from benchmarks.extract_engine import kg_engine, peak_mib
from benchmarks.extract_speed import texts


def main(articles: int) -> None:
    given, run = texts(), kg_engine()
    first = 0.0
    for number in range(articles):
        run(given[number % len(given)])
        if number + 1 == articles // 10:
            first = peak_mib()
    print(json.dumps({"first": first, "last": peak_mib()}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
