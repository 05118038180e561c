"""What is one node and what is two: persons, organisations, places; derived, reference and review graphs."""

import pytest
from graph_sample import ARTICLE, Asked, build, resolution, sample_facts

from kg.errors import TableError
from kg.graph import article_graphs, article_quads, reference_quads, review_quads
from kg.graph.organizations import kind_of, kind_rows, read_organization
from kg.model import Candidate, Facts, Merge, PostFact, Resolution, Span
from kg.seeds import load_seeds
from kg.vocab import CODE, DCT, GEO, KG, SKOS, WGS

SEEDS = load_seeds()
BASE = "https://kg.example/"
EMPTY = Resolution(persons={}, places={})


def one_place(name):
    full = [
        p for p in SEEDS.places.by_name(name) if (p.name == name or p.level == "country") and not p.historical
    ]
    return full[0] if len(full) == 1 else None


def read(name):
    return read_organization(name, SEEDS, one_place)


def test_a_body_that_was_renamed_or_merged_leads_to_what_followed():
    facts = Facts(id="hand", orgs=("中国银行业监督管理委员会", "商务部"))
    asked = Asked(article_graphs(facts, None, EMPTY, SEEDS).derived)
    chain = [asked.named(name, KG.Organization)
             for name in ("中国银行保险监督管理委", "国家金融监督管理总局")]
    followed = asked.pairs(DCT.isReplacedBy)
    (first,) = {old for old, new in followed if new == chain[0]}
    assert followed == {(first, chain[0]), (chain[0], chain[1])}
    statement = asked.statement(chain[0], DCT.isReplacedBy, chain[1])
    assert asked.one(statement, KG.reason) == "renamed or merged in 2023"


def organizations(*names):
    """IRI of each name in one hand-written article."""
    facts = Facts(id="hand", orgs=names)
    lines = article_quads(facts, None, EMPTY, SEEDS)
    asked = Asked(lines)
    return {
        name: {s for p in (SKOS.prefLabel, SKOS.altLabel) for s in asked.subjects(p, name)} for name in names
    }


@pytest.mark.parametrize(
    ("name", "kind", "jurisdiction", "parent"),
    [
        ("大连市委", "party-committee", "大连市", None),
        ("中共大连市委员会", "party-committee", "大连市", None),
        ("广西壮族自治区党委", "party-committee", "广西壮族自治区", None),
        ("大连市人民政府", "government", "大连市", None),
        ("大连市人大常委会", "peoples-congress", "大连市", None),
        ("葫芦岛市政协", "cppcc", "葫芦岛市", None),
        ("浙江省纪委", "discipline-commission", "浙江省", None),
        ("大连市中级人民法院", "court", "大连市", None),
        ("辽宁省发展改革委", "department", "辽宁省", None),
        ("陕西省政府督查室", "department", "陕西省", "陕西省政府"),
        ("睢宁县委组织部", "party-department", "睢宁县", "睢宁县委"),
        ("大连市中山区人民政府", "government", "中山区", None),
        ("法国外交部", "department", "法兰西共和国", None),
        ("科技部", "department", None, None),
        ("大连理工大学", "university", None, None),
        ("大连理工大学党委", "party-committee", None, "大连理工大学"),
        ("中国化工集团党委", "party-committee", None, "中国化工集团"),
        ("辽宁港口集团有限公司", "company", None, None),
        ("大连商品交易所", "exchange", None, None),
        ("大连银行", "bank", None, None),
        ("湖北日报", "media", None, None),
        ("衢州湖北商会", "association", None, None),
        ("纳斯达克", "other", None, None),
    ],
)
def test_a_name_tells_kind_jurisdiction_and_parent(name, kind, jurisdiction, parent):
    found = read(name)
    assert (found.kind, found.parent) == (kind, parent)
    assert (found.jurisdiction.name if found.jurisdiction else None) == jurisdiction


@pytest.mark.parametrize(
    "name",
    [
        "区委",
        "发展规划处",
        "我校党委",
        "本市企业",
        "鼓楼区政府",
        "两校",
        "公司",
        "集团公司",
        "集团党委",
        "研究院",
        "土木工程学院",
        "重点实验室",
        "科学技术局党组",
        "理事会",
    ],
)
def test_names_that_mean_nothing_elsewhere_stay_in_their_article(name):
    assert read(name).is_local


@pytest.mark.parametrize(
    "name",
    [
        "大连市委",
        "科技部",
        "农业部财务司",
        "国务院国资委",
        "双汇集团",
        "贵州茅台酒厂",
        "本溪市委",
        "龙岩学院",
        "中国工程院",
        "新华社",
        "清华大学",
        "四川大学华西医院",
        "民进中央",
        "全国工商联党组",
        "中国共产党",
    ],
)
def test_names_that_mean_one_body_everywhere_do_not(name):
    assert not read(name).is_local


