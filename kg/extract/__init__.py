"""Extraction: one article in, its facts out. Pure: no memory, no network, no clock."""

from kg.extract.article_facts import extract
from kg.extract.lexicon import Lexicon, load_lexicon

__all__ = ["Lexicon", "extract", "load_lexicon"]
