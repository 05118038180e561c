"""The generated world: the same numbers give the same bytes; its truth fits itself and its texts."""

import os
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.corpus import CONTRADICTIONS, make_corpus, write
from benchmarks.prose.words import Words, day_words
from benchmarks.world.bodies import Post, renamed
from benchmarks.world.careers import make_world
from benchmarks.world.names import NAMESAKES

world_of = cache(make_world)  # a second and a half each
FILES = ("articles.jsonl", "truth.jsonl", "world.json")
ROOT = Path(__file__).parents[2]


def contents(folder):
    return {name: (folder / name).read_bytes() for name in FILES}


def in_a_process(folder, seed, hash_seed):
    given = ["--articles", "60", "--seed", str(seed), "-o", str(folder)]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-m", "benchmarks.corpus", *given]
    subprocess.run(command, check=True, cwd=ROOT, env=environment, capture_output=True)
    return contents(folder)


def test_same_seed_same_bytes_whatever_the_order_of_sets(tmp_path):
    first = in_a_process(tmp_path / "a", 5, "1")
    assert first == in_a_process(tmp_path / "b", 5, "2")
    other = in_a_process(tmp_path / "c", 6, "1")
    assert all(first[name] != other[name] for name in FILES)


def test_as_many_articles_as_asked_for_in_order_of_days(corpus):
    assert len(corpus.articles) == len(corpus.truth) == 400
    assert [a["id"] for a in corpus.articles] == [t["id"] for t in corpus.truth]
    days = [truth["day"] for truth in corpus.truth]
    assert days == sorted(days) and days[0] < "2007" and days[-1] > "2020"


def test_what_the_truth_says_stands_in_the_text(corpus):
    for article, truth in zip(corpus.articles, corpus.truth, strict=True):
        assert all(name in article["text"] for name in truth["who"])
        for kind, rows in truth["gold"].items():
            for row in rows:
                assert row["sentence"] in article["text"], (truth["id"], kind)
                assert row["form"]
        agents = [row["agent"] for row in truth["gold"]["credits"]]
        assert all(agent in article["text"] for agent in agents)


def test_everyone_in_the_truth_is_known_to_the_world(corpus):
    names = {person.id: person.name for person in corpus.world.people}
    for truth in corpus.truth:
        assert all(names[person] == name for name, person in truth["who"].items())
        assert {row["person"] for row in truth["gold"]["posts"]} <= set(truth["who"])


def planted_articles(corpus):
    return {article for contradiction in corpus.planted for article in contradiction.articles}


def test_a_post_that_is_told_as_held_is_held_on_that_day(corpus):
    checked = 0
    for truth in corpus.truth:
        if truth["id"] in planted_articles(corpus):
            continue
        day = date.fromisoformat(truth["day"])
        for row in truth["gold"]["posts"]:
            if not row["former"]:
                own = corpus.world.by_person[truth["who"][row["person"]]]
                posts = [post for t in own if t.start <= day < (t.end or date.max) for post in t.seat.posts]
                titles = [Words(corpus.world, day, None).title(post) for post in posts]
                assert row["title"][0] in titles, (truth["id"], row)
                checked += 1
    assert checked > 500


def test_a_seat_has_one_holder_at_a_time(corpus):
    for own in corpus.world.by_seat.values():
        for earlier, later in pairwise(own):
            assert earlier.end is not None and earlier.end <= later.start


def places_by_day(truths):
    places = defaultdict(set)
    for truth in truths:
        for row in truth["gold"]["participation"]:
            if row["agent"] in truth["who"] and truth["kind"] != "appointment":
                places[truth["who"][row["agent"]], truth["day"]].add(truth["code"][:4])
    return places


def test_nobody_is_in_two_places_on_one_day_unless_it_is_planted(corpus):
    planted = {a for c in corpus.planted if c.kind == "two places" for a in c.articles}
    others = [truth for truth in corpus.truth if truth["id"] not in planted and truth["code"][2:] != "0000"]
    assert all(len(found) == 1 for found in places_by_day(others).values())
    assert any(len(found) == 2 for found in places_by_day(corpus.truth).values())


def test_every_kind_of_contradiction_is_planted_and_can_be_read(corpus):
    assert {c.kind for c in corpus.planted} == set(CONTRADICTIONS)
    truth = {t["id"]: t for t in corpus.truth}
    for planted in corpus.planted:
        first, second = (truth[article] for article in planted.articles)
        assert differs(planted.kind, first, second), planted