def test_every_kind_of_the_table_is_of_the_code_list():
    assert len(kind_rows()) > 100
    assert kind_of("某某") is None and kind_of("某某大学") == "university"


def test_a_broken_row_of_the_table_names_its_line(tmp_path, monkeypatch):
    table = tmp_path / "organization_kinds.csv"
    table.write_text(
        "suffix,kind,territorial,inner\n大学,university,no,no\n学院,collage,no,no\n", encoding="utf-8"
    )
    monkeypatch.setattr("kg.graph.organizations.ontology_dir", lambda: tmp_path)
    kind_rows.cache_clear()
    with pytest.raises(TableError, match=r"organization_kinds\.csv:3: "):
        kind_rows()
    monkeypatch.undo()
    kind_rows.cache_clear()


def test_four_organs_of_one_place_are_four():
    found = organizations("大连市委", "大连市政府", "大连市人大常委会", "大连市政协")
    assert len(set.union(*found.values())) == 4


def test_two_spellings_are_one():
    found = organizations(
        "大连市政府", "大连市人民政府", "大连市委", "中共大连市委员会", "西岗区委", "大连市西岗区委"
    )
    assert found["大连市政府"] == found["大连市人民政府"] and len(found["大连市政府"]) == 1
    assert found["大连市委"] == found["中共大连市委员会"] != found["大连市政府"]
    assert found["西岗区委"] == found["大连市西岗区委"]


def test_a_vague_organ_is_another_one_in_another_article():
    def iris(name):
        graphs = [article_quads(Facts(id=i, orgs=(name,)), None, EMPTY, SEEDS) for i in "xy"]
        return {Asked(lines).typed(KG.Organization).pop() for lines in graphs}

    assert len(iris("区委")) == 2
    assert len(iris("鼓楼区政府")) == 2  # several cities have a 鼓楼区
    assert len(iris("大连市委")) == 1


def test_a_decision_about_the_place_settles_its_organs():
    facts = Facts(id="x", hash="f" * 16, orgs=("鼓楼区政府",), places=("鼓楼区",))
    decided = Resolution(persons={}, places={("f" * 16, "鼓楼区"): "320106"})
    lines = build_lines(facts, decided)
    assert any(f"<{KG.jurisdiction}> <{BASE}place/cn-320106>" in line for line in lines)
    open_question = Resolution(persons={}, places={}, undecided=(("f" * 16, "鼓楼区", ("320106", "350102")),))
    lines = build_lines(facts, open_question)
    assert not any(KG.jurisdiction in line for line in lines)
    assert any("/place/h-" in line for line in lines)


def build_lines(facts, resolved):
    graphs = article_graphs(facts, None, resolved, SEEDS)
    return [*graphs.article, *graphs.derived]


def test_an_undecided_name_is_not_one_place_in_two_articles():
    def iris(name):
        nodes = set()
        for key in ("a" * 16, "b" * 16):
            facts = Facts(id="x", hash=key, places=(name,))
            nodes |= Asked(article_quads(facts, None, EMPTY, SEEDS)).typed(KG.Place)
        return nodes

    assert len(iris("鼓楼区")) == 2
    assert iris("大连市") == {BASE + "place/cn-210200"}
    assert iris("法国") == {BASE + "place/fr"}
    assert iris("苏州市吴江区") == iris("吴江区") == {BASE + "place/cn-320509"}
    assert iris("巴黎") == {BASE + "place/gn-2988507"}
    (unknown,) = iris("釜山港区")
    assert "/place/h-" in unknown


def test_persons_are_what_the_resolution_says():
    facts = Facts(id="x", hash="a" * 16, posts=(PostFact(person="李强", org="营口市委", title="书记"),))
    resolved = Resolution(persons={("a" * 16, "李强"): "0123456789abcdef"}, places={})
    assert Asked(article_quads(facts, None, resolved, SEEDS)).typed(KG.Person) == {
        BASE + "person/0123456789abcdef"
    }


def test_without_a_resolution_two_articles_never_share_a_person():
    post = PostFact(person="李强", org="营口市委", title="书记")
    people = {
        Asked(article_quads(Facts(id="x", hash=key, posts=(post,)), None, EMPTY, SEEDS))
        .typed(KG.Person)
        .pop()
        for key in ("a" * 16, "b" * 16)
    }
    assert len(people) == 2


# ---------------------------------------------------------------- derived, reference, review


def test_jurisdiction_and_parent_are_derived_with_their_reason():
    asked = Asked(build())
    org = asked.named("丹东市委", KG.Organization)
    statement = asked.statement(org, KG.jurisdiction, BASE + "place/cn-210600")
    assert asked.one(statement, KG.reason) == "its name begins with 丹东市"
    assert asked.one(statement, KG.reviewStatus) == CODE["review-derived"]
    of_org = [q for q in asked.quads if (q.subject.value, q.predicate.value) == (org, KG.jurisdiction)]
    assert {q.graph_name.value for q in of_org} == {BASE + "graph/derived"}


