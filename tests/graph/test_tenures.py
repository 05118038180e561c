"""Spells, bounds and successions of one post, from sightings; then the same through a build of articles."""

import json
import random

import pytest
from graph_sample import Asked

from kg.build import build
from kg.graph import tenures
from kg.graph.sightings import Sighting
from kg.graph.tenures import bounds, spells_of, successions
from kg.vocab import CODE, DCT, KG, RDF

POST = "https://kg.example/post/p"


def seen(*told, single=True, post=POST):
    """`told`: "甲 2020-01-01" (seen), "甲 +2020-01-01" (appointed), "甲 -…" (removed), "甲 ~…" (former),
    "甲 *…" and "甲 !…" (appointed and removed, told on that day without the day of the act), "甲 >2020-01"
    and "甲 <2021-03" (since and until, as a résumé says).
    """
    hows = {"+": "opened", "-": "closed", "~": "former", "*": "named", "!": "gone",
            ">": "since", "<": "until"}  # fmt: skip
    found = []
    for number, words in enumerate(told):
        name, day = words.split(" ")
        found.append(Sighting(
            post=post, person=f"https://kg.example/person/{name}", day=day.lstrip("+-~*!<>"),
            how=hows.get(day[0], "seen"), article=f"{number:016x}", evidence=f"words {number}", name=name,
            words="某市委 书记", is_single=single,
        ))  # fmt: skip
    return found


def spans(spells):
    return [(s.first.name, s.ordinal, s.first.day, s.last.day) for s in spells]


def of(spells, name, ordinal=1):
    (found,) = (s for s in spells if (s.first.name, s.ordinal) == (name, ordinal))
    return found


def test_one_spell_reaches_from_the_first_to_the_last_proof():
    told = seen("甲 2020-05-01", "甲 2019-03-01", "甲 +2018-01-02", "甲 -2021-06-30")
    assert spans(spells_of(told)) == [("甲", 1, "2018-01-02", "2021-06-30")]


# Someone is back: after a removal, or after another one who is proven twice or by an act.
@pytest.mark.parametrize("between", [
    ("甲 -2020-01-01",), ("乙 2020-01-01", "乙 2020-08-01"), ("乙 +2020-01-01",), ("乙 -2020-02-01",),
    ("甲 !2020-01-01",), ("乙 *2020-01-01",),
])  # fmt: skip
def test_a_second_spell_is_a_second_tenure(between):
    told = seen("甲 2018-01-01", "甲 2019-01-01", *between, "甲 2021-01-01", "甲 2022-01-01")
    own = [span for span in spans(spells_of(told)) if span[0] == "甲"]
    assert [span[1] for span in own] == [1, 2]
    assert own[1][2:] == ("2021-01-01", "2022-01-01")


@pytest.mark.parametrize("between", [
    (), ("乙 2020-01-01",), ("乙 2020-01-01", "乙 2020-01-01"), ("乙 2020-01-01", "丙 2020-03-01"),
    ("乙 2017-01-01", "乙 2023-01-01"), ("乙 ~2020-01-01", "乙 ~2020-02-01"), ("甲 ~2020-01-01",),
])  # fmt: skip
def test_one_day_of_another_splits_nothing(between):
    told = seen("甲 2018-01-01", "甲 2019-01-01", *between, "甲 2021-01-01", "甲 2022-01-01")
    assert [span for span in spans(spells_of(told)) if span[0] == "甲"] == [
        ("甲", 1, "2018-01-01", "2022-01-01")
    ]


def test_several_may_hold_a_shared_post():
    told = seen("甲 2018-01-01", "乙 2019-01-01", "乙 2019-06-01", "甲 2021-01-01", single=False)
    spells = spells_of(told)
    assert spans(spells) == [("甲", 1, "2018-01-01", "2021-01-01"), ("乙", 1, "2019-01-01", "2019-06-01")]
    assert successions(spells) == [] and bounds(of(spells, "乙"), spells) == (None, None)


def test_a_sighting_soon_after_a_removal_is_no_second_spell():
    told = seen("甲 2018-01-01", "甲 -2020-01-01", "甲 2020-01-03")
    assert len(spells_of(told)) == 1
    assert len(spells_of([*told, *seen("甲 +2022-01-03")])) == 2


def test_another_holder_bounds_a_tenure_and_says_why():
    spells = spells_of(seen("甲 2018-01-01", "甲 2019-01-01", "乙 2020-02-01", "乙 2021-02-01"))
    begin, end = bounds(of(spells, "甲"), spells)
    assert begin is None and end == ("2020-02-01", "乙 was seen in the post on 2020-02-01", "words 2")
    begin, end = bounds(of(spells, "乙"), spells)
    assert begin == ("2019-01-01", "甲 was seen in the post on 2019-01-01", "words 1") and end is None


