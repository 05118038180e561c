"""One article of our own with everything the graph can say, and short ways to ask its quads."""

import hashlib
import re

import pyoxigraph

from kg.graph import article_graphs, review_quads
from kg.model import (
    AgreementFact,
    AliasFact,
    AppointmentFact,
    Article,
    CreditFact,
    DocumentFact,
    EventFact,
    Facts,
    GroupFact,
    MeasureFact,
    Mention,
    ParticipationFact,
    PostFact,
    RepresentedFact,
    Resolution,
    Span,
    local_person_key,
)
from kg.seeds import load_seeds
from kg.vocab import KG, RDF

#: The raw text has a pinyin gloss, which reading takes out: canonical and raw offsets differ after it.
RAW = """辽东三市协同发展会议12月3日在丹东召开。
辽宁省委常委、丹东市委书记张明出席会议并讲话,本溪市市长单(shàn)雪主持会议,抚顺市领导王华出席。
会议审议通过了《辽东三市协同发展2023年行动计划》,自2016年《辽宁省旅游条例》实施以来成效明显。
辽东三市与辽宁东港集团有限公司(简称“东港集团”)签署《辽东三市文旅合作框架协议》。
会议要求:一是共建旅游线路;二是互认医保结算。
省直有关部门负责同志、特邀的驻丹商会代表参加会议。
12月1日,辽宁省人大常委会任命赵强为副省长,免去刘洋的副省长职务,提名钱进为省监委主任。
王华 摄"""
GLOSS = re.compile(r"\([a-zà-ǜ]+\)")
CITIES = ("丹东市", "本溪市", "抚顺市")


def article(raw=RAW, **fields):
    kept = [i for i in range(len(raw)) if not any(m.start() <= i < m.end() for m in GLOSS.finditer(raw))]
    text = "".join(raw[i] for i in kept)
    return Article(id="a1", text=text, raw=raw, offsets=(*kept, len(raw)), **fields)


ARTICLE = article(title="辽东三市协同发展会议在丹东召开", source="辽东新闻", url="https://news.example/1")


def at(*phrases, text=ARTICLE.text):
    """Spans of these phrases (each its first place; `^` before a phrase: its last)."""
    found = []
    for phrase in phrases:
        words = phrase.lstrip("^")
        start = text.rindex(words) if phrase.startswith("^") else text.index(words)
        found.append(Span(start, start + len(words)))
    return tuple(found)


def sample_facts():
    sure = {"confidence": 0.95, "rule": "drawn"}
    chain = ("辽宁省委 常委", "丹东市委 书记")
    return Facts(
        id="a1",
        hash=ARTICLE.hash,
        title=ARTICLE.title,
        source=ARTICLE.source,
        url=ARTICLE.url,
        posts=(
            PostFact(person="张明", org="辽宁省委", title="常委", evidence=at("辽宁省委常委"), **sure),
            PostFact(person="张明", org="丹东市委", title="书记", evidence=at("丹东市委书记张明"), **sure),
            PostFact(person="单雪", org="本溪市政府", title="市长", evidence=at("本溪市市长单雪"), **sure),
            PostFact(person="王华", org="抚顺市", title="领导", evidence=at("抚顺市领导王华"), **sure),
            PostFact(person="刘洋", org="辽宁省政府", title="副省长", former=True, evidence=at("刘洋")),
        ),
        events=(
            EventFact(
                key="e1", name="辽东三市协同发展会议", type="meeting", date="2022-12-03", date_text="12月3日",
                date_reason="year from the title of the adopted document", place="丹东市",
                evidence=at("辽东三市协同发展会议12月3日在丹东召开"), **sure,
            ),
        ),
        participation=(
            ParticipationFact(event="e1", agent="张明", role="attended", capacity=chain, evidence=at("张明")),
            ParticipationFact(
                event="e1", agent="张明", role="spoke", capacity=chain, evidence=at("讲话"), **sure
            ),
            ParticipationFact(
                event="e1", agent="单雪", role="chaired", capacity=("本溪市政府 市长",), evidence=at("主持")
            ),
            ParticipationFact(
                event="e1", agent="王华", role="attended", capacity=("抚顺市 领导",), evidence=at("王华出席")
            ),
        ),
        agreements=(
            AgreementFact(
                title="辽东三市文旅合作框架协议", parties=(*CITIES, "辽宁东港集团有限公司"), event="e1",
                date="2022-12-03", kind="framework", domain="tourism", via_group="辽东三市",
                evidence=at("辽东三市与辽宁东港集团有限公司", "辽东三市文旅合作框架协议"), **sure,
            ),
        ),
        documents=(
            DocumentFact(
                title="辽东三市协同发展2023年行动计划", relation="adopted", event="e1",
                evidence=at("辽东三市协同发展2023年行动计划"), **sure,
            ),
            DocumentFact(title="辽宁省旅游条例", relation="cited", year="2016", evidence=at("2016年")),
        ),
        appointments=(
            AppointmentFact(
                person="赵强", org="辽宁省政府", title="副省长", action="appointed", date="2022-12-01",
                evidence=at("任命赵强为副省长"), **sure,
            ),
            AppointmentFact(
                person="刘洋", org="辽宁省政府", title="副省长", action="removed", date="2022-12-01",
                evidence=at("免去刘洋的副省长职务"), **sure,
            ),
            AppointmentFact(
                person="钱进", org="辽宁省监委", title="主任", action="nominated", date="--12-01",
                evidence=at("提名钱进为省监委主任"), **sure,
            ),
        ),
        groups=(
            GroupFact(
                name="辽东三市", size=3, members=CITIES, aliases=("三市",),
                reason="the numeral 3 equals the cities represented", evidence=at("辽东三市"),
            ),
        ),
        measures=(
            MeasureFact(
                list="requirements", order=1, text="共建旅游线路", addressee="辽东三市", event="e1",
                evidence=at("共建旅游线路"), **sure,
            ),
            MeasureFact(
                list="requirements", order=2, text="互认医保结算", event="e1", evidence=at("互认医保结算")
            ),
        ),
        represented=(
            RepresentedFact(event="e1", body="省直有关部门", evidence=at("省直有关部门")),
            RepresentedFact(event="e1", body="驻丹商会", invited=True, evidence=at("驻丹商会")),
        ),
        aliases=(AliasFact(name="辽宁东港集团有限公司", alias="东港集团", evidence=at("东港集团”)")),),
        credits=(
            CreditFact(agent="辽东新闻", role="publisher"),
            CreditFact(agent="王华", role="photographer", evidence=at("^王华 摄")),
        ),
        orgs=("辽宁省委", "丹东市委", "本溪市政府", "辽宁省人大常委会", "辽宁东港集团有限公司"),
        places=("辽宁省", *CITIES),
        mentions=(
            Mention(name="张明", kind="person", span=at("张明")[0]),
            Mention(name="王华", kind="person", span=at("王华出席")[0]),
            Mention(name="王华", kind="person", span=at("^王华")[0]),
        ),
    )  # fmt: skip


