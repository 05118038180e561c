"""What the graph says of each kind of fact."""

import dataclasses

import pytest
from graph_sample import ARTICLE, Asked, article, at, build, sample_facts

from kg.errors import FactsError
from kg.model import (
    AgreementFact,
    AppointmentFact,
    CreditFact,
    DocumentFact,
    EventFact,
    Facts,
    Mention,
    ParticipationFact,
    PostFact,
)
from kg.vocab import CODE, DCT, KG, RDF, SCHEMA, SKOS

PLACE = "https://kg.example/place/"


@pytest.fixture(scope="module")
def asked():
    return Asked(build())


def only(**fields):
    """A hand-written article with just these facts."""
    return Asked(build(Facts(id="hand", **fields), None))


# ---------------------------------------------------------------- posts and tenures


def test_tenure_joins_person_post_and_organisation(asked):
    tenure = asked.tenure("张明", "丹东市委书记")
    org = asked.named("丹东市委", KG.Organization)
    assert asked.one(tenure, KG.at) == org
    assert asked.one(asked.one(tenure, KG.post), KG.postIn) == org
    assert asked.one(asked.one(tenure, KG.post), KG.title) == "书记"


def test_a_title_proves_the_day_of_the_event_and_no_interval(asked):
    tenure = asked.tenure("张明", "丹东市委书记")
    assert asked.objects(tenure, KG.observedOn) == {"2022-12-03"}
    assert not asked.objects(tenure, KG.notBefore) | asked.objects(tenure, KG.notAfter)


def test_a_title_without_an_event_is_seen_on_the_day_of_the_article():
    post = PostFact(person="张明", org="丹东市委", title="书记")
    assert {o for _, o in only(posts=(post,), published="2022-12-04").pairs(KG.observedOn)} == {"2022-12-04"}
    assert not only(posts=(post,)).pairs(KG.observedOn)
    assert not only(posts=(post,), published="2022").pairs(KG.observedOn)


def test_a_planned_event_or_a_partial_date_proves_no_day():
    post = PostFact(person="张明", org="丹东市委", title="书记")
    row = ParticipationFact(event="e", agent="张明", role="spoke", capacity=("丹东市委 书记",))
    event = EventFact(key="e", name="会", type="meeting", date="2022-12-03")
    for other in (dataclasses.replace(event, planned=True), dataclasses.replace(event, date="--12-03")):
        assert not only(posts=(post,), participation=(row,), events=(other,)).pairs(KG.observedOn)
    assert only(posts=(post,), participation=(row,), events=(event,)).pairs(KG.observedOn)


def test_a_former_post_is_marked_and_never_observed():
    asked = only(
        posts=(PostFact(person="张明", org="丹东市委", title="书记", former=True),), published="2022-12-04"
    )
    (tenure,) = asked.typed(KG.Tenure)
    assert asked.one(tenure, KG.status) == CODE["status-former"]
    assert not asked.pairs(KG.observedOn)


def test_leaders_of_a_city_have_a_post_in_no_organ(asked):
    post = asked.named("抚顺市领导", KG.Post)
    assert asked.one(post, KG.jurisdiction) == PLACE + "cn-210400"
    assert not asked.objects(post, KG.postIn)
    (tenure,) = asked.subjects(KG.post, post)
    assert not asked.objects(tenure, KG.at)


# ---------------------------------------------------------------- events and participations


def test_event_with_its_place_date_and_the_reason_for_the_year(asked):
    event = asked.named("辽东三市协同发展会议", KG.Event)
    assert asked.one(event, KG.place) == PLACE + "cn-210600"
    assert asked.one(event, KG.date) == "2022-12-03"
    assert asked.datatypes(event, KG.date) == {"date"}
    assert asked.one(event, KG.year) == "2022"
    assert asked.one(event, KG.dateText) == "12月3日"
    assert asked.one(event, KG.kind) == CODE["event-meeting"]
    statement = asked.statement(event, KG.date, "2022-12-03")
    assert asked.one(statement, KG.reviewStatus) == CODE["review-derived"]
    assert asked.one(statement, KG.reason) == asked.one(event, KG.reason)
    assert "adopted document" in asked.one(event, KG.reason)


@pytest.mark.parametrize(
    ("date", "datatype", "year"),
    [("2022-12-03", "date", "2022"), ("2022-12", "gYearMonth", "2022"), ("2022", "gYear", "2022"),
     ("--12-03", "gMonthDay", None), ("--02-29", "gMonthDay", None)],
)  # fmt: skip
def test_partial_dates_keep_what_is_known(date, datatype, year):
    asked = only(events=(EventFact(key="e", name="会", type="meeting", date=date),))
    (event,) = asked.typed(KG.Event)
    assert asked.one(event, KG.date) == date and asked.datatypes(event, KG.date) == {datatype}
    assert asked.objects(event, KG.year) == ({year} if year else set())