def test_what_an_act_states_is_not_derived():
    told = seen("甲 2018-01-01", "甲 -2019-01-01", "乙 +2020-02-01", "乙 2021-02-01")
    spells = spells_of(told)
    assert bounds(of(spells, "甲"), spells) == bounds(of(spells, "乙"), spells) == (None, None)


def test_an_article_that_speaks_of_a_former_post_ends_it():
    spells = spells_of(seen("甲 2018-01-01", "甲 ~2019-05-01", "乙 2020-01-01", "乙 2020-02-01"))
    assert bounds(of(spells, "甲"), spells)[1].day == "2019-05-01"
    spells = spells_of(seen("甲 2018-01-01", "甲 !2019-05-01"))
    assert bounds(spells[0], spells)[1].reason == "said to be removed on 2019-05-01"
    spells = spells_of(seen("甲 2018-01-01", "甲 ~2021-05-01", "乙 2020-01-01", "乙 2020-02-01"))
    assert bounds(of(spells, "甲"), spells)[1].day == "2020-01-01"


def pairs(*told):
    return [(a.first.name, b.first.name) for a, b in successions(spells_of(seen(*told)))]


def test_who_followed_whom():
    assert pairs("甲 2018-01-01", "乙 2019-01-01", "丙 2020-01-01") == [("甲", "乙"), ("乙", "丙")]
    assert pairs("甲 2017-01-01", "甲 -2018-01-01", "乙 +2018-01-01") == [("甲", "乙")]
    back = ("甲 2018-01-01", "乙 2019-01-01", "乙 2019-02-01", "甲 2020-01-01")
    assert pairs(*back) == [("甲", "乙"), ("乙", "甲")]


def test_who_contradicts_another_follows_nobody():
    assert pairs("甲 2018-01-01", "乙 2018-01-01") == []
    assert pairs("甲 2018-01-01", "乙 2019-01-01", "甲 2020-01-01", "丙 2021-01-01") == [("甲", "丙")]
    assert pairs("甲 2018-01-01", "甲 2019-06-01", "乙 2019-01-01", "乙 2020-01-01") == []


def test_two_of_one_name_say_nothing_about_each_other():
    told = seen("甲 2018-01-01", "甲 2022-01-01")
    namesake = seen("甲 2019-01-01", "甲 2020-01-01")
    other = [sighting._replace(person="https://kg.example/person/other") for sighting in namesake]
    assert len(spells_of([*told, *other])) == 2
    assert successions(spells_of([*told, *other])) == []


def test_a_month_of_a_resume_is_no_day_but_bounds_as_far_as_it_says():
    spells = spells_of(seen("甲 >2003-05", "甲 <2008-03", "乙 2008-03-20", "乙 2009-02-01", "丙 >2010"))
    assert spans(spells) == [("甲", 1, "2003-05", "2008-03"), ("乙", 1, "2008-03-20", "2009-02-01"),
                             ("丙", 1, "2010", "2010")]  # fmt: skip
    assert bounds(of(spells, "甲"), spells) == (None, None)
    begin, end = bounds(of(spells, "乙"), spells)
    assert begin == ("2008-03", "甲 was in the post until 2008-03", "words 1")
    assert end == ("2010", "丙 was in the post from 2010", "words 4")
    assert [(a.first.name, b.first.name) for a, b in successions(spells)] == [("甲", "乙"), ("乙", "丙")]
    assert any('"2008-03"^^' in line and "gYearMonth" in line for line in tenures(
        seen("甲 >2003-05", "甲 <2008-03", "乙 2008-03-20")).derived)


def test_what_ends_in_a_month_ends_after_its_days():
    spells = spells_of(seen("甲 >2003-05", "甲 2008-03-05", "甲 <2008-03", "甲 2008-03-20"))
    assert spans(spells) == [("甲", 1, "2003-05", "2008-03")]
    again = spells_of(seen("甲 >2003-05", "甲 <2008-03", "甲 >2010-01", "甲 2010-06-01"))
    assert [span[:2] for span in spans(again)] == [("甲", 1), ("甲", 2)]


def test_the_day_of_an_act_says_more_than_the_month_of_a_resume():
    (spell,) = spells_of(seen("甲 >2003-05", "甲 +2003-05-18", "甲 -2008-03-02", "甲 <2008-03"))
    assert (spell.first.day, spell.last.day) == ("2003-05-18", "2008-03-02")


def test_what_one_resume_says_is_one_spell_though_another_is_seen_in_it():
    told = seen("甲 >2003-05", "甲 <2008-03")
    between = seen("乙 2005-01-01", "乙 2006-01-01")
    assert len([s for s in spells_of([*told, *between]) if s.first.name == "甲"]) == 2
    one = [sighting._replace(article="a") for sighting in told]
    assert len([s for s in spells_of([*one, *between]) if s.first.name == "甲"]) == 1