def resolution(facts, key=ARTICLE.hash, **more):
    people = {row.person for row in (*facts.posts, *facts.appointments)}
    persons = {(key, name): local_person_key(key, name) for name in sorted(people)}
    codes = {
        (key, name): place.code
        for name in facts.places
        for place in load_seeds().places.by_name(name)[:1]
        if place.name == name
    }
    return Resolution(persons=persons, places=codes, **more)


def build(facts=None, text=ARTICLE, **more):
    """All lines of the sample (or of other facts): article, derived, reference and review graphs."""
    facts = facts or sample_facts()
    key = text.hash if text else facts.hash or hashlib.sha256(f"facts\n{facts.id}".encode()).hexdigest()[:16]
    resolved = resolution(facts, key, **more)
    graphs = article_graphs(facts, text, resolved, load_seeds())
    return [*graphs.article, *graphs.derived, *graphs.reference, *review_quads(resolved)]


class Asked:
    """Quads to ask: `objects(s, KG.role)` as plain strings; `named(label)` is the node of that name."""

    def __init__(self, lines):
        data = "\n".join(lines).encode()
        self.quads = list(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS))

    def pairs(self, predicate):
        return {(q.subject.value, q.object.value) for q in self.quads if q.predicate.value == predicate}

    def objects(self, subject, predicate):
        return {o for s, o in self.pairs(predicate) if s == subject}

    def one(self, subject, predicate):
        (found,) = self.objects(subject, predicate)
        return found

    def subjects(self, predicate, value):
        return {s for s, o in self.pairs(predicate) if o == value}

    def typed(self, term):
        return self.subjects(RDF.type, term)

    def named(self, label, term):
        (found,) = {
            q.subject.value
            for q in self.quads
            if q.predicate.value.endswith("#prefLabel")
            and q.object.value == label
            and q.object.language == "zh-hans"  # pyoxigraph lower-cases tags
        } & self.typed(term)
        return found

    def datatypes(self, subject, predicate):
        return {
            q.object.datatype.value.rpartition("#")[2]
            for q in self.quads
            if (q.subject.value, q.predicate.value) == (subject, predicate)
        }

    def tenure(self, person, post):
        holder, post = self.named(person, KG.Person), self.named(post, KG.Post)
        (found,) = self.subjects(KG.holder, holder) & self.subjects(KG.post, post)
        return found

    def participations(self, agent, role):
        return self.subjects(KG.agent, agent) & self.subjects(KG.role, role)

    def statement(self, subject, predicate, value):
        (found,) = (
            self.subjects(RDF.subject, subject)
            & self.subjects(RDF.predicate, predicate)
            & self.subjects(RDF.object, value)
        )
        return found