@pytest.mark.parametrize("date", ["2022-02-30", "2022-13", "--13-01", "12月3日", "2022-1-1", "0000"])
def test_what_is_no_date_is_an_error_that_names_the_article(date):
    with pytest.raises(FactsError, match=f"^hand: '{date}' is no date"):
        only(events=(EventFact(key="e", name="会", type="meeting", date=date),))


def test_roles_capacities_and_order(asked):
    zhang, shan = asked.named("张明", KG.Person), asked.named("单雪", KG.Person)
    (spoke,) = asked.participations(zhang, CODE["role-spoke"])
    (attended,) = asked.participations(zhang, CODE["role-attended"])
    (chaired,) = asked.participations(shan, CODE["role-chaired"])
    both = {asked.tenure("张明", "辽宁省委常委"), asked.tenure("张明", "丹东市委书记")}
    assert asked.objects(spoke, KG.inCapacity) == both
    assert asked.one(spoke, KG.inEvent) == asked.named("辽东三市协同发展会议", KG.Event)
    order = [asked.one(node, KG.order) for node in (spoke, attended, chaired)]
    assert order == ["1", "1", "2"]
    assert not asked.participations(shan, CODE["role-spoke"])


def test_a_participation_in_no_event_is_an_error():
    with pytest.raises(FactsError, match="unknown event 'e9' in participation"):
        only(participation=(ParticipationFact(event="e9", agent="张明", role="spoke"),))


def test_a_capacity_without_a_title_is_an_error():
    row = ParticipationFact(event="e", agent="张明", role="spoke", capacity=("丹东市委书记",))
    with pytest.raises(FactsError, match="capacity '丹东市委书记'"):
        only(events=(EventFact(key="e", name="会", type="meeting"),), participation=(row,))


def test_bodies_with_unnamed_people(asked):
    officials, guests = asked.named("省直有关部门", KG.Group), asked.named("驻丹商会", KG.Group)
    assert asked.participations(officials, CODE["role-represented"])
    assert asked.participations(guests, CODE["role-invited"])
    assert not asked.participations(officials, CODE["role-invited"])


def test_cities_and_organisations_can_take_part():
    rows = tuple(
        ParticipationFact(event="e", agent=name, role="hosted")
        for name in ("大连市", "科技部", "法国", "甲乙丙")
    )
    asked = only(events=(EventFact(key="e", name="会", type="meeting"),), participation=rows)
    agents = {o for _, o in asked.pairs(KG.agent)}
    assert PLACE + "cn-210200" in agents and PLACE + "fr" in agents
    assert asked.named("科技部", KG.Organization) in agents and asked.named("甲乙丙", KG.Person) in agents


def test_one_event_told_by_two_articles_is_one_only_with_day_and_place():
    event = EventFact(key="e", name="工作会议", type="meeting", date="2022-12-03", place="丹东市")

    def iris(fact):
        return {Asked(build(Facts(id=i, events=(fact,)), None)).typed(KG.Event).pop() for i in ("x", "y")}

    assert len(iris(event)) == 1
    assert len(iris(dataclasses.replace(event, date="2022-12"))) == 2
    assert len(iris(dataclasses.replace(event, place=None))) == 2
    assert len(iris(dataclasses.replace(event, date=None))) == 2


# ---------------------------------------------------------------- appointments


def test_an_appointment_opens_and_a_removal_closes_a_tenure(asked):
    opened, closed = asked.tenure("赵强", "辽宁省副省长"), asked.tenure("刘洋", "辽宁省副省长")
    (event,) = asked.subjects(KG.opens, opened)
    assert asked.one(event, KG.action) == CODE["action-appointed"]
    assert asked.one(event, KG.kind) == CODE["event-appointment"]
    assert asked.one(opened, KG.notBefore) == "2022-12-01" and not asked.objects(opened, KG.notAfter)
    assert asked.one(closed, KG.notAfter) == "2022-12-01" and not asked.objects(closed, KG.notBefore)
    (row,) = asked.subjects(KG.inEvent, event)
    assert asked.one(row, KG.agent) == asked.named("赵强", KG.Person)
    assert asked.one(row, KG.role) == CODE["role-appointee"]


def test_a_nomination_gives_no_tenure(asked):
    person = asked.named("钱进", KG.Person)
    (event,) = asked.subjects(KG.action, CODE["action-nominated"])
    assert not asked.subjects(KG.holder, person)
    assert asked.one(event, KG.post) == asked.named("辽宁省监委主任", KG.Post)
    assert not asked.objects(event, KG.opens) | asked.objects(event, KG.closes)


