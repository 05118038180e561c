"""Words for those who travel with a visitor."""

from __future__ import annotations

import re

#: How those are called who travel with somebody. A piece of a pattern.
WITH = "随团|随访|随行|同访|同行|同来"
#: 随团出访的还有, 率团的是, 同行的有市领导: what announces a list of them, as its last words.
ANNOUNCED = re.compile(
    rf"(?:{WITH}|率团|率队|带队)(?:出访|访问|参访|考察|调研|前往)?的"
    r"(?:[^，。；：的]{0,6}?(?:领导|同志))?(?:还有|有|包括|是|为)[：:]?$"
)
#: 甲、乙随团出访, 甲随行: what follows their names; not 随行记者, 伴随, 随行就市. A piece of a pattern.
TRAVELS = r"(?<!伴)随(?:团|访(?!问)|行(?!就))(?:出访|访问|参访|考察|前往)?(?![人记采的])|同行(?=[，。；])"
