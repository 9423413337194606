"""The kept stems are those of the glossary, and a missing or old file only costs time."""

import gzip
import json
import shutil
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import models
from models.french import register_french
from models.scheme import LANGUAGES
from models.stemmed_glossary import load_stemmed, stem_glossary, write_stemmed

KEPT = Path(models.__file__).parent / "lexicon" / "stems"


@pytest.fixture(scope="module")
def arabic() -> Language:
    return spacy.blank("ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_kept_is_what_the_glossary_gives(tmp_path: Path, language: str) -> None:
    register_french()
    nlp = spacy.blank(language)
    made = write_stemmed(nlp, tmp_path)
    assert made.read_bytes() == (KEPT / made.name).read_bytes(), "run `python -m models.stemmed_glossary`"


def test_what_is_read_is_what_was_made(arabic: Language) -> None:
    assert load_stemmed(arabic) == stem_glossary(arabic)


@pytest.mark.parametrize("damage", ["cut", "old"])
def test_without_a_file_that_fits_the_stems_are_made_anew(tmp_path: Path, arabic: Language, damage: str) -> None:
    file = tmp_path / "ar.json.gz"
    shutil.copy(KEPT / file.name, file)
    content = file.read_bytes()
    if damage == "cut":
        file.write_bytes(content[:1000])
    else:
        file.write_bytes(gzip.compress(json.dumps(json.loads(gzip.decompress(content)) | {"digest": ""}).encode()))
    assert load_stemmed(arabic, tmp_path).full == load_stemmed(arabic).full