def test_an_act_without_a_year_bounds_no_tenure():
    act = AppointmentFact(person="赵强", org="辽宁省政府", title="副省长", action="elected", date="--12-01")
    asked = only(appointments=(act,))
    assert asked.pairs(KG.opens) and not asked.pairs(KG.notBefore)
    assert only(appointments=(dataclasses.replace(act, date="2022-12"),)).pairs(KG.notBefore)


# ---------------------------------------------------------------- documents


def test_a_city_that_signs_is_the_party_itself(asked):
    agreement = asked.named("辽东三市文旅合作框架协议", KG.Agreement)
    company = asked.named("辽宁东港集团有限公司", KG.Organization)
    cities = {PLACE + f"cn-{code}" for code in ("210600", "210500", "210400")}
    assert asked.objects(agreement, KG.party) == cities | {company}
    assert cities <= asked.typed(KG.Place)
    assert asked.one(agreement, KG.signedAt) == asked.named("辽东三市协同发展会议", KG.Event)
    assert asked.one(agreement, KG.kind) == CODE["agreement-framework"]
    assert asked.one(agreement, KG.domain) == CODE["domain-tourism"]


def test_parties_from_a_group_are_derived_and_the_group_stays(asked):
    agreement = asked.named("辽东三市文旅合作框架协议", KG.Agreement)
    group = asked.named("辽东三市", KG.Group)
    assert asked.one(agreement, KG.partyGroup) == group
    city = asked.statement(agreement, KG.party, PLACE + "cn-210500")
    company = asked.statement(agreement, KG.party, asked.named("辽宁东港集团有限公司", KG.Organization))
    assert asked.one(city, KG.reviewStatus) == CODE["review-derived"]
    assert "辽东三市" in asked.one(city, KG.reason)
    assert asked.one(company, KG.reviewStatus) == CODE["review-stated"]
    assert not asked.objects(company, KG.reason)
    assert asked.objects(city, KG.evidence) == asked.objects(agreement, KG.evidence)


def test_unknown_kinds_and_domains_become_other():
    asked = only(
        agreements=(AgreementFact(title="某协议", parties=("大连市", "丹东市"), kind="pact", domain="space"),)
    )
    (agreement,) = asked.typed(KG.Agreement)
    assert asked.one(agreement, KG.kind) == CODE["agreement-other"]
    assert asked.one(agreement, KG.domain) == CODE["domain-other"]


def test_adopted_and_cited_documents(asked):
    adopted = asked.named("辽东三市协同发展2023年行动计划", KG.Work)
    cited = asked.named("辽宁省旅游条例", KG.Work)
    assert asked.one(adopted, KG.relation) == CODE["relation-adopted"]
    assert asked.one(adopted, KG.adoptedAt) == asked.named("辽东三市协同发展会议", KG.Event)
    assert asked.one(cited, KG.relation) == CODE["relation-cited"]
    assert asked.one(cited, KG.year) == "2016" and asked.datatypes(cited, KG.date) == {"gYear"}
    assert not asked.objects(cited, KG.handledAt) | asked.objects(cited, KG.adoptedAt)


def test_an_issued_document_needs_no_event():
    asked = only(documents=(DocumentFact(title="《关于加强工作的通知》", relation="issued"),))
    work = asked.named("关于加强工作的通知", KG.Work)
    assert asked.one(work, KG.relation) == CODE["relation-issued"]


def test_a_signed_document_is_the_agreement_of_that_title():
    agreement = AgreementFact(title="两市合作协议", parties=("大连市", "丹东市"))
    asked = only(
        agreements=(agreement,), documents=(DocumentFact(title="《两市合作协议》", relation="signed"),)
    )
    (node,) = asked.typed(KG.Agreement)
    assert asked.one(node, KG.relation) == CODE["relation-signed"] and not asked.typed(KG.Work)


@pytest.mark.parametrize(
    ("title", "shared"),
    [("辽宁沿海经济带发展规划", True), ("中华人民共和国港口法", True), ("实施方案", False),
     ("大连市政府工作报告", False), ("大连市2022年政府工作报告", True)],
)  # fmt: skip
def test_a_title_is_one_work_in_two_articles_only_if_it_says_which(title, shared):
    fact = DocumentFact(title=title, relation="cited")
    works = {Asked(build(Facts(id=i, documents=(fact,)), None)).typed(KG.Work).pop() for i in ("x", "y")}
    assert (len(works) == 1) is shared


