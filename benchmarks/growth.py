"""Time and memory of every stage for more and more articles, and how they grow.

`python -m benchmarks.growth [--articles 1000 10000 100000]`

What needs the whole graph in memory is measured up to 10,000 articles, and so are the exports; Spark builds
them all. Writes docs/images/growth.svg as well. With 100,000 articles it takes half an hour.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pyspark

from benchmarks.corpus import make_corpus, write
from benchmarks.processes import Run, run, run_tree
from benchmarks.results import figures, put_section, table
from benchmarks.stages import stage_command

HOME = Path(__file__).parent
MAIN = HOME.parent / "kg" / "__main__.py"
IMAGE = HOME.parent / "docs" / "images" / "growth.svg"
STAGES = ("read", "extract", "resolve, map", "write")
IN_MEMORY = ("resolve, map", "write")
MOST_IN_MEMORY = 10_000
SPARK = "Spark, two cores"
_SHARD = 3000  # articles


def spark_command(articles: int, source: Path, folder: Path) -> list[object]:
    """A job in Spark's local mode, JVM and workers counted."""
    shards = max(2, articles // _SHARD // 2)
    submit = Path(pyspark.__file__).parent / "bin" / "spark-submit"
    given = ("--master", "local[2]", "--driver-memory", "4g", "--conf", f"spark.default.parallelism={shards}")
    return [submit, *given, MAIN, "build", "--engine", "spark", source, "-o", folder / "spark"]


def measured(sizes: list[int]) -> dict[str, dict[int, Run]]:
    """Stage → articles → what a process that does all up to the stage needs."""
    runs: dict[str, dict[int, Run]] = {stage: {} for stage in (*STAGES, SPARK)}
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            write(make_corpus(size, 1), folder)
            source = folder / "articles.jsonl"
            for stage in STAGES:
                if stage not in IN_MEMORY or size <= MOST_IN_MEMORY:
                    runs[stage][size] = run(stage_command(stage, source, folder))
                    shutil.rmtree(folder / "exports", ignore_errors=True)
            runs[SPARK][size] = run_tree(spark_command(size, source, folder))
    return runs


def added(runs: dict[str, dict[int, Run]]) -> dict[str, dict[int, float]]:
    """Stage → articles → CPU seconds that the stage adds; Spark does all up to the sorted quads."""
    found: dict[str, dict[int, float]] = {}
    before: dict[int, float] = {}
    for stage in STAGES:
        found[stage] = {size: one.cpu - before.get(size, 0) for size, one in runs[stage].items()}
        before |= {size: one.cpu for size, one in runs[stage].items()}
    found[SPARK] = {size: one.cpu for size, one in runs[SPARK].items()}
    return found


def exponent(seconds: dict[int, float]) -> float:
    """The slope of log time over log articles between the two largest sizes; 1 is linear."""
    (small, first), (large, second) = sorted(seconds.items())[-2:]
    return math.log(second / first) / math.log(large / small)


def section(runs: dict[str, dict[int, Run]], sizes: list[int]) -> str:
    rows = []
    for stage, seconds in added(runs).items():
        peak = {size: figures(one.peak_mib) for size, one in runs[stage].items()}
        cells = [f"{seconds[size]:.1f} ({peak[size]})" if size in seconds else "–" for size in sizes]
        rows.append((stage, *cells, f"{exponent(seconds):.2f}" if len(seconds) > 1 else "–"))
    head = ("CPU s (peak MiB)", *(f"{size:,}" for size in sizes), "exponent")
    told = ("A stage's row is what it adds to those above, start-up to the first; memory is that of a "
            "process that does all up to there. Spark does everything up to the sorted quads, in local mode, "
            "JVM and workers together. The exponent is the slope of log time over log articles between the "
            "two largest sizes: 1 is linear, less is a start-up that still counts.")
    return f"{table(head, rows)}\n\n{told}\n\n![growth](../docs/images/growth.svg)"


def plot(seconds: dict[str, dict[int, float]]) -> None:
    """Draw the picture, in the environment of the peers (which has Matplotlib)."""
    words = [HOME / ".venv/bin/python", HOME / "growth_plot.py", IMAGE]
    subprocess.run(list(map(str, words)), input=json.dumps(seconds).encode(), check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000, 100_000])
    given = parser.parse_args()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    sizes = sorted(given.articles)
    runs = measured(sizes)
    body = section(runs, sizes)
    plot(added(runs))
    put_section("Growth", body)
    print(body)


if __name__ == "__main__":
    main()
