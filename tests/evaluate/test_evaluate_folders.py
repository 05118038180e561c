"""From two folders to scores, with real files and a real, tiny extractor."""

import re
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from kg.errors import FactsError, KgError
from kg.evaluate import evaluate, extract_for, load_gold
from kg.model import Article, Facts, PostFact, Span


def mayors(article: Article) -> Facts:
    """Knows one form: 某市市长甲乙."""
    posts = tuple(
        PostFact(person=m[2], org=f"{m[1]}政府", title="市长", evidence=(Span(*m.span()),))
        for m in re.finditer(r"(.{2}市)市长(.{2})", article.text)
    )
    return Facts(id=article.id, hash=article.hash, published=article.published, posts=posts)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    gold, articles = tmp_path / "gold", tmp_path / "articles"
    gold.mkdir()
    articles.mkdir()
    for name, person in (("a1", "王一"), ("a2", "李二")):
        row = {"person": person, "org": ["东海市政府"], "title": ["市长"]}
        data = {"id": name, "published": "2020-01-02", "posts": [row]}
        (gold / f"{name}.json").write_bytes(orjson.dumps(data))
    (articles / "a1.txt").write_text("东海市市长王一出席。", encoding="utf-8")
    (articles / "a2.txt").write_text("東海市市長王一出席。", encoding="utf-8")
    (articles / "a3.txt").write_text("没有标注的文章。", encoding="utf-8")
    return gold, articles


def test_scores_of_two_folders(folders: tuple[Path, Path]) -> None:
    posts = evaluate(*folders, mayors).strict["posts"]
    assert (posts.tp, posts.fp, posts.fn) == (1, 1, 1)


def test_ids_and_publication_reach_the_extractor(folders: tuple[Path, Path]) -> None:
    facts = extract_for(load_gold(folders[0]), folders[1], mayors)
    assert list(facts) == ["a1", "a2"]
    assert [f.id for f in facts.values()] == ["a1", "a2"]
    assert {f.published for f in facts.values()} == {"2020-01-02"}


def test_the_text_says_when_it_was_published(folders: tuple[Path, Path]) -> None:
    (folders[1] / "a1.txt").write_text("标题\n发布时间：2021-03-04\n东海市市长王一出席。", encoding="utf-8")
    assert extract_for(load_gold(folders[0]), folders[1], mayors)["a1"].published == "2021-03-04"


def test_a_missing_article_is_named(folders: tuple[Path, Path]) -> None:
    (folders[1] / "a2.txt").unlink()
    with pytest.raises(FactsError, match="no article for the gold of a2") as caught:
        evaluate(*folders, mayors)
    assert "\n" not in str(caught.value)


def test_two_files_of_one_stem(folders: tuple[Path, Path]) -> None:
    (folders[1] / "a2.html").write_text("<p>东海市市长王一出席。</p>", encoding="utf-8")
    with pytest.raises(FactsError, match=r"same id as a2\.html"):
        evaluate(*folders, mayors)


def test_a_folder_that_is_none(folders: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(KgError, match="is not a folder"):
        evaluate(folders[0], tmp_path / "nowhere", mayors)


def test_scoring_needs_no_command_line() -> None:
    code = "import sys, kg.evaluate; print('click' in sys.modules, 'rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
