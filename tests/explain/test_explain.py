"""Facts drawn onto the text: brackets, rules, and nothing lost."""

from dataclasses import replace

import pytest

from kg.explain import explain
from kg.extract import extract
from kg.read import read_one

TEXT = "泸州市召开会议\n3月8日，泸州市市长先冬梅主持会议。\n无关的一行。\n会议通过《防汛预案》。\n"


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    path = tmp_path_factory.mktemp("explain") / "drawn.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read_one(path)


@pytest.fixture(scope="module")
def page(article):
    return explain(article, extract(article)).split("\n")


def test_the_words_of_facts_stand_in_brackets(page):
    assert any("[泸州市市长先冬梅][主持]" in line for line in page)
    assert "无关的一行。" in page


def test_each_fact_stands_under_its_line_with_its_rule(page):
    row = next(number for number, line in enumerate(page) if "先冬梅" in line and not line.startswith(" "))
    told = [line.split("    ") for line in page[row + 1 : row + 4] if line.startswith("    ")]
    assert ["", "post 先冬梅 | 泸州市政府 | 市长"] in [parts[:2] for parts in told]
    post = next(parts for parts in told if parts[1].startswith("post"))
    assert post[2].split()[0] == "title"
    assert 0 < float(post[2].split()[1]) <= 1
    assert "“先冬梅”" in post[3]


def test_without_brackets_and_facts_it_is_the_text(article):
    facts = extract(article)
    kept = [line for line in explain(article, facts).split("\n") if not line.startswith("    ")]
    assert "\n".join(kept).replace("[", "").replace("]", "") == article.text


def test_a_fact_without_words_is_not_lost(article):
    facts = extract(article)
    bare = replace(facts, posts=tuple(replace(post, evidence=(), rule=None) for post in facts.posts))
    last = explain(article, bare).rstrip().split("\n")[-1]
    assert "post 先冬梅 | 泸州市政府 | 市长    stated" in last
