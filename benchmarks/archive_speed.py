"""A web archive to a graph: CPU seconds per stage, beside fastwarc alone.

`python -m benchmarks.archive_speed [--articles 5000] [--rounds 3]`

What comes out is compared with what went in: every article is found and no junk is.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.archive import write_archive
from benchmarks.processes import Run, in_turn
from benchmarks.results import figures, put_section, table
from benchmarks.stages import stage_command
from kg.model import Article
from kg.read import Failure, canonical, read

STAGES = ("fastwarc alone", "read", "extract", "resolve, map")


def section(articles: int, rounds: int) -> str:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "pages.warc.gz"
        given = {_plain(canonical(text)[0]) for text in write_archive(articles, 1, path)}
        items = list(read([path]))
        found = {_plain(item.text) for item in items if isinstance(item, Article)}
        runs = in_turn({stage: stage_command(stage, path, scratch) for stage in STAGES}, rounds)
        size = path.stat().st_size
    failed = sum(isinstance(item, Failure) for item in items)
    told = (f"{size / 1e6:.1f} MB packed: {articles:,} pages of articles and {-(-articles // 3):,} of junk "
            "(another language, menus, empty, broken, pictures, not found). Articles that were read with "
            f"another text or not at all: {len(given - found):,}; texts that are none of them: "
            f"{len(found - given):,}; pages that were reported as no article: {failed:,}. A stage's row is "
            "what it adds to the one above; fastwarc alone gives the records and looks at none.")
    return f"{told}\n\n{_table(runs, articles, size)}"


def _plain(text: str) -> str:
    return "".join(text.split())


def _table(runs: dict[str, list[Run]], articles: int, size: int) -> str:
    """What each stage adds to the ones before, but for fastwarc, which stands alone."""
    rows, before = [], 0.0
    for name, own in runs.items():
        cpu = median(run.cpu for run in own)
        added = cpu if name in ("fastwarc alone", "read") else cpu - before
        before = cpu
        rows.append((name, f"{added:.2f}", figures(articles / added), figures(size / 1e6 / added),
                     figures(median(run.peak_mib for run in own))))  # fmt: skip
    return table(("stage", "CPU s", "articles/CPU s", "packed MB/CPU s", "peak MiB"), rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    body = section(given.articles, given.rounds)
    put_section("Web archives", body)
    print(body)


if __name__ == "__main__":
    main()
