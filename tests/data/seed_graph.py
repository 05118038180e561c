"""The graph of the seed article from its hand-made facts, or from an altered copy of them."""

from pathlib import Path

from kg.graph import article_graphs
from kg.model import Article, Resolution, from_json
from kg.seeds import load_seeds

HERE = Path(__file__).parent


def seed_lines(replace=None):
    """N-Quads lines of the seed; `replace` maps old to new words of one length, in facts and text alike."""
    facts = (HERE / "s01.facts.jsonl").read_text(encoding="utf-8")
    text = (HERE / "s01.canonical.txt").read_text(encoding="utf-8")
    for old, new in (replace or {}).items():
        assert len(old) == len(new) and old in facts
        facts, text = facts.replace(old, new), text.replace(old, new)
    article = Article(id="s01", text=text, raw=text, offsets=range(len(text) + 1))
    facts = facts.replace('"hash":"12b5d1f6b0b0eca7"', f'"hash":"{article.hash}"')
    graphs = article_graphs(
        from_json(facts.splitlines()[0], "s01"),
        article,
        Resolution(persons={}, places={}),
        load_seeds(),
        base="https://kg.example/",
    )
    return sorted({*graphs.article, *graphs.derived, *graphs.reference})
