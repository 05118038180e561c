"""Drawn dates: ⟦words⟧ in a sentence are the mentions, with what they mean and why."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.dates import DateMention, find_dates

FRIDAY = "2022-02-25"
VALUE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?|--\d\d-\d\d")


def drawn(drawing: str, published: str | None) -> list[DateMention]:
    """The mentions of an undrawn text; they must be exactly the drawn ones."""
    text = re.sub("[⟦⟧]", "", drawing)
    mentions = list(find_dates(text, published))
    assert [text[m.span.start : m.span.end] for m in mentions] == re.findall("⟦([^⟧]*)⟧", drawing)
    return mentions


# The 25 expressions that libraries were compared on, read on Friday 2022-02-25.
EXPRESSIONS = [
    ("⟦2月25日⟧", "2022-02-25", None),
    ("⟦二〇二二年二月⟧", "2022-02", None),
    ("⟦去年⟧", "2021", None),
    ("⟦21日⟧", "2022-02-21", None),
    ("⟦8月16日至18日⟧", "2021-08-16", "2021-08-18"),
    ("⟦昨天下午⟧", "2022-02-24", None),
    ("⟦今年⟧", "2022", None),
    ("⟦2022年⟧", "2022", None),
    ("自⟦2009年⟧", "2009", None),
    ("⟦上月⟧", "2022-01", None),
    ("⟦前天⟧", "2022-02-23", None),
    ("⟦2021年12月31日⟧", "2021-12-31", None),
    ("⟦二十一日上午⟧", "2022-02-21", None),
    ("⟦2月25日至26日⟧", "2022-02-25", "2022-02-26"),
    ("⟦上周五⟧", "2022-02-18", None),
    ("⟦“十四五”时期⟧", "2021", "2025"),
    ("⟦近日⟧", None, None),
    ("⟦2022年2月25日9时30分⟧", "2022-02-25", None),
    ("⟦2月25日（星期五）⟧", "2022-02-25", None),
    ("⟦年初⟧", "2022", None),
    ("⟦今年一季度⟧", "2022-01", "2022-03"),
    ("⟦8月16日—18日⟧", "2021-08-16", "2021-08-18"),
    ("⟦2022-02-25⟧", "2022-02-25", None),
    ("⟦明年3月⟧", "2023-03", None),
    ("⟦12月底⟧", "2021-12", None),
]


@pytest.mark.parametrize(("drawing", "value", "end"), EXPRESSIONS)
def test_expression(drawing: str, value: str | None, end: str | None) -> None:
    (mention,) = drawn(drawing, FRIDAY)
    assert (mention.value, mention.end) == (value, end)


@pytest.mark.parametrize(
    ("drawing", "published", "expected"),
    [
        # A year that nothing decides stays out.
        ("⟦2月25日⟧，推进会议召开。", None, ["--02-25"]),
        ("⟦7月⟧以来已有多地调整。", None, [None]),
        ("⟦今晚⟧举行招待会，⟦去年7月⟧开幕。", None, [None, None]),
        # Ranges, also damaged ones.
        ("⟦5月30至31日⟧，代表团考察。", None, [("--05-30", "--05-31")]),
        ("⟦8月16、17日⟧举行。", None, [("--08-16", "--08-17")]),
        ("⟦12月30日至1月2日⟧", "2022-01-05", [("2021-12-30", "2022-01-02")]),
        ("⟦2003年到2005年⟧间互办文化年", None, [("2003", "2005")]),
        ("⟦2022—2025年⟧行动计划", None, [("2022", "2025")]),
        # Years from an earlier date of the same sentence or by 同年 and 当年.
        ("⟦2010年⟧下派，⟦当年10月⟧任副书记；⟦2016年6月⟧升任，⟦同年10月⟧任部长。", None,
         ["2010", "2010-10", "2016-06", "2016-10"]),
        ("协议⟦2020年3月1日⟧签署，⟦5月8日⟧生效。", None, ["2020-03-01", "2020-05-08"]),
        ("协议⟦2020年3月1日⟧签署。⟦5月8日⟧，会议召开。", None, ["2020-03-01", "--05-08"]),
        # A day within a month of one told before is of its year.
        ("代表团⟦2024年3月4日⟧考察。⟦3月6日⟧，会议召开。", None, ["2024-03-04", "2024-03-06"]),
        ("某某，⟦1963年8月⟧出生，⟦10月5日⟧获任。", None, ["1963-08", "--10-05"]),
        ("会见于⟦8月20日⟧举行。⟦同日⟧签约，⟦次日⟧离开。", None, ["--08-20", "--08-20", "--08-21"]),
        # The dateline and the publication date.
        ("某某社哈尔滨⟦八月十日⟧电(记者甲)峰会⟦十日⟧举行。", None, ["--08-10", "--08-10"]),
        ("某某社⟦1月7日⟧电 ⟦2020年1月6日至7日⟧访问，⟦6日⟧会见。", None,
         ["2020-01-07", ("2020-01-06", "2020-01-07"), "2020-01-06"]),
        ("⟦昨日上午⟧，市长会见来宾。", "2014-04-18", ["2014-04-17"]),
        ("⟦30日⟧，会议召开。", "2021-05-02", ["2021-04-30"]),
        ("⟦3月5日⟧，座谈会召开。", "2022-03-03", ["2022-03-05"]),
        ("会议将于⟦1月5日⟧召开。", "2021-12-20", ["2022-01-05"]),
        ("⟦24年07月29日⟧", None, ["2024-07-29"]),
        ("⟦二00四年⟧在某市举行", None, ["2004"]),
        ("⟦2月30日⟧", FRIDAY, [None]),
        # A lost 月 is believed only beside a publication date.
        ("⟦124日⟧，四市领导会商。", "2019-12-05", ["2019-12-04"]),
        ("124日，四市领导会商。", "2019-06-05", []),
        ("124日，四市领导会商。", None, []),
        # A headline over several lines.
        ("⟦2023年⟧\n一体化发展\n联席会议\n⟦5月12日⟧在某市召开", None, ["2023", "2023-05-12"]),
        ("《⟦2023年⟧工作要点》。⟦5月12日⟧在某市召开", None, ["2023", "--05-12"]),
    ],
)
def test_context(drawing: str, published: str | None, expected: list[object]) -> None:
    found = [m.value if m.end is None else (m.value, m.end) for m in drawn(drawing, published)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    ["光明日报记者", "今日头条", "15日内答复", "为期3天", "3个月", "同年级学生", "第二十届", "5号线开通",
     "一日之计", "三月三歌会", "1.5亿元", "110多年", "精神文明年度", "农历九月初九", "上周期末", "日内瓦"],
)
def test_no_date(text: str) -> None:
    assert find_dates(text, FRIDAY) == ()


@pytest.mark.parametrize(
    ("text", "published", "reason", "kind"),
    [
        ("2月25日", FRIDAY, "year of publication", "day"),
        ("8月16日", FRIDAY, "year before publication because the date would lie in the future", "day"),
        ("2022年2月25日", FRIDAY, None, "day"),
        ("某某社2月25日电 会议召开", FRIDAY, "year of publication", "dateline"),
        ("十日", None, None, None),
        ("今年", FRIDAY, "counted from publication", "year"),
        ("“十三五”期间", None, "years of the five-year plan", "period"),
        ("近日", FRIDAY, None, "vague"),
        ("去年上半年", FRIDAY, "counted from publication", "month"),
    ],
)
def test_reason_and_kind(text: str, published: str | None, reason: str | None, kind: str | None) -> None:
    found = find_dates(text, published)
    assert [(m.reason, m.kind) for m in found] == ([] if kind is None else [(reason, kind)])


def test_same_year_names_its_words() -> None:
    first, second = find_dates("协议2020年3月1日签署，5月8日生效。", None)
    assert first.reason is None
    assert second.reason == "same year as 2020年3月1日"


def test_unusable_publication_counts_as_none() -> None:
    assert find_dates("2月25日", "昨天") == find_dates("2月25日", None) == find_dates("2月25日", "0001-01-01")


PIECES = [
    "今年", "去年", "同年", "上周", "五", "十日", "2022年", "12月", "31日", "2月29日", "30至", "至",
    "—", "、", "，", "。", "\n", "电", "出生", "将", "124日", "2022-02-30", "99年13月",
    "“十四五”", "时期", "近日", "同日", "次日", "一季度", "年底", "(星期五)", "下午", "3时",
    "7:12", "十", "二〇", "年", "月", "日",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
DAYS = st.sampled_from([None, FRIDAY, "2020-02-29", "2199-12-31", "9999-12-31", "no date"])


@settings(max_examples=300, deadline=None)
@given(TEXTS, DAYS)
def test_any_text(text: str, published: str | None) -> None:
    last = 0
    for mention in find_dates(text, published):
        assert last <= mention.span.start < mention.span.end <= len(text)
        last = mention.span.end
        for value in (mention.value, mention.end):
            assert value is None or VALUE.fullmatch(value)
    assert find_dates(text, published) == find_dates(text, published)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024年3月15日公布。3月29日举行。", "2024-03-29"),
        ("2024年3月15日公布。2月20日举行。", "2024-02-20"),
        # The opposite: far from the full date, or the full date is not of the text's latest year.
        ("2024年3月15日公布。8月29日举行。", "--08-29"),
        ("2016年3月15日签署，2019年修订。3月29日举行。", "--03-29"),
        ("1970年3月15日出生。3月29日举行。", "--03-29"),
    ],
)
def test_days_near_a_full_date_are_of_its_year(text: str, value: str) -> None:
    assert find_dates(text, None)[-1].value == value


def test_dateline_in_brackets() -> None:
    assert find_dates("(香港25日讯)行政会议今日举行。", "2021-06-26")[-1].value == "2021-06-25"
