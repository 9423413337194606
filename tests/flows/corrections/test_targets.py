"""A person names a document as it comes to mind; where that could mean several, they are told which."""

from collections.abc import Callable

import pytest

from flows.corrections.targets import find_target
from flows.errors import CorrectionError
from flows.workspace import Workspace
from tests.flows.corrections.conftest import Submit, doubtful, kenya
from warehouse.connection import open_warehouse
from warehouse.decisions import HeaderDecision, decide
from warehouse.submissions import Outcome

Find = Callable[[str], str]


@pytest.fixture
def find(workspace: Workspace, submit: Submit) -> Find:
    """Three documents, one of them dropped twice, and a file that is none."""
    submit("Kenya.docx", kenya("a"))
    submit("Kenya.pdf", kenya("b", "CWG-COP-20/4-F"))
    submit("upload.pdf", doubtful("c"))
    submit("Kenya copy.docx", kenya("a"), Outcome.DUPLICATE)
    submit("broken.pdf", None, Outcome.QUARANTINED)

    def look(word: str) -> str:
        with open_warehouse(workspace.warehouse) as connection:
            return find_target(connection, word).document[0]

    return look


@pytest.mark.parametrize(
    ("word", "document"),
    [
        ("1", "a"),
        ("3", "c"),
        ("4", "a"),
        ("Kenya copy.docx", "a"),
        ("upload.pdf", "c"),
        ("CWG-COP-20/4-F", "b"),
        (" cwg-cop-20/4-e ", "a"),
        ("cccccccc", "c"),
        ("C" * 64, "c"),
    ],
)
def test_a_document_is_found_by_number_name_symbol_and_hash(find: Find, word: str, document: str) -> None:
    assert find(word) == document


def test_a_symbol_without_its_language_lists_the_language_versions(find: Find) -> None:
    with pytest.raises(CorrectionError) as error:
        find("CWG-COP-20/4")
    assert str(error.value).splitlines() == [
        "CWG-COP-20/4 could mean 2 documents. Name the one that is meant by its submission number:",
        "  1  CWG-COP-20/4-E  Kenya.docx",
        "  2  CWG-COP-20/4-F  Kenya.pdf",
    ]


def test_a_long_list_is_cut(find: Find, submit: Submit) -> None:
    for sign in "0123456789d":
        submit("same.docx", doubtful(sign))
    with pytest.raises(CorrectionError, match="could mean 11 documents") as error:
        find("same.docx")
    assert str(error.value).endswith("and 1 more")


def test_a_corrected_symbol_is_found_and_so_is_the_one_that_was_read(find: Find, workspace: Workspace) -> None:
    with open_warehouse(workspace.warehouse) as connection:
        decide(connection, HeaderDecision("a" * 64, "symbol", "CWG-COP-20/9-E", "Ann", "Misprint."))
    assert find("CWG-COP-20/9-E") == "a"
    assert find("CWG-COP-20/9") == "a"
    assert find("CWG-COP-20/4-E") == "a"


def test_a_file_that_is_no_document_has_nothing_to_correct(find: Find) -> None:
    with pytest.raises(CorrectionError, match=r"Submission 5 \(broken.pdf\) is quarantined"):
        find("broken.pdf")


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("kenia.docx", "Near it are: Kenya.docx"),
        ("upload", "Near it are: upload.pdf"),
        ("CWG-COP-20/5-E", "Near it are: CWG-COP-20/4-E"),
        ("99", "receipts"),
        ("zzzzzzzzz", "receipts"),
    ],
)
def test_what_is_not_there_names_what_is_near(find: Find, word: str, told: str) -> None:
    with pytest.raises(CorrectionError, match=told):
        find(word)
