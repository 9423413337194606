"""One spaCy pipeline for each language, assembled from models/configs/pipeline.cfg and the taxonomy."""

from importlib import resources

import spacy
from spacy.language import Language
from spacy.util import load_config_from_str

import models.glossary  # noqa: F401 - registers the component that the configuration names
from models.matching import ExpressionMatcher
from models.scheme import Taxonomy
from models.terms import expressions

_MOST_CHARACTERS = 2_000_000


def build_pipeline(language: str, taxonomy: Taxonomy) -> Language:
    """Assemble the pipeline of one of the six languages; later members of the ensemble join it through the config.

    Chinese is cut into characters, so that a term is found wherever it stands.
    """
    text = resources.files("models").joinpath("configs", "pipeline.cfg").read_text(encoding="utf-8")
    config = load_config_from_str(text, overrides={"nlp.lang": language})
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    nlp.max_length = _MOST_CHARACTERS
    matcher = nlp.get_pipe("expressions")
    if isinstance(matcher, ExpressionMatcher):
        matcher.add(expressions(language, taxonomy))
    return nlp
