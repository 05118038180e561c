"""Hard-wrapped text against lines that are units."""

import textwrap

from kg.read import canonical

PARAGRAPH = ("临江市委副书记、市长林岚五月八日在临江会见了由河口县委副书记、县长高和平率领的代表团一行，"
             "双方就育苗、防火、林下经济和旅游等方面的合作深入交换了意见，并就下一步建立定期会商机制达成共识。"
             "市委常委、常务副市长何雨，市政府秘书长方平，市林业局、市文化和旅游局主要负责同志参加了会见。")


def wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width))


def test_wrapped_paragraphs_are_joined_and_kept_apart() -> None:
    title = "林岚会见河口县代表团"
    other = PARAGRAPH.replace("临江", "河口")
    raw = f"{title}\n\n{wrapped('　　' + PARAGRAPH, 30)}\n{wrapped('　　' + other, 30)}"
    text, offsets = canonical(raw)
    assert text == f"{title}\n\n{PARAGRAPH}\n{other}"
    assert raw[offsets[text.index("高和平")]] == "高"


def test_latin_words_keep_a_space_between_them() -> None:
    raw = wrapped(PARAGRAPH, 30).replace("\n", "a\nb", 1)
    assert "a b" in canonical(raw)[0]


def test_slogans_and_one_line_paragraphs_are_units() -> None:
    for raw in (
        "凝心聚力谋振兴\n并肩协同向未来\n携手同行谱新篇\n扬帆起航正当时",
        f"{PARAGRAPH}\n{PARAGRAPH}\n{PARAGRAPH}",
        "\n".join(f"《临江市 河口县{field}合作框架协议》" for field in ("林业", "旅游", "教育", "水利")),
        "会议强调\n\n" + "要坚持绿色发展，做好林业工作，\n推动合作走深走实\n" * 4,
    ):
        assert canonical(raw)[0] == raw


def test_a_line_that_ends_a_sentence_is_not_joined() -> None:
    lines = wrapped(PARAGRAPH, 30).split("\n")
    lines[1] = lines[1][:-1] + "。"
    assert canonical("\n".join(lines))[0].count("\n") == 1


def test_lines_broken_inside_a_word_are_joined() -> None:
    first, second = PARAGRAPH[:47], PARAGRAPH[47:]
    title, label = "林岚会见河口县代表团", "来源：临江发布"
    raw = [title, first, second, PARAGRAPH[:-3], "会见。", label[:-1], label[-1], PARAGRAPH]
    assert canonical("\n".join(raw))[0] == "\n".join([title, PARAGRAPH, PARAGRAPH, label, PARAGRAPH])


def test_captions_headings_and_numbers_between_paragraphs_stay_lines() -> None:
    for between in ("5月8日，会见现场", "深化合作，共谋发展", "图为会见现场。何雨 摄", "一", "1", "公\n告"):
        raw = f"{PARAGRAPH}\n{between}\n{PARAGRAPH}"
        assert canonical(raw)[0] == raw