def test_reference_gives_code_point_levels_and_what_lies_above():
    asked = Asked(reference_quads(["210200"], SEEDS))
    dalian, liaoning = BASE + "place/cn-210200", BASE + "place/cn-210000"
    assert asked.one(dalian, SKOS.notation) == "210200"
    assert asked.one(dalian, KG.partOf) == liaoning and liaoning in asked.typed(KG.Place)
    assert asked.one(dalian, KG.kind) == CODE["place-prefecture"]
    assert {"大连市", "Dalian"} <= asked.objects(dalian, SKOS.prefLabel)
    lat, long = asked.one(dalian, WGS.lat), asked.one(dalian, WGS.long)
    assert 38 < float(lat) < 40 and 121 < float(long) < 123
    assert asked.one(asked.one(dalian, GEO.hasGeometry), GEO.asWKT) == f"POINT({long} {lat})"
    assert asked.one(dalian, SKOS.exactMatch).startswith("https://sws.geonames.org/")
    assert reference_quads(["210200", "210000"], SEEDS) == reference_quads(["210000", "210200"] * 2, SEEDS)
    assert reference_quads(["999999"], SEEDS) == []


def test_a_city_abroad_has_its_country_and_geonames_id_and_no_code():
    asked = Asked(reference_quads(["gn-2988507"], SEEDS))
    paris = BASE + "place/gn-2988507"
    assert asked.one(paris, KG.partOf) == BASE + "place/fr"
    assert asked.one(BASE + "place/fr", SKOS.notation) == "FR"
    assert asked.one(paris, SKOS.exactMatch) == "https://sws.geonames.org/2988507/"
    assert not asked.objects(paris, SKOS.notation)


def test_a_country_among_the_organisations_is_a_place():
    asked = Asked(article_quads(Facts(id="x", orgs=("中国", "联合国")), None, EMPTY, SEEDS))
    assert asked.typed(KG.Place) == {BASE + "place/cn"}
    assert len(asked.typed(KG.Organization)) == 1


def test_a_former_place_says_when_it_ended_and_what_followed():
    asked = Asked(reference_quads(["210282"], SEEDS))
    pulandian = BASE + "place/cn-210282"
    assert asked.one(pulandian, KG.notAfter) == "2015"
    assert asked.one(pulandian, DCT.isReplacedBy) == BASE + "place/cn-210214"
    assert BASE + "place/cn-210214" in asked.typed(KG.Place)


def test_a_former_name_is_another_name_of_todays_place():
    facts = Facts(id="x", places=("锦西市",))
    asked = Asked(article_quads(facts, None, EMPTY, SEEDS))
    assert asked.objects(BASE + "place/cn-211400", SKOS.altLabel) == {"锦西市"}


def test_review_graph_of_merges_candidates_and_the_undecided():
    proof = ((ARTICLE.hash, Span(1, 3)),)
    merge = Merge(kept="a" * 16, merged="b" * 16, reason="同一报道述其调任", evidence=proof)
    candidate = Candidate(first="d" * 16, second="c" * 16, name="李强", prior=0.1)
    resolved = Resolution(
        persons={}, places={}, merges=(merge,), candidates=(candidate,),
        undecided=((ARTICLE.hash, "鼓楼区", ("320106", "350102")),),
    )  # fmt: skip
    asked = Asked(review_quads(resolved))
    first, second = BASE + "person/" + "c" * 16, BASE + "person/" + "d" * 16
    assert asked.one(BASE + "person/" + "b" * 16, DCT.isReplacedBy) == BASE + "person/" + "a" * 16
    replaced = asked.statement(BASE + "person/" + "b" * 16, DCT.isReplacedBy, BASE + "person/" + "a" * 16)
    assert asked.one(replaced, KG.reason) == "同一报道述其调任"
    assert asked.one(replaced, KG.evidence) == f"{BASE}article/{ARTICLE.hash}#char=1,3"
    maybe = asked.statement(first, KG.sameAsCandidate, second)
    assert asked.one(maybe, KG.confidence) == "0.1"
    assert asked.one(maybe, KG.reviewStatus) == CODE["review-unreviewed"]
    assert not any("sameAs>" in line for line in review_quads(resolved))
    (place,) = asked.subjects(KG.sameAsCandidate, BASE + "place/cn-320106")
    assert asked.objects(place, KG.sameAsCandidate) == {BASE + "place/cn-320106", BASE + "place/cn-350102"}
    facts = Facts(id="x", hash=ARTICLE.hash, places=("鼓楼区",))
    assert Asked(article_quads(facts, None, resolved, SEEDS)).typed(KG.Place) == {place}


def test_an_empty_resolution_reviews_nothing():
    assert review_quads(EMPTY) == []
    facts = sample_facts()
    assert review_quads(resolution(facts)) == []
