"""From one article to its facts: the order in which the phenomena are read, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.agents import by_sentence, find_people, whole_names
from kg.extract.agreements import AgreementFinder, Signed
from kg.extract.appointments import Act, Careers, once
from kg.extract.bodies import Bodies
from kg.extract.chains import find_chains
from kg.extract.context import Context
from kg.extract.credit_bodies import whole_credits
from kg.extract.credits import find_credits
from kg.extract.dates import find_dates
from kg.extract.delegations import Delegations
from kg.extract.documents import find_documents
from kg.extract.events import Event
from kg.extract.groups import Countable, find_groups
from kg.extract.hosts import body_rows
from kg.extract.introduced import introduced
from kg.extract.lexicon import Lexicon
from kg.extract.marks import mark
from kg.extract.named_events import find_events
from kg.extract.orgs import aliases, declared, find_orgs, one_form
from kg.extract.other_places import other_places
from kg.extract.participation import person_rows
from kg.extract.places import PlaceMention, find_places
from kg.extract.posts import PostMention, find_posts, person_name
from kg.extract.pronouns import with_pronouns
from kg.extract.reading import Actors, Ground, Happenings
from kg.extract.receptions import find_receptions, with_receptions
from kg.extract.repeats import without_repeats
from kg.extract.roles import masked
from kg.extract.scene import Scene
from kg.extract.school import school_name
from kg.extract.sentences import split_sentences, works
from kg.extract.settle import Settler
from kg.extract.sides import Known
from kg.extract.signings import unnamed_signing
from kg.extract.spans import Spans
from kg.extract.standing import standing_acts
from kg.extract.titles import find_titles
from kg.extract.unnamed_events import discussions, unnamed_meeting
from kg.extract.visits import find_visits
from kg.extract.write import write_facts
from kg.model import Article, Facts, Span

_HEAD = 80  # code points of the headline or first sentence that weigh most for the place
_COMPANY = re.compile(r"集团|公司|总经理|董事长")
#: 我市, 我国, and the school itself: 我校, 学校与…, 该校.
_OURS = re.compile(r"我(?P<level>[省市县区州])(?![委政域])|(?P<state>我国)|我校|该校|学校(?=[与和同就])")
_HEARD = re.compile("(?:从[^，。；]{1,24}?)?(?:获悉|了解到|采访)")
_INNER = re.compile(r"(?:党组|党委)$")


def facts_of(article: Article, lexicon: Lexicon) -> Facts:
    """The facts of one article: see kg.extract."""
    ground = _ground(article, lexicon)
    actors = _actors(ground)
    return write_facts(ground, actors, _happenings(ground, actors))


def _ground(article: Article, lexicon: Lexicon) -> Ground:
    text = article.text
    marks = mark(text, lexicon)
    credits, zones = find_credits(text, article.source)
    hidden, titled, places = Spans(zones), works(text), find_places(marks)
    sentences = [s for s in split_sentences(text) if not hidden.holds(s.span)]
    head = min(sentences[0].span.end, _HEAD) if sentences else 0
    context = Context(marks, places, Span(0, head), article.source or "")
    return Ground(
        article=article, marks=marks, credits=credits, zones=zones, works=titled, sentences=sentences,
        blocked=Spans([*titled, *zones]),
        context=context,
        places=[context.settled(place) for place in places],
        others=other_places(marks, places),
        # The day of publication in a page's own line is no day of an event.
        dates=[
            date for date in find_dates(text, article.published)
            if date.kind != "page" and not hidden.holds(date.span) and not _is_heard(text, date.span)
        ],
        school=school_name(marks),
    )  # fmt: skip


def _is_heard(text: str, day: Span) -> bool:
    """记者3月26日从某局获悉: the day on which a reporter heard it, not that of an event."""
    return text.endswith("记者", 0, day.start) and _HEARD.match(text, day.end) is not None


def _actors(ground: Ground) -> Actors:
    marks, text, school, context = ground.marks, ground.article.text, ground.school, ground.context
    titles = [title for title in find_titles(marks) if not ground.blocked.covers(title.start)]
    chains = find_chains(marks, titles)
    named = [chain for chain in chains if chain.names]
    posts = find_posts(marks, named, context, school)
    bodies = Bodies(marks, context, school)
    names = [(person_name(text, name), name) for chain in named for name in chain.names]
    acts = Careers(marks, bodies, names).find(chains, ground.sentences)
    others = [*(act.person for act in acts), *introduced(marks)]
    posts, acts = _one_form(posts, [*acts, *standing_acts(marks, posts)])
    whole = whole_names({*others, *(post.person for post in posts)})
    posts = [replace(post, person=whole.get(post.person, post.person)) for post in posts]
    people = find_people(marks, named, others, [*ground.zones, *ground.works])
    # An organisation may stand inside 《…》 (甲公司 in a title), but its name does not reach over the mark.
    opened = [Span(work.start, work.start + 1) for work in ground.works]
    orgs = find_orgs(marks, bodies, Spans([*(p.at for p in people), *ground.zones, *opened]))
    written = dict.fromkeys([*(o.name for o in orgs), *(p.body.org for p in posts)])
    full = declared(text, orgs) | aliases([name for name in written if name not in marks.lexicon.countries])
    listed = [(o.span, full.get(o.name, o.name)) for o in orgs]
    groups = find_groups(marks, Countable(ground.places, posts, listed, _companies(posts, full)))
    spoken = with_pronouns(marks, by_sentence(marks, people, ground.sentences), posts)
    credits = whole_credits(ground.credits, bodies)
    return Actors(posts, acts, people, spoken, orgs, groups, full, _ours(ground), credits)


def _one_form(posts: list[PostMention], acts: list[Act]) -> tuple[list[PostMention], list[Act]]:
    """Posts and acts with one form of the name of each body, and each act once."""
    names = [*(post.body.org for post in posts), *(act.body.org for act in acts)]
    forms = dict(zip(names, one_form(names), strict=True))
    return (
        [replace(post, body=replace(post.body, org=forms[post.body.org])) for post in posts],
        once(replace(act, body=replace(act.body, org=forms[act.body.org])) for act in acts),
    )


def _ours(ground: Ground) -> list[tuple[Span, str]]:
    """我市 and 学校 with what they mean, where the article lets us know."""
    found = []
    for match in _OURS.finditer(ground.article.text):
        home = ground.context.home(match["level"], match.start()) if match["level"] else ground.school
        name = "中国" if match["state"] else home
        if name:
            found.append((Span(*match.span()), name))
    return found


def _companies(posts: Sequence[PostMention], full: dict[str, str]) -> list[str]:
    """The companies whose people are named, in full."""
    found = []
    for post in posts:
        base = _INNER.sub("", post.body.org)
        if not post.body.place and _COMPANY.search(base + post.body.title):
            found.append(full.get(base, base))
    return found


def _happenings(ground: Ground, actors: Actors) -> Happenings:
    marks, sentences, blocked = ground.marks, ground.sentences, [*ground.works, *ground.zones]
    plain = masked(marks.text, blocked)
    events = _events(ground, actors, plain)
    scene = Scene(marks, actors.spoken, events, blocked, plain)
    rows = [*person_rows(scene, actors.posts), *body_rows(scene, actors.orgs, ground.places, actors.ours)]
    signed = _signed(ground, actors, scene)
    return Happenings(
        events=events,
        settled=Settler(marks, sentences, _where(ground, actors), ground.dates, ground.works).settle(events),
        rows=rows,
        signed=signed,
        documents=find_documents(
            marks, ground.works, [s.at for s in signed if s.rule == "signed-work"], sentences
        ),
    )


def _where(ground: Ground, actors: Actors) -> list[PlaceMention]:
    """All places that an event can be at; 我市 and 我校 are such words too."""
    return [*ground.places, *ground.others, *(PlaceMention(span, name) for span, name in actors.ours)]


def _events(ground: Ground, actors: Actors, plain: str) -> list[Event]:
    """Named events first, then those made of verbs outside their names; `plain` is the text without works."""
    marks, spoken = ground.marks, actors.spoken
    events = find_events(marks, ground.sentences, ground.blocked)
    delegations = Delegations(plain, spoken)
    narration = masked(plain, [anchor for event in events for anchor in event.anchors])
    receptions = find_receptions(marks, plain, spoken, delegations)
    events += find_visits(marks, narration, spoken, [*events, *receptions], delegations)
    events = with_receptions(events, receptions)
    events += discussions(marks, events, plain)
    events += unnamed_signing(marks, ground.sentences, events, ground.blocked)
    return events + unnamed_meeting(marks, events, ground.blocked)


def _signed(ground: Ground, actors: Actors, scene: Scene) -> list[Signed]:
    known = Known(actors.people, actors.posts, actors.orgs, ground.places, actors.groups,
                  dict(actors.full), actors.ours)
    finder = AgreementFinder(ground.marks, scene.masked, ground.works, known)
    head = ground.sentences[0].span.end if ground.sentences else 0
    return without_repeats(finder.find(ground.sentences), head)
