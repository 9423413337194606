"""Passages of a user's own are read with a number for each line that cannot be used."""

from pathlib import Path

import pytest

from models.errors import ClassificationError
from models.evaluation.cases import read_cases, third_cases
from models.labels import Facet
from models.scheme import load_taxonomy
from models.training_data import Example, Kind
from tests.models.evaluation.made import line, write

GIVEN = {"text": "A law against grooming.", "language": "en", "frameworks": ["legal"], "risks": ["grooming"]}


def test_lines_have_the_names_of_rapporteur_classify_or_of_the_projects_data(tmp_path: Path) -> None:
    file = write(
        tmp_path, "own.jsonl", GIVEN, line("A law against grooming.", f=["legal"], l=["none"], title="Laws"), ""
    )
    (long,), (short,) = read_cases(file, load_taxonomy()).documents
    assert long.labels == {(Facet.FRAMEWORK, "legal"), (Facet.RISK, "grooming")}
    assert long.told == {Facet.FRAMEWORK, Facet.RISK}
    assert short.labels == long.labels | {(Facet.PURPOSE, "challenge")}
    assert short.told == set(Facet)
    assert (short.language, short.heading_path) == (None, ("Laws",))


def test_lines_of_a_document_are_its_passages_in_sequence(tmp_path: Path) -> None:
    some = [GIVEN | {"document": "a", "text": "One."}, GIVEN, GIVEN | {"document": "a", "text": "Two."}]
    cases = read_cases(write(tmp_path, "own.jsonl", *some), load_taxonomy())
    assert [[one.text for one in document] for document in cases.documents] == [["One.", "Two."], [GIVEN["text"]]]
    assert cases.clusters.tolist() == [0, 0, 1]
    assert cases.wanted.sum() == 6
    assert cases.digest == read_cases(tmp_path / "own.jsonl", load_taxonomy()).digest


def test_half_a_character_and_odd_names_of_documents_do_no_harm(tmp_path: Path) -> None:
    some = [GIVEN | {"document": one} for one in (1, [1], {"a": 1}, 2, 2)]
    file = write(tmp_path, "own.jsonl", '{"text": "Half \\ud83d a character.", "risks": []}', *some)
    cases = read_cases(file, load_taxonomy())
    assert cases.counted[0].text == "Half \ufffd a character."
    assert [len(one) for one in cases.documents] == [1, 1, 1, 1, 2]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{", "not JSON"),
        ("[]", "one JSON object"),
        ({"risks": []}, "`text`"),
        ({"text": "a"}, "nothing can be compared"),
        (GIVEN | {"risks": ["unheard_of"]}, "not in the taxonomy"),
        (GIVEN | {"risks": "grooming"}, "have to be a list"),
        (GIVEN | {"purpose": ["challenge"]}, "not in the taxonomy"),
        (GIVEN | {"heading_path": "Laws"}, "`heading_path`"),
        (GIVEN | {"language": 1}, "`language`"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, entry: object, told: str) -> None:
    file = write(tmp_path, "own.jsonl", GIVEN, entry)
    with pytest.raises(ClassificationError, match="line 2") as caught:
        read_cases(file, load_taxonomy())
    assert told in str(caught.value)


def test_a_file_without_lines_or_of_another_encoding_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ClassificationError, match="no lines"):
        read_cases(write(tmp_path, "empty.jsonl"), load_taxonomy())
    (tmp_path / "latin.jsonl").write_bytes(b"\xe9")
    with pytest.raises(ClassificationError, match="UTF-8"):
        read_cases(tmp_path / "latin.jsonl", load_taxonomy())


def test_of_the_projects_data_the_test_third_counts_and_phrases_never() -> None:
    examples = [Example(f"text {number}", "en", Kind.PASSAGES, frozenset(), None, None) for number in range(30)]
    phrase = Example("a phrase", "en", Kind.PHRASES, frozenset(), None, None)
    pages = [Example(f"page {number}", "en", Kind.DOCUMENTS, frozenset(), "d", "T") for number in range(9)]
    cases = third_cases([*examples, phrase, *pages], load_taxonomy())
    counted = [one.text for one in cases.counted]
    assert counted == [one.text for one in (*examples, *pages) if one.is_test]
    whole = [document for document in cases.documents if len(document) > 1]
    assert all(len(document) == len(pages) for document in whole)
