"""The vocabulary is closed: what the ontology does not know is an error where it is written."""

import pytest

from kg.errors import TableError
from kg.model import ACTIONS, CREDIT_ROLES, EVENT_TYPES, RELATIONS, ROLES
from kg.vocab import CODE, CODES, KG, PREFIXES, SKOS, code, code_or_other


def test_terms_are_full_iris():
    assert KG.holder == "https://kg.example/ontology#holder"
    assert CODE["role-chaired"] == "https://kg.example/code#role-chaired"
    assert KG.holder in KG and "https://kg.example/ontology#holdr" not in KG


@pytest.mark.parametrize("name", ["holdr", "Holder", "tenure", "prefLabel", ""])
def test_a_misspelt_term_is_an_error(name):
    with pytest.raises(AttributeError, match="no term"):
        getattr(KG, name)


def test_the_error_names_the_near_term():
    with pytest.raises(AttributeError, match="did you mean holder"):
        _ = KG.holdr
    with pytest.raises(AttributeError, match="did you mean role-chaired"):
        _ = CODE["role-chared"]


def test_nothing_can_be_added():
    with pytest.raises(AttributeError, match="closed"):
        KG.holdr = "x"
    assert "holdr" not in list(KG)


def test_a_code_of_a_closed_list():
    assert code("role", "spoke") == CODE["role-spoke"]
    with pytest.raises(TableError, match="no role 'talked'; use one of attended, chaired"):
        code("role", "talked")
    with pytest.raises(TableError, match="no rôle 'spoke'"):
        code("rôle", "spoke")


def test_an_open_list_has_an_other():
    assert code_or_other("agreement", "mou") == CODE["agreement-mou"]
    assert code_or_other("agreement", "pact") == code_or_other("agreement", None) == CODE["agreement-other"]


@pytest.mark.parametrize(
    ("scheme", "words"),
    [("event", EVENT_TYPES), ("role", ROLES + CREDIT_ROLES), ("relation", RELATIONS), ("action", ACTIONS)],
)
def test_every_word_of_the_exchange_format_has_a_code(scheme, words):
    assert set(words) <= set(CODES[scheme])
    assert all(code(scheme, word) for word in words)


def test_prefixes_are_of_vocabularies_and_end_like_namespaces():
    assert PREFIXES["kg"] == KG.namespace and PREFIXES["skos"] == SKOS.namespace
    assert all(namespace.endswith(("#", "/")) for namespace in PREFIXES.values())
