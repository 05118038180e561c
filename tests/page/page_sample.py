"""Graphs of our own for the page, made by hand in the attributes that docs/page.md lists."""

from __future__ import annotations

from typing import Any

import networkx

BASE = "https://kg.example/"
ARTICLE = f"{BASE}article/0123456789abcdef"
TEXT = (
    "3月8日,江海协作会议在沈阳召开。沈阳市委书记单晓东出席会议并讲话。鞍山市市长仇小川主持会议。\n"
    "会上,沈阳市与鞍山市签署《江海供水合作协议》。会议要求加快管网建设。\n"
)
PAYLOADS = (
    "<script>window.canary=1</script>",
    '<img src=x onerror="window.canary=1">',
    "</script><script>window.canary=1</script>",
    "javascript:window.canary=1",
    "<!--<script>window.canary=1//",
    "'\"><svg onload=window.canary=1>",
    "{{7*7}}{% raw %}${window.canary=1}",
    "\u202e反向\u2066隔离\u200f",
    "href=https://kg.invalid/ onmouseover=window.canary=1",
)
LONG = "长" * 10_000


def quote(words: str) -> dict[str, Any]:
    """The first place of these words in TEXT."""
    start = TEXT.index(words)
    return {"article": ARTICLE, "start": start, "end": start + len(words), "words": words}


def little_graph() -> networkx.MultiDiGraph:
    """Two officials, their posts, one meeting, two cities and the agreement between them."""
    graph = networkx.MultiDiGraph(
        articles={
            ARTICLE: {
                "title": "江海协作会议召开",
                "date": "2023-03-08",
                "source": "示例报",
                "text": TEXT,
                "credits": (("文字", "赵一"),),
            }
        }
    )
    add = graph.add_node
    add(
        f"{BASE}person/shan",
        **{
            "class": "person",
            "label": "单晓东",
            "names": {"zh-Hans": ("单晓东",), "zh-Hant": ("單曉東",), "zh-Latn-pinyin": ("Shàn Xiǎodōng",)},
        },
    )
    add(
        f"{BASE}person/qiu",
        **{
            "class": "person",
            "label": "仇小川",
            "names": {"zh-Hans": ("仇小川",), "zh-Latn-pinyin": ("Qiú Xiǎochuān",)},
        },
    )
    add(
        f"{BASE}org/sy",
        **{"class": "organization", "label": "沈阳市委", "kind": "party-committee", "kind_label": "党委"},
    )
    add(
        f"{BASE}org/as",
        **{"class": "organization", "label": "鞍山市政府", "kind": "government", "kind_label": "政府"},
    )
    add(f"{BASE}place/cn-210100", **{"class": "place", "label": "沈阳市", "lat": 41.8, "long": 123.4})
    add(f"{BASE}place/cn-210300", **{"class": "place", "label": "鞍山市", "lat": 41.1, "long": 123.0})
    add(
        f"{BASE}event/m",
        **{
            "class": "event",
            "label": "江海协作会议",
            "kind": "meeting",
            "kind_label": "会议",
            "date": "2023-03-08",
            "facts": (
                {"label": "日期", "value": "2023-03-08", "quotes": (quote("3月8日"),)},
                {"label": "要求", "value": "1. 加快管网建设", "quotes": (quote("加快管网建设"),)},
            ),
        },
    )
    add(f"{BASE}agreement/w", **{"class": "agreement", "label": "江海供水合作协议", "date": "2023-03-08"})
    for start, end, key, relation, label, words in (
        ("person/shan", "org/sy", "tenure/1", "holds_post", "书记", "沈阳市委书记单晓东"),
        ("person/qiu", "org/as", "tenure/2", "holds_post", "市长", "鞍山市市长仇小川"),
        ("person/shan", "event/m", "participation/1", "attended", "出席", "单晓东出席会议"),
        ("person/shan", "event/m", "participation/2", "spoke", "讲话", "讲话"),
        ("person/qiu", "event/m", "participation/3", "chaired", "主持", "仇小川主持会议"),
        ("place/cn-210100", "agreement/w", "statement/1", "party", "签约方", "沈阳市与鞍山市签署"),
        ("place/cn-210300", "agreement/w", "statement/2", "party", "签约方", "沈阳市与鞍山市签署"),
        ("agreement/w", "event/m", "statement/3", "signed_at", "签署于", "江海供水合作协议"),
    ):
        graph.add_edge(
            BASE + start,
            BASE + end,
            BASE + key,
            relation=relation,
            label=label,
            confidence=0.9,
            date="2023-03-08",
            quotes=(quote(words),),
        )
    graph.add_edge(
        f"{BASE}org/sy",
        f"{BASE}place/cn-210100",
        f"{BASE}statement/4",
        relation="jurisdiction",
        label="辖区",
        quotes=(),
        status="derived",
        status_label="推得",
        note="its name begins with 沈阳",
    )
    return graph


