"""Where the body of an article stands on a page: containers of known site software, then the prose itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

# id (#) or class (.) of the element that holds the body and nothing else, lower case, most telling first:
# WeChat; the systems of government sites (TRS WCM, UCAP, JCMS), universities (VSB, Webplus) and digital
# newspapers (Founder); then party dailies and portals. How frequent they are was counted over the content
# rules of two public crawlers, for 349 news sites (GitHub myirelias/white_list, 2019, MIT) and 273
# government pages (GitHub Kira-yoshikage-d/spider-gov).
BODIES = (
    "#js_content", "#ucap-content", ".trs_ueditor", ".trs_editor", ".trs_web", "#zoom", "#fontzoom",
    "#zoomcon", ".pages_content", ".j-fontcontent", "#vsb_content", "#vsb_content_2", "#vsb_content_4",
    "#vsb_content_500", ".v_news_content", ".wp_articlecontent", "#ozoom", "#rwb_zw", ".rm_txt_con",
    "#p-detail", "#detailcontent", ".box_con", ".left_zw", ".cnt_bd", "#content_area", "#endtext",
    "#articlecontent", "#article_content", ".article-content", ".article_content", "#js_article",
    "#articletext", "#contenttext", "#newscontent", "#news-content", ".news_content", ".newscontent",
    ".xxgk_content", ".xl_content", ".xl_cont", ".art_con", ".artcon", ".text-main", ".articlebody",
    ".article-body", ".detail-content", ".detail_content", ".content-text", ".text_box", ".zhengwen",
    "#div_zhengwen", "#maintext", "#contentmain", "#artibody",
)
# Names that as often hold the whole middle of a page: the prose inside them is looked for.
MIDDLES = (".content", "#content", ".article", "#article", "#detail", ".detail", ".text", ".con", ".main",
           "#main", "#maincontent", ".maincontent", ".news", ".cont", ".nr", ".txt")
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|cmt|reply|recommend\w*|relat\w+|sidebar|footer|foot|copyright|nav\w*|menu|breadcrumb"
    r"|crumbs?|share|hot\w*|rank\w*|login|tags?|tuijian|links?|friend\w*)(?:$|[\s_-])", re.IGNORECASE)
_CONTROLS = "script,style,noscript,textarea,select,button,iframe,template"
_HAN = re.compile("[\u4e00-\u9fff]+")
_LEAST_PROSE = 30  # Han characters outside links
_MOST = 0.8  # share of the prose that lets us go into a single child
# Pages of the genre have some 1,500 elements, 20 deep; a page made of nesting must not stop a run.
_MOST_ELEMENTS = 5_000
_DEEPEST = 100


def body_of(tree: Any) -> Any | None:
    """The element that holds the article in a page (resiliparse HTMLTree); None when there is no prose."""
    if tree.body is None:
        return None
    for element in _all(tree.body, _CONTROLS):
        element.decompose()
    body = _best(tree.body, BODIES)
    _drop_asides(body or tree.body)
    if body is not None:
        return body
    whole = prose(tree.body)
    if whole < _LEAST_PROSE:
        return None
    middle = _best(tree.body, MIDDLES)
    return _innermost(tree.body if middle is None or 2 * prose(middle) < whole else middle)


def prose(element: Any) -> int:
    """How many Han characters stand in an element outside links."""
    return max(_han(element.text) - sum(_han(link.text) for link in _all(element, "a")), 0)


def _han(text: str | None) -> int:
    return sum(map(len, _HAN.findall(text or "")))  # the parser gives None for some broken elements


def _all(element: Any, selector: str) -> list[Any]:
    # A slice, because iterating over the list itself looks every element up from the start.
    return list(element.query_selector_all(selector)[:_MOST_ELEMENTS])


def _best(body: Any, names: Sequence[str]) -> Any | None:
    """The element with the most prose under the first name that has enough of it."""
    named = defaultdict(list)
    for element in _all(body, ",".join(map(_selector, names))):
        for name in (f"#{element.id}", *(f".{name}" for name in (element.class_name or '').split())):
            named[name.lower()].append(element)
    for name in names:
        best = max(named[name], key=prose, default=None)
        if best is not None and prose(best) >= _LEAST_PROSE:
            return best
    return None


def _selector(name: str) -> str:
    return f'[id="{name[1:]}" i]' if name.startswith("#") else f'[class~="{name[1:]}" i]'


def _drop_asides(body: Any) -> None:
    """Take out navigation, comments and recommendations, unless most of the prose stands there."""
    whole = prose(body)
    for element in _all(body, "[id],[class],footer,nav,aside"):
        names = f"{element.id or ''} {element.class_name or ''}"
        if (element.tag in ("footer", "nav", "aside") or _ASIDE.search(names)) and 2 * prose(element) < whole:
            element.decompose()


def drop_link_lists(body: Any) -> None:
    """Take out lists and paragraphs that are nearly all links: related articles, tags, attachments."""
    for element in _all(body, "ul,ol,dl,div,section,table,p"):
        links = _all(element, "a")
        linked = sum(_han(link.text) for link in links)
        if len(links) > 1 and linked >= _MOST * _han(element.text):
            element.decompose()


def _innermost(element: Any) -> Any:
    """Go down as long as one child holds nearly all the prose."""
    for _ in range(_DEEPEST):
        child, best, most = element.first_element_child, None, 0
        while child is not None:
            if prose(child) > most:
                best, most = child, prose(child)
            child = child.next_element_sibling
        if best is None or most < _MOST * prose(element):
            break
        element = best
    return element
