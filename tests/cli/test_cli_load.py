"""kg load and kg query --endpoint, on a real store."""

from servers import oxigraph


def test_a_build_is_sent_and_asked(kg, exports, tmp_path):
    with oxigraph(tmp_path) as address:
        sent = kg("load", address, "--store", exports)
        assert (sent.code, sent.out) == (0, "")
        assert sent.err.splitlines()[-1] == f"Ask it: kg query who-spoke --endpoint {address}"
        asked = kg("query", "who-spoke", "--endpoint", address, "--format", "csv")
        assert asked == kg("query", "who-spoke", "--store", exports, "--format", "csv")
        again = kg("load", address, "--store", exports)
        assert again.err.startswith("0 graphs sent, 4 unchanged, 0 removed (nothing to send); ")


def test_what_is_wrong_is_one_line(kg, exports, tmp_path):
    wrong = kg("load", "http://127.0.0.1:1/kg", "--store", exports)
    assert (wrong.code, wrong.out) == (2, "")
    hint = "start it, or correct the address"
    assert wrong.err == f"kg: http://127.0.0.1:1/kg: does not answer (Connection refused); {hint}\n"
    assert "kg build" in kg("load", "http://127.0.0.1:1/kg", "--store", tmp_path).err
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "graph.nq.gz").write_bytes(b"no gzip")
    ran = kg("load", "http://127.0.0.1:1/kg", "--store", broken)
    assert (ran.code, len(ran.problems())) == (2, 1)
    assert "graph.nq.gz: " in ran.err
