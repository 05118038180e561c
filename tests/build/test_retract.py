"""A retracted article: its facts go, those that another article states stay, and the bytes are those of a
build that never saw it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kg
from kg.build import read_kept, rebuild
from kg.resolve import RETRACTED, Decision, read_decisions

TEXTS = {
    "a": "2022年5月4日，抚顺市市长高键出席项目建设推进会议。",
    "b": "2022年5月4日，抚顺市市长高键、抚顺市委书记来鹤出席项目建设推进会议。",
    "c": "2023年7月8日，大连市市长陈绍旺会见高键。大连市与抚顺市签署《战略合作协议》。",
    "d": "2023年7月9日，本溪市市长吴澜会见王健。王健说，前景很好。",
    "e": "2023年8月1日，抚顺市市长王健主持召开座谈会。",
}
BY_HAND = (
    '{"id": "hand", "published": "2022-05-04", '
    '"posts": [{"person": "高键", "org": "抚顺市政府", "title": "市长"}]}'
)


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("retract") / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "hand.jsonl").write_text(BY_HAND, encoding="utf-8")
    (folder / "broken.json").write_text("{", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(sources):
    folder = sources.parent / "exports"
    kg.build([sources]).write(folder)
    return folder


def retracted(*keys: str) -> Decision:
    return Decision(verdict=RETRACTED, name="x", articles=keys, date="2026-01-02", by="x", reason="x",
                    place="decisions.jsonl:1")  # fmt: skip


def files_of(folder: Path) -> dict[str, bytes]:
    found = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    return {**found, "kept": (folder / ".cache" / "sources.jsonl.gz").read_bytes()}


@pytest.mark.parametrize("gone", [*TEXTS, "hand", "ab", "ace"])
def test_the_bytes_are_those_of_a_build_without_it(tmp_path, sources, whole, gone):
    names = [gone] if gone == "hand" else list(gone)
    kept = read_kept(whole)
    rebuild(kept, [retracted(*(kept.key_of(name) for name in names))]).write(tmp_path / "after")
    shutil.copytree(sources, tmp_path / "articles")
    for name in names:
        (tmp_path / "articles" / f"{name}{'.jsonl' if name == 'hand' else '.txt'}").unlink()
    # The place of a failure, and of an article, is where its file lies.
    shutil.move(sources, sources.with_name("aside"))
    try:
        shutil.move(tmp_path / "articles", sources)
        kg.build([sources]).write(tmp_path / "without")
    finally:
        shutil.rmtree(sources, ignore_errors=True)
        shutil.move(sources.with_name("aside"), sources)
    after, without = files_of(tmp_path / "after"), files_of(tmp_path / "without")
    assert {name for name in without if after[name] != without[name]} == set()
    assert after.keys() == without.keys()
    assert after["graph.ttl"] != files_of(whole)["graph.ttl"]


def said(built: kg.Build, words: str) -> set[str]:
    """The graphs that hold a statement with the words."""
    return {line.split()[-2].rpartition("/")[2].rstrip(">") for line in built.lines if words in line}


def test_a_fact_that_another_article_states_stays(whole):
    kept = read_kept(whole)
    before, key = rebuild(kept, []), kept.key_of("a")
    after = rebuild(kept, [retracted(key)])
    assert said(before, '"抚顺市市长"') == {key, *(kept.key_of(name) for name in ("b", "e", "hand"))}
    assert said(after, '"抚顺市市长"') == said(before, '"抚顺市市长"') - {key}
    assert not any(key in line for line in after.lines)
    # What only one article said has gone with it, whatever graph it was in.
    assert '"战略合作协议"' in "\n".join(after.lines)
    without_c = "\n".join(rebuild(kept, [retracted(kept.key_of("c"))]).lines)
    assert "战略合作协议" not in without_c
    assert "陈绍旺" not in without_c


def test_a_build_leaves_out_what_is_retracted(tmp_path, sources):
    key = kg.read_one(sources / "a.txt").hash
    path = tmp_path / "decisions.jsonl"
    path.write_text(
        f'{{"decision": "retracted", "name": "a", "articles": ["{key}"], "date": "2026-01-02", "by": "x", '
        '"reason": "the paper took it back"}\n'
    )
    assert read_decisions(path)[0].articles == (key,)
    built = kg.build([sources], decisions=path)
    assert [facts.id for facts in built.facts] == ["b", "c", "d", "e", "hand"]
    assert kg.build([sources], decisions=tmp_path / "none.jsonl").facts[0].id == "a"


def test_the_last_article_cannot_be_retracted(whole):
    kept = read_kept(whole)
    keys = [kept.key_of(facts.id) for facts in kept.facts]
    with pytest.raises(kg.KgError, match="broken"):  # the failure of the sources is what is left
        rebuild(kept, [retracted(*keys)])


def test_an_article_is_found_by_id_and_by_hash(whole):
    kept = read_kept(whole)
    key = kept.key_of("a")
    assert kept.key_of(key) == key
    with pytest.raises(kg.KgError, match="is no article of this build"):
        kept.key_of("z")


def test_a_folder_without_what_it_was_made_from(tmp_path, whole):
    with pytest.raises(kg.KgError, match="does not hold what it was made from"):
        read_kept(tmp_path)
    shutil.copytree(whole, tmp_path / "exports")
    (tmp_path / "exports" / ".cache" / "sources.jsonl.gz").write_bytes(b"\x1f\x8bcut")
    with pytest.raises(kg.KgError, match="does not hold what it was made from"):
        read_kept(tmp_path / "exports")
