"""The seed article gives exactly what it says: 17 officials, 22 posts, 23 participations, 6 agreements …"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from kg.evaluate import CORE, evaluate
from kg.extract import extract
from kg.read import read_one

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "articles" / "s01.txt"
CITIES = ("大连市", "丹东市", "锦州市", "营口市", "盘锦市", "葫芦岛市")
# Everything but organisations: which bodies an article names is a matter of degree.
WHOLE = ("core", *CORE, "persons", "events", "places", "groups", "measures", "credits", "event dates",
         "event places", "agreement dates", "agreement events")  # fmt: skip


@pytest.fixture(scope="module")
def facts():
    return extract(read_one(SEED))


def test_it_is_right_to_the_last_fact(tmp_path):
    for name, path in (("gold/s01.json", "tests/gold/shared/gold/s01.json"), ("articles/s01.txt", SEED)):
        (tmp_path / name).parent.mkdir()
        shutil.copy(ROOT / path, tmp_path / name)
    scores = evaluate(tmp_path / "gold", tmp_path / "articles", extract)
    assert {kind: scores.strict[kind].f1 for kind in WHOLE} == dict.fromkeys(WHOLE, 1.0)
    assert scores.strict["core"].rows == 92


def test_posts_and_participations(facts):
    assert len({post.person for post in facts.posts}) == 17
    assert len(facts.posts) == 22
    roles = Counter(row.role for row in facts.participation)
    assert roles == {"attended": 15, "spoke": 6, "chaired": 1, "presented": 1}
    held = {(post.person, f"{post.org} {post.title}") for post in facts.posts}
    for row in facts.participation:  # each in every post that the person holds
        assert {(row.agent, capacity) for capacity in row.capacity} == {
            pair for pair in held if pair[0] == row.agent
        }


def test_the_meeting_and_how_its_year_is_known(facts):
    (event,) = facts.events
    assert (event.name, event.type) == ("辽宁沿海经济带工作推进会议", "meeting")
    assert (event.date, event.date_text, event.place) == ("2022-02-25", "2月25日", "大连市")
    assert "《辽宁沿海经济带建设2022年工作要点》" in (event.date_reason or "")


def test_agreements_and_their_parties(facts):
    parties = Counter(party for fact in facts.agreements for party in fact.parties)
    assert parties == {**dict.fromkeys(CITIES, 6), "大连商品交易所": 1, "辽宁港口集团有限公司": 1}
    assert len(facts.agreements) == 6
    assert [(alias.alias, alias.name) for alias in facts.aliases] == [("辽港集团", "辽宁港口集团有限公司")]


def test_the_group_is_resolved_by_who_is_there(facts):
    (group,) = facts.groups
    assert (group.name, group.size, group.members) == ("沿海六市", 6, CITIES)
    assert "the number of places represented" in (group.reason or "")


def test_documents_measures_and_bodies(facts):
    assert {(fact.title, fact.relation) for fact in facts.documents} == {
        ("辽宁沿海经济带建设2022年工作要点", "adopted"),
        ("辽宁沿海经济带建设2022年工作要点", "presented"),
        ("辽宁沿海经济带发展规划", "cited"),
    }
    assert [fact.year for fact in facts.documents if fact.relation == "cited"] == ["2009"]
    lists = Counter(fact.list for fact in facts.measures)
    assert lists == {"requirements": 5, "coordination": 6, "initiatives": 8}
    for name, count in lists.items():
        assert [fact.order for fact in facts.measures if fact.list == name] == list(range(1, count + 1))
    invited = {fact.body for fact in facts.represented if fact.invited}
    assert invited == {"部分企事业单位", "外地驻连商会"}
    assert "省直有关部门" in {fact.body for fact in facts.represented if not fact.invited}


def test_press_credits_are_kept_apart(facts):
    assert len(facts.credits) == 9
    makers = {fact.agent for fact in facts.credits}
    assert not makers & {post.person for post in facts.posts}
    assert not makers & {row.agent for row in facts.participation}


def test_every_span_slices_to_words(facts):
    text = read_one(SEED).text
    rows = [row for kind in ("posts", "events", "participation", "agreements", "documents", "groups",
                             "measures", "represented", "aliases", "credits")
            for row in getattr(facts, kind)]  # fmt: skip
    assert all(row.evidence for row in rows)
    assert all(text[span.start : span.end].strip() for row in rows for span in row.evidence)
    for mention in facts.mentions:
        if mention.kind == "person":
            assert text[mention.span.start : mention.span.end] == mention.name
