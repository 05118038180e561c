"""The questions for many articles, on a small invented world of 2019 to 2023: real build, two engines.

The twelve articles and their facts by hand are in `tests/data/many_articles`; the people are invented.
"""

import json
import re
from pathlib import Path

import pytest
import rdflib

from kg.build import build
from kg.query import question_named, run
from kg.query.questions import filled
from kg.store import open_store
from kg.store.oxigraph import write_store

WORLD = Path(__file__).parents[1] / "data" / "many_articles"
SECRETARY, MAYOR, QINGDAO = "大连市委书记", "大连市市长", "青岛市委书记"
MEMO, TOURISM, PORTS = "青大海洋科技合作备忘录", "大烟文旅合作协议", "大烟港口物流合作框架协议"
PARK, HARBOUR, FIRM = "临港产业园投资合作协议", "青岛港航战略合作协议", "东渤港航集团有限公司"
CONFERENCE = "青岛大连海洋合作大会"


@pytest.fixture(scope="module")
def world():
    """The lines of the store: the graph and the labels of its codes."""
    made = build([WORLD])
    assert not made.failures and len(made.facts) == len(made.articles) == 12
    return [*made.lines, *made.ontology]


@pytest.fixture(scope="module")
def store(world, tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    write_store(world, folder / "store")
    return open_store(folder)


def ask(store, name, columns, **values):
    """The distinct values of some columns, in the order of the answer."""
    answer = run(store, question_named(name), values)
    places = [answer.variables.index(column) for column in columns.split()]
    return list(dict.fromkeys(tuple(row[place] for place in places) for row in answer.values()))


def test_who_held_a_post_between_two_sightings(store):
    columns = "person held known_on known_as article words"
    rows = ask(store, "who-held-post", columns, post=SECRETARY, date="2020-01-01")
    assert rows == [
        ("周望海", "derived", "2019-09-19", "seen", "w02", SECRETARY + "周望海"),
        ("周望海", "derived", "2020-06-06", "seen", "w03", SECRETARY + "周望海"),
    ]


def test_who_held_a_post_on_a_day_that_an_article_tells(store):
    columns = "person held known_on known_as article"
    told = {
        "2019-09-19": [("周望海", "stated", "2019-09-19", "seen", "w02")],
        "2021-01-10": [("周望海", "stated", "2021-01-10", "removed", "w04")],
        "2021-01-12": [("沈见川", "stated", "2021-01-12", "appointed", "w04")],
        "2021-06-20": [("沈见川", "stated", "2021-06-20", "seen", article) for article in ("w06", "w07")],
    }
    for day, rows in told.items():
        assert ask(store, "who-held-post", columns, post=SECRETARY, date=day) == rows, day


def test_nobody_is_guessed_before_the_first_and_after_the_last_proof(store):
    for day in ("2019-03-10", "2021-01-11", "2022-09-02"):
        assert ask(store, "who-held-post", "person", post=SECRETARY, date=day) == [], day
    assert ask(store, "who-held-post", "person", post="没有这个职务", date="2020-01-01") == []


def test_posts_in_order(store):
    columns = "post stated_start first_seen last_seen stated_end former"
    assert ask(store, "posts-in-order", columns, person="韩立舟") == [
        (MAYOR, None, "2019-03-11", "2020-06-06", None, "true"),
        (QINGDAO, None, "2021-06-20", "2023-07-09", None, "false"),
    ]
    (row,) = ask(store, "posts-in-order", columns, person="沈见川")
    assert row == (SECRETARY, "2021-01-12", "2021-05-17", "2022-09-01", None, "false")
    assert ask(store, "posts-in-order", "stated_end", person="周望海") == [("2021-01-10",)]
    assert len(ask(store, "posts-in-order", "iri", person="顾明")) == 2  # one name, two persons
    assert ask(store, "posts-in-order", "person", person="没有这个人") == []


def test_a_gap_between_two_posts(store):
    assert ask(store, "gaps-and-overlaps", "person relation since until first_post second_post") == [
        ("韩立舟", "gap", "2020-06-06", "2021-06-20", MAYOR, QINGDAO)
    ]
    assert ask(store, "gaps-and-overlaps", "person", person="周望海") == []


def test_an_overlap_of_two_posts(store):
    """The same world, in which the mayor of Dalian is seen in Qingdao's post in 2019 already."""
    other = run(store, "SELECT ?t { ?t kg:holder/skos:prefLabel ?n ; kg:post/skos:prefLabel ?p . "
                f"FILTER(STR(?n) = '韩立舟' && STR(?p) = '{QINGDAO}') }}").values()[0][0]  # fmt: skip
    early = f'<{other}> <https://kg.example/ontology#observedOn> "2019-12-01"^^<{rdflib.XSD.date}> .'
    graph = rdflib.Graph()
    for triple in run(store, "CONSTRUCT { ?s ?p ?o } { ?s a ?c ; ?p ?o . FILTER(?c IN (kg:Tenure, kg:Person, "
                      "kg:Post)) }").quads:  # fmt: skip
        graph.parse(data=" ".join(triple[:3]) + " .", format="nt")
    graph.parse(data=early, format="nt")
    rows = [tuple(map(str, row[1:4])) for row in graph.query(question_named("gaps-and-overlaps").text)]
    assert rows == [("overlap", "2019-12-01", "2020-06-06")]


def test_who_followed_whom(store):
    columns = "place post predecessor until left successor since came basis"
    handover = ("大连市", SECRETARY, "周望海", "2021-01-10", "removed", "沈见川", "2021-01-12", "appointed")
    assert ask(store, "who-followed-whom", columns) == [(*handover, "derived")]
    assert ask(store, "who-followed-whom", columns, place="大連") == [(*handover, "derived")]
    assert ask(store, "who-followed-whom", columns, place="青岛") == []
    assert ask(store, "who-followed-whom", columns, title="市长") == []


def test_who_meets_whom_and_at_which_events(store):
    rows = ask(store, "who-meets-whom", "first second together event")
    pairs = {frozenset(row[:2]): row[2] for row in rows}
    assert pairs == {
        frozenset(("周望海", "韩立舟")): "3",
        frozenset(("周望海", "顾明")): "2",
        frozenset(("韩立舟", "顾明")): "2",
    }
    assert rows[0][2] == "3" and len(rows) == 7
    assert len(ask(store, "who-meets-whom", "event", person="周望海", least="3")) == 3


def test_events_of_many_are_left_out(store):
    assert ask(store, "who-meets-whom", "together event", most="2", least="1", person="周望海") == [
        ("1", "临港产业园项目签约仪式")
    ]
    assert ask(store, "who-meets-whom", "first", most="1", least="1") == []


def test_cities_that_signed_together(store):
    rows = ask(store, "cities-signed-together", "first second domain year agreements")
    assert [(frozenset(row[:2]), *row[2:]) for row in rows if "沈阳市" in row or "science" in row] == [
        (frozenset(("大连市", "青岛市")), "science", "2021", "2"),  # told with two party lists
        (frozenset(("大连市", "烟台市")), "science", "2021", "1"),
        (frozenset(("沈阳市", "大连市")), "tourism", "2022", "1"),
        (frozenset(("青岛市", "烟台市")), "science", "2021", "1"),
    ]
    assert {row[2:4] for row in rows if set(row[:2]) == {"大连市", "烟台市"}} == {
        ("logistics", "2019"), ("tourism", "2020"), ("science", "2021"),
    }  # fmt: skip
    assert all("青岛市" in row for row in ask(store, "cities-signed-together", "first second", place="青岛"))


def test_agreements_with_a_company(store):
    columns = "company agreement date party role person post"
    assert ask(store, "agreements-with-company", columns, company="东渤港航") == [
        (FIRM, PARK, "2019-09-19", "大连市", "signed", "韩立舟", MAYOR),
        (FIRM, PARK, "2019-09-19", "大连市", "witnessed", "周望海", SECRETARY),
        (FIRM, HARBOUR, "2023-07-09", "青岛市", "signed", "石清源", FIRM + "董事长"),
    ]
    assert ask(store, "agreements-with-company", columns, company="大连市") == []  # a place is no company


def test_agreements_never_mentioned_again(store):
    name, columns = "agreements-not-mentioned-again", "signed agreement last_named"
    assert ask(store, name, columns) == [
        ("2019-09-19", PARK, "2019-09-20"),
        ("2020-06-06", TOURISM, "2022-09-02"),  # only after 27 months
        ("2021-06-20", MEMO, "2021-06-25"),
    ]
    assert (TOURISM,) not in ask(store, name, "agreement", years="3")
    assert (PORTS,) in ask(store, name, "agreement", years="1")  # after 15 months
    assert ask(store, name, columns, years="5") == []  # the articles reach four years only


def test_weak_facts(store):
    assert ask(store, "weak-facts", "confidence fact about value article") == [
        ("0.6", "Tenure", "范知远", SECRETARY, "w11"),
        ("0.7", "Agreement", HARBOUR, None, "w12"),
        ("0.7", "date", HARBOUR, "2023-07-09", "w12"),
        ("0.7", "party", HARBOUR, FIRM, "w12"),
        ("0.7", "party", HARBOUR, "青岛市", "w12"),
        ("0.7", "signedAt", HARBOUR, "青岛港航发展大会", "w12"),
    ]
    assert [row[0] for row in ask(store, "weak-facts", "fact", below="0.7")] == ["Tenure"]
    assert ask(store, "weak-facts", "about fact", below="1")[-1] == ("范知远", "Participation")


def test_coverage_by_city_and_month(store):
    assert ask(store, "coverage", "month articles", place="青岛") == [("2021-06", "3"), ("2023-07", "1")]
    assert ("大连市", "2022-09", "2") in ask(store, "coverage", "place month articles")


def test_two_holders_on_one_day(store):
    name = "contradiction-two-holders"
    columns = "post day person article words other other_known_on other_article other_words"
    (row,) = ask(store, name, columns)
    sides = {row[2:5], (row[5], *row[7:9])}
    assert row[:2] == (SECRETARY, "2022-09-01") and row[6] == "2022-09-01"
    assert sides == {
        ("沈见川", "w10", SECRETARY + "沈见川"), ("范知远", "w11", SECRETARY + "范知远"),
    }  # fmt: skip
    assert ask(store, name, columns, title="市长") == []


def test_one_person_in_two_places(store):
    columns = "person day place article words other_place other_article other_words"
    (row,) = ask(store, "contradiction-two-places", columns)
    assert row[:2] == ("沈见川", "2021-06-20")
    assert {row[2:5], row[5:8]} == {("青岛市", "w06", "沈见川"), ("沈阳市", "w07", "沈见川")}
    assert ask(store, "contradiction-two-places", columns, person="韩立舟") == []


def test_two_dates_of_one_event(store):
    columns = "event date date_words article words other_date other_date_words other_article other_words"
    assert ask(store, "contradiction-two-dates", columns) == [
        (CONFERENCE, "2021-06-20", "6月20日", article, CONFERENCE,
         "2021-06-21", "6月21日", "w08", CONFERENCE)
        for article in ("w06", "w09")
    ]  # fmt: skip
    assert ask(store, "contradiction-two-dates", columns, days="0") == []


def test_two_party_lists_of_one_agreement(store):
    columns = "agreement date party named_by words not_by other_words"
    assert ask(store, "contradiction-party-lists", columns) == [
        (MEMO, "2021-06-20", "烟台市", "w09", f"青岛市、大连市、烟台市签署《{MEMO}》",
         "w06", f"青岛市与大连市签署《{MEMO}》")
    ]  # fmt: skip
    assert ask(store, "contradiction-party-lists", columns, agreement="文旅") == []


def test_undecided_namesakes(store):
    rows = ask(store, "undecided-persons", "name prior which post article")
    assert {row[:2] for row in rows} == {("顾明", "0.992")}
    sides = {}
    for _, _, which, post, article in rows:
        sides.setdefault(which, set()).add((post, article))
    assert sorted(sides) == ["first", "second"]
    assert sorted(map(sorted, sides.values())) == [
        [("沈阳市副市长", "w10")], [("烟台市委书记", "w01"), ("烟台市委书记", "w03")],
    ]  # fmt: skip
    assert ask(store, "undecided-persons", "name", person="沈见川") == []


def test_merges_with_their_reasons(store):
    rows = ask(store, "merges", "reason article words", person="顾明")
    reason = "same name and same post (烟台市委 书记); 2019 and 2020"
    assert rows == [(reason, "w01", "烟台市委书记顾明"), (reason, "w03", "烟台市委书记顾明")]
    assert len(ask(store, "merges", "kept", person="韩立舟")) == 1
    assert ask(store, "merges", "person", person="范知远") == []


MANY = {
    "who-held-post": {"post": "书记", "date": "2021-06-20"}, "posts-in-order": {}, "gaps-and-overlaps": {},
    "who-followed-whom": {}, "who-meets-whom": {}, "cities-signed-together": {},
    "agreements-with-company": {"company": "集团"}, "agreements-not-mentioned-again": {}, "weak-facts": {},
    "coverage": {}, "contradiction-two-holders": {}, "contradiction-two-places": {},
    "contradiction-two-dates": {}, "contradiction-party-lists": {}, "undecided-persons": {}, "merges": {},
}  # fmt: skip


@pytest.fixture(scope="module", params=["as written", "lower case"])
def second_engine(request, world):
    """rdflib, which keeps the case of tags, over the union of the graphs."""
    lines = world
    if request.param == "lower case":
        lines = [re.sub(r'"@([A-Za-z-]+) ', lambda m: f'"@{m[1].lower()} ', line) for line in world]
        assert lines != world
    graph = rdflib.Graph()
    graph.parse(data="\n".join(f"{line[: line.rindex(' <')]} ." for line in lines), format="nt")
    return graph


@pytest.mark.parametrize("name", MANY)
def test_a_second_engine_gives_equal_answers(store, second_engine, name):
    question = question_named(name)
    rows = sorted(run(store, question, MANY[name]).values(), key=str)
    result = second_engine.query(filled(question, MANY[name]))
    assert rows
    assert sorted((tuple(None if t is None else str(t) for t in row) for row in result), key=str) == rows


def built(folder, *records):
    """The store of a build of these articles, or facts of articles."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (folder / "told.jsonl").write_text("".join(lines), encoding="utf-8")
    made = build([folder / "told.jsonl"])
    assert not made.failures and len(made.facts) == len(records)
    write_store(sorted([*made.lines, *made.ontology]), folder / "store")
    return open_store(folder)


def test_a_resume_says_who_held_a_post_and_who_followed(tmp_path):
    post = {"org": "大连市委", "title": "书记"}
    store = built(
        tmp_path,
        {"id": "life", "published": "2014-03-20", "posts": [
            {**post, "person": "沈见川", "former": True, "since": "2003-05", "until": "2008-03"}]},
        {"id": "news", "published": "2009-06-01", "posts": [{**post, "person": "周望海"}]},
    )  # fmt: skip
    columns = "person held known_on known_as article"
    assert ask(store, "who-held-post", columns, post=SECRETARY, date="2006-01-01") == [
        ("沈见川", "derived", "2003-05", "since", "life"), ("沈见川", "derived", "2008-03", "until", "life"),
    ]  # fmt: skip
    for day in ("2003-05-15", "2008-03-15", "2009-05-31"):  # within the months nothing is proven
        assert ask(store, "who-held-post", "person", post=SECRETARY, date=day) == [], day
    assert ask(store, "posts-in-order", "stated_start stated_end not_before not_after", person="沈见川") == [
        ("2003-05", "2008-03", "2003-05", "2008-03")
    ]
    assert ask(store, "who-followed-whom", "predecessor until left successor since came") == [
        ("沈见川", "2008-03", "until", "周望海", "2009-06-01", "first seen")
    ]


@pytest.mark.parametrize(("told", "pairs"), [
    ("大连市教育会议召开,大连市委书记沈见川讲话。", 1),
    ("日前,沈见川任大连市委书记,周望海不再担任大连市委书记。", 0),  # an act told on that day: a handover
])  # fmt: skip
def test_a_handover_on_the_day_is_no_contradiction(tmp_path, told, pairs):
    texts = ("大连市港口会议召开,大连市委书记周望海主持会议。", told)
    store = built(tmp_path, *(
        {"id": f"t{number}", "published": "2016-06-20", "text": f"要闻{number}\n{text}\n"}
        for number, text in enumerate(texts)
    ))  # fmt: skip
    assert {person for (person,) in ask(store, "posts-in-order", "person")} == {"周望海", "沈见川"}
    assert len(ask(store, "contradiction-two-holders", "person other")) == pairs


@pytest.mark.parametrize(("first", "second", "pairs"), [
    ("大连市", "沈阳市", [("大连市", "沈阳市")]),
    ("大连市", "大连市沙河口区", []),  # by the table of places
    ("大连市", "大连棒棰岛宾馆", []),  # by its name
    ("大连棒棰岛宾馆", "大连市", []),
    ("沈阳市", "大连棒棰岛宾馆", [("沈阳市", "大连棒棰岛宾馆")]),
    ("大连棒棰岛宾馆", "沈阳市", [("大连棒棰岛宾馆", "沈阳市")]),
    ("北京市朝阳区", "辽宁省朝阳市", [("朝阳区", "朝阳市")]),  # no venue: the name of both, and not one place
    ("海南省", "海南藏族自治州", [("海南省", "海南藏族自治州")]),
    ("安徽省萧县", "萧山宾馆", [("萧县", "萧山宾馆")]),  # one character is no name
    ("萧山宾馆", "安徽省萧县", [("萧山宾馆", "萧县")]),
])  # fmt: skip
def test_a_venue_with_the_name_of_a_place_is_in_it(tmp_path, first, second, pairs):
    store = built(tmp_path, *(
        {"id": name, "published": "2021-06-21",
         "posts": [{"person": "沈见川", "org": "大连市委", "title": "书记"}],
         "events": [{"key": "e", "name": f"{name}会议", "type": "meeting", "date": "2021-06-20",
                     "place": place}],
         "participation": [{"event": "e", "agent": "沈见川", "role": "spoke", "capacity": ["大连市委 书记"]}]}
        for name, place in (("港口", first), ("教育", second))
    ))  # fmt: skip
    rows = ask(store, "contradiction-two-places", "place other_place")
    assert [set(row) for row in rows] == [set(pair) for pair in pairs]


@pytest.mark.parametrize(("first", "second", "named"), [
    ("大连市", "大连市", []),
    ("大连市", "大连市政府", []),
    ("大连市", "沈阳市", ["大连市", "沈阳市"]),
    ("大连市", "沈阳市政府", ["大连市", "沈阳市政府"]),
    ("大连市政府", "沈阳市政府", ["大连市政府", "沈阳市政府"]),
    ("大连市", "大连市政协", ["大连市", "大连市政协"]),  # no government
])  # fmt: skip
def test_a_place_and_its_government_are_one_side(tmp_path, first, second, named):
    store = built(tmp_path, *(
        {"id": f"t{day}", "published": f"2021-06-{day}",
         "agreements": [{"title": MEMO, "parties": ["青岛市", party], "date": f"2021-06-{day}"}]}
        for day, party in (("20", first), ("21", second))
    ))  # fmt: skip
    assert ask(store, "agreements", "agreement") == [(MEMO,)]
    assert sorted(party for (party,) in ask(store, "contradiction-party-lists", "party")) == sorted(named)


def test_a_side_that_rests_on_many_words_is_one_row(tmp_path):
    store = built(tmp_path, *(
        {"id": f"t{day}", "published": f"2021-06-{day}",
         "text": f"签约{day}\n6月20日,青岛市与{party}在青岛签署《{MEMO}》。\n"}
        for day, party in (("20", "大连市"), ("21", "沈阳市"))
    ))  # fmt: skip
    rows = run(store, question_named("contradiction-party-lists"), {}).values()
    assert [row[2] for row in rows] == ["大连市", "沈阳市"]
    columns = "party named_by words not_by"
    assert ask(store, "contradiction-party-lists", columns, agreement=MEMO) == [
        ("大连市", "t20", f"《{MEMO}》", "t21"), ("沈阳市", "t21", f"《{MEMO}》", "t20"),
    ]  # fmt: skip
