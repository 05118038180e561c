"""Drawn credits: the layouts of bylines, footers, captions and datelines, with people who do not exist."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import TableError
from kg.extract import extract
from kg.extract.credit_words import load_labels
from kg.extract.credits import find_credits
from kg.model import CREDIT_ROLES, Article


def credits(text: str, source: str | None = None) -> set[tuple[str, str]]:
    found, _ = find_credits(text, source)
    for fact in found:
        assert fact.evidence
        assert all(re.sub(r"\s", "", text[span.start : span.end]) == fact.agent for span in fact.evidence)
    assert len({(fact.agent, fact.role) for fact in found}) == len(found)
    return {(fact.agent, fact.role) for fact in found}


def zones(text: str, source: str | None = None) -> list[str]:
    return [text[span.start : span.end] for span in find_credits(text, source)[1]]


R, P, E, OTHER, PUB = "reporter", "photographer", "editor", "other", "publisher"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Labelled lines, alone and in rows.
        ("编辑：白小雨", {("白小雨", E)}),
        ("责编：白小雨、秋石", {("白小雨", E), ("秋石", E)}),
        ("编 辑：苏 伟", {("苏伟", E)}),
        ("记 者 | 张一鹤 赵二鑫", {("张一鹤", R), ("赵二鑫", R)}),
        ("校对：王三涛", {("王三涛", "proofreader")}),
        ("总监制：骆四明", {("骆四明", "producer")}),
        ("一审：魏五倩", {("魏五倩", OTHER)}),
        ("文：张一谨 图：常二丽 审核：庞三红 编辑：常四超",
         {("张一谨", R), ("常二丽", P), ("庞三红", OTHER), ("常四超", E)}),
        ("文字|张一谨 图片|常二丽 排版|南三", {("张一谨", R), ("常二丽", P), ("南三", OTHER)}),
        ("摄影：洪一波/文：程二呈/编辑：邵三婷", {("洪一波", P), ("程二呈", R), ("邵三婷", E)}),
        ("来源：党委组织部 校长办公室文字：闻一达图片：季二娴编辑：季二娴时间：2025-06-27浏览：32",
         {("党委组织部", PUB), ("校长办公室", PUB), ("闻一达", R), ("季二娴", P), ("季二娴", E)}),
        ("发布时间：2021年03月26日 来源：某某日报", {("某某日报", PUB)}),
        ("发布者：云间制作 发布时间：2021-12-15", {("云间制作", PUB)}),
        ("2021-11-08 15:14:10 来源：县融媒体中心 责任编辑：", {("县融媒体中心", PUB)}),
        ("文字：某某新闻传媒集团记者鹿一铭", {("鹿一铭", R)}),
        ("县融媒体中心记者：陈一彬", {("陈一彬", R)}),
        ("【来源：某市某区人民政府_政务要闻】", {("某市某区人民政府", PUB)}),
        ("会议召开。(文/图：商一华 汤二乐 审核：荀三)",
         {("商一华", R), ("商一华", P), ("汤二乐", R), ("汤二乐", P), ("荀三", OTHER)}),
        ("文/商一华 图/汤二乐", {("商一华", R), ("汤二乐", P)}),
        ("签约现场 图/纳一璇", {("纳一璇", P)}),
        ("记者：白小雨丨编辑：秋石", {("白小雨", R), ("秋石", E)}),
        ("记者：白小雨／文 秋石／图", {("白小雨", R), ("秋石", P)}),
        # People before the work that they share.
        ("会议召开。(李一铎 任二婧/文 饶三保 张四强/摄)",
         {("李一铎", R), ("任二婧", R), ("饶三保", P), ("张四强", P)}),
        ("记者：肖一梅 曾二源／文 黄三远／图", {("肖一梅", R), ("曾二源", R), ("黄三远", P)}),
        ("会议现场 张一琼／摄", {("张一琼", P)}),
        # An office before its people is not credited, one that stands alone is.
        ("撰稿：品牌部 张一祥 摄影：品牌部 李二意", {("张一祥", R), ("李二意", P)}),
        ("会议召开。\n(某某县政协 胡一国 供稿)", {("胡一国", R)}),
        ("会议召开。(某县气象局供稿)", {("某县气象局", R)}),
        ("(审核：党政办公室 摄影：新闻中心 常一远)", {("党政办公室", OTHER), ("常一远", P)}),
        ("记者 白小雨 通讯员 秋石 文/图", {("白小雨", R), ("白小雨", P), ("秋石", R), ("秋石", P)}),
        # Names without a surname, beside a marker.
        ("某某日报记者 字一亮 托亚", {("字一亮", R), ("托亚", R), ("某某日报", PUB)}),
        ("会议召开。(某某日报客户端记者 白小雨 报道 编辑：秋石)",
         {("白小雨", R), ("秋石", E), ("某某日报客户端", PUB)}),
        ("某某日报/某某客户端特派记者 白小雨 发自深圳", {("白小雨", R), ("某某日报", PUB)}),
        # Where it was written, and where the paper stands.
        ("(某某社记者白小雨大连22日电)会议召开。", {("白小雨", R), ("某某社", PUB)}),
        ("某某网渭南讯(记者 白小雨)会议召开。", {("白小雨", R), ("某某网", PUB)}),
        ("会议召开。(记者白小雨通讯员秋一石、苏伟)", {("白小雨", R), ("秋一石", R), ("苏伟", R)}),
        ("某某网海峡频道7月24日讯(周一磊)23日，会议召开。", {("某某网", PUB), ("周一磊", R)}),
        ("某新社昆明11月19日电 (时文枝 韩一南)会议召开。", {("某新社", PUB), ("时文枝", R), ("韩一南", R)}),
        ("某某网3月2日讯(武汉 长沙)会议召开。", {("某某网", PUB)}),
        ("荆某网消息 (某某日报记者 谢一斌)会议召开。", {("荆某网", PUB), ("谢一斌", R)}),
        ("某江云新闻(记者 阳一逻 发自布达佩斯)会议召开。", {("某江云新闻", PUB), ("阳一逻", R)}),
        ("某某新闻会议召开，记者出席。", set()),
        ("〔记者洪一筑／嘉义报导〕会议召开。", {("洪一筑", R)}),
        # The page's own line.
        ("某某日报 2024-06-19 第2版\n会议召开。", {("某某日报", PUB)}),
        ("会议召开\n2010-01-23 某某日报 记者 姚一盈\n会议召开。", {("某某日报", PUB), ("姚一盈", R)}),
        ("某市召开会议\n2015-03-11 16:02:33\n3月9日，会议召开。", set()),
        ("某市召开会议\nhttp://www.example.cn  2008年10月10日07:20  某某商报\n会议召开。",
         {("某某商报", PUB)}),
        ("责任编辑：白小雨校对：秋石最后修改：", {("白小雨", E), ("秋石", "proofreader")}),
        ("某某客户端特派记者 白小雨", {("白小雨", R), ("某某客户端", PUB)}),
        ("(记者 洪一阳 特派员 蓝二维)会议召开。", {("洪一阳", R), ("蓝二维", R)}),
        ("(记者 昨日 获悉)会议召开。", set()),
        ("据某某发布1月29日消息，会议召开。", {("某某发布", PUB)}),
        # Names alone at the end of a report.
        ("会议在市政府召开。(张小雨 李一石)", {("张小雨", R), ("李一石", R)}),
        ("会议在海边召开。(温州)", set()),
        # Who is nobody.
        ("来源：原创文章 发布时间：2019-12-05", set()),
        ("发布日期：2015-08-06 13:16:25 发布者：admin 来源： 浏览量：4156", set()),
        ("更新时间：2018-11-18 来源：作者： 字体[ 大 中 小 ]", set()),
        # Bylines and brackets.
        ("□ 本报记者 张一山", {("张一山", R)}),
        ("会议召开。(记者张一虎、周二春、通讯员李三龙)", {("张一虎", R), ("周二春", R), ("李三龙", R)}),
        ("会议召开。(责任编辑 陈一亮)", {("陈一亮", E)}),
        ("会议召开。(责编：赵一妮(实习生)、李二栋)", {("赵一妮", E), ("李二栋", E)}),
        ("会议召开。(文图：商一华/ 审核：庄二元/终审：胡三锋)",
         {("商一华", R), ("商一华", P), ("庄二元", OTHER), ("胡三锋", OTHER)}),
        ("会议召开。(转自某江发布)", {("某江发布", PUB)}),
        ("会议召开。(综合多彩某州网、天际新闻，编辑：郎一朗)",
         {("多彩某州网", OTHER), ("天际新闻", OTHER), ("郎一朗", E)}),
        ("会议召开。(通讯员某县台办 毛一莹 田二喜 报道)", {("毛一莹", R), ("田二喜", R)}),
        ("(记者 卢一雯 广州报道)会议召开。", {("卢一雯", R)}),
        ("会议召开。\n(文汇报记者 郑一安)", {("郑一安", R), ("文汇报", PUB)}),
        # Photographers.
        ("王一华 摄", {("王一华", P)}),
        ("老将黄一 摄", {("老将黄一", P)}),
        ("本报记者 杨 柳 见习记者 程一 摄", {("杨柳", P), ("程一", P)}),
        ("某都商报记者 蒋一麟 张二尧 摄影报道", {("蒋一麟", R), ("蒋一麟", P), ("张二尧", R), ("张二尧", P)}),
        ("司一伟 董二军摄影报道(人民视觉)", {("司一伟", R), ("司一伟", P), ("董二军", R), ("董二军", P)}),
        ("两国元首会谈。某华社记者 谢一驰 摄", {("谢一驰", P)}),
        # Datelines and publishers in sentences.
        ("湖北日报讯 (记者张一虎)3月25日，会议召开。", {("湖北日报", PUB), ("张一虎", R)}),
        ("中新社哈尔滨八月十日电(记者吴一飞)峰会举行。", {("中新社", PUB), ("吴一飞", R)}),
        ("红网某市站3月11日讯(通讯员 王一雷)调研。", {("红网", PUB), ("王一雷", R)}),
        ("本报讯(记者 侯一敏)会议召开。", {("侯一敏", R)}),
        ("本条微信由大观新闻编辑制作", {("大观新闻", PUB)}),
        ("本条微信由荆楚发布编辑制作", {("荆楚发布", PUB)}),
        ("转载请注明：来源大观新闻(微信号：daguan)", {("大观新闻", PUB)}),
        ("微某安 10月19日\n会议召开。", {("微某安", PUB)}),
        # Media that are only quoted.
        ("川报观察客户端8月30日发布消息：某某同志任职。", {("川报观察", OTHER)}),
        ("另据某城人大网消息，会议举行。", {("某城人大网", OTHER)}),
        ("据某华社报道，会议举行。", {("某华社", OTHER)}),
    ],
)
def test_layout(text: str, expected: set[tuple[str, str]]) -> None:
    assert credits(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "记者：请问市长，下一步有什么打算？",
        "市长说，记者会上介绍了情况。",
        "强化宣传报道",
        "出席会议的有记者 李强 市委书记",
        "会议时间：3月5日 地点：大连",
        "新华社电影纪录片在京首映。",
        "大连 2月25日",
        "省政府网站消息显示，会议已经结束。",
        "他在社里编辑过图书(图书编辑出版方向)。",
    ],
)
def test_no_credit(text: str) -> None:
    assert credits(text) == set()


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("三峡大学召开会议\n12月3日，我校召开会议。\n(供稿：党委宣传部)", "三峡大学党委宣传部"),
        ("三峡大学召开会议\n12月3日，我校召开会议。\n(供稿：宣传部)", "三峡大学党委宣传部"),
        ("夷陵区召开会议\n12月3日，夷陵区委书记张一明讲话。\n供稿：区人大办", "夷陵区人大办"),
        ("12月3日，区委书记张一明讲话。\n供稿：区人大办", "区人大办"),
        ("三峡大学召开会议\n12月3日，我校召开会议。\n(供稿：三峡大学报)", "三峡大学报"),
    ],
)
def test_office_without_its_body(text: str, agent: str) -> None:
    found = extract(Article(id="a", text=text, raw=text, offsets=range(len(text) + 1))).credits
    assert [(credit.agent, credit.role) for credit in found] == [(agent, R)]


def test_several_photographs_are_one_credit() -> None:
    text = "王一华 摄\n会议召开。\n王一华 摄\n图片：王一华"
    (fact,) = find_credits(text, None)[0]
    assert [span.start for span in fact.evidence] == [0, 12, 21]
    assert text[12:15] == text[21:24] == "王一华"


def test_zones_leave_the_report_alone() -> None:
    text = "湖北日报讯 (记者张一虎)3月25日，会议召开。\n市长出席。某华社记者 谢一驰 摄\n"
    text += "来源：某报 编辑：白小雨"
    assert zones(text) == ["湖北日报讯", "(记者张一虎)", "某华社记者 谢一驰 摄", "来源：某报 编辑：白小雨"]


def test_last_captions_are_a_zone() -> None:
    text = "代表团走访了企业。\n代表团在车间\n产业园效果图"
    assert zones(text) == ["代表团在车间", "产业园效果图"]
    assert zones("凝心聚力谋振兴\n并肩协同向未来") == []


def test_source_needs_its_words() -> None:
    assert credits("会议召开。某江发布", "某江发布") == {("某江发布", PUB)}
    assert credits("会议召开。", "某江发布") == set()


def test_table_of_labels(tmp_path: Path) -> None:
    roles = {role for found in load_labels().roles.values() for role in found}
    assert set(CREDIT_ROLES) | {"meta"} == roles
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / "credit_labels.csv").write_text("label,role\n编辑,editor\n校对,reader\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"credit_labels\.csv:3: '校对' has the role 'reader'"):
        load_labels(tmp_path)


PIECES = [
    "记者", "通讯员", "编辑：", "责编", "：", "|", "/", "(", ")", "【", "】", " ", "\n", "、", "，",
    "。", "王一华", "李 明", "摄", "摄影报道", "报道", "来源：", "转自", "新华社", "日报讯",
    "本报讯", "客户端", "发布消息", "综合", "8月30日", "电", "本条微信由", "编辑制作", "转载请注明",
    "来源", "“", "”", "市委书记", "文", "图", "字体",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([None, "新华社", ""]))
def test_any_text(text: str, source: str | None) -> None:
    credits(text, source)
    last = -1
    for zone in find_credits(text, source)[1]:
        assert last < zone.start < zone.end <= len(text)
        last = zone.end


def test_a_source_that_a_publisher_begins_is_no_second_one() -> None:
    text = "某市召开会议\n来源：济宁新闻客户端\n会议召开。"
    assert credits(text, "济宁新闻客户端") == {("济宁新闻", PUB)}
    assert credits("会议召开。济宁新闻客户端", "济宁新闻客户端") == {("济宁新闻客户端", PUB)}
