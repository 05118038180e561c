"""What a job reads is what `kg read` reads, whichever way it comes to the worker."""

from __future__ import annotations

import builtins
import subprocess
import sys

import pytest
from clusters import ENV
from pyspark.sql import SparkSession

from kg.errors import OutputError, SourceError
from kg.read import read
from kg.scale import build_with_spark
from kg.scale.inputs import items, whole


@pytest.fixture(scope="module")
def spark():
    """A session in this process."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("PYSPARK_PYTHON", "SPARK_LOCAL_IP", "JAVA_TOOL_OPTIONS"):
            patch.setenv(name, ENV[name])
        made = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        yield made
        made.stop()


def plain(found):
    """What can be compared of articles, facts and failures."""
    return sorted(repr(item) for item in found)


def test_each_way_gives_the_items_that_one_process_reads(world, spark):
    texts, archive, lines = world.home[:3]
    at_home = [(source, item) for source in (texts, archive, lines) for item in read([source])]
    assert plain(items(spark, [texts, archive, lines], 2).collect()) == plain(at_home)
    split = items(spark, [f"{lines[:-6]}*.jsonl", lines], 3, split=1)  # a glob and a name of the same file
    assert split.getNumPartitions() >= 3
    assert plain({repr(item): item for _, item in split.collect()}.values()) == plain(read([lines]))
    remote = [f"file:{archive}", f"file:{lines}"]
    got = plain(item for _, item in whole(spark, remote).collect())
    assert got == [text.replace(archive, remote[0]).replace(lines, remote[1]) for text in plain(
        read([archive, lines]))]  # fmt: skip


@pytest.mark.parametrize(
    "source, problem",
    [("none.jsonl", "Spark cannot read it"), ("none.parquet", "Spark cannot read it"),
     ("empty", "holds no article")],
)  # fmt: skip
def test_a_source_that_is_none_is_named(tmp_path, spark, source, problem):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.md").write_text("x")
    with pytest.raises(SourceError, match=problem) as raised:
        items(spark, [str(tmp_path / source)], 2)
    assert raised.value.place == str(tmp_path / source)


def test_a_job_without_any_article_fails_and_leaves_the_last_output(tmp_path, spark):
    (tmp_path / "bad.jsonl").write_text("{broken\n")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "manifest.json").write_text("{}")
    with pytest.raises(SourceError, match=r"bad\.jsonl:1"):
        build_with_spark([str(tmp_path / "bad.jsonl")], tmp_path / "out", master="local[2]", partitions=2)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["manifest.json"]
    assert not (tmp_path / ".out.building").exists()


def test_a_folder_of_others_is_refused_before_the_work(tmp_path):
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(OutputError, match="no output of this job"):
        build_with_spark(["x.txt"], tmp_path)


def test_without_pyspark_the_extra_is_named(tmp_path, monkeypatch):
    real = builtins.__import__

    def without(name, *more):
        if name.startswith("pyspark"):
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SourceError, match=r"pip install 'kg\[spark\]'"):
        build_with_spark(["x.txt"], tmp_path / "out")


def test_master_without_the_engine_is_an_error():
    ran = subprocess.run([sys.executable, "-m", "kg", "build", "--master", "local[2]"], capture_output=True,
                         text=True, check=False)  # fmt: skip
    assert ran.returncode == 2 and "--master belongs to --engine spark" in ran.stderr
