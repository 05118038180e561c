"""The answers of the saved questions on the seed, in two engines, and on an altered copy of the seed."""

import json
import re
from pathlib import Path

import pytest
import rdflib
from seed_graph import seed_lines

from kg.query import question_named, run
from kg.query.questions import filled
from kg.store import open_store
from kg.store.oxigraph import write_store

CITIES = {"大连市", "丹东市", "锦州市", "营口市", "盘锦市", "葫芦岛市"}
EVENT, DATE = "辽宁沿海经济带工作推进会议", "2022-02-25"
PLAN, OLD_PLAN = "辽宁沿海经济带建设2022年工作要点", "辽宁沿海经济带发展规划"
OFFICE = "辽宁省推进“一圈一带两区”建设工作领导小组办公室主任"
FACTS = json.loads((Path(__file__).parents[1] / "data" / "s01.facts.jsonl").read_text(encoding="utf-8"))
TEXT = (Path(__file__).parents[1] / "data" / "s01.canonical.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def store(lines, tmp_path_factory):
    return store_of(lines, tmp_path_factory)


def store_of(lines, tmp_path_factory):
    folder = tmp_path_factory.mktemp("questions")
    write_store(lines, folder / "store")
    return open_store(folder)


def ask(store, name, columns, **values):
    """The distinct values of some columns, in the order of the answer."""
    answer = run(store, question_named(name), values)
    places = [answer.variables.index(column) for column in columns.split()]
    return list(dict.fromkeys(tuple(row[place] for place in places) for row in answer.values()))


def test_who_spoke_and_in_which_post(store):
    assert ask(store, "who-spoke", "speaker post") == [
        ("胡玉亭", "大连市委书记"), ("胡玉亭", "辽宁省委副书记"), ("裴伟东", "丹东市委书记"),
        ("靳国卫", "锦州市委书记"), ("李强", "营口市委书记"), ("邢鹏", "盘锦市委副书记"),
        ("邢鹏", "盘锦市市长"), ("孙洪军", "葫芦岛市政协主席"),
    ]  # fmt: skip
    assert ask(store, "who-spoke", "event date") == [(EVENT, DATE)]


def test_the_event_is_found_by_part_of_its_name_in_any_script_or_by_its_iri(store):
    iri = run(store, "SELECT ?e { ?e kg:kind code:event-meeting }").values()[0][0]
    for value in ("推进会议", "遼寧沿海", "YÁNHǍI", iri, ""):
        assert len(ask(store, "who-spoke", "speaker", event=value)) == 6, value
    for value in ("没有这个会", iri + "0", "推进 会议"):
        assert ask(store, "who-spoke", "speaker", event=value) == []


def test_which_member_city_sent_no_secretary_and_who_came(store):
    name = "member-cities-without-secretary"
    assert ask(store, name, "group event date member came post") == [
        ("沿海六市", EVENT, DATE, "盘锦市", "邢鹏", "盘锦市委副书记"),
        ("沿海六市", EVENT, DATE, "盘锦市", "邢鹏", "盘锦市市长"),
        ("沿海六市", EVENT, DATE, "葫芦岛市", "孙洪军", "葫芦岛市政协主席"),
    ]
    assert len(ask(store, name, "member", group="六城市")) == 2  # by another name of the group
    assert ask(store, name, "member", group="八市") == ask(store, name, "member", event="别的会") == []


def test_agreements_with_their_parties(store):
    rows = ask(store, "agreements", "agreement party party_is beyond_places date")
    assert len(rows) == 38
    parties = {}
    for agreement, party, *_ in rows:
        parties.setdefault(agreement, set()).add(party)
    assert parties == {fact["title"]: set(fact["parties"]) for fact in FACTS["agreements"]}
    assert all(names >= CITIES for names in parties.values())
    beyond = {(agreement, party) for agreement, party, kind, _, _ in rows if kind != "place"}
    assert {party for _, party in beyond} == {"大连商品交易所", "辽宁港口集团有限公司"}
    assert {row[0] for row in rows if row[3] == "true"} == {agreement for agreement, _ in beyond}
    assert {row[4] for row in rows} == {DATE}


def test_agreements_of_one_party_show_all_its_partners(store):
    for value in ("辽港集团", "港口集團", "辽宁港口集团有限公司"):  # alias, traditional script, full name
        rows = ask(store, "agreements", "agreement party", party=value)
        assert len(rows) == 7 and {agreement for agreement, _ in rows} == {FACTS["agreements"][5]["title"]}
    assert len(ask(store, "agreements", "agreement", party="丹东")) == 6
    assert len(ask(store, "agreements", "agreement", agreement="海洋环境")) == 1


def test_who_chaired_and_who_explained_the_adopted_plan(store):
    assert ask(store, "who-chaired", "role person document adopted") == [
        ("chaired", "王健", None, None), ("presented", "赵爱军", PLAN, "true"),
    ]  # fmt: skip
    assert ask(store, "who-chaired", "person post") == [
        ("王健", "辽宁省副省长"), ("王健", "辽宁省委常委"),
        ("赵爱军", "辽宁省发展改革委主任"), ("赵爱军", OFFICE),
    ]  # fmt: skip


def test_documents_adopted_and_cited(store):
    assert ask(store, "documents", "document relation event year") == [
        (OLD_PLAN, "cited", None, "2009"), (PLAN, "adopted", EVENT, None), (PLAN, "presented", EVENT, None),
    ]  # fmt: skip
    assert ask(store, "documents", "document", relation="cited") == [(OLD_PLAN,)]
    assert ask(store, "documents", "relation", document="工作要點") == [("adopted",), ("presented",)]


def test_posts_of_a_person(store):
    assert ask(store, "posts-of-person", "post seen_on", person="胡玉亭") == [
        ("大连市委书记", DATE), ("辽宁省委副书记", DATE),
    ]  # fmt: skip
    everyone = ask(store, "posts-of-person", "person post")
    assert len(everyone) == 22 == len(FACTS["posts"]) and len({person for person, _ in everyone}) == 17
    assert ask(store, "posts-of-person", "person", person="王华") == []  # a photographer holds no post


def test_what_the_group_means_and_how_we_know(store):
    rows = ask(store, "group-members", "group size member membership reason words")
    assert {row[2] for row in rows} == CITIES and len(rows) == 6
    reason = "the numeral 6 equals the number of cities represented at the meeting"
    assert {row[:2] + row[3:] for row in rows} == {("沿海六市", "6", "derived", reason, "沿海六市")}


def test_measures_in_order(store):
    rows = ask(store, "initiatives", "order measure addressee")
    expected = [fact for fact in FACTS["measures"] if fact["list"] == "initiatives"]
    assert rows == [(str(fact["order"]), fact["text"], "沿海六市") for fact in expected] and len(rows) == 8
    lists = [row[0] for row in run(store, question_named("initiatives"), {"list": ""}).values()]
    assert len(lists) == 19
    assert len(ask(store, "initiatives", "measure", list="requirements")) == 5
    assert len(ask(store, "initiatives", "measure", list="coordination")) == 6
    assert ask(store, "initiatives", "event date") == [(EVENT, DATE)]


def test_when_and_where_and_how_sure_is_the_year(store):
    (row,) = ask(store, "when-and-where", "event date place date_words date_is reason confidence")
    assert row == (EVENT, DATE, "大连市", "2月25日", "derived", FACTS["events"][0]["date_reason"], "0.9")


def test_the_characters_behind_every_fact_about_a_person(store):
    rows = ask(store, "evidence-of-person", "fact about words start end article", person="胡玉亭")
    assert rows == [
        ("post", "辽宁省委副书记", "省委副书记", "61", "66", "s01"),
        ("post", "大连市委书记", "大连市委书记胡玉亭", "67", "76", "s01"),
        ("attended", EVENT, "胡玉亭", "73", "76", "s01"), ("mention", None, "胡玉亭", "73", "76", "s01"),
        ("spoke", EVENT, "胡玉亭", "73", "76", "s01"),
    ]  # fmt: skip
    for fact in FACTS["posts"]:
        for _, _, words, start, end, _ in ask(
            store, "evidence-of-person", "fact about words start end iri", person=fact["person"]
        ):
            assert TEXT[int(start) : int(end)] == words


def test_who_made_the_report(store):
    rows = ask(store, "credits", "role name", article="s01")
    assert (
        sorted(rows) == sorted((fact["role"], fact["agent"]) for fact in FACTS["credits"]) and len(rows) == 9
    )
    assert ask(store, "credits", "article", article="推进会议在大连") == [("s01",)]
    assert ask(store, "credits", "article", article="s02") == []
    credited = run(store, "SELECT ?p { ?p a kg:Person . FILTER(CONTAINS(STR(?p), '/credit/')) }").values()
    held = run(store, "SELECT DISTINCT ?p { ?t kg:holder ?p }").values()
    assert len(credited) == 8 and not set(credited) & set(held)


VALUES = {"evidence-of-person": {"person": "李强"}, "initiatives": {"list": ""}}


@pytest.fixture(scope="module", params=["as written", "lower case"])
def second_engine(request, lines):
    """rdflib, which keeps the case of tags, over the union of the graphs."""
    if request.param == "lower case":
        lower = [re.sub(r'"@([A-Za-z-]+) ', lambda m: f'"@{m[1].lower()} ', line) for line in lines]
        assert lower != lines
        lines = lower
    graph = rdflib.Graph()
    graph.parse(data="\n".join(f"{line[: line.rindex(' <')]} ." for line in lines), format="nt")
    return graph


ON_ONE_ARTICLE = [
    "agreements", "credits", "documents", "evidence-of-person", "group-members", "initiatives",
    "member-cities-without-secretary", "posts-of-person", "when-and-where", "who-chaired", "who-spoke",
]  # fmt: skip


@pytest.mark.parametrize("name", ON_ONE_ARTICLE)
def test_a_second_engine_gives_equal_answers(store, second_engine, name):
    question = question_named(name)
    rows = sorted(run(store, question, VALUES.get(name, {})).values(), key=str)
    result = second_engine.query(filled(question, VALUES.get(name, {})))
    assert rows
    assert sorted((tuple(None if t is None else str(t) for t in row) for row in result), key=str) == rows


ALTERED = {
    "胡玉亭": "郑大川", "邢鹏": "冯铁", "孙洪军": "马小林", "盘锦": "鞍山", "沿海": "沿江", "2022": "2031",
    "旅游景区门票互惠": "公交地铁乘车优惠", "大连商品交易所": "沈阳产权交易所",
}  # fmt: skip


def test_an_altered_article_gives_the_altered_answers(tmp_path_factory):
    store = store_of(seed_lines(ALTERED), tmp_path_factory)
    assert ask(store, "who-spoke", "speaker")[0] == ("郑大川",)
    assert ask(store, "member-cities-without-secretary", "group member came") == [
        ("沿江六市", "葫芦岛市", "马小林"), ("沿江六市", "鞍山市", "冯铁"),
    ]  # fmt: skip
    rows = ask(store, "agreements", "party beyond_places party_is")
    assert {row[0] for row in rows if row[2] != "place"} == {"沈阳产权交易所", "辽宁港口集团有限公司"}
    assert ask(store, "initiatives", "measure")[0] == ("公交地铁乘车优惠",)
    assert ask(store, "when-and-where", "date") == [("2031-02-25",)]
    assert ask(store, "posts-of-person", "post", person="郑大川") == [("大连市委书记",), ("辽宁省委副书记",)]
    assert ask(store, "posts-of-person", "post", person="胡玉亭") == []


def test_a_fact_that_two_articles_state_stands_once(lines, tmp_path_factory):
    second = [re.sub(r"/graph/[0-9a-f]{16}>", "/graph/00000000000000ff>", line) for line in lines]
    store = store_of(sorted({*lines, *second}), tmp_path_factory)
    assert len(run(store, question_named("agreements")).rows) == 38
    assert len(run(store, question_named("posts-of-person")).rows) == 22
