"""French for spaCy, with words cut as models/lexicon/french.toml says."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_QUOTES,
    CURRENCY,
    LIST_ELLIPSES,
    LIST_PUNCT,
    LIST_QUOTES,
    UNITS,
)
from spacy.lang.punctuation import TOKENIZER_INFIXES, TOKENIZER_PREFIXES
from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
from spacy.language import BaseDefaults, Language
from spacy.symbols import ORTH  # type: ignore[import-not-found] # it is compiled and ships no types
from spacy.util import set_lang_class, update_exc

_APOSTROPHES = "'’"
_HYPHENS = "–—‐‑-"


@cache
def register_french() -> None:
    """Put our French in the place of spaCy's own, which takes two seconds to load."""
    text = resources.files("models").joinpath("lexicon", "french.toml").read_text(encoding="utf-8")
    set_lang_class("fr", _french(tomllib.loads(text)))


def _french(words: dict[str, Any]) -> type[Language]:
    settings = {
        "tokenizer_exceptions": update_exc(BASE_EXCEPTIONS, {one: [{ORTH: one}] for one in words["whole"]}),
        "prefixes": [*TOKENIZER_PREFIXES, f"(?:[{_both(words['elided'])}][{_APOSTROPHES}])(?=[{ALPHA}])"],
        "infixes": [*TOKENIZER_INFIXES, f"(?<=[{ALPHA}][{_APOSTROPHES}])(?=[{ALPHA}])"],
        "suffixes": _suffixes(words["after_hyphen"]),
        "stop_words": set(words["stops"].split()),
    }
    return type("French", (Language,), {"lang": "fr", "Defaults": type("FrenchDefaults", (BaseDefaults,), settings)})


def _suffixes(after_hyphen: list[str]) -> list[str]:
    return [
        *LIST_PUNCT,
        *LIST_ELLIPSES,
        *LIST_QUOTES,
        r"(?<=[0-9])\+",
        r"(?<=°[FfCcKk])\.",
        r"(?<=[0-9])%",
        f"(?<=[0-9])(?:{CURRENCY})",
        f"(?<=[0-9])(?:{UNITS})",
        rf"(?<=[0-9{ALPHA_LOWER}%²\-\+(?:{CONCAT_QUOTES})])\.",
        rf"(?<=[{ALPHA_UPPER}][{ALPHA_UPPER}])\.",
        f"(?<=[{ALPHA}])[{_HYPHENS}](?:{_both(after_hyphen, '|')})",
    ]


def _both(words: list[str], between: str = "") -> str:
    """Give the words in small letters and in capitals."""
    return between.join([*words, *(one.upper() for one in words)])
