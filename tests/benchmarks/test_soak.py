"""A short soak: no answer fails, none mixes two builds, no process is left over or missing."""

import json


def test_nothing_fails_while_builds_are_swapped_and_queries_run_away(tmp_path):
    from benchmarks.soak import WORKERS, soak  # noqa: PLC0415 - needs the path of conftest.py

    found = soak(tmp_path / "exports", 8, 16)
    assert found.wrong == []
    assert found.builds >= 3
    assert found.answers["a runaway"] >= 1
    assert all(count > 10 for kind, count in found.answers.items() if kind != "a runaway"), found.answers
    assert found.processes == 1 + WORKERS
    assert found.front[1] < found.front[0] + 20
    assert found.worker[1] < found.worker[0] + 30


def test_a_mixed_answer_would_be_seen():
    from benchmarks.soak import FIRST, whole  # noqa: PLC0415

    def body(labels):
        rows = [{"b": {"value": str(each)}} for each in labels]
        return json.dumps({"results": {"bindings": rows}}).encode()

    assert whole(200, body([2] * (FIRST + 2)))
    assert not whole(200, body([2] * (FIRST + 1) + [1]))
    assert not whole(200, body([2] * (FIRST + 1)))
    assert not whole(503, b"")
