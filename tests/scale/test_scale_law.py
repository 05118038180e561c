"""The law of scale: shards on the engine give the same bytes as one process, also when something dies."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
from clusters import ENV, HOME, cluster, extracted, kill

import kg

PARTS = ("--conf", "spark.default.parallelism=3")  # six shards
MAIN = Path(kg.__file__).with_name("__main__.py")


def words(world, output, *more):
    return ["build", "--engine", "spark", *world.job, "-o", str(output), "--decisions", str(world.decisions),
            *more]  # fmt: skip


def start(command):
    """A job as the head of a group of its own, to be killed with its JVM."""
    return subprocess.Popen(
        list(map(str, command)), env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip


def check(world, output):
    """The output of a job is that of one process, and what its manifest says."""
    manifest = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    plain = [gzip.decompress((output / shard["name"]).read_bytes()) for shard in manifest["shards"]]
    assert b"".join(plain).decode().splitlines() == list(world.built.lines)
    assert [hashlib.sha256(text).hexdigest() for text in plain] == [s["sha256"] for s in manifest["shards"]]
    assert manifest["quads"] == len(world.built.lines) == sum(s["quads"] for s in manifest["shards"])
    assert len([text for text in plain if text]) > 2
    facts = duckdb.sql(f"FROM '{output}/facts.parquet/*.parquet' SELECT hash, facts").fetchall()
    assert {json.loads(text)["id"] for _, text in facts} == {f.id for f in world.built.facts}
    assert sum(part["rows"] for part in manifest["facts"]) == len(facts) == len(world.built.facts)
    for part in manifest["facts"]:
        assert hashlib.sha256((output / part["name"]).read_bytes()).hexdigest() == part["sha256"]
    assert {f["problem"] for f in manifest["failures"]} == {str(f.error) for f in world.built.failures}
    names = {shard["name"] for shard in manifest["shards"]} | {"facts.parquet", "manifest.json"}
    assert {path.name for path in output.iterdir()} == names
    assert [path.name for path in output.parent.iterdir()] == [output.name]


def test_worker_processes_give_the_same_bytes(world):
    assert kg.build(world.home, decisions=world.decisions, workers=2).lines == world.built.lines
    assert len(world.built.failures) > 3 and len(world.built.lines) > 10_000


def test_a_job_that_is_killed_goes_on_where_it_was_and_gives_the_same_bytes(world, tmp_path):
    output = tmp_path / "out" / "graph"
    command = [sys.executable, "-m", "kg", *words(world, output, "--master", "local[2]")]
    died = start(command)
    done = extracted(output)
    os.killpg(died.pid, signal.SIGKILL)
    died.communicate()
    assert not output.exists()
    again = subprocess.run(command, env=ENV, capture_output=True, text=True, check=False)
    assert again.returncode == 2, again.stderr
    assert f"kg: {next(iter(world.built.failures)).error}" in again.stderr
    kept = next(line for line in again.stderr.splitlines() if "by a job before this one" in line)
    assert int(kept.split()[0]) >= len(done) > 0
    check(world, output)


def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(world, tmp_path):
    output = tmp_path / "out" / "graph"
    (tmp_path / "cluster").mkdir()
    with cluster(tmp_path / "cluster") as spark:
        submit = [HOME / "bin/spark-submit", "--master", spark.url, *PARTS, MAIN]
        job = start([*submit, *words(world, output)])
        assert len(extracted(output)) < 6
        kill(spark.workers[0])
        assert job.poll() is None, "the job ended before the kill"
        _, talk = job.communicate()
    assert job.returncode == 2, talk.decode()
    check(world, output)
