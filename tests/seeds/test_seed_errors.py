"""A broken table is one clear line that names file and row."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import TableError
from kg.seeds import load_seeds, read_table

PLACES = "code,name,short,abbr,level,parent,lat,lon,geonames,en,valid_from\n"
CHANGES = "year,kind,old_code,old_name,new_code,new_name\n"
COUNTRIES = "code,name,full,abbr,en,capital,capital_en,lat,lon,geonames\n"
LIAONING = "210000,辽宁省,辽宁,辽,province,,41.7922,123.4328,2036115,Liaoning,\n"
DALIAN = "210200,大连市,大连,连,prefecture,210000,38.9122,121.6022,1814068,Dalian,\n"


def folder_with(tmp_path: Path, **tables: str) -> Path:
    (tmp_path / "places.csv").write_text(PLACES + LIAONING + DALIAN, encoding="utf-8")
    (tmp_path / "place_changes.csv").write_text(CHANGES, encoding="utf-8")
    (tmp_path / "place_aliases.csv").write_text("name,code,full\n", encoding="utf-8")
    (tmp_path / "countries.csv").write_text(COUNTRIES, encoding="utf-8")
    (tmp_path / "external_ids.csv").write_text("name,org,title,id,by,date\n", encoding="utf-8")
    (tmp_path / "organization_changes.csv").write_text("old,new,year\n", encoding="utf-8")
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_whole_small_folder_loads(tmp_path: Path) -> None:
    seeds = load_seeds(folder_with(tmp_path))
    assert [p.name for p in seeds.places.by_name("大连")] == ["大连市"]
    assert load_seeds(tmp_path) is seeds


@pytest.mark.parametrize(("row", "problem"), [
    ("210200,大连市,大连,连,prefecture,210000,38.9122,121.6022,1814068,Dalian", "has 10 fields, not 11"),
    ("21020,大连市,大连,连,prefecture,210000,,,,,", "code '21020' is not six digits"),
    ("210200,大连市,大连,连,province,210000,,,,,", "level 'province' does not fit code 210200"),
    ("210200,大连市,大连,连,prefecture,990000,,,,,", "unknown parent '990000'"),
    ("210200,大连市,大连,连,prefecture,,,,,,", "unknown parent ''"),
    ("210000,辽宁省,辽宁,辽,province,,,,,,", "code 210000 stands twice"),
    ("210200,大连市,大连,连,prefecture,210000,north,121.6022,,,", "point ('north', '121.6022')"),
    ("210200,大连市,大连,连,prefecture,210000,38.9122,,,,", "point ('38.9122', '')"),
    ("210200,大连市,大连,连,prefecture,210000,,,many,,", "geonames 'many' is not a number"),
    ("210200,,大连,连,prefecture,210000,,,,,", "name or short is empty"),
    ("210200,大连市,大连,连,prefecture,210000,,,,,last year", "valid_from 'last year'"),
    ('210200,"大连市,大连,连,prefecture,210000,,,,,', "broken quotes"),
])  # fmt: skip
def test_a_broken_place_names_its_line(tmp_path: Path, row: str, problem: str) -> None:
    folder = folder_with(tmp_path, places=PLACES + LIAONING + row + "\n")
    with pytest.raises(TableError) as caught:
        load_seeds(folder).places  # noqa: B018
    assert str(caught.value).startswith(f"{folder / 'places.csv'}:3: ")
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("table", "text", "problem"), [
    ("place_changes", "2015,撤市设区,210282,普兰店市,210214,普兰店区", "210214 普兰店区 is not in"),
    ("place_changes", "15,撤市设区,210282,普兰店市,210200,大连市", "year '15'"),
    ("place_aliases", "连市,210200,大连", "210200 大连 is not in places.csv"),
    ("external_ids", "王健,大连市委,书记,Q1,editor,2026-01-02", "id 'Q1' is no http(s) IRI"),
    ("external_ids", "王健,大连市委,,https://id.example/1,editor,2026-01-02", "or a field is empty"),
    ("organization_changes", "甲部,乙部,18", "year '18' is not a year"),
    ("organization_changes", "甲部,甲部,2018", "or a name is missing"),
    ("countries", "FRA,法国,法兰西共和国,法,France,巴黎,Paris,,,", "code 'FRA'"),
    ("countries", "FR,法国,,法,France,巴黎,Paris,,,", "lacks name, full or en"),
])  # fmt: skip
def test_other_tables_are_as_strict(tmp_path: Path, table: str, text: str, problem: str) -> None:
    header = (folder_with(tmp_path) / f"{table}.csv").read_text(encoding="utf-8")
    folder_with(tmp_path, **{table: header + text + "\n"})
    with pytest.raises(TableError, match=f"{table}.csv:2: ") as caught:
        seeds = load_seeds(tmp_path)
        _ = (seeds.places, seeds.external_ids, seeds.organization_changes)
    assert problem in str(caught.value)


@pytest.mark.parametrize(("row", "problem"), [
    ("单,Shan4,common,9", "'Shan4' is not pinyin"),
    ("单,Shàn,frequent,9", "class 'frequent'"),
    ("shan,Shàn,common,9", "is no surname"),
    ("单,Shàn,common,9.5", "per_million '9.5' is no count"),
])  # fmt: skip
def test_a_broken_surname(tmp_path: Path, row: str, problem: str) -> None:
    header = "surname,pinyin,class,per_million"
    folder = folder_with(tmp_path, surnames=f"{header}\n王,Wáng,common,\n{row}\n")
    with pytest.raises(TableError, match=r"surnames\.csv:3: ") as caught:
        load_seeds(folder).surnames  # noqa: B018
    assert problem in str(caught.value)


def test_a_missing_or_foreign_table(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="cannot be read"):
        read_table(tmp_path / "places.csv", ("code",))
    (tmp_path / "gbk.csv").write_bytes("code\n大连".encode("gbk"))
    with pytest.raises(TableError, match="is not UTF-8"):
        read_table(tmp_path / "gbk.csv", ("code",))
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"other\.csv:1: wrong header; write code"):
        read_table(tmp_path / "other.csv", ("code",))


def test_a_byte_order_mark_and_quotes_are_read(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('\ufeffa,b\n"x,y",z\n', encoding="utf-8")
    assert read_table(tmp_path / "t.csv", ("a", "b")) == [{"a": "x,y", "b": "z"}]
