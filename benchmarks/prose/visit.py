"""Visits and inspections: the visitors, those who go with them, the hosts."""

from __future__ import annotations

from benchmarks.prose.draft import Draft, forms
from benchmarks.prose.happening import Happening

LEAD = forms(
    "visit.lead", "a:attended l:accompanied",
    "{d}，{a}<率队|带队>到{pl}<考察|调研>{m}<工作|>。{l}陪同。",
    "{d}，{a}<赴|到>{pl}调研{m}，{l}<陪同调研|陪同>。",
    "{d}，在{l}<等|>陪同下，{a}<一行|>到{pl}<考察|检查>{m}<情况|>。",
    "{d}，{a}深入{pl}<走访调研|实地调研>{m}。陪同调研的有{l}。",
)
DELEGATION = forms(
    "visit.delegation", "a:attended l:accompanied",
    "{d}，由{a}率领的{home}党政代表团到{pl}考察{m}，{l}<陪同考察|全程陪同>。",
    "{d}，{a}率{home}党政代表团赴{pl}<学习考察|考察>，{l}陪同。",
    "{d}，{home}代表团在{a}的带领下，来到{pl}<考察|学习考察>{m}。{l}陪同参观。",
)
STAFF = forms(
    "visit.staff", "l:attended",
    "{l}<参加调研|一同调研|参加考察>。",
) + forms("visit.retinue", "l:attended|accompanied", "{l}随同<考察|调研>。")
STOPS = forms(
    "visit.stops", "",
    "{a:n}一行先后<来到|走进|察看了>高新技术产业园、城市展览馆和<两家重点企业|港口码头>，<详细了解|仔细询问>{m}情况。",
    "每到一处，{a:n}都<与负责同志交谈|看现场、听介绍>，<对取得的成绩给予肯定|询问存在的困难>。",
)
SAYS = forms(
    "visit.says", "a:spoke",
    "{a:n}<强调|指出>，要把{m}<摆上重要日程|作为重中之重>，<补短板、强弱项|多想办法、少讲困难>。",
    "调研中，{a:n}<强调|要求>，{m}等不得、慢不得，要<盯住目标|加快节奏>。",
    "在听取汇报后，{a:n}<对当地工作给予充分肯定|说，这里的做法值得借鉴>。",
)
HOST_SAYS = forms(
    "visit.host-says", "h:spoke",
    "{h:n}<介绍了|汇报了>{pl}经济社会发展<情况|基本情况>。",
    "座谈时，{h:n}对代表团的到来表示欢迎，并介绍了{m}有关做法。",
)
VISITED = forms(
    "visit.comfort", "a:attended",
    "{d}，{a}到{pl}<看望慰问困难群众|走访慰问企业职工|看望一线工作者>。",
    "{d}，{a}到{pl}检查{m}工作。",
)


def write(draft: Draft, event: Happening) -> None:
    """A visit with hosts; a delegation, when it comes from another city; or a leader alone."""
    rng, cast, words = draft.rng, event.cast, event.words
    slots = {"d": event.told, "pl": words["place"], "m": words["theme"], "home": words["home"],
             "a": cast["visitor"]}
    hosts = cast.get("hosts", [])
    if not hosts:
        draft.say(VISITED, new=True, **slots)
    else:
        draft.say(DELEGATION if words["delegation"] else LEAD, l=hosts, new=True, **slots)
    if cast.get("more"):
        draft.say(STAFF, l=cast["more"])
    draft.say(STOPS, new=True, **slots)
    draft.say(SAYS, new=True, **slots)
    if hosts and rng.random() < 0.5:
        draft.say(HOST_SAYS, h=hosts[0], **slots)