def hostile_graph() -> networkx.MultiDiGraph:
    """Every payload in every field that the page shows."""
    graph = networkx.MultiDiGraph(articles={})
    text = "".join(PAYLOADS)
    graph.graph["articles"][ARTICLE] = {
        "title": PAYLOADS[0],
        "date": PAYLOADS[1],
        "source": PAYLOADS[2],
        "url": PAYLOADS[3],
        "text": text,
        "credits": ((PAYLOADS[0], PAYLOADS[1]),),
    }
    classes = ("person", "organization", "event", "agreement", "place", "group", "document", PAYLOADS[1])
    for number, bad in enumerate((*PAYLOADS, LONG)):
        graph.add_node(
            f"{BASE}thing/{number}{bad[:40]}",
            **{
                "class": classes[number % len(classes)],
                "label": bad,
                "kind": bad[:60],
                "kind_label": bad,
                "date": bad,
                "names": {"zh-Hans": (bad,), bad[:60]: (bad,)},
                "title": bad,
                "size": "大",
                "href": bad,
                "image": bad,
                "shape": bad,
                "facts": (
                    {
                        "label": bad,
                        "value": bad,
                        "note": bad,
                        "detail": bad,
                        "date": bad,
                        "quotes": ({"article": ARTICLE, "start": 0, "end": 30, "words": text[:30]},),
                    },
                ),
                **({"lat": 40 + number, "long": 120 + number} if number % 2 else {}),
            },
        )
    nodes = sorted(graph)
    for number, (start, end) in enumerate(zip(nodes, nodes[1:] + nodes[:1], strict=True)):
        bad = (*PAYLOADS, LONG)[number]
        graph.add_edge(
            start,
            end,
            f"{BASE}fact/{bad[:40]}",
            relation=bad,
            label=bad,
            detail=bad,
            note=bad,
            date=bad,
            status_label=bad,
            title=bad,
            source=bad,
            quotes=(
                {
                    "article": f"{ARTICLE}{bad[:9]}",
                    "start": 1,
                    "end": 3,
                    "words": bad,
                    "sentence": bad,
                    "at": 1,
                },
            ),
        )
        graph.add_edge(start, end, f"{BASE}fact/party{number}", relation="party", label=bad, quotes=())
    return graph


def large_graph(meetings: int = 120, people: int = 20) -> networkx.MultiDiGraph:
    """More nodes than vis-network is asked to carry: meetings whose people partly attend the next one too."""
    graph = networkx.MultiDiGraph(articles={})
    for meeting in range(meetings):
        graph.add_node(f"{BASE}event/{meeting}", **{"class": "event", "label": f"第{meeting}次会议"})
        for number in range(people):
            person = f"{BASE}person/{meeting}-{number}"
            graph.add_node(person, **{"class": "person", "label": f"某甲{meeting}之{number}"})
            graph.add_edge(person, f"{BASE}event/{meeting}", f"{person}/0", relation="attended", label="出席")
            if number < 2:
                graph.add_edge(
                    person,
                    f"{BASE}event/{(meeting + 1) % meetings}",
                    f"{person}/1",
                    relation="spoke",
                    label="讲话",
                )
    return graph
