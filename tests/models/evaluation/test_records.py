"""A line that cannot be learned from is named with file, line and reason."""

from importlib import resources
from pathlib import Path

import pytest

from models.errors import ClassificationError
from models.evaluation.records import read_records
from models.labels import Facet
from models.scheme import load_taxonomy
from models.training_data import Kind, read_examples
from tests.models.evaluation.made import line, write


def faults(folder: Path) -> list[str]:
    return [f"{one.place}: {one.what}" for one in read_records(folder, load_taxonomy())[1]]


def test_the_texts_of_the_project_have_no_faults_and_are_read_as_for_training() -> None:
    folder = Path(str(resources.files("models").joinpath("training")))
    records, wrong = read_records(folder, load_taxonomy())
    assert wrong == []
    assert [one.example for one in records] == list(read_examples())


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{", "not JSON"),
        ("", "empty line"),
        ([1], "one JSON object"),
        (line("a", r=["unheard_of"]), "'unheard_of' is not in the taxonomy"),
        (line("a", r=[{"id": "grooming"}]), "not in the taxonomy"),
        (line("a", f="legal"), "`f` has to be a list"),
        (line("a", p="none"), "no purpose"),
        (line("a", p=None), "no purpose"),
        (line("a", p=["challenge"]), "no purpose"),
        (line("a", p="other"), "guide, rule 1"),
        (line(" "), "`t` has to be a text"),
        (line("a", colour="red"), "`colour` is not known"),
        ({"t": "a"}, "`f` is missing"),
        ('{"t": "\\ud83d", "f": [], "l": [], "p": "challenge", "r": [], "s": []}', "lone surrogates"),
    ],
)
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, entry: object, told: str) -> None:
    write(tmp_path, "en.jsonl", line("A good line."), entry, line("Another good line."))
    found = faults(tmp_path)
    assert found
    assert found[-1].startswith("en.jsonl, line 2: ")
    assert any(told in one for one in found)
    assert len(read_records(tmp_path, load_taxonomy())[0]) == 2


def test_documents_and_phrases_have_keys_of_their_own(tmp_path: Path) -> None:
    whole = line("A paragraph.", doc="d1", n=1, title="A title", l=["none"])
    write(tmp_path, "documents_fr.jsonl", whole, line("No number.", doc="d1"))
    write(tmp_path, "phrases_ar.jsonl", {"t": "a phrase", "f": ["legal"], "r": []}, line("A purpose."))
    records, _ = read_records(tmp_path, load_taxonomy())
    document, phrase = (one.example for one in records)
    assert (document.kind, document.language, document.document, document.title) == (
        Kind.DOCUMENTS,
        "fr",
        "d1",
        "A title",
    )
    assert not any(facet is Facet.LEVEL for facet, _ in document.labels)
    assert (phrase.kind, phrase.language, phrase.labels) == (
        Kind.PHRASES,
        "ar",
        frozenset({(Facet.FRAMEWORK, "legal")}),
    )
    assert len(faults(tmp_path)) == 4  # no `n`; of the phrase `l`, `p` and `s`


def test_a_file_of_no_language_is_a_fault_and_an_empty_folder_an_error(tmp_path: Path) -> None:
    with pytest.raises(ClassificationError, match="--folder"):
        read_records(tmp_path, load_taxonomy())
    write(tmp_path, "de.jsonl", line("Ein Text."))
    assert "none of the languages" in faults(tmp_path)[0]


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "en.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(ClassificationError, match=r"en\.jsonl"):
        read_records(tmp_path, load_taxonomy())
