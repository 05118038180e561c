"""Sending a graph to a real store (the Oxigraph server), and what may happen on the way."""

import re
import signal
import sys
import time
import urllib.request

import pytest
from door import Door, basic
from servers import free_port, oxigraph, oxigraph_command, server

from kg.errors import StoreError
from kg.store import load, open_endpoint
from kg.store.sending import count_triples

GRAPHS = "https://kg.example/graph/"
ACCOUNT = f"{GRAPHS}loaded"


@pytest.fixture
def door(tmp_path):
    with oxigraph(tmp_path) as address, Door(address) as opened:
        yield opened


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch):
    for name in ("KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def graph(name, count, word="a"):
    """N-Quads lines of one graph."""
    return [f'<https://kg.example/{name}/{n}> <https://kg.example/p> "{word}大连"@zh-Hans <{GRAPHS}{name}> .'
            for n in range(count)]  # fmt: skip


def content(address, name):
    """The triples of a graph in the store, as sorted lines; the store has the language tags in lower case."""
    return sorted(written(f"{address}/store?graph={GRAPHS}{name}", "GET").splitlines())


def written(url, method, body=None):
    """A request to the store itself, past the door."""
    kinds = {"Accept": "application/n-triples", "Content-Type": "text/turtle"}
    with urllib.request.urlopen(urllib.request.Request(url, body, kinds, method=method)) as answer:
        return answer.read().decode()


def expected(lines):
    """What `content` gives of these N-Quads lines."""
    triples = (f"{line[: line.rindex(' <')]} ." for line in lines)
    return sorted(re.sub(r'(?<=")@[A-Za-z-]+', lambda tag: tag[0].lower(), triple) for triple in triples)


def sent(door):
    """What the store took since the last look: method and name of the graph, but for the account."""
    names = [(method, path.rpartition("%2F")[2]) for method, path in door.written]
    door.written.clear()
    return [(method, name) for method, name in names if name != "loaded"]


def test_a_build_arrives_whole_and_is_counted(door, lines):
    done = load(open_endpoint(door.address), lines)
    assert (done.way, done.sent, done.unchanged, done.removed) == ("Graph Store Protocol", 3, 0, 0)
    assert done.triples == len(lines)
    for name in ("derived", "reference"):
        assert content(door.store, name) == expected(line for line in lines if f"{GRAPHS}{name}>" in line)


def test_a_second_load_sends_only_what_changed(door):
    first = [*graph("a", 3), *graph("b", 3), *graph("c", 3)]
    load(open_endpoint(door.address), first)
    sent(door)
    done = load(open_endpoint(door.address), first)
    assert (done.sent, done.unchanged, door.written) == (0, 3, [])  # not even the account
    second = [*graph("a", 3), *graph("b", 3, "another"), *graph("d", 2)]
    done = load(open_endpoint(door.address), second)
    assert (done.sent, done.unchanged, done.removed, done.triples) == (2, 1, 1, 8)
    assert sorted(sent(door)) == [("DELETE", "c"), ("PUT", "b"), ("PUT", "d")]
    assert content(door.store, "b") == expected(graph("b", 3, "another"))
    counted = count_triples(open_endpoint(door.address), ACCOUNT)
    del counted[ACCOUNT]
    assert counted == {f"{GRAPHS}a": 3, f"{GRAPHS}b": 3, f"{GRAPHS}d": 2}


def test_graphs_of_others_stay(door):
    written(f"{door.store}/store?graph=https://other.example/g", "PUT", b"<o:s> <o:p> <o:o> .")
    load(open_endpoint(door.address), graph("a", 3))
    load(open_endpoint(door.address), graph("b", 3))
    assert open_endpoint(door.address).graphs() == (f"{GRAPHS}b", ACCOUNT, "https://other.example/g")


def test_what_someone_changed_in_the_store_is_sent_again(door):
    load(open_endpoint(door.address), [*graph("a", 3), *graph("b", 3)])
    written(f"{door.store}/store?graph={GRAPHS}a", "DELETE")
    sent(door)
    assert load(open_endpoint(door.address), [*graph("a", 3), *graph("b", 3)]).sent == 1
    assert sent(door) == [("PUT", "a")]


@pytest.mark.parametrize("hidden, way", [((), "Graph Store Protocol"), (("/store",), "SPARQL Update")])
def test_a_load_that_was_broken_off_goes_on_where_it_stopped(door, hidden, way, monkeypatch):
    monkeypatch.setattr("kg.store.sending._BATCH", 100)
    door.hidden = hidden
    lines = [line for n in range(10) for line in graph(f"g{n}", 60)]
    door.breaks_after = 8 if not hidden else 5
    with pytest.raises(StoreError, match="does not answer"):
        load(open_endpoint(door.address), lines)
    door.breaks_after = None
    done = load(open_endpoint(door.address), lines)
    assert done.way == way
    assert done.unchanged >= 2 and done.sent >= 2 and done.sent + done.unchanged == 10
    assert done.triples == 600
    for n in range(10):
        assert content(door.store, f"g{n}") == expected(graph(f"g{n}", 60))


def test_what_is_half_sent_never_counts_as_sent(door, monkeypatch):
    """Broken off in the middle of a graph, and the next load has the graph as it was before."""
    monkeypatch.setattr("kg.store.writing._MOST", 20)
    before, after = graph("a", 60), graph("a", 60, "another")
    load(open_endpoint(door.address), before)
    door.written.clear()
    door.breaks_after = 2
    with pytest.raises(StoreError):
        load(open_endpoint(door.address), after)
    door.breaks_after = None
    assert content(door.store, "a") not in (expected(before), expected(after))
    assert load(open_endpoint(door.address), before).sent == 1
    assert content(door.store, "a") == expected(before)


def test_a_store_that_is_killed_and_started_again_ends_up_with_everything(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.store.sending._BATCH", 100)
    port = free_port()
    address, command = f"http://127.0.0.1:{port}", oxigraph_command(tmp_path, port)
    lines = [line for n in range(6) for line in graph(f"g{n}", 100)]
    with server(command, address, tmp_path) as process:

        def kill(stage, done, total):
            if done == 3:
                process.send_signal(signal.SIGKILL)
                process.wait()

        with pytest.raises(StoreError, match="does not answer"):
            load(open_endpoint(address), lines, kill)
    with server(command, address, tmp_path):
        done = load(open_endpoint(address), lines)
        assert (done.unchanged, done.sent, done.triples) == (3, 3, 600)


def test_without_a_graph_store_it_goes_by_update(door, lines):
    door.hidden = ("/store",)
    done = load(open_endpoint(door.address), lines)
    assert (done.way, done.sent, done.triples) == ("SPARQL Update", 3, len(lines))
    assert {path for _, path in door.written} == {"/update"}
    assert content(door.store, "derived") == expected(line for line in lines if f"{GRAPHS}derived>" in line)
    fewer = [line for line in lines if f"{GRAPHS}derived>" not in line]
    assert load(open_endpoint(door.address), fewer).removed == 1
    assert f"{GRAPHS}derived" not in open_endpoint(door.address).graphs()


def test_a_large_graph_goes_in_parts_by_either_way(door, monkeypatch):
    monkeypatch.setattr("kg.store.writing._MOST", 50)
    lines = [*graph("a", 120), *graph("b", 30)]
    for hidden in ((), ("/store",)):
        door.hidden = hidden
        load(open_endpoint(door.address), graph("c", 1))  # takes away what the round before has sent
        assert load(open_endpoint(door.address), lines).triples == 150
        assert content(door.store, "a") == expected(graph("a", 120))


def test_much_goes_as_n_quads_of_many_graphs_a_request(door, lines, monkeypatch):
    monkeypatch.setattr("kg.store.sending._BULK_FROM", 50)
    done = load(open_endpoint(door.address), lines)
    assert (done.way, done.sent, done.triples) == ("N-Quads", 3, len(lines))
    assert [method for method, path in door.written if path == "/store"] == ["POST", "POST"]  # a try, and all
    assert content(door.store, "derived") == expected(line for line in lines if f"{GRAPHS}derived>" in line)
    changed = [*graph("a", 60), *graph("b", 3)]
    load(open_endpoint(door.address), [*graph("a", 60, "another"), *graph("b", 3)])
    sent(door)
    assert load(open_endpoint(door.address), changed).sent == 1
    assert [each for each in sent(door) if each[0] == "DELETE"] == [("DELETE", "a")]
    assert content(door.store, "a") == expected(graph("a", 60))
    assert load(open_endpoint(door.address), changed).sent == 0


def test_a_store_that_takes_no_n_quads_gets_graph_by_graph(door, monkeypatch):
    monkeypatch.setattr("kg.store.sending._BULK_FROM", 50)
    door.refuses = "application/n-quads"
    done = load(open_endpoint(door.address), graph("a", 60))
    assert (done.way, done.triples) == ("Graph Store Protocol", 60)


def test_what_goes_as_n_quads_goes_in_parts(door, monkeypatch):
    monkeypatch.setattr("kg.store.sending._BULK_FROM", 50)
    monkeypatch.setattr("kg.store.writing._MOST", 50)
    door.most = 3000
    done = load(open_endpoint(door.address), [*graph("a", 120), *graph("b", 30)])
    assert (done.way, done.triples) == ("N-Quads", 150)
    assert content(door.store, "a") == expected(graph("a", 120))


def test_a_store_that_takes_small_bodies_gets_small_bodies(door):
    door.most = 2000
    assert load(open_endpoint(door.address), graph("a", 100)).triples == 100
    assert content(door.store, "a") == expected(graph("a", 100))
    opened = open_endpoint(door.address)
    door.most = 10
    with pytest.raises(StoreError, match="413"):
        load(opened, graph("b", 1))


def test_a_triple_that_is_lost_on_the_way_is_noticed(door):
    door.loses_a_line = True
    with pytest.raises(StoreError, match=rf"holds 4 triples in <{GRAPHS}a>, 5 were sent; load again"):
        load(open_endpoint(door.address), graph("a", 5))


def test_a_store_that_only_reads_is_told_with_what_to_do(door):
    door.hidden = ("/store", "/update", "/data", "/rdf", "/statements", "/gsp")
    with pytest.raises(StoreError, match=r"takes neither .* nor SPARQL Update; .*docs/stores\.md"):
        load(open_endpoint(door.address), graph("a", 1))


def test_credentials_come_from_the_environment_and_stand_in_no_message(door, monkeypatch):
    door.wants = basic("editor", "se cret密")
    with pytest.raises(StoreError, match="asks for credentials; set KG_STORE_USER"):
        open_endpoint(door.address)
    monkeypatch.setenv("KG_STORE_USER", "editor")
    monkeypatch.setenv("KG_STORE_PASSWORD", "wrong-one")
    with pytest.raises(StoreError, match="refuses these credentials") as caught:
        open_endpoint(door.address)
    assert "wrong-one" not in str(caught.value)
    monkeypatch.setenv("KG_STORE_PASSWORD", "se cret密")
    assert load(open_endpoint(door.address), graph("a", 2)).triples == 2


def test_a_token_is_sent_as_such(door, monkeypatch):
    door.wants = "Bearer t0ken"
    monkeypatch.setenv("KG_STORE_TOKEN", "t0ken")
    assert load(open_endpoint(door.address), graph("a", 2)).triples == 2
    assert door.authorizations == {"Bearer t0ken"}


def test_nothing_is_sent_unasked(door, monkeypatch, tmp_path):
    """Neither a password before the store asks, nor one of a .netrc."""
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login somebody password something\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("KG_STORE_USER", "editor")
    monkeypatch.setenv("KG_STORE_PASSWORD", "secret")
    load(open_endpoint(door.address), graph("a", 2))
    assert door.authorizations == {None}


def test_a_password_in_the_address_is_refused_and_not_repeated():
    with pytest.raises(StoreError, match="leave it out") as caught:
        open_endpoint("http://editor:secret@127.0.0.1:1/kg")
    assert "secret" not in str(caught.value) and "editor" not in str(caught.value)


@pytest.mark.parametrize("url", ["", "kg", "ftp://host/x", "http://", "http://host:port", "http://[", "file:///etc"])
def test_what_is_no_address_is_told(url):
    with pytest.raises(StoreError, match="is no address of a store"):
        open_endpoint(url)


def test_a_store_that_has_moved_is_not_followed(door):
    door.moved = "http://127.0.0.1:1/elsewhere"
    with pytest.raises(StoreError, match=r"sends to http://127\.0\.0\.1:1/elsewhere"):
        open_endpoint(door.address)


def test_nobody_there_is_told_soon():
    start = time.monotonic()
    with pytest.raises(StoreError, match=r"does not answer \(Connection refused\)"):
        open_endpoint(f"http://127.0.0.1:{free_port()}/kg")
    assert time.monotonic() - start < 30


def test_a_web_server_is_no_store(tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    address = f"http://127.0.0.1:{port}"
    with server(command, address, tmp_path), pytest.raises(StoreError, match="no SPARQL endpoint"):
        open_endpoint(address)


