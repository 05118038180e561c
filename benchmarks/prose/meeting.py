"""Meetings: who came, chaired and spoke, what was adopted, explained and read out."""

from __future__ import annotations

from benchmarks.prose.draft import Draft, forms
from benchmarks.prose.happening import Happening

LEAD = forms(
    "meeting.lead", "a:attended,spoke b:chaired",
    "{d}，{e}在{v}<召开|举行>。{a}出席会议并讲话，{b}主持会议。",
    "{d}，{e}<召开|在{v}召开>，{a}<出席并讲话|到会并讲话>，会议由{b}主持。",
    "{e}于{d}在{v}召开。会议由{b}主持，{a}<出席会议并作讲话|出席并作重要讲话>。",
    "{d}，{b}主持召开{e}，{a}出席会议并<讲话|提出要求>。",
)
LEAD_ONE = forms(
    "meeting.chief", "a:chaired,spoke",
    "{d}，{a}主持召开{e}<并讲话|并作讲话>，<研究部署|安排>下一阶段工作。",
    "{d}，{e}在{v}召开，{a}主持会议并讲话。",
)
LEAD_STRESS = forms(
    "meeting.stress", "a:spoke",
    "在{d}召开的{e}上，{a}<强调|指出>，要把{m}摆在更加突出的位置，<一项一项抓落实|以钉钉子精神抓到底>。",
)
LISTED = forms(
    "meeting.listed", "l:attended",
    "出席会议的<领导有|还有>：{l}。",
    "{l}<出席会议|参加会议|出席>。",
    "{l}等<出席|出席会议|参加会议>。",
    "参加会议的<有|还有>{l}<。|等。>",
)
SITTING_IN = forms("meeting.sit-in", "l:attended", "{l}列席会议。", "列席会议的有{l}。")
REPORTS = forms(
    "meeting.report", "c:presented",
    "会上，{c}通报了{m}<进展情况|有关情况>。",
    "{c}在会上通报今年以来{m}情况。",
)
EXPLAINS = forms(
    "meeting.explain", "c:presented",
    "会上，{c}就《{t}》作了说明。",
    "{c}对《{t}》<作了说明|作起草说明>。",
)
ADOPTS = forms(
    "meeting.adopt", "",
    "会议<审议通过了|审议并通过了|原则通过了>《{t}》。",
    "会议审议并原则通过《{t}》，<要求修改完善后印发实施|决定按程序印发>。",
)
CITES = forms("meeting.cite", "", "会议<传达学习了|学习贯彻了>《{t}》。")
IN_TURN = forms(
    "meeting.in-turn", "l:spoke",
    "{l}<分别发言|先后发言|依次作交流发言>。",
    "会上，{l}分别作了<交流发言|表态发言>。",
    "先后发言的有{l}。",
)
BODIES_SPEAK = forms(
    "meeting.bodies", "o:spoke",
    "{o1}、{o2}<主要负责同志|负责人>作<交流发言|表态发言>。",
)
SAYS = forms(
    "meeting.says", "a:spoke",
    "{a:n}<指出|强调>，当前{m}正处在<爬坡过坎|关键>的时候，要<坚定信心|保持定力>，一件一件抓好落实。",
    "{a:n}要求，各级各部门要把{m}抓在手上，<一是理清家底，二是压实责任，三是严格考核|倒排工期、挂图作战>。",
    "就做好下一步工作，{a:n}强调，一要抓项目，二要抓服务，三要抓作风。",
    "{a:n}在讲话中<指出|说>，{m}<关系全局|事关长远>，容不得半点松懈。",
)
STANDS_IN = forms(
    "meeting.stands-in", "x:attended,spoke",
    "受{y}委托，{x}到会并讲话。",
    "{x}受{y}委托出席会议并讲话。",
)
ABSENT = forms(
    "meeting.absent", "",
    "{x}因<出差在外|赴外地招商|参加培训>请假，未出席会议。",
    "{x}因公未能参加会议。",
)
NOBODY = forms(
    "meeting.nobody", "",
    "有关部门负责同志参加会议。",
    "各县区、市直有关单位主要负责同志参加会议。",
    "会议以视频形式开到县一级。",
)
NEXT = forms(
    "meeting.next", "",
    "下一次调度会将于<下月|下个季度>召开，届时{x}将到会听取汇报。",
)


def write(draft: Draft, event: Happening) -> None:
    """A meeting of a place, in the order in which the papers tell it."""
    rng, cast, words = draft.rng, event.cast, event.words
    given = {"d": event.told, "e": words["event"], "v": words["venue"], "m": words["theme"]}
    if "chair" in cast:
        draft.say(LEAD, a=cast["chief"], b=cast["chair"], new=True, **given)
    else:
        draft.say(rng.choice((LEAD_ONE, LEAD_ONE, LEAD_STRESS)), a=cast["chief"], new=True, **given)
    if cast.get("more") and rng.random() < 0.6:
        draft.say(LISTED, l=cast["more"])
    if rng.random() < 0.5:
        draft.say(REPORTS, c=cast["reporter"], new=True, **given)
    if event.work and rng.random() < 0.7:
        _works(draft, event)
    if cast.get("counties"):
        draft.say(IN_TURN, l=cast["counties"])
    elif rng.random() < 0.3:
        bodies = words["bodies"]
        draft.say(BODIES_SPEAK, o=bodies, o1=bodies[0], o2=bodies[1])
    draft.say(SAYS, a=cast["chief"], new=True, **given)
    if "sender" in cast:
        draft.say(STANDS_IN, x=cast["envoy"], y=cast["sender"], new=True)
    if "absent" in cast:
        draft.say(rng.choice((ABSENT, NEXT)), x=cast["absent"])
    if cast.get("guests") and rng.random() < 0.5:
        draft.say(SITTING_IN, l=cast["guests"])
    draft.say(NOBODY)


def _works(draft: Draft, event: Happening) -> None:
    title = event.work

    def row(relation: str) -> list[tuple[str, dict[str, object]]]:
        return [("documents", {"title": [title], "relation": relation, "event": "e1"})]

    form = draft.rng.choice((EXPLAINS, ADOPTS, CITES))
    if form is EXPLAINS:
        draft.say(EXPLAINS, c=event.cast["explainer"], t=title, rows=row("presented"))
    else:
        draft.say(form, t=title, rows=row("adopted" if form is ADOPTS else "cited"))
