"""Title, publication date and source: from labels and headlines, never from running text."""

import pytest

from kg.read.head import iso_date, read_head

BODY = "5月8日，临江市委书记周文海会见河口县县长高和平一行，双方签署合作协议。"


@pytest.mark.parametrize(("line", "date"), [
    ("发布时间：2019-12-05", "2019-12-05"),
    ("来源：原创文章 发布时间：2019-12-05", "2019-12-05"),
    ("发布时间：24年07月29日 编辑：某单位", "2024-07-29"),
    ("发布日期：2021年3月6日", "2021-03-06"),
    ("时间：2021/03/06 10:20 点击：33", "2021-03-06"),
    ("更新时间：2021-03-08 发布时间：2021-03-06", "2021-03-06"),
    ("2021-03-06 09:12 来源：某某日报", "2021-03-06"),
    ("2021年03月06日09:12", "2021-03-06"),
    ("2021-03-06", "2021-03-06"),
    ("http://www.example.cn  2008年10月10日07:20  某某商报", "2008-10-10"),
    ("发布：2023-11-13 16:56 来源：某某处", "2023-11-13"),
    ("原创 临江发布 2021-03-06 吉林", "2021-03-06"),
    # not a date of publication
    ("自2021-03-06起，协议生效。", None),
    ("2021年3月6日", None),
    ("3月6日", None),
    ("会议时间：2021年3月6日", None),
    ("发布时间：2021-13-45", None),
    ("2021年3月6日，会议召开", None),
])
def test_published(line: str, date: str | None) -> None:
    assert read_head(f"周文海会见高和平\n{line}\n{BODY}").published == date


def test_published_is_not_taken_from_the_body_or_its_end() -> None:
    body = "\n".join([BODY] * 9)
    assert read_head(f"题目就在这里\n{body}\n发布时间：2021-03-06").published is None


@pytest.mark.parametrize(("line", "source"), [
    ("来源：某某日报", "某某日报"),
    ("发布时间：2021年03月26日 来源：湖北日报", "湖北日报"),
    ("信息来源：省发改委", "省发改委"),
    ("(转自衢江发布)", "衢江发布"),
    ("转载请注明：来源大观新闻(微信号：Daliandaily)", "大观新闻"),
    ("来源：原创文章 发布时间：2019-12-05", None),
    ("来源：本站", None),
    ("收入来源多种多样", None),
])
def test_source(line: str, source: str | None) -> None:
    assert read_head(f"题目就在这里\n{BODY}\n{line}").source == source


@pytest.mark.parametrize(("text", "title"), [
    (f"周文海会见高和平\n{BODY}", "周文海会见高和平"),
    (f"周文海会见高和平\n发布时间：2021-03-06\n{BODY}", "周文海会见高和平"),
    (f"东北四城市(4+3)市长峰会举行\n{BODY}", "东北四城市(4+3)市长峰会举行"),
    (f"临江人，这件大事定了！\n{BODY}", "临江人，这件大事定了！"),
    (f"首页>>政务动态>>正文\n周文海会见高和平(图)\n{BODY}", "周文海会见高和平(图)"),
    (f"两地携手\n——临江河口合作纪实\n{BODY}", "两地携手"),
    (f"{BODY}\n{BODY}", None),
    (f"来源：某某日报\n{BODY}", None),
    (f"2021年3月6日\n{BODY}", None),
    # slogans: the one that tells an event, and none when two do or none does
    (f"5月8日\n为贯彻部署要求\n林业会议在河口召开\n凝心聚力谋振兴\n{BODY}", "林业会议在河口召开"),
    (f"5月8日\n凝心聚力谋振兴\n并肩协同向未来\n{BODY}", None),
    (f"5月8日\n会议在河口召开\n协议在临江签署\n{BODY}", None),
    ("凝心聚力谋振兴\n并肩协同向未来", None),
])
def test_title(text: str, title: str | None) -> None:
    assert read_head(text).title == title


def test_given_dates() -> None:
    assert iso_date("2022-02-25T10:00:00+08:00") == "2022-02-25"
    assert iso_date(" 2022年2月25日 ") == "2022-02-25"
    assert iso_date("昨天") is None
    assert iso_date("2022-02-30") is None
