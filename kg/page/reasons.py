"""The graph gives its reasons in English; the page, which is Chinese, says those it knows in Chinese."""

from __future__ import annotations

import re

#: What a reason says, and how a page says it; `{}` are the parts in brackets, in order.
_SAID = (
    (r"its name begins with (.+)", "名称以“{}”开头"),
    (r"renamed or merged in (.+)", "{}年更名或合并"),
    (r"a member of (.+), which signed", "{}签署，它是其成员"),
    (r"listed in the text", "文中列出"),
    (r"named by their one-character abbreviations", "文中以一字简称列出"),
    (r"a group of fixed membership \(table of groups\)", "成员固定的组合（组合表）"),
    (r"the numeral equals the number of places represented", "数目与有代表参加的地方数相同"),
    (r"the numeral equals the number of places named", "数目与文中出现的地方数相同"),
    (r"the numeral equals the number of companies represented", "数目与有代表参加的企业数相同"),
    (r"the set the text speaks of", "即文中所说的这一组"),
    (r"both are called (.+)", "两人都叫{}"),
    (r"who holds that post, by seeds/external_ids\.csv", "对照表（seeds/external_ids.csv）中任该职的人"),
    (r"(year|month|day) (of|before|after) (.+?)( because .+)?", "{2}的{1}{0}{3}"),
    (r"same (year|month|day) as (.+?)( in the same headline)?", "与{1}同{0}{2}"),
    (r"counted from (.+)", "由{}推算"),
    (r"year from the title (.+)", "年份取自标题{}"),
    (r"years of the five-year plan", "五年规划的年份"),
    (r"read as (.+): 月 is lost, and publication follows at once", "读作{}：脱落“月”字，且随即发布"),
)
_WORDS = {
    "year": "年", "month": "月", "day": "日", "of": "", "before": "前一", "after": "后一",
    "publication": "发布日期", "the dateline": "电头日期", "the page's own line": "页面自带日期",
    " in the same headline": "（同一标题）",
    " because the text announces the date": "：文中是预告",
    " because the date would lie in the future": "：否则在将来",
}  # fmt: skip


def in_chinese(reason: str) -> str:
    """A reason as the page says it; one that is not known stays as it is."""
    for pattern, said in _SAID:
        if match := re.fullmatch(pattern, reason):
            return said.format(*(_WORDS.get(part or "", part or "") for part in match.groups()))
    return reason
