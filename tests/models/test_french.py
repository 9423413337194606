"""French is cut into words as the glossary and the passages need it."""

import pytest
import spacy

from models.french import register_french
from models.pipeline import build_pipeline
from models.scheme import load_taxonomy


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’école d'aujourd’hui", ["L’", "école", "d'", "aujourd’hui"]),
        ("le cyber-harcèlement", ["le", "cyber", "-", "harcèlement"]),
        ("M. Dupont, peut-être", ["M.", "Dupont", ",", "peut-être"]),
        ("donnez-nous-en.", ["donnez", "-nous", "-en", "."]),
        ("12 % des enfants.", ["12", "%", "des", "enfants", "."]),
    ],
)
def test_words_are_cut_at_apostrophes_and_hyphens(text: str, words: list[str]) -> None:
    register_french()
    assert [token.text for token in spacy.blank("fr").make_doc(text)] == words


def test_the_pipeline_is_french_and_knows_words_without_meaning() -> None:
    nlp = build_pipeline("fr", load_taxonomy(), leave_out=("trained_member", "concepts"))
    assert nlp.lang == "fr"
    assert nlp.vocab["dans"].is_stop
    assert not nlp.vocab["enfant"].is_stop
