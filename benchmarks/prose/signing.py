"""Signings: parties, who put their names, who looked on; pairs, one with several, several together."""

from __future__ import annotations

from typing import Any

from benchmarks.prose.draft import Draft, Form, forms
from benchmarks.prose.happening import Happening

CEREMONY = forms(
    "signing.ceremony", "a:attended,spoke b:attended,spoke",
    "{d}，{p}与{q}{t}签约仪式在{v}举行。{a}、{b}出席仪式并<致辞|分别致辞>。",
    "{p}和{q}{t}签约仪式{d}在{v}举行，{a}、{b}<出席并致辞|出席签约仪式并致辞>。",
)
CEREMONY_SIGNERS = forms(
    "signing.signers", "c:signed g:signed",
    "{c}与{g}分别代表<双方|{p}和{q}><签约|签字|在协议上签字|签署协议>。",
    "<仪式上，|>{c}、{g}代表双方签署<协议|合作协议>。",
    "代表双方签字的是{c}和{g}。",
)
SIMPLE = forms(
    "signing.simple", "a:attended b:attended",
    "{d}，{p}与{q}在{v}<签署|签订|正式签订>{t}，{a}、{b}出席<签约仪式|签字仪式>。",
    "{d}，{p}同{q}签署《{x}》。{a}和{b}出席签约仪式。",
)
WITNESS = forms(
    "signing.witness", "a:witnessed b:witnessed c:signed g:signed",
    "{d}，在{a}、{b}的<共同见证|见证>下，{c}、{g}分别代表{p}和{q}签署《{x}》。",
    "{d}，{c}与{g}代表{p}、{q}签署了《{x}》，{a}、{b}<共同见证签约|见证签约>。",
)
AFTER_TALKS = forms(
    "signing.after-talks", "a:met,witnessed b:met,witnessed",
    "{d}，{a}在{v}会见{b}一行，并共同见证{p}与{q}签署{t}。",
)
ONE_SIGNER = forms(
    "signing.one-signer", "c:signed g:signed",
    "{d}，{c}代表{p}与{q}{g:n0}签署《{x}》。",
    "{d}，{c}与{g}签署《{x}》，{p}和{q}将在多个领域开展合作。",
)
THREE = forms(
    "signing.three", "",
    "{d}，{p}、{q}、{r}<共同签署|在{v}签署|在{v}共同签署>《{x}》。",
    "{p}、{q}和{r}三<地|方>{d}在{v}签订《{x}》。",
)
SEVERAL = forms(
    "signing.several", "",
    "{d}，{p}分别与{q}、{r}签署{t}。",
    "{d}，{q}、{r}分别与{p}签订{t}。",
)
PAIRS = forms(
    "signing.pairs", "",
    "{d}，{p}与{r}、{q}与{s}分别签署{t}。",
    "{d}，{p}、{q}分别与{r}、{s}签订{t}。",
)
FRIENDSHIP = forms(
    "signing.friendship", "a:signed b:signed",
    "{d}，{p}与{q}缔结友好城市签约仪式在{v}举行，{a}、{b}代表两地签署《{x}》。",
    "{d}，{p}和{q}结为友好城市。{a}与{b}在《{x}》上签字。",
)
CHAIRED = forms(
    "signing.chaired", "h:chaired",
    "签约仪式由{h}主持。",
    "{h}主持<签约仪式|仪式>。",
)
LISTED = forms(
    "signing.listed", "l:attended",
    "{l}<参加签约仪式|出席签约仪式|参加活动|参加>。",
    "参加签约仪式的<还有|有>{l}。",
)
PRESENT = forms(
    "signing.present", "l:witnessed",
    "{l}见证签约。",
    "{l}等共同见证签约。",
)
SPEAKS = forms(
    "signing.speaks", "a:spoke",
    "{a:n}<表示|说>，<此次合作优势互补|双方合作基础扎实>，希望以签约为契机，<早出成果|推动协议落地见效>。",
    "{a:n}在致辞中<说|表示>，{m}<大有可为|前景广阔>，愿为项目落地做好服务。",
    "{a:n}感谢对方长期以来的支持，希望进一步拓宽合作领域。",
)
TERMS = forms(
    "signing.terms", "",
    "根据协议，双方将在{m}等方面开展<全方位|务实>合作，实现<优势互补|互利共赢>。",
    "按照协议约定，今后<五年|三年>双方将围绕{m}建立<定期会商|常态化沟通>机制。",
)
BEFORE = forms("signing.before", "", "自{year}年签订《{x}》以来，两地往来日益密切。")
LATER = forms("signing.later", "", "双方还商定，明年将就{m}另行签署协议。")

