"""Who is who and what is where: facts of many articles, seeds and human decisions → Resolution."""

from kg.resolve.decisions import RETRACTED, VERDICTS, Decision, read_decisions
from kg.resolve.mentions import PersonMention, PostHeld
from kg.resolve.people import Block, resolve_block
from kg.resolve.places import places_of
from kg.resolve.resolution import resolve

__all__ = [
    "RETRACTED", "VERDICTS", "Block", "Decision", "PersonMention", "PostHeld", "places_of", "read_decisions",
    "resolve", "resolve_block",
]  # fmt: skip
