"""Receptions and talks: the host, the guests, who was with them."""

from __future__ import annotations

from benchmarks.prose.draft import Draft, forms
from benchmarks.prose.happening import Happening

LEAD = forms(
    "reception.lead", "a:met b:met",
    "{d}，{a}在{v}会见<了|>来访的{b}一行。",
    "{d}，{a}会见{b}一行，双方就{m}<进行深入交流|交换了意见|进行座谈>。",
    "{d}，{a}在{v}与{b}一行<举行会谈|座谈|举行工作会谈>。",
    "{d}，{b}一行<来访|到访{place}>，{a}在{v}会见了客人。",
    "{d}，{a}<会见了前来考察的|热情接待了>{b}一行。",
)
TWO_HOSTS = forms(
    "reception.two-hosts", "a:met h:met b:met",
    "{d}，{a}、{h}在{v}会见{b}一行。",
    "{d}，{a}和{h}会见了{b}一行，就{m}<交换意见|深入交流>。",
)
WITH_THEM = forms(
    "reception.with", "l:attended",
    "{l}<参加会见|参加会谈|参加座谈>。",
    "{l}会见时在座。",
    "参加会见的<有|还有>{l}。",
)
HOST_SAYS = forms(
    "reception.host-says", "a:spoke",
    "{a:n}对{b:n}一行的到来表示欢迎。他说，{place}正<加快推进|全力抓好>{m}，希望双方<加强对接|深化合作>。",
    "{a:n}<说|表示>，{m}是{place}的<重点|优势>所在，<欢迎企业扩大投资|愿与各方共享机遇>。",
    "会见中，{a:n}简要介绍了{place}经济社会发展情况。",
)
GUEST_SAYS = forms(
    "reception.guest-says", "b:spoke",
    "{b:n}<说|表示>，{place}<发展势头强劲|营商环境优良>，愿在{m}方面<加大投入|深化合作>。",
    "{b:n}感谢{place}给予的支持，表示将<加快项目建设|继续拓展合作空间>。",
)
CALLS_ON = forms(
    "reception.calls-on", "b:met k:met",
    "当天，{b:n}还<拜会了|拜访了>{k}。",
)


def write(draft: Draft, event: Happening) -> None:
    """A reception, with what the host and the guest said, and those who sat with them."""
    rng, cast, words = draft.rng, event.cast, event.words
    slots = {"d": event.told, "v": words["venue"], "m": words["theme"], "place": words["place"],
             "a": cast["chief"], "b": cast["guest"]}
    if words.get("placed"):  # a contradiction about the place cannot be read where no place is named
        draft.say([form for form in LEAD if "{v}" in form.texts[0]], new=True, **slots)
    elif "second" in cast:
        draft.say(TWO_HOSTS, h=cast["second"], new=True, **slots)
    else:
        draft.say(LEAD, new=True, **slots)
    draft.say(HOST_SAYS, new=True, **slots)
    draft.say(GUEST_SAYS, **slots)
    if cast.get("more"):
        draft.say(WITH_THEM, l=cast["more"], new=True)
    if "caller" in cast and rng.random() < 0.5:
        draft.say(CALLS_ON, event="e2", k=cast["caller"], **slots)
        draft.rows.setdefault("events", []).append({
            "key": "e2", "name": [f"拜会{cast['caller'].person.name}", "拜会", "拜访"], "type": "reception",
            "date": None, "place": None, "form": "reception.calls-on", "sentence": ""})