#: Forms of the lead by what they tell: two parties with people, or parties alone.
_LEADS = {"ceremony": CEREMONY, "simple": SIMPLE, "witness": WITNESS, "talks": AFTER_TALKS,
          "friendship": FRIENDSHIP, "one": ONE_SIGNER, "three": THREE, "several": SEVERAL, "pairs": PAIRS}


def write(draft: Draft, event: Happening) -> None:
    """A signing; its lead was drawn with the happening, for it depends on who signs with whom."""
    rng, cast, words = draft.rng, event.cast, event.words
    lead = _LEADS[words["lead"]]
    parties = words["parties"]
    form: Form = rng.choice(lead)
    if "{g:n0}" in form.texts[0]:
        form = Form(form.name, (form.texts[0].replace("{q}{g:n0}", "{g}"),), form.roles)
    slots: dict[str, Any] = {
        "d": event.told, "v": words["venue"], "m": words["theme"], "t": words["kind"], "x": words["title"],
        **dict(zip("pqrs", parties, strict=False)),
        **{slot: cast[name] for slot, name in (("a", "chief"), ("b", "guest"), ("c", "signer"),
                                               ("g", "other_signer")) if name in cast},
    }
    titled = "《" in form.texts[0]
    talks = lead is AFTER_TALKS  # one event or two: the talks, and the signing after them
    if talks:
        draft.rows["events"] = [{
            "key": "e2", "name": [f"{cast['chief'].person.name}会见{cast['guest'].person.name}一行", "会见"],
            "type": "reception", "date": None, "place": None, "form": form.name, "sentence": ""}]
    events: str | list[str] = ["e1", "e2"] if talks else "e1"
    draft.say(form, event=events, rows=[_row(words["title"] if titled else words["kind"], parties, event)
                          for parties in event.agreements], new=True, **slots)
    if lead is CEREMONY:
        draft.say(CEREMONY_SIGNERS, **slots)
    _rest(draft, event, slots, events)


def _rest(draft: Draft, event: Happening, slots: dict[str, Any], events: str | list[str]) -> None:
    rng, cast = draft.rng, event.cast
    if "host" in cast and rng.random() < 0.5:
        draft.say(CHAIRED, h=cast["host"])
    if "chief" in cast:  # those who speak were told of before: with one signer a side, the signers
        first, second = ("signer", "other_signer") if event.words["lead"] == "one" else ("chief", "guest")
        draft.say(SPEAKS, event=events, new=True, **{**slots, "a": cast[first]})
        draft.say(SPEAKS, event=events, **{**slots, "a": cast[second]})
    draft.say(rng.choice((TERMS, LATER)), new=True, **slots)
    if "earlier" in event.words and rng.random() < 0.5:
        title, year = event.words["earlier"]
        row = {"title": [title], "parties": list(event.agreements[0][:2]), "event": None, "date": None}
        draft.say(BEFORE, x=title, year=year, rows=[("agreements", row)])
    if cast.get("more"):
        draft.say(rng.choice((LISTED, LISTED, PRESENT)), event=events, l=cast["more"], new=True)


def _row(title: str, parties: tuple[str, ...], event: Happening) -> tuple[str, dict[str, Any]]:
    return "agreements", {"title": [title], "parties": list(parties), "event": "e1",
                          "date": event.day.isoformat()}