def test_measures_keep_their_order_list_and_addressee(asked):
    first, second = asked.named("共建旅游线路", KG.Measure), asked.named("互认医保结算", KG.Measure)
    assert [asked.one(node, KG.order) for node in (first, second)] == ["1", "2"]
    assert asked.one(first, KG.kind) == CODE["list-requirements"]
    assert asked.one(first, KG.addressee) == asked.named("辽东三市", KG.Group)
    assert not asked.objects(second, KG.addressee)
    assert asked.one(second, KG.proposedAt) == asked.named("辽东三市协同发展会议", KG.Event)


# ---------------------------------------------------------------- groups, aliases, credits


def test_group_says_how_many_and_how_we_know_who(asked):
    group = asked.named("辽东三市", KG.Group)
    assert asked.one(group, KG.size) == "3"
    assert len(asked.objects(group, KG.hasMember)) == 3
    assert asked.objects(group, SKOS.altLabel) == {"三市"}
    assert "represented" in asked.one(group, KG.reason)
    member = asked.statement(group, KG.hasMember, PLACE + "cn-210500")
    assert asked.one(member, KG.reviewStatus) == CODE["review-derived"]


def test_an_alias_of_the_article_names_the_same_company(asked):
    company = asked.named("辽宁东港集团有限公司", KG.Organization)
    assert asked.objects(company, SKOS.altLabel) == {"东港集团"}
    (words,) = asked.objects(asked.statement(company, SKOS.altLabel, "东港集团"), KG.evidence)
    (span,) = at("东港集团”)")
    assert words.endswith(f"#char={span.start},{span.end}")
    facts = sample_facts()
    (agreement,) = facts.agreements
    short = dataclasses.replace(agreement, parties=("丹东市", "东港集团"))
    again = Asked(build(dataclasses.replace(facts, agreements=(short,))))
    assert company in {o for _, o in again.pairs(KG.party)}


def test_a_photographer_is_never_an_official_of_that_name(asked):
    people = {s for s in asked.typed(KG.Person) if "王华" in asked.objects(s, SKOS.prefLabel)}
    assert len(people) == 2
    (official,) = {s for s in people if "/person/" in s}
    (photographer,) = {s for s in people if "/credit/" in s}
    assert asked.participations(photographer, CODE["role-photographer"])
    assert not asked.participations(official, CODE["role-photographer"])
    (publication,) = asked.subjects(KG.kind, CODE["event-publication"])
    assert all(
        asked.one(row, KG.agent).startswith("https://kg.example/credit/")
        for row in asked.subjects(KG.inEvent, publication)
    )
    (meant,) = at("王华出席")
    (credit,) = at("^王华")
    marks = {mark.rpartition("=")[2] for mark in asked.objects(official, KG.evidence)}
    assert f"{meant.start},{meant.end}" in marks and f"{credit.start},{credit.end}" not in marks


def test_an_outlet_spelt_in_two_ways_has_one_name():
    names = ("上观 新闻", "“上观新闻”")
    asked = only(credits=tuple(CreditFact(agent=name, role="publisher") for name in names))
    assert asked.objects(asked.named("上观新闻", KG.Organization), SKOS.altLabel) == set(names)


def test_an_outlet_that_only_prints_is_no_body_of_the_network():
    credit = CreditFact(agent="上观新闻", role="publisher")
    printed = only(credits=(credit,), orgs=("上观新闻", "东港集团"))
    assert "/credit/" in printed.named("上观新闻", KG.Organization)
    assert "/credit/" not in printed.named("东港集团", KG.Organization)


def test_a_mention_alone_makes_no_node():
    facts = sample_facts()
    asked = Asked(build(dataclasses.replace(
        facts, mentions=(Mention(name="沈阳市", kind="place", span=at("本溪市")[0]),
                         Mention(name="东港集团", kind="org", span=at("东港集团”)")[0])),
    )))  # fmt: skip
    assert PLACE + "cn-210100" not in asked.typed(KG.Place)
    company = asked.named("辽宁东港集团有限公司", KG.Organization)
    assert len(asked.objects(company, KG.evidence)) == 1


def test_the_article_names_its_source(asked):
    node = f"https://kg.example/article/{ARTICLE.hash}"
    assert asked.one(node, DCT.identifier) == "a1"
    assert asked.one(node, SCHEMA.url) == "https://news.example/1"
    assert asked.one(asked.one(node, DCT.publisher), RDF.type) == KG.Organization
    assert not asked.objects(node, KG.date)
    dated = Asked(build(text=article(published="2022-12-04")))
    assert dated.one(node, KG.date) == "2022-12-04" and dated.one(node, KG.year) == "2022"
