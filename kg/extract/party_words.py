"""Words around the parties of a signing, which are no part of their names."""

from __future__ import annotations

import re

from kg.extract.dateline import BEFORE_SENTENCE

#: Adverbs and frames between the last party and the verb. The inner runs take all they can and give nothing
#: back, so that the search stays linear.
TAIL = re.compile(
    r"(?>(?:[双三四各两]方|分别|亦|也|又|还|另外?|则|一道|共同|联合|一起|一并|正式|现场|当场|先后|依次|各|成功|已经|已|先|再|抱团|携手|集中"
    r"|就(?![与同和跟])[^，]{2,20}+|在[^，与和同、]{0,16}+|之间|其间|代表|两两|曾"
    r"|等(?:部门|单位|企业|机构|地|国|方|[中多各]外?[^，、与和]{2,8})?"
    r"|[今昨]天|今日|昨日|当日|同日|近日|日前|此前|不久前|\(?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日\)?(?:[上下]午)?"
    r"|[两三四五]家|[三四五六七八九十]国|的|就|(?:正式)?(?:缔结|结为|结成)[^，。；]{2,8}+)+)$"
)
#: A dateline, and words of time and place, before the first party.
LEAD = re.compile(
    rf"(?:{BEFORE_SENTENCE})?"
    r"(?>(?:会上|会后|仪式上|签约仪式上|活动现场|现场|当天|当日|同日|同场|随后|其中|同时|此外|另外|期间|由|并由|早在|[去今前]年"
    r"|(?:截至)?目前|此前|不久前|活动上"
    r"|在[^，、与和在]{0,16}[下上时]|并|还|已|\d+[年月日]|[上下]午|今天|昨天|近日|日前|代表)*)"
)
#: Words that stand in no name of a party.
SENTENCE_WORDS = re.compile(
    r"出席|参加|见证|表示|举行|介绍|宣布|会见|考察|发布|以来|希望|通过|根据|按照"
    r"|推动|敦促|尽快|接近|不断|继续|落实|强调|呼吁|称$|明年|计划|部门$|机构$|中外|地方政府|应当|谈到|提到|提醒|职工"
)
REGION_ABROAD = re.compile(r"[\u4e00-\u9fff·]{2,5}(?:大区|[州省道邦])(?=[\u4e00-\u9fff·]{2,6}[市县区]$)")
#: 同业公会, 同乡会: 同 of a word.
SAME = re.compile("同(?:业公会|乡|学会|盟|济)")
#: 与59家央企, 与多国, 同三座外国城市: those who are only counted.
COUNTED = re.compile(
    r"[与同和](?:全球|世界|其他|沿线)*(?:\d+[多余]?|多|各|许多|一些)[个家国]"
    r"|[与同和](?:\d+|[两二三四五六七八九十几]+)[个家国座所]?(?:外国|国外|境外|友好|知名)+(?:城市|企业|高校|机构)"
)
#: A division behind the one that holds it; 日本环境省 and 江北新区 are none.
DIVISION = re.compile(
    r"[\u4e00-\u9fff]{2,6}(?:(?<![境务业通动学产卫])省|[市县州镇乡盟旗]|(?<![新开发作范园景片合])区|街道)"
)
#: 智利纽夫莱大区奇廉市: a city behind its country and region.
CITY_ABROAD = re.compile(r"[\u4e00-\u9fff·]{2,10}[市州省县郡府](?<![境务业通动学产卫]省)(?<!政府)")
#: 集团公司所属某公司, 该校某学院: whose it is, is no part of its name.
OWN = re.compile(r"^(?:(?:该|本|我)[校市县省区院]|集团(?:公司)?(?:所属|下属|旗下)|(?:所属|下属|旗下))")


def behind_witnesses(text: str, start: int, end: int) -> int:
    """在甲和乙的见证下: where the words of those who only see it done end, else `start`."""
    seen = text.rfind("见证下", start, end)
    return seen + len("见证下") if seen >= 0 else start
