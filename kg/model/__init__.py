"""The nouns of kg: frozen and typed."""

from kg.model.article import Article, Span
from kg.model.codec import from_dict, from_json, to_json
from kg.model.facts import (
    ACTIONS,
    CREDIT_ROLES,
    EVENT_TYPES,
    RELATIONS,
    ROLES,
    AgreementFact,
    AliasFact,
    AppointmentFact,
    CreditFact,
    DocumentFact,
    EventFact,
    Evidence,
    Fact,
    Facts,
    GroupFact,
    MeasureFact,
    Mention,
    ParticipationFact,
    PostFact,
    RepresentedFact,
)
from kg.model.resolution import Candidate, Merge, Resolution, local_person_key

__all__ = [
    "ACTIONS", "CREDIT_ROLES", "EVENT_TYPES", "RELATIONS", "ROLES",
    "AgreementFact", "AliasFact", "AppointmentFact", "Article", "Candidate", "CreditFact", "DocumentFact",
    "EventFact", "Evidence", "Fact", "Facts", "GroupFact", "MeasureFact", "Mention", "Merge",
    "ParticipationFact", "PostFact", "RepresentedFact", "Resolution", "Span",
    "from_dict", "from_json", "local_person_key", "to_json",
]
