"""Extracted shards: what an earlier job did is taken as it is, and nothing else is."""

from __future__ import annotations

import gzip
import pickle

from kg.read import read
from kg.scale.shards import extract_shard, found_in, write_lines


def extract(world, work, *, given=None, without=(), base="https://kg.example/"):
    """The shard of one source, made or found."""
    source = given or world.home[2]
    groups = [[(source, item)] for item in read([source])]
    (shard,) = extract_shard(4, groups, work=str(work), base=base, without=without)
    return shard


def test_a_finished_shard_is_not_made_again(world, tmp_path):
    first = extract(world, tmp_path)
    assert (first.number, first.is_new) == (4, True) and first.rows > first.articles > 3
    with gzip.open(first.path, "wb") as file:
        pickle.dump((7, 0, []), file)
    again = extract(world, tmp_path)
    assert (again.path, again.articles, again.is_new) == (first.path, 7, False)


def test_other_sources_retractions_and_bases_make_another_shard(world, tmp_path):
    shards = [extract(world, tmp_path), extract(world, tmp_path, given=world.home[1]),
              extract(world, tmp_path, base="https://other.example/")]  # fmt: skip
    key = next(found_in(shards[0].path)).key
    shards.append(extract(world, tmp_path, without=[key]))
    assert all(shard.is_new for shard in shards) and len({shard.path for shard in shards}) == 4
    assert key in {found.key for found in found_in(shards[0].path)}
    assert key not in {found.key for found in found_in(shards[3].path)}


def test_facts_come_by_key_and_failures_are_told(world, tmp_path):
    shard = extract(world, tmp_path)
    found = list(found_in(shard.path))
    assert [each.key for each in found] == sorted(each.key for each in found)
    assert (len(found), len({each.key for each in found})) == (shard.rows, shard.articles)
    problems = [str(failure.error) for failure in shard.failures]
    assert any("is no date" in problem for problem in problems) and len(problems) == 2


def test_a_range_of_lines_is_sorted_and_each_stands_once(tmp_path):
    (written,) = write_lines(3, ["<b> .", "<a> .", "<é> .", "<b> ."], folder=str(tmp_path))
    assert gzip.decompress((tmp_path / written.name).read_bytes()).decode() == "<a> .\n<b> .\n<é> .\n"
    assert (written.name, written.lines) == ("graph-00003.nq.gz", 3)
    (again,) = write_lines(3, ["<é> .", "<b> .", "<a> ."], folder=str(tmp_path))
    assert again == written and [path.name for path in tmp_path.iterdir()] == [written.name]
