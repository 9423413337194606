"""One spaCy pipeline for each language, assembled from models/configs/pipeline.cfg and the taxonomy."""

from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import load_config_from_str

from models import concepts, trained_member  # noqa: F401 - they register their components
from models.french import register_french
from models.matching import ExpressionMatcher
from models.scheme import Taxonomy
from models.terms import expressions

_MOST_CHARACTERS = 2_000_000


RULES_ONLY = ("concepts", "trained_member")
"""What to leave out of a pipeline, so that only the rules speak."""


def build_pipeline(
    language: str, taxonomy: Taxonomy, leave_out: Sequence[str] = (), model: Path | None = None
) -> Language:
    """Assemble the pipeline of one of the six languages, without the members in `leave_out`.

    `model` is the folder of another trained model than the one that comes with Rapporteur.

    Chinese is cut into characters, so that a term is found wherever it stands.
    """
    text = resources.files("models").joinpath("configs", "pipeline.cfg").read_text(encoding="utf-8")
    register_french()
    config = load_config_from_str(text, overrides={"nlp.lang": language})
    config["components"]["trained_member"]["folder"] = str(model) if model else None
    nlp = spacy.util.load_model_from_config(config, auto_fill=True, exclude=leave_out)
    nlp.max_length = _MOST_CHARACTERS
    matcher = nlp.get_pipe("expressions")
    if isinstance(matcher, ExpressionMatcher):
        matcher.add(expressions(language, taxonomy))
    return nlp
