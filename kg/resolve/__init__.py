"""Who is who and what is where: facts of many articles, seeds and human decisions → Resolution."""

from kg.resolve.decisions import (
    RETRACTED,
    VERDICTS,
    Decision,
    append_decision,
    read_decisions,
    undo_decision,
)
from kg.resolve.events import EventMention, resolve_events
from kg.resolve.mentions import PersonMention, PostHeld
from kg.resolve.people import Block, resolve_block
from kg.resolve.places import places_of
from kg.resolve.resolution import Told, check_decisions, resolve, resolve_name, told_alone

__all__ = [
    "RETRACTED", "VERDICTS", "Block", "Decision", "EventMention", "PersonMention", "PostHeld", "Told",
    "append_decision", "check_decisions", "places_of", "read_decisions", "resolve", "resolve_block",
    "resolve_events", "resolve_name", "told_alone", "undo_decision",
]  # fmt: skip
