"""Same name is not same person: merges with a reason, candidates, decisions; order changes nothing."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest

from kg.errors import FactsError, TableError
from kg.graph import review_quads
from kg.model import (
    AgreementFact,
    AppointmentFact,
    CreditFact,
    EventFact,
    Facts,
    ParticipationFact,
    PostFact,
    Resolution,
    Span,
)
from kg.packaged import seeds_dir
from kg.resolve import Decision, PersonMention, places_of, read_decisions, resolve, resolve_block
from kg.resolve.mentions import person_mentions
from kg.seeds import Seeds, load_seeds

SEEDS = load_seeds()
ONE, TWO, THREE = "1" * 16, "2" * 16, "3" * 16


def article(key: str, *posts: str, year: int | None = 2022, former: bool = False) -> Facts:
    """An article that gives persons posts, each written "name org title"."""
    facts = []
    for number, text in enumerate(posts):
        name, org, title = text.split()
        span = Span(10 * number, 10 * number + len(name))
        facts.append(PostFact(person=name, org=org, title=title, former=former, evidence=(span,)))
    return Facts(id=key, hash=key, published=f"{year}-06-01" if year else None, posts=tuple(facts))


def persons(resolution: Resolution, name: str) -> set[str]:
    return {key for (_, person), key in resolution.persons.items() if person == name}


def decision(verdict: str, *articles: str, name: str = "王健") -> Decision:
    return Decision(verdict=verdict, name=name, articles=articles, date="2026-01-02", by="editor",
                    reason="same birth year", place=f"decisions.jsonl:{len(verdict)}")  # fmt: skip


def test_same_name_alone_is_a_candidate_not_a_merge() -> None:
    # Two 李强 of two cities, and one of a third post: a key on the name would make them one.
    result = resolve([article(ONE, "李强 营口市委 书记"), article(TWO, "李强 无锡市委 书记")], SEEDS)
    assert len(persons(result, "李强")) == 2
    assert result.merges == ()
    (candidate,) = result.candidates
    assert (candidate.name, candidate.prior) == ("李强", 0.733)
    assert {candidate.first, candidate.second} == persons(result, "李强")


def test_the_same_post_merges_and_says_why() -> None:
    pair = [article(ONE, "胡玉亭 大连市委 书记"), article(TWO, "胡玉亭 大连市委 书记", year=2021)]
    result = resolve(pair, SEEDS)
    (key,) = persons(result, "胡玉亭")
    (merge,) = result.merges
    assert merge.kept == key == min(merge.kept, merge.merged)
    assert merge.reason == "same name and same post (大连市委 书记); 2021 and 2022"
    assert {source for source, _ in merge.evidence} == {ONE, TWO}
    assert result.candidates == ()


def test_another_post_of_the_same_body_is_no_reason() -> None:
    result = resolve([article(ONE, "胡玉亭 大连市委 书记"), article(TWO, "胡玉亭 大连市委 副书记")], SEEDS)
    assert len(persons(result, "胡玉亭")) == 2
    assert [c.prior for c in result.candidates] == [0.992]


@pytest.mark.parametrize(("name", "prior"), [  # of length and of the surname: 王 is borne 2.9 times the mean
    ("王健", 0.71), ("王健国", 0.951), ("单健", 0.997), ("单健国", 0.999), ("买买提·艾尼", 0.983),
])  # fmt: skip
def test_the_prior_follows_the_length_and_frequency_of_the_name(name: str, prior: float) -> None:
    result = resolve([article(ONE, f"{name} 营口市委 书记"), article(TWO, f"{name} 无锡市委 书记")], SEEDS)
    assert [c.prior for c in result.candidates] == [prior]


def with_ids(tmp_path: Path, *rows: str) -> Seeds:
    for file in seeds_dir().glob("*.csv"):
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / "external_ids.csv").unlink()
    text = "name,org,title,id,by,date\n" + "".join(f"{row},editor,2026-01-02\n" for row in rows)
    (tmp_path / "external_ids.csv").write_text(text, encoding="utf-8")
    return load_seeds(tmp_path)


Q1, Q2 = "https://www.wikidata.org/entity/Q1", "https://www.wikidata.org/entity/Q2"
MOVE = (article(ONE, "胡玉亭 大连市委 书记"), article(TWO, "胡玉亭 吉林省政府 省长"))


def test_a_reviewed_external_id_ties_the_posts_of_a_career(tmp_path: Path) -> None:
    assert len(persons(resolve(MOVE, SEEDS), "胡玉亭")) == 2  # no text ties the two posts
    seeds = with_ids(tmp_path, f"胡玉亭,大连市委,书记,{Q1}", f"胡玉亭,吉林省政府,省长,{Q1}")
    result = resolve(MOVE, seeds)
    (key,) = persons(result, "胡玉亭")
    assert result.ids == ((key, Q1),) and result.candidates == ()
    assert result.merges[0].reason.startswith(f"the same reviewed external id {Q1}")
    told = [line.split(" ") for line in review_quads(result) if "/person/" in line.split(" ")[0]]
    assert [line[2] for line in told if line[1].endswith("#exactMatch>")] == [f"<{Q1}>"]


def test_two_external_ids_are_two_persons_whatever_they_share(tmp_path: Path) -> None:
    seeds = with_ids(tmp_path, f"胡玉亭,大连市委,书记,{Q1}", f"胡玉亭,吉林省政府,省长,{Q2}")
    shared = "胡玉亭 清华大学 校长"
    both = [article(ONE, "胡玉亭 大连市委 书记", shared), article(TWO, "胡玉亭 吉林省政府 省长", shared)]
    assert len(persons(resolve(both, SEEDS), "胡玉亭")) == 1
    assert len(persons(resolve(both, seeds), "胡玉亭")) == 2
    torn = [article(ONE, "胡玉亭 大连市委 书记", "胡玉亭 吉林省政府 省长"), MOVE[1]]
    assert len(persons(resolve(torn, seeds), "胡玉亭")) == 1  # its own two ids cancel out, the post ties


def test_a_body_of_a_place_that_changed_its_kind_is_one_body() -> None:
    before = article(ONE, "杨宇新 普兰店市委 书记", year=2014)
    for after, people in (("普兰店区委", 1), ("金州区委", 2)):
        pair = [before, article(TWO, f"杨宇新 {after} 书记", year=2016)]
        assert len(persons(resolve(pair, SEEDS), "杨宇新")) == people, after


def test_a_move_needs_the_text_that_ties_both_posts() -> None:
    dalian = article(ONE, "胡玉亭 大连市委 书记")
    jilin = article(TWO, "胡玉亭 吉林省政府 省长", year=2023)
    assert len(persons(resolve([dalian, jilin], SEEDS), "胡玉亭")) == 2
    biography = article(THREE, "胡玉亭 大连市委 书记", "胡玉亭 吉林省政府 省长", year=2023)
    tied = resolve([dalian, jilin, biography], SEEDS)
    assert len(persons(tied, "胡玉亭")) == 1
    assert len(tied.merges) == 2


@pytest.mark.parametrize("title", ["领导", "负责同志", "委员", "企业代表", "政协委员"])
def test_a_title_of_many_merges_no_one(title: str) -> None:
    pair = [article(ONE, f"王健 大连市 {title}"), article(TWO, f"王健 大连市 {title}")]
    assert len(persons(resolve(pair, SEEDS), "王健")) == 2
    chairs = [article(key, "王健 民建大连市委 主任委员") for key in (ONE, TWO)]
    assert len(persons(resolve(chairs, SEEDS), "王健")) == 1


@pytest.mark.parametrize("org", ["市政府", "公司", "该集团", "我市"])
def test_a_body_that_means_another_elsewhere_merges_no_one(org: str) -> None:
    pair = [article(ONE, f"王健建 {org} 主任"), article(TWO, f"王健建 {org} 主任")]
    assert len(persons(resolve(pair, SEEDS), "王健建")) == 2


def test_two_districts_of_one_name_are_two_bodies() -> None:
    nanjing = article(ONE, "王建国 鼓楼区委 书记", "张三丰 南京市委 书记")
    fuzhou = article(TWO, "王建国 鼓楼区委 书记", "李四光 福州市委 书记")
    assert len(persons(resolve([nanjing, fuzhou], SEEDS), "王建国")) == 2
    nanjing_again = article(THREE, "王建国 南京市鼓楼区委 书记")
    result = resolve([nanjing, fuzhou, nanjing_again], SEEDS)
    assert result.persons[ONE, "王建国"] == result.persons[THREE, "王建国"]
    assert result.persons[ONE, "王建国"] != result.persons[TWO, "王建国"]
    undecided = [article(ONE, "王建国 鼓楼区委 书记"), article(TWO, "王建国 鼓楼区委 书记")]
    assert len(persons(resolve(undecided, SEEDS), "王建国")) == 2


def test_ways_to_write_one_body_are_one_body() -> None:
    pair = [article(ONE, "陈绍旺 大连市政府 市长"), article(TWO, "陈绍旺 大连市人民政府 市长")]
    assert len(persons(resolve(pair, SEEDS), "陈绍旺")) == 1
    renamed = [article(ONE, "李新华 襄樊市委 书记"), article(TWO, "李新华 襄阳市委 书记")]
    assert len(persons(resolve(renamed, SEEDS), "李新华")) == 1


def test_years_too_far_apart_merge_no_one_unless_the_post_is_former() -> None:
    post = "王建国 大连市政府 市长"

    def count(year: int, former: bool = False) -> int:
        pair = [article(ONE, post, year=2003), article(TWO, post, year=year, former=former)]
        return len(persons(resolve(pair, SEEDS), "王建国"))

    assert (count(2013), count(2014), count(2022)) == (1, 2, 2)
    assert count(2022, former=True) == 1


def test_an_unknown_year_needs_a_longer_name_or_a_second_post() -> None:
    def count(name: str, *posts: str) -> int:
        texts = [f"{name} {post}" for post in posts]
        return len(persons(resolve([article(ONE, *texts), article(TWO, *texts, year=None)], SEEDS), name))

    assert count("王健", "大连市委 书记") == 2
    assert count("王建国", "大连市委 书记") == 1
    assert count("王健", "大连市委 书记", "大连市人大常委会 主任") == 1


def test_an_undated_mention_between_two_far_ones_joins_neither() -> None:
    far = [article(ONE, "王建国 大连市委 书记", year=1995), article(TWO, "王建国 大连市委 书记", year=2020)]
    result = resolve([*far, article(THREE, "王建国 大连市委 书记", year=None)], SEEDS)
    assert len(persons(result, "王建国")) == 3


def test_appointments_count_as_posts_and_press_credits_as_nobody() -> None:
    elected = AppointmentFact(person="陈绍旺", org="大连市政府", title="市长", action="elected")
    reporter = CreditFact(agent="王华", role="reporter")
    act = Facts(id="a", hash=ONE, published="2022-01-01", credits=(reporter,), appointments=(elected,))
    result = resolve([act, article(TWO, "陈绍旺 大连市政府 市长")], SEEDS)
    assert len(persons(result, "陈绍旺")) == 1
    assert persons(result, "王华") == set()


def test_agents_are_persons_only_when_nothing_else() -> None:
    agents = ("单田芳", "大连市", "市商务局", "公安局", "辽港集团", "大连商品交易所", "阿里·哈桑")
    facts = Facts(
        id="a", hash=ONE, orgs=("辽港集团",), places=("大连市",),
        events=(EventFact(key="e1", name="签约仪式", type="signing"),),
        participation=tuple(ParticipationFact(event="e1", agent=agent, role="attended") for agent in agents),
        agreements=(AgreementFact(title="框架协议", parties=("大连商品交易所",)),),
    )  # fmt: skip
    assert {name for _, name in resolve([facts], SEEDS).persons} == {"单田芳", "阿里·哈桑"}


def test_decisions_rule() -> None:
    strangers = [article(ONE, "王健 大连市委 书记"), article(TWO, "王健 青岛市委 书记")]
    said = resolve(strangers, SEEDS, [decision("same", ONE, TWO)])
    assert len(persons(said, "王健")) == 1
    assert said.merges[0].reason == "decided by editor on 2026-01-02: same birth year"
    twins = [article(ONE, "王健 大连市委 书记"), article(TWO, "王健 大连市委 书记")]
    assert len(persons(resolve(twins, SEEDS), "王健")) == 1
    apart = resolve(twins, SEEDS, [decision("different", ONE, TWO)])
    assert len(persons(apart, "王健")) == 2
    assert apart.candidates == ()
    unsure = resolve(twins, SEEDS, [decision("unsure", ONE, TWO)])
    assert len(persons(unsure, "王健")) == 2
    assert len(unsure.candidates) == 1
    other_name = resolve(strangers, SEEDS, [decision("same", ONE, TWO, name="李强")])
    assert len(persons(other_name, "王健")) == 2


def test_a_post_that_two_namesakes_held_merges_no_third() -> None:
    three = [article(key, "王健 大连市委 书记") for key in (ONE, TWO, THREE)]
    result = resolve(three, SEEDS, [decision("different", ONE, TWO)])
    assert len(persons(result, "王健")) == 3
    assert len(result.candidates) == 2


def test_taking_a_decision_back_takes_its_merge_back() -> None:
    strangers = [article(ONE, "王健 大连市委 书记"), article(TWO, "王健 青岛市委 书记")]
    before = resolve(strangers, SEEDS)
    resolve(strangers, SEEDS, [decision("same", ONE, TWO)])
    assert resolve(strangers, SEEDS) == before


def test_contradicting_decisions_are_an_error() -> None:
    three = [article(key, "王健 大连市委 书记") for key in (ONE, TWO, THREE)]
    told = [decision("same", ONE, TWO), decision("same", TWO, THREE), decision("different", ONE, THREE)]
    with pytest.raises(TableError, match=r"decisions\.jsonl:9: says different of 王健"):
        resolve(three, SEEDS, told)


def test_the_order_of_articles_and_decisions_changes_nothing() -> None:
    bodies, years = ("大连市委", "青岛市委", "市政府"), (2001, 2010, 2022, None)
    told = itertools.product(bodies, ("书记", "副书记"), years)
    articles = [
        article(f"{n:016x}", f"王健 {org} {title}", year=year) for n, (org, title, year) in enumerate(told)
    ]
    decisions = [decision("same", "0" * 16, f"{9:016x}"), decision("different", f"{1:016x}", f"{2:016x}")]
    expected = resolve(articles, SEEDS, decisions)
    assert expected.merges and expected.candidates
    shuffle = random.Random(7)
    for _ in range(20):
        shuffle.shuffle(articles)
        shuffle.shuffle(decisions)
        result = resolve(articles, SEEDS, decisions)
        assert result == expected
        assert list(result.persons) == list(expected.persons)


def test_one_article_read_twice_is_one() -> None:
    once = article(ONE, "王健 大连市委 书记")
    assert resolve([once, once], SEEDS) == resolve([once], SEEDS)


def test_the_smallest_key_is_the_persons() -> None:
    many = [article(f"{n:016x}", "胡玉亭 大连市委 书记") for n in range(30)]
    result = resolve(many, SEEDS)
    alone = {next(iter(persons(resolve([one], SEEDS), "胡玉亭"))) for one in many}
    assert persons(result, "胡玉亭") == {min(alone)}
    assert {m.merged for m in result.merges} == alone - {min(alone)}


def test_a_large_block_has_candidates_in_line_with_its_persons() -> None:
    many = [article(f"{n:016x}", "王健 市政府 科长") for n in range(100)]
    result = resolve(many, SEEDS)
    assert len(persons(result, "王健")) == 100
    assert len(result.candidates) == 99


def test_facts_without_a_hash_are_refused() -> None:
    with pytest.raises(FactsError, match="draft: has no hash"):
        resolve([Facts(id="draft")], SEEDS)


GOOD = ('{"decision": "same", "name": "王健", "articles": ["1111111111111111", "2222222222222222"], '
        '"date": "2026-01-02", "by": "editor", "reason": "same birth year"}')


def test_decisions_are_read_with_comments(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    assert read_decisions(path) == ()
    path.write_text(f"# who is who\n\n{GOOD}\n", encoding="utf-8")
    (read,) = read_decisions(path)
    assert (read.verdict, read.name, read.articles) == ("same", "王健", (ONE, TWO))
    assert read.place == f"{path}:3"
    assert read_decisions(SEEDS.folder / "decisions.jsonl") == ()


@pytest.mark.parametrize(("line", "problem"), [
    ("{", "not JSON"),
    ("[]", "a decision must be an object"),
    (GOOD.replace('"by": "editor", ', ""), "missing key 'by'"),
    (GOOD.replace('"by"', '"who"'), "key"),
    (GOOD.replace("same\"", "equal\"", 1), "decision 'equal' is not one of same, different, unsure"),
    (GOOD.replace("2222222222222222", "1111111111111111"), "articles must name two or more, each once"),
    (GOOD.replace("2222222222222222", "s01"), "articles must be a list of article hashes"),
    (GOOD.replace("2026-01-02", "yesterday"), "date must be YYYY-MM-DD"),
    (GOOD.replace('"王健"', "7"), "name must be a text"),
])  # fmt: skip
def test_a_broken_decision_names_its_line(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(f"{GOOD}\n{line}\n", encoding="utf-8")
    with pytest.raises(TableError) as caught:
        read_decisions(path)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert problem in str(caught.value)


def test_a_post_that_several_hold_at_once_joins_nobody() -> None:
    def count(post: str) -> int:
        text = f"刘晨 {post}"
        return len(persons(resolve([article(ONE, text), article(TWO, text)], SEEDS), "刘晨"))

    assert count("松原市委 副书记") == 2
    assert count("松原市委 常委") == 2
    assert count("松原市委 书记") == 1


def test_names_one_by_one_give_what_all_articles_give() -> None:
    """An engine groups by name: each block alone, in any order, is what one pass gives."""
    articles = [
        article(ONE, "王健 大连市委 书记", "李强 营口市委 书记", year=2019),
        article(TWO, "王健 大连市委 书记", "李强 无锡市委 书记", year=2020),
        article(THREE, "王健 沈阳市委 书记", year=2020),
    ]
    whole = resolve(articles, SEEDS)
    blocks: dict[str, list[PersonMention]] = {}
    for facts in reversed(articles):
        assert facts.hash
        for mention in person_mentions(facts, facts.hash, places_of(facts, SEEDS)[0], SEEDS):
            blocks.setdefault(mention.name, []).append(mention)
    made = [resolve_block(block, (), SEEDS.surname_frequency[name[0]]) for name, block in blocks.items()]
    assert {key: person for block in made for key, person in block.persons.items()} == whole.persons
    assert {merge for block in made for merge in block.merges} == set(whole.merges)
    assert {pair for block in made for pair in block.candidates} == set(whole.candidates)
