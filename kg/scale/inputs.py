"""Sources that Spark can read (any path of its file systems) → an RDD of what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import orjson

from kg.errors import SourceError
from kg.read import Item, is_known, read, read_content, read_line

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import DataFrame, SparkSession

#: Bytes from which a .jsonl file is split by lines over many tasks.
SPLIT = 64 * 2**20
_LOCAL = "file:"
#: The source as it was given, and an article, facts or failure of it.
Sourced = tuple[str, Item]


def items(spark: SparkSession, sources: Iterable[str], partitions: int, split: int = SPLIT) -> RDD[Sourced]:
    """Every article of the sources: files, folders and globs of what `kg.read` knows, and Parquet tables
    with the columns of a JSON record (text, perhaps id, title, source, url, published).

    A task reads whole files, one after the other; a table goes by rows and a long .jsonl by lines. Raises
    SourceError for a path that Spark cannot open, or a folder without anything to read.
    """
    context = spark.sparkContext
    parts: list[RDD[Sourced]] = []
    here: list[tuple[str, str]] = []
    there: list[str] = []
    for source in sorted(set(sources)):
        if source.rstrip("/").endswith(".parquet"):
            parts.append(_rows(spark, source))
            continue
        for path, size in _files(spark, source):
            if path.endswith(".jsonl") and size >= split:
                parts.append(_lines(spark, path, partitions))
            else:
                here.append((source, path)) if path.startswith(_LOCAL) else there.append(path)
    if here:
        parts.append(context.parallelize(here, min(len(here), 4 * partitions)).flatMap(_read))
    if there:
        parts.append(whole(spark, there))
    if not parts:
        raise SourceError("no source", "nothing to build", "name a file or folder")
    return context.union(parts)


def whole(spark: SparkSession, paths: list[str]) -> RDD[Sourced]:
    """Files that a worker cannot open by itself: each comes through Spark, in one piece (below 2 GB)."""
    table = spark.read.format("binaryFile").load(paths).select("path", "content")
    return table.rdd.flatMap(
        lambda row: ((row.path, item) for item in read_content(row.path, bytes(row.content))))


def _files(spark: SparkSession, source: str) -> list[tuple[str, int]]:
    """(path, bytes) of the files behind a source, by path; of a folder those with one of our extensions."""
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    rows = _opened(source, lambda: reader.load(source).select("path", "length").collect())
    name = PurePosixPath(source).name
    found = sorted((row.path, row.length) for row in rows
                   if is_known(row.path) or PurePosixPath(row.path).name == name)  # fmt: skip
    if not found:
        raise SourceError(source, "holds no article", "put texts, pages, JSON lines or web archives into it")
    return found


def _rows(spark: SparkSession, source: str) -> RDD[Sourced]:
    table: DataFrame = _opened(source, lambda: spark.read.parquet(source))
    return table.rdd.zipWithIndex().map(lambda row: _row(source, row[1] + 1, row[0].asDict(recursive=True)))


def _opened(source: str, work: Any) -> Any:
    from pyspark.errors import PySparkException  # noqa: PLC0415 - an extra

    try:
        return work()
    except PySparkException as error:
        problem = f"Spark cannot read it ({str(error).splitlines()[0][:160]})"
        raise SourceError(source, problem, "name a path that Spark can open") from None


def _row(source: str, number: int, row: dict[str, Any]) -> Sourced:
    filled = {key: value for key, value in row.items() if value is not None}
    return source, read_line(source, number, orjson.dumps(filled, default=str))


def _lines(spark: SparkSession, path: str, partitions: int) -> RDD[Sourced]:
    name = _plain(path)
    numbered = spark.sparkContext.textFile(path, partitions, use_unicode=False).zipWithIndex()
    return numbered.filter(lambda pair: pair[0].strip()).map(
        lambda pair: (name, read_line(name, pair[1] + 1, bytes(pair[0]) + b"\n")))


def _read(given: tuple[str, str]) -> Iterator[Sourced]:
    """A file that the worker can open: read as at home, a record at a time."""
    source, path = given
    return ((source, item) for item in read([_plain(path)]))


def _plain(path: str) -> str:
    return f"/{path.removeprefix(_LOCAL).lstrip('/')}" if path.startswith(_LOCAL) else path
