"""The glossary of a language by stems, made once by `python -m models.stemmed_glossary` since making it takes long."""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from importlib import resources
from importlib.metadata import version
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Token

from models.french import register_french
from models.glossary import glossary, glossary_tables
from models.normalisation import normaliser, stemmer
from models.scheme import LANGUAGES

Stems = tuple[str, ...]
NO_STEM = "-"
"""Stands for a word of which no stem is left."""
_LIBRARIES = ("spacy", "PyStemmer")
"""What tokens and stems depend on, besides the glossary."""


@dataclass(frozen=True, slots=True)
class StemmedGlossary:
    """The concepts of each expression of a language."""

    full: Mapping[Stems, tuple[str, ...]]
    """By the stems of the words with meaning of their own; other words may stand between them."""
    whole: Mapping[Stems, tuple[str, ...]]
    """By the stems of all words: expressions with only one word of meaning."""
    known: frozenset[str]
    """Of Arabic, all stems that occur: words are looked up among them."""


def load_stemmed(nlp: Language, folder: Path | None = None) -> StemmedGlossary:
    """Give the glossary of a pipeline's language: as kept, where that was made of the same words, else made anew."""
    file = (folder or _folder()) / f"{nlp.lang}.json.gz"
    try:
        kept = json.loads(gzip.decompress(file.read_bytes()))
        if kept["digest"] == digest():
            return StemmedGlossary(_by_stems(kept["full"]), _by_stems(kept["whole"]), frozenset(kept["known"]))
    except (OSError, EOFError, ValueError, KeyError, TypeError):
        pass  # it only saves time
    return stem_glossary(nlp)


def stem_glossary(nlp: Language) -> StemmedGlossary:
    """Cut the expressions of a pipeline's language into words, and these to their stems."""
    language = str(nlp.lang)
    stops = stop_words(nlp)
    expressions = [(concept, _tokens(nlp, text)) for concept, text in glossary(language)]
    known = frozenset(map(normaliser(language), {token.text for _, tokens in expressions for token in tokens}))
    stem = stemmer(language, known)
    of_full: dict[Stems, list[str]] = {}
    of_whole: dict[Stems, list[str]] = {}
    for concept, tokens in expressions:
        full = [token for token in tokens if token.lower_ not in stops]
        is_whole = len(full) < min(len(tokens), 2)
        stems = tuple(stem(token.text) or NO_STEM for token in (tokens if is_whole else full))
        concepts = (of_whole if is_whole else of_full).setdefault(stems, [])
        if stems and concept not in concepts:
            concepts.append(concept)
    is_joined = language == "ar"
    return StemmedGlossary(_by_stems(of_full.items()), _by_stems(of_whole.items()), known if is_joined else frozenset())


def write_stemmed(nlp: Language, folder: Path) -> Path:
    """Keep the glossary of a pipeline's language in a folder; the same glossary gives the same bytes."""
    made = stem_glossary(nlp)
    content = {
        "digest": digest(),
        "full": list(made.full.items()),
        "whole": list(made.whole.items()),
        "known": sorted(made.known),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    file = folder / f"{nlp.lang}.json.gz"
    file.write_bytes(gzip.compress(text.encode(), mtime=0))
    return file


def stop_words(nlp: Language) -> frozenset[str]:
    """Give the words of a language that have no meaning of their own; a Chinese character has."""
    return frozenset() if nlp.lang == "zh" else frozenset(nlp.Defaults.stop_words)


def digest() -> str:
    """Give a hash of the glossary and of the versions of the libraries that cut it into stems."""
    made = blake2b("\n".join(version(one) for one in _LIBRARIES).encode(), digest_size=16)
    for content in glossary_tables():
        made.update(content)
    return made.hexdigest()


def _by_stems(pairs: Iterable[tuple[Sequence[str], Sequence[str]]]) -> dict[Stems, tuple[str, ...]]:
    return {tuple(stems): tuple(concepts) for stems, concepts in pairs if concepts}


def _tokens(nlp: Language, text: str) -> list[Token]:
    return [token for token in nlp.make_doc(text) if not token.is_space]


def _folder() -> Path:
    return Path(str(resources.files("models").joinpath("lexicon", "stems")))


def main(languages: Iterable[str] = LANGUAGES) -> None:
    """Write the files of all languages."""
    register_french()
    _folder().mkdir(exist_ok=True)
    for language in languages:
        write_stemmed(spacy.blank(language), _folder())


if __name__ == "__main__":
    main()
