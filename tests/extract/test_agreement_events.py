"""Where an agreement was signed: the event that the words before it name, and its day."""

from kg.extract import extract
from kg.model import Article, Facts


def facts(text: str) -> Facts:
    return extract(Article(id="drawn", text=text, raw=text, offsets=range(len(text) + 1)))


def occasions(text: str) -> list[tuple[str, str | None, str | None]]:
    """(title, name of the event, day) of each agreement."""
    found = facts(text)
    names = {event.key: event.name for event in found.events}
    return [(a.title, names.get(a.event or ""), a.date) for a in found.agreements]


def test_the_meeting_named_last_before_a_signing_is_its_event() -> None:
    text = ("两市深化合作\n2024年3月4日至6日，保山市党政代表团赴嘉兴市考察。3月4日，代表团考察了南湖。\n"
            "3月6日，嘉兴市与保山市对口合作工作会议召开。会上，嘉兴市副市长段文海与保山市副市长刀志华签署"
            "《对口合作协议》。")  # fmt: skip
    assert occasions(text) == [("对口合作协议", "嘉兴市与保山市对口合作工作会议", "2024-03-06")]


def test_a_signing_before_the_meeting_is_named_belongs_to_the_event_before() -> None:
    text = ("2024年3月4日，嘉兴市与保山市对口合作工作会议召开。会上，两市签署《对口合作协议》。\n"
            "3月6日，嘉兴市文旅工作座谈会召开。")  # fmt: skip
    assert occasions(text) == [("对口合作协议", "嘉兴市与保山市对口合作工作会议", "2024-03-04")]


def test_a_report_without_a_headline_tells_its_signing_in_its_first_sentence() -> None:
    text = "2024年3月4日，道县人民政府与五矿二十三冶建设集团合作框架协议签约仪式举行。县长段文海出席。"
    assert occasions(text)[0][0] == "合作框架协议"
    assert facts(text).agreements[0].parties == ("道县人民政府", "五矿二十三冶建设集团")


def test_one_ceremony_by_two_words_is_one_event() -> None:
    text = ("2024年3月4日，商丘市与中国恒天集团战略合作协议签署仪式在北京举行。"
            "商丘市市长段文海出席签约仪式。")  # fmt: skip
    assert [event.name for event in facts(text).events] == ["商丘市与中国恒天集团战略合作协议签署仪式"]


def test_an_agreement_told_twice_is_one_with_the_words_of_both() -> None:
    text = ("2024年3月4日，衢江区区长徐海文与赤壁市市长董方山签署友好城市框架协议。"
            "仪式上，衢江区人民政府与赤壁市人民政府签署友好城市框架协议。")  # fmt: skip
    (agreement,) = facts(text).agreements
    assert agreement.parties == ("衢江区人民政府", "赤壁市人民政府")
    assert any(text[s.start : s.end] == "赤壁市人民政府" for s in agreement.evidence)


def test_the_opposite_one_title_with_another_party_is_another_agreement() -> None:
    text = "2024年3月4日，衢江区与赤壁市签署友好城市框架协议，衢江区与咸宁市签署友好城市框架协议。"
    assert [a.parties for a in facts(text).agreements] == [("衢江区", "赤壁市"), ("衢江区", "咸宁市")]


def test_the_day_of_publication_in_the_line_of_the_source_gives_a_year_and_no_day() -> None:
    text = ("我校与蔡甸区签订合作协议\n发布：2023-11-13 16:56 来源：社会合作处\n"
            "11月10日，武汉理工大学与蔡甸区签署全面合作协议。校长段文海出席签约仪式。")  # fmt: skip
    assert [event.date for event in facts(text).events] == ["2023-11-10"]


def test_the_day_of_a_dateline_is_no_day_of_an_event_that_another_one_dates() -> None:
    text = ("红网津市站3月11日讯 3月9日下午，津市市委书记段文海走访企业。\n"
            "津市市工业发展座谈会召开，段文海参加座谈会并讲话。")  # fmt: skip
    assert {event.date for event in facts(text).events} == {"--03-09"}


def test_the_opposite_a_dateline_alone_dates_the_event() -> None:
    text = "新华社南京3月11日电 江苏省经济工作会议在南京召开。省长段文海出席会议。"
    assert [event.date for event in facts(text).events] == ["--03-11"]


def test_a_headline_about_signings_names_the_ceremony_of_the_report() -> None:
    text = ("费县16个项目集中签约\n2021年7月29日，费县三季度重大招商项目集中签约仪式举行。"
            "县长段文海出席签约仪式。")  # fmt: skip
    assert [event.name for event in facts(text).events] == ["费县三季度重大招商项目集中签约仪式"]


def test_the_month_in_a_name_does_not_hide_the_day_of_the_report() -> None:
    text = "筠连县举行2023年12月招商项目签约仪式\n12月22日，筠连县2023年12月招商项目签约仪式在县城举行。"
    assert {event.date for event in facts(text).events} == {"--12-22"}


def test_the_body_of_a_leader_is_no_place_of_a_visit() -> None:
    text = "考察\n2024年6月17日，海东市代表团在海东市委副书记段文海的带领下，来到遵义市考察粮食生产。"
    assert {event.place for event in facts(text).events} == {"遵义市"}


def test_an_anniversary_is_no_event_of_today() -> None:
    text = ("2024年7月2日，中韩渔业座谈会在威海市举行。今年是《中韩渔业协定》签署二十周年，"
            "双方回顾了合作历程。")  # fmt: skip
    assert occasions(text) == [("中韩渔业协定", None, None)]


def test_a_signing_in_the_first_sentence_of_a_text_without_a_headline_is_an_event() -> None:
    text = "2024年3月4日，上海市人民政府与中国五矿集团签署战略合作协议。双方将深化合作。"
    assert [(event.type, event.date) for event in facts(text).events] == [("signing", "2024-03-04")]


def test_the_opposite_a_headline_alone_is_no_signing() -> None:
    text = "上海市与中国五矿集团签署战略合作协议\n2024年3月4日，双方将深化合作。"
    assert [event.type for event in facts(text).events if event.type == "signing"] == []


def test_quotation_marks_of_a_title_stay_where_both_are_there() -> None:
    text = "2024年3月4日，上海市与鱼跃集团签署“十四五”战略合作协议，上海市与连云港市签署“镇江协议”。"
    assert [a.title for a in facts(text).agreements] == ["“十四五”战略合作协议", "镇江协议"]


def test_a_headline_about_a_school_is_no_repeat_of_what_its_college_signs() -> None:
    text = ("我校与汉中市签署战略合作协议\n12月8日，长安大学与汉中市签约仪式举行，我校校长邹天翔致辞。"
            "公路学院与汉中市交通运输局签署《养护合作协议》。")  # fmt: skip
    assert [a.parties for a in facts(text).agreements] == [
        ("长安大学", "汉中市"), ("长安大学公路学院", "汉中市交通运输局")]  # fmt: skip
