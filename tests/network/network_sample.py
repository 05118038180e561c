"""A little article of our own with its facts, and the quads that the graph room makes of them."""

from __future__ import annotations

import hashlib
from typing import Any

from kg.graph import article_graphs
from kg.model import Resolution, from_dict, local_person_key
from kg.seeds import load_seeds
from kg.store.terms import Quad, parse_quads
from kg.validate import ontology_quads

TEXT = (
    "沈鞍协作会议在沈阳召开\n5月12日,沈鞍协作会议在沈阳召开。沈阳市委书记单晓东出席会议并讲话,沈阳市市长李文主持会议。"
    "鞍山市市长仇小川参加会议。会议审议通过了《沈鞍协作要点》。\n会上,两市签署《沈鞍供水合作协议》。"
    "会议要求:一是加快管网建设;二是统一水价。省水利厅负责同志参加会议。\n记者:赵一 摄影:钱二\n"
)
HASH = hashlib.sha256(TEXT.encode()).hexdigest()[:16]
BASE = "https://kg.example/"


def at(words: str) -> list[list[int]]:
    """The first place of these words in TEXT."""
    start = TEXT.index(words)
    return [[start, start + len(words)]]


def raw_facts() -> dict[str, Any]:
    """The facts in the exchange format."""
    event = {"event": "m"}
    return {
        "id": "little",
        "hash": HASH,
        "published": "2023-05-12",
        "title": "沈鞍协作会议在沈阳召开",
        "posts": [
            {
                "person": "单晓东",
                "org": "沈阳市委",
                "title": "书记",
                "evidence": at("沈阳市委书记单晓东"),
                "confidence": 0.9,
            },
            {
                "person": "李文",
                "org": "沈阳市政府",
                "title": "市长",
                "evidence": at("沈阳市市长李文"),
                "confidence": 0.9,
            },
            {"person": "仇小川", "org": "鞍山市政府", "title": "市长", "evidence": at("鞍山市市长仇小川")},
        ],
        "events": [
            {
                "key": "m",
                "name": "沈鞍协作会议",
                "type": "meeting",
                "date": "2023-05-12",
                "date_text": "5月12日",
                "place": "沈阳市",
                "evidence": at("5月12日,沈鞍协作会议在沈阳召开"),
            }
        ],
        "participation": [
            {
                **event,
                "agent": "单晓东",
                "role": "attended",
                "capacity": ["沈阳市委 书记"],
                "evidence": at("单晓东出席会议"),
            },
            {
                **event,
                "agent": "单晓东",
                "role": "spoke",
                "capacity": ["沈阳市委 书记"],
                "evidence": at("讲话"),
            },
            {**event, "agent": "李文", "role": "chaired", "evidence": at("李文主持会议")},
            {**event, "agent": "仇小川", "role": "attended", "evidence": at("仇小川参加会议")},
        ],
        "agreements": [
            {
                **event,
                "title": "沈鞍供水合作协议",
                "parties": ["沈阳市", "鞍山市"],
                "kind": "cooperation",
                "date": "2023-05-12",
                "domain": "construction",
                "evidence": at("两市签署《沈鞍供水合作协议》"),
            }
        ],
        "documents": [
            {**event, "title": "沈鞍协作要点", "relation": "adopted", "evidence": at("沈鞍协作要点")}
        ],
        "measures": [
            {
                **event,
                "list": "requirements",
                "order": 1,
                "text": "加快管网建设",
                "evidence": at("加快管网建设"),
            },
            {**event, "list": "requirements", "order": 2, "text": "统一水价", "evidence": at("统一水价")},
        ],
        "represented": [{**event, "body": "省水利厅", "evidence": at("省水利厅")}],
        "credits": [
            {"agent": "赵一", "role": "reporter", "evidence": at("赵一")},
            {"agent": "钱二", "role": "photographer", "evidence": at("钱二")},
        ],
        "orgs": ["沈阳市委", "沈阳市政府", "鞍山市政府"],
        "places": ["沈阳市", "鞍山市"],
    }


def quads() -> list[Quad]:
    """What a build of this one article writes, with what follows from it, the tables and the ontology."""
    facts = from_dict(raw_facts(), "little")
    people = {(HASH, name): local_person_key(HASH, name) for name in ("单晓东", "李文", "仇小川")}
    places = {(HASH, "沈阳市"): "210100", (HASH, "鞍山市"): "210300"}
    made = article_graphs(facts, None, Resolution(persons=people, places=places), load_seeds(), base=BASE)
    lines = {*made.article, *made.derived, *made.reference, *ontology_quads(base=BASE)}
    return list(parse_quads(sorted(lines)))
