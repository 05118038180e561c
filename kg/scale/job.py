"""One build as a Spark job: the functions of `kg build`, mapped over shards.

Articles stay where they were extracted; what travels is small and goes by the key that brings together what
must be seen together: persons by name, events by kind, day and name, sightings by post, and back to the shard
of the article. Last, the lines go by range. Spark repeats what a lost worker had; every function is pure, so
that a repetition gives the same.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import zlib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from kg.build import DEFAULT_BASE, DEFAULT_DECISIONS
from kg.errors import FactsError, KgError, OutputError, SourceError
from kg.graph.draft import article_key
from kg.graph.iris import Iris
from kg.model import Article, Facts, to_json
from kg.read import Item
from kg.resolve import RETRACTED, Decision, read_decisions
from kg.scale import articles, shards
from kg.scale.inputs import Sourced, items
from kg.scale.shards import Extracted, Written
from kg.store.swap import swap_in

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import SparkSession

_LINES = 600  # of an article; measured 650
_SAMPLE = 500  # lines of a shard that tell where the next one begins


@dataclass(frozen=True)
class Finished:
    """A finished job: what its manifest.json says, and how many shards an earlier job had extracted."""

    manifest: dict[str, Any]
    shards: int
    known_shards: int


@dataclass(frozen=True)
class _Job:
    spark: SparkSession
    partitions: int
    base: str
    decided: tuple[Decision, ...]
    work: Path
    staging: Path


def build_with_spark(  # noqa: PLR0913 - all that a build depends on
    sources: Iterable[str],
    output: Path,
    *,
    master: str | None = None,
    base: str = DEFAULT_BASE,
    decisions: Path = DEFAULT_DECISIONS,
    partitions: int | None = None,
) -> Finished:
    """Build `sources` (any paths that Spark reads) into the folder `output`, which all workers must see.

    graph-00000.nq.gz … are sorted N-Quads: one after the other they are the lines of `kg build`, each once.
    facts.parquet has a row an article; manifest.json counts and hashes, and lists what failed and why.
    Without a `master` that of spark-submit is taken; `partitions` are twice Spark's parallelism. A job that
    died goes on from the shards that were extracted, which lie beside the output until it is whole.
    Raises SourceError when nothing is left, OutputError when the folder cannot be written.
    """
    Iris(base)
    target, decided = _target(output), read_decisions(decisions)
    work, staging = (target.with_name(f".{target.name}.{part}") for part in ("extracted", "building"))
    shutil.rmtree(staging, ignore_errors=True)
    for folder in (work, staging):
        folder.mkdir(parents=True, exist_ok=True)
    spark = _session(master)
    try:
        count = partitions or max(2, 2 * spark.sparkContext.defaultParallelism)
        job = _Job(spark, count, base, decided, work, staging)
        extracted = _extract(job, items(spark, sources, count))
        manifest = _write(job, extracted)
        (staging / "manifest.json").write_bytes(orjson.dumps(manifest, option=orjson.OPT_INDENT_2))
        swap_in(staging, target)
    finally:
        spark.stop()
        shutil.rmtree(staging, ignore_errors=True)
    shutil.rmtree(work, ignore_errors=True)
    return Finished(manifest, len(extracted), sum(not shard.is_new for shard in extracted))


def _target(output: Path) -> Path:
    target = output.resolve()
    is_ours = (target / "manifest.json").is_file()
    if target.exists() and not (target.is_dir() and (is_ours or not any(target.iterdir()))):
        raise OutputError(str(output), "is not empty, and no output of this job", "name another folder")
    return target


def _session(master: str | None) -> SparkSession:
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra
    except ImportError:
        raise SourceError("--engine spark", "PySpark is not installed", "pip install 'kg[spark]'") from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # workers have kg where this process has it
    builder = SparkSession.builder.appName("kg build").config("spark.log.level", "ERROR")
    for quiet in ("spark.ui.enabled", "spark.ui.showConsoleProgress"):
        builder = builder.config(quiet, "false")
    session: SparkSession = (builder.master(master) if master else builder).getOrCreate()
    return session


def spread(key: object) -> int:
    """The same partition for a key on every machine; Python's own hash of a text differs by process."""
    return zlib.crc32(repr(key).encode())