def differs(kind, first, second):
    if kind == "two dates":
        dates = {t["gold"]["events"][0]["date"] for t in (first, second)}
        return first["happening"] == second["happening"] and len(dates) == 2
    if kind == "two party lists":
        one, two = (t["gold"]["agreements"][0] for t in (first, second))
        return one["title"] == two["title"] and one["parties"] != two["parties"]
    if kind == "two places":
        both = set(first["who"].values()) & set(second["who"].values())
        return bool(both) and first["day"] == second["day"] and first["code"] != second["code"]
    posts = [{(row["org"][0], row["title"][0]): t["who"][row["person"]] for row in t["gold"]["posts"]}
             for t in (first, second)]
    return any(posts[0][post] != posts[1][post] for post in posts[0].keys() & posts[1].keys())


def test_a_contradiction_is_told_from_agreement(corpus):
    same = next(truth for truth in corpus.truth if truth["gold"]["events"])
    assert not any(differs(kind, same, same) for kind in ("two holders", "two dates", "two places"))


def share_of_namesakes(world, length):
    names = Counter(person.name for person in world.people)
    own = [person for person in world.people if len(person.name) == length]
    return sum(names[person.name] > 1 for person in own) / len(own)


# The tolerance is three standard deviations of the count in a world of this size.
@pytest.mark.parametrize(("length", "rate", "tolerance"), [(2, 0.100, 0.35), (3, 0.017, 0.4)])
def test_namesakes_come_at_the_known_rates_and_worse_when_asked(length, rate, tolerance):
    assert NAMESAKES[length] == pytest.approx(rate, abs=0.001)
    world, worse = world_of(1, 60), world_of(1, 60, 4.0)
    assert share_of_namesakes(world, length) == pytest.approx(rate, rel=tolerance)
    assert share_of_namesakes(worse, length) > 2.5 * rate


def test_a_renamed_place_has_its_name_of_the_day():
    world = world_of(1, 60)
    changed = [p for p in world.places.values() if p.name in renamed(world.seeds)]
    assert len(changed) > 10
    for place in changed:
        before, year = renamed(world.seeds)[place.name]
        assert Words(world, date(year - 1, 12, 31), None).place(place.code) == before != place.name
        assert Words(world, date(year, 1, 1), None).place(place.code) == place.name


def test_a_post_is_written_with_its_place_away_and_without_it_at_home():
    world = world_of(1, 6)
    city = world.cities[0]
    posts = [Post(city.code, "party", "副书记"), Post(city.code, "government", "市长")]
    day = date(2010, 1, 1)
    assert Words(world, day, None).chain(posts) == f"{city.name}委副书记、市长"
    assert Words(world, day, city.code).chain(posts) == "市委副书记、市长"


def test_a_day_is_written_without_its_month_only_within_that_month():
    class Last:
        """Takes the last of every choice."""

        def choice(self, options):
            return options[-1]

    assert day_words(date(2012, 5, 4), date(2012, 6, 1), Last()) == ("2012年5月4日下午", True)
    assert day_words(date(2012, 5, 4), date(2013, 1, 1), Last()) == ("5月4日下午", True)


def test_there_are_many_forms(corpus):
    forms = {row["form"] for truth in corpus.truth for rows in truth["gold"].values() for row in rows}
    assert len(forms) >= 70


def test_no_name_stands_for_two_people_in_one_article(corpus):
    for truth in corpus.truth:
        assert len(set(truth["who"].values())) == len(truth["who"])


def test_written_folder_is_what_kg_reads(tmp_path):
    from kg.read import read  # noqa: PLC0415

    made = make_corpus(20, 8)
    write(made, tmp_path)
    found = list(read([tmp_path / "articles.jsonl"]))
    assert [article.id for article in found] == [article["id"] for article in made.articles]


def test_a_resume_prints_the_months_of_the_true_tenures(corpus):
    told = [(truth, row) for truth in corpus.truth for row in truth["gold"]["posts"] if "since" in row]
    assert len(told) > 20
    texts = {article["id"]: article["text"] for article in corpus.articles}
    for truth, row in told:
        own = corpus.world.by_person[truth["who"][row["person"]]]
        spells = {(f"{t.start:%Y-%m}", f"{t.end:%Y-%m}" if row["former"] else None) for t in own if t.end}
        assert (row["since"], row.get("until")) in spells or not row["former"]
        year, month = row["since"].split("-")
        assert any(day in texts[truth["id"]] for day in (f"{year}.{month}—", f"{year}年{int(month)}月至"))