def test_the_order_of_sightings_does_not_matter():
    told = seen("甲 2018-01-01", "甲 ~2019-06-01", "乙 +2019-06-01", "乙 2019-06-01", "甲 2021-01-01",
                "丙 2022-01-01", "丙 >2021", "丙 <2023-01")  # fmt: skip
    told += seen("丁 2018-01-01", "丁 2020-01-01", post=f"{POST}2")
    made = tenures(told)
    assert made.derived and made.spells == {(f"{4:016x}", "甲", "某市委 书记"): 2}
    shuffled = random.Random(1)
    for _ in range(5):
        shuffled.shuffle(told)
        assert tenures(told) == made


def test_posts_one_by_one_give_what_all_together_give():
    told = seen("甲 2018-01-01", "乙 2019-01-01", "乙 2019-06-01", "甲 2021-01-01")
    other = seen("丁 2018-01-01", "戊 2020-01-01", post=f"{POST}2")
    whole, apart = tenures([*told, *other]), [tenures(told), tenures(other)]
    assert whole.derived == sorted({line for made in apart for line in made.derived})
    assert whole.spells == apart[0].spells | apart[1].spells


THEMES = ("港口", "教育", "口岸", "水务")  # two articles of one text are one article


def article(number, day, words):
    return {"id": f"t{number}", "published": day, "text": f"大连市{THEMES[number]}会议召开\n{words}\n"}


def built(tmp_path, *told):
    path = tmp_path / "told.jsonl"
    rows = [article(number, *each) for number, each in enumerate(told)]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return Asked(build([path]).lines)


TITLE = "大连市委书记"


def test_articles_of_several_years_give_tenures_their_bounds_and_the_next_holder(tmp_path):
    asked = built(
        tmp_path,
        ("2018-05-02", f"大连市港口会议在大连召开,{TITLE}周望海主持会议。"),
        ("2019-05-02", f"大连市港口会议在大连召开,{TITLE}沈见川主持会议。"),
        ("2019-06-02", f"大连市港口会议在大连召开,{TITLE}沈见川主持会议。"),
        ("2021-05-02", f"大连市港口会议在大连召开,{TITLE}周望海主持会议。"),
    )
    (holder,) = {h for _, h in asked.pairs(KG.holder)} - {
        asked.one(t, KG.holder) for t in asked.subjects(KG.observedOn, "2019-05-02")
    }
    first, second = (asked.subjects(KG.observedOn, day) for day in ("2018-05-02", "2021-05-02"))
    assert asked.subjects(KG.holder, holder) == first | second and len(first | second) == 2
    (first,), (second,), (between,) = first, second, asked.subjects(KG.observedOn, "2019-05-02")
    assert asked.objects(between, KG.notBefore) == {"2018-05-02"}
    assert asked.objects(between, KG.notAfter) == {"2021-05-02"}
    assert asked.pairs(DCT.isReplacedBy) >= {(first, between), (between, second)}
    statement = asked.statement(first, KG.notAfter, "2019-05-02")
    assert asked.one(statement, KG.reviewStatus) == CODE["review-derived"]
    assert "沈见川" in asked.one(statement, KG.reason)
    (words,) = asked.objects(statement, KG.evidence)
    assert words in asked.typed(KG.Evidence) and asked.one(statement, RDF.predicate) == KG.notAfter
    (post,) = {post for _, post in asked.pairs(KG.post)}
    assert asked.one(post, KG.kind) == CODE["post-single"]


def test_a_resume_gives_a_tenure_its_time_and_is_its_source(tmp_path):
    asked = built(
        tmp_path,
        ("2014-03-20", "沈见川简历\n沈见川,男,1963年5月出生,大学学历。\n"
                       "2003.05—2008.03 大连市委书记\n2008.03— 沈阳市委书记"),
        ("2008-03-28", f"大连市港口会议在大连召开,{TITLE}周望海主持会议。"),
    )  # fmt: skip
    ((tenure, _),) = [pair for pair in asked.pairs(KG.since) if pair[1] == "2003-05"]
    assert asked.objects(tenure, KG.until) == asked.objects(tenure, KG.notAfter) == {"2008-03"}
    assert asked.objects(tenure, KG.notBefore) == {"2003-05"} and not asked.objects(tenure, KG.observedOn)
    statement = asked.statement(tenure, KG.until, "2008-03")
    assert asked.one(statement, KG.reviewStatus) == CODE["review-stated"]
    assert asked.objects(statement, KG.evidence) <= asked.typed(KG.Evidence)
    ((next_one, _),) = [pair for pair in asked.pairs(KG.observedOn) if pair[1] == "2008-03-28"]
    assert (tenure, next_one) in asked.pairs(DCT.isReplacedBy)
    assert asked.objects(next_one, KG.notBefore) == {"2008-03"}