def _extract(job: _Job, read: RDD[Sourced]) -> list[Extracted]:
    """Extract every article once; the shards, by number."""
    retracted = frozenset(key for d in job.decided if d.verdict == RETRACTED for key in d.articles)
    together = read.keyBy(lambda pair: _article_key(pair[1])).groupByKey(job.partitions, spread).values()
    extract = partial(shards.extract_shard, work=str(job.work), base=job.base, without=retracted)
    done: list[Extracted] = together.mapPartitionsWithIndex(extract).collect()
    if not any(shard.articles for shard in done):
        raise _nothing_left(done)
    return done


def _article_key(item: Item) -> str:
    """Copies of an article, and facts written about it, come together in the shard of its key."""
    if isinstance(item, Article):
        return item.hash
    if not isinstance(item, Facts):
        return item.place
    try:
        return article_key(item, None)
    except FactsError:
        return hashlib.sha256(to_json(item)).hexdigest()


def _nothing_left(done: list[Extracted]) -> KgError:
    failures = [failure for shard in done for failure in shard.failures]
    if not failures:
        return SourceError("no article", "nothing is left to build", "name a file or folder with one")
    return min(failures, key=lambda failure: failure.place).error


def _write(job: _Job, extracted: list[Extracted]) -> dict[str, Any]:
    lines = _lines(job, [shard.path for shard in extracted])
    facts = _write_facts(job, extracted)
    written = _write_lines(job, lines, sum(shard.articles for shard in extracted))
    failures = sorted((f.place, str(f.error)) for shard in extracted for f in shard.failures)
    return {
        "articles": sum(shard.articles for shard in extracted),
        "quads": sum(one.lines for one in written),
        "shards": [{"name": one.name, "quads": one.lines, "sha256": one.sha256} for one in written],
        "facts": [{"name": one.name, "rows": one.lines, "sha256": one.sha256} for one in facts],
        "failures": [{"place": place, "problem": problem} for place, problem in failures],
    }


def _lines(job: _Job, paths: list[str]) -> RDD[str]:
    """All lines of the graph, each as often as articles give it."""
    count, base = job.partitions, job.base
    by_name: dict[str, list[Decision]] = {}
    for decision in job.decided:
        by_name.setdefault(decision.name, []).append(decision)
    shard = job.spark.sparkContext.parallelize(paths, count)
    who = shard.flatMap(shards.found_in).flatMap(articles.told_of).groupByKey(count, spread).flatMap(
        partial(articles.resolved, decided=by_name, base=base)).cache()
    seen = who.partitionBy(count, spread).mapPartitionsWithIndex(
        lambda index, said: articles.sightings_of(shards.found_in(paths[index]), said, base=base))
    held = seen.groupByKey(count, spread).flatMap(partial(articles.tenures_of, base=base))
    return who.union(held).partitionBy(count, spread).mapPartitionsWithIndex(
        lambda index, said: articles.lines_of(shards.found_in(paths[index]), said, base=base))


def _write_lines(job: _Job, lines: RDD[str], many: int) -> list[Written]:
    """Write every line once, sorted over all shards, whose bounds follow from the lines alone."""
    from pyspark import StorageLevel  # noqa: PLC0415

    kept = lines.persist(StorageLevel.DISK_ONLY)
    every = max(1, many * _LINES // (job.partitions * _SAMPLE))
    sample = sorted(set(kept.filter(lambda line: zlib.crc32(line.encode()) % every == 0).collect()))
    bounds = [sample[len(sample) * n // job.partitions] for n in range(1, job.partitions)] if sample else []
    ranges = kept.map(lambda line: (line, None)).partitionBy(job.partitions, partial(bisect_right, bounds))
    write = partial(shards.write_lines, folder=str(job.staging))
    written: list[Written] = ranges.keys().mapPartitionsWithIndex(write).collect()
    return written


def _write_facts(job: _Job, extracted: list[Extracted]) -> list[Written]:
    """Write facts.parquet: a row an article, a file a shard."""
    folder = job.staging / "facts.parquet"
    paths = [shard.path for shard in extracted]
    rows = job.spark.sparkContext.parallelize(paths, job.partitions).flatMap(articles.rows_of)
    table = job.spark.createDataFrame(rows, articles.COLUMNS, verifySchema=False)
    table.write.parquet(folder.as_uri())
    return shards.numbered(folder, {shard.number: shard.rows for shard in extracted})
