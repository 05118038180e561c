"""A small gold article of our own, and facts that answer it perfectly."""

import copy
from typing import Any

from kg.evaluate import Gold, gold_from_dict
from kg.model import Facts, from_dict

GOLD: dict[str, Any] = {
    "id": "x1",
    "published": "2021-05-06",
    "posts": [
        {"person": "王一", "org": ["甲省委"], "title": ["副书记"], "span": "省委副书记"},
        {"person": "王一", "org": ["乙市委"], "title": ["书记", "市委书记"]},
        {"person": "李二", "org": ["乙市政府", "乙市人民政府", "乙市"], "title": ["市长"]},
        {"person": "张三", "org": ["中国某电集团有限公司", "中国某电"], "title": ["董事长"], "former": True},
        {"person": "赵四", "org": ["丙局"], "title": ["局长"], "inferred": True},
    ],
    "events": [
        {"key": "e1", "name": ["乙市推进会议", "推进会议"], "type": "meeting", "date": "2021-05-05",
         "place": ["乙市", "乙"]},
        {"key": "e2", "name": ["签约仪式"], "type": "signing", "date": None, "place": None},
        {"key": "e3", "name": ["下一届推进会议"], "type": "meeting", "date": None, "place": ["丁市"],
         "planned": True},
    ],
    "participation": [
        {"event": "e1", "agent": "王一", "role": "attended"},
        {"event": "e1", "agent": "王一", "role": "spoke"},
        {"event": "e1", "agent": "国家某委", "role": "spoke"},
        {"event": "e2", "agent": "李二", "role": "signed"},
        {"event": "e2", "agent": "中国某电集团有限公司", "role": "hosted"},
    ],
    "agreements": [
        {"title": ["战略合作协议"], "parties": ["乙市", "中国某电集团有限公司"], "event": "e2", "date": None},
        {"title": ["战略合作协议"], "parties": ["乙市", "丁市"], "event": "e1", "date": "2021-05-05"},
    ],
    "documents": [
        {"title": ["工作要点"], "relation": "adopted"},
        {"title": ["工作要点"], "relation": "presented"},
    ],
    "appointments": [
        {"person": "张三", "org": ["中国某电"], "title": ["董事长"], "action": "removed",
         "date": "2021-05-01"},
    ],
    "groups": [{"name": ["两市"], "members": ["乙市", "丁市"]}],
    "measures": {"requirements": ["统筹协调", "聚焦重点"]},
    "orgs": ["甲省委", "乙市委", "乙市政府", "国家某委", "中国某电集团有限公司", "丙局"],
    "places": ["乙市", "丁市"],
    "credits": [{"agent": "某报", "role": "publisher"}],
}

FACTS: dict[str, Any] = {
    "id": "x1",
    "posts": [
        {"person": "王一", "org": "甲省委", "title": "副书记"},
        {"person": "王一", "org": "乙市委", "title": "市委书记"},
        {"person": "李二", "org": "乙市人民政府", "title": "市长"},
        {"person": "张三", "org": "中国某电", "title": "董事长", "former": True},
    ],
    "events": [
        {"key": "k9", "name": "签约仪式", "type": "signing"},
        {"key": "k1", "name": "推进会议", "type": "meeting", "date": "2021-05-05", "place": "乙市"},
        {"key": "k3", "name": "下一届推进会议", "type": "meeting", "place": "丁市", "planned": True},
    ],
    "participation": [
        {"event": "k1", "agent": "王一", "role": "attended"},
        {"event": "k1", "agent": "王一", "role": "spoke"},
        {"event": "k1", "agent": "国家某委员会", "role": "spoke"},
        {"event": "k9", "agent": "李二", "role": "signed"},
        {"event": "k9", "agent": "中国某电", "role": "hosted"},
    ],
    "agreements": [
        {"title": "《战略合作协议》", "parties": ["乙市", "丁市"], "event": "k1", "date": "2021-05-05"},
        {"title": "战略合作协议", "parties": ["乙市", "中国某电"], "event": "k9"},
    ],
    "documents": [
        {"title": "《工作要点》", "relation": "presented"},
        {"title": "工作要点", "relation": "adopted"},
    ],
    "appointments": [
        {"person": "张三", "org": "中国某电", "title": "董事长", "action": "removed", "date": "2021-05-01"},
    ],
    "groups": [{"name": "两市", "members": ["丁市", "乙市"]}],
    "measures": [
        {"list": "requirements", "order": 1, "text": "要统筹协调，推进各项工作"},
        {"list": "requirements", "order": 2, "text": "要聚焦重点"},
    ],
    "orgs": ["甲省委", "乙市委", "乙市人民政府", "国家某委", "中国某电", "丙局"],
    "places": ["乙市", "丁市"],
    "credits": [{"agent": "某报", "role": "publisher"}],
}


def gold(**changes: Any) -> Gold:
    """The gold article, with some of its keys replaced."""
    return gold_from_dict({**copy.deepcopy(GOLD), **changes}, "x1", "x1.json")


def facts(**changes: Any) -> Facts:
    """The perfect facts, with some of their keys replaced."""
    return from_dict({**copy.deepcopy(FACTS), **changes}, "x1")


def rows(kind: str) -> list[Any]:
    """A fresh copy of the perfect rows of a kind."""
    return copy.deepcopy(FACTS[kind])
