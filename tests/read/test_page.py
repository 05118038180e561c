"""Pages as the common site software writes them; the sentences are our own."""

import pytest

from kg.errors import SourceError
from kg.model import Article
from kg.read.page import article_from_page
from kg.read.pagehead import without_site_name

TITLE = "临江市与河口县签署林业合作协议"
BODY = [
    "5月8日上午，临江市委书记周文海、市长林岚在临江会见河口县委副书记、县长高和平一行。",
    "会后，双方签署了《临江市 河口县林业合作框架协议》。市领导何雨、方平参加会见。",
    "根据协议，两地将在育苗、防火和林下经济方面开展合作。",
]
PARAGRAPHS = "".join(f"<p>　　{line}</p>" for line in BODY)
LINKS = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("首页", "政务公开", "新闻中心"))
NAVIGATION = f"<div class='nav'><ul>{LINKS}</ul></div>"
COMMENTS = "<div id='comment-list' class='comments'>" + "".join(
    f"<div>网友{n}：支持两地合作，希望早日见到成效，也希望多种树。</div>" for n in range(6)) + "</div>"
FOOTER = "<div class='footer'><p>版权所有：临江市人民政府办公室　未经许可，不得转载。</p></div>"


def page(body: str, *, head: str = f"<title>{TITLE}-临江市人民政府网</title>", about: str = "") -> str:
    return (f"<html><head><meta charset='utf-8'>{head}</head><body>{NAVIGATION}<h1>{TITLE}</h1>"
            f"<div class='info'>{about}</div>{body}{COMMENTS}{FOOTER}</body></html>")


def read(source: str) -> Article:
    return article_from_page(source, id="x", place="x.html", path=None)


@pytest.mark.parametrize("body", [
    f"<div class='TRS_Editor'>{PARAGRAPHS}</div>",
    f"<div id='zoom'>{PARAGRAPHS}</div>",
    f"<div id='UCAP-CONTENT'><div class='view TRS_UEDITOR'>{PARAGRAPHS}</div></div>",
    f"<div class='pages_content'>{PARAGRAPHS}</div>",
    f"<form><div id='vsb_content'><div class='v_news_content'>{PARAGRAPHS}</div></div></form>",
    f"<div class='wp_articlecontent'>{PARAGRAPHS}</div>",
    f"<div class='rm_txt_con cf'>{PARAGRAPHS}</div>",
    f"<div class='main'><div class='left'><div class='content'>{PARAGRAPHS}</div></div></div>",
    # no name that we know
    f"<div class='xq-zw'><div>{PARAGRAPHS}</div></div>",
    "<table><tr><td>" + "<br><br>".join(BODY) + "</td></tr></table>",
    "<section>" + "".join(f"<div>{line}</div>" for line in BODY) + "</section>",
])
def test_the_body_and_nothing_else(body: str) -> None:
    about = "来源：临江日报 发布时间：2023-05-09 08:30 字体：大 中 小"
    article = read(page(body, about=about))
    assert article.text.split("\n") == [TITLE, about, *BODY]
    assert (article.title, article.published, article.source) == (TITLE, "2023-05-09", "临江日报")


def test_a_wechat_page_shows_its_hidden_body() -> None:
    article = read(
        "<html><head><meta property='og:title' content='另一个题目'></head><body>"
        f"<h1 id='activity-name'>\n  {TITLE}\n</h1><a id='js_name'> 临江发布 </a><em id='publish_time'></em>"
        "<div id='js_content' style='visibility: hidden; opacity: 0;'>"
        f"<section><span>{BODY[0]}</span></section><section><p>{BODY[1]}</p><p><br></p></section></div>"
        "<script>var ct = \"1683590400\";</script></body></html>")
    assert article.text.split("\n") == [TITLE, *BODY[:2]]
    assert article.source == "临江发布"
    assert article.published == "2023-05-09"  # 00:00 in Beijing, still 8 May in UTC


def test_the_meta_elements_of_government_sites() -> None:
    head = (f"<title>临江市人民政府网</title><meta name='ArticleTitle' content='{TITLE}'>"
            "<meta name='PubDate' content='2023-05-10 09:00'>"
            "<meta name='ContentSource' content='临江市林业局'>"
            "<link rel='canonical' href='https://lj.example/a.html'>")
    article = read(page(f"<div id='zoom'>{PARAGRAPHS}</div>", head=head, about="2020-01-01 00:00"))
    assert (article.title, article.published, article.source, article.url) == (
        TITLE, "2023-05-10", "临江市林业局", "https://lj.example/a.html")


def test_a_browser_title_of_site_and_column_gives_way_to_the_line_above_the_labels() -> None:
    article = read(
        f"<html><title>政务要闻_临江市人民政府网</title><body>{NAVIGATION}<p>临江市人民政府</p>"
        f"<p>首页 > 政务要闻</p><p>{TITLE}！</p>"
        "<p>发布时间：2023-05-09 来源：临江日报作者：何小雨</p>"
        f"<div id='zoom'>{PARAGRAPHS}</div></body></html>")
    assert (article.title, article.source) == (f"{TITLE}！", "临江日报")
    assert article.text.startswith(f"{TITLE}！\n发布时间")


def test_an_event_date_in_the_body_is_not_the_publication_date() -> None:
    body = BODY[0].replace("5月8日", "2023年5月8日")
    assert read(page(f"<div id='zoom'><p>{body}</p></div>")).published is None


def test_link_lists_and_buttons_are_left_out_and_credits_stay() -> None:
    body = (f"<div id='zoom'>{PARAGRAPHS}<p>（责任编辑：何小雨）</p><p>【打印】【关闭】</p>"
            "<p>上一篇：<a href='x'>别的事</a></p>"
            "<ul><li><a href='a'>延伸的一条标题</a></li><li><a href='b'>又一条标题</a></li></ul></div>")
    assert read(page(body)).text.split("\n") == [TITLE, *BODY, "(责任编辑：何小雨)"]


def test_a_line_break_in_the_source_is_no_space() -> None:
    broken = BODY[0].replace("周文海", "周文\r\n\t   海")
    assert read(page(f"<div id='zoom'><p>{broken}</p></div>")).text.split("\n")[-1] == BODY[0]


def test_hidden_paragraphs_and_scripts_are_not_read() -> None:
    body = (f"<div id='zoom'>{PARAGRAPHS}<p style='display: none'>隐藏的一段话。</p>"
            "<script>var x='脚本里的中文。'</script><style>.a{}</style></div>")
    assert "隐藏" not in read(page(body)).text
    assert "脚本" not in read(page(body)).text


@pytest.mark.parametrize("source", [
    "", "<html></html>", f"<html><body>{NAVIGATION}{FOOTER[:20]}</body></html>",
    f"<html><body><h1>{TITLE}</h1></body></html>",
])
def test_a_page_without_an_article_is_an_error(source: str) -> None:
    with pytest.raises(SourceError, match=r"x\.html: no article found"):
        read(source)


@pytest.mark.parametrize(("title", "bare"), [
    (f"{TITLE}-临江市人民政府网", TITLE),
    (f"{TITLE}_要闻_临江新闻网", TITLE),
    (f"{TITLE}--时政--人民网", TITLE),
    (f"临江市政府门户网站——{TITLE}", TITLE),
    ("兰州—西宁城市群建设协议签署", "兰州—西宁城市群建设协议签署"),
    ("深化合作——临江代表团访问河口", "深化合作——临江代表团访问河口"),
    ("临江新闻网", "临江新闻网"),
])
def test_site_names_are_cut_from_titles(title: str, bare: str) -> None:
    assert without_site_name(title) == bare
