"""For any text: no exception, spans that slice to their words, no fact without evidence, the same bytes."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.extract.lexicon import load_lexicon
from kg.model import Article, Fact, Facts, Mention, Span, to_json
from kg.read import canonical

GOLD = Path(__file__).parents[1] / "gold"
ARTICLES = [path.read_text("utf-8") for folder in ("shared", "own/tuning")
            for path in sorted((GOLD / folder / "articles").glob("*.txt"))]
FACTS = ("posts", "events", "participation", "agreements", "documents", "appointments", "groups", "measures",
         "represented", "aliases", "credits")
WORDS = ["\n", "\u3000", *re.split(r"\s", """市委 书记 副市长 省政府 我市 我校 沿海六市 两省 双方 大连 吉林
大学 集团 有限公司 会议 签约仪式 出席 主持 签署 并讲话 会见 陪同 考察 任命 免去 当选 不再担任 将于 未出席
分别 与 和 、 ， 。 ； ： 《 》 “ ” ( ) · 王健 欧阳萍 乌拉孜别克·热苏力汗 2月25日 同年 昨天 一是 首先 记者
摄 原 时任 合作协议 行动方案 等 一行 有关负责人 法国 总理 会""")]

pieces = st.builds(lambda text, start, length: text[start % len(text) :][:length],
                   st.sampled_from(ARTICLES), st.integers(0, 10_000), st.integers(0, 400))
phrases = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A piece of an article in which words are cut out, doubled, or put in."""
    text = draw(pieces)
    for _ in range(draw(st.integers(1, 6))):
        at, length = draw(st.integers(0, 400)), draw(st.integers(0, 4))
        put = draw(st.sampled_from(["", *WORDS, text[at : at + length] * 2]))
        text = text[:at] + put + text[at + length :]
    return text


joined = st.tuples(pieces, phrases, pieces).map("".join)
texts = st.one_of(pieces, phrases, mutated(), joined, st.text(max_size=80))


def article(raw: str, published: str | None = None) -> Article:
    text, offsets = canonical(raw)
    return Article(id="any", text=text, raw=raw, offsets=offsets, published=published)


def every_fact(facts: Facts) -> Iterator[tuple[str, Fact]]:
    for kind in FACTS:
        for fact in getattr(facts, kind):
            yield kind, fact


def inside(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text) and bool(text[span.start : span.end].strip())


def short_form(words: str, name: str) -> bool:
    """The characters of `words` stand in `name` in order."""
    position = 0
    for char in words:
        position = name.find(char, position) + 1
        if not position:
            return False
    return True


def names(mention: Mention, words: str) -> bool:
    """The words are the name, a short form of it, or what the tables say; their place may have changed."""
    plain, name = (re.sub(r"[\s“”‘’·•・]", "", text) for text in (words, mention.name))
    if mention.kind == "person":
        return name.endswith(plain)
    plain = re.sub("第?[一二三四五六七八九十]+届", "", plain)  # the term of a body is no part of its name
    lexicon = load_lexicon()
    if mention.name in (lexicon.national.get(words), lexicon.places.get(words)):
        return True
    for country in lexicon.seeds.countries.values():
        plain = plain.replace(country.full, country.name)
    return short_form(_without_places(plain, lexicon.places), name)


def _without_places(words: str, places: Mapping[str, str]) -> str:
    """市委 of 我市市委, 大连市委: which place it is was completed or corrected from the text around."""
    while words:
        lead = re.match(r"(?:中共|我|本|全|该|学?校|学?院|[省市县区])+", words)
        size = lead.end() if lead else max((n for n in range(2, 15) if words[:n] in places), default=0)
        if not size:
            break
        words = words[size:]
    return words


def check(raw: str, published: str | None = None) -> None:
    source = article(raw, published)
    facts = extract(source)
    for kind, fact in every_fact(facts):
        assert fact.evidence, (kind, fact)
        assert all(inside(span, source.text) for span in fact.evidence), (kind, fact)
    for mention in facts.mentions:
        assert inside(mention.span, source.text), mention
        assert names(mention, source.quote(mention.span)), (mention, source.quote(mention.span))
    assert to_json(extract(source)) == to_json(facts)


@pytest.mark.parametrize("raw", ARTICLES, ids=range(len(ARTICLES)))
def test_gold_articles(raw: str) -> None:
    check(raw)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(raw=texts, published=st.sampled_from([None, "2022-02-25"]))
def test_any_text(raw: str, published: str | None) -> None:
    check(raw, published)
