from datetime import date

import pytest

from extractors.document import Doubt, Header, Provenance
from extractors.header.reader import read_header
from extractors.header.review import doubts_about, remarks_on
from extractors.reading import FrontLine


def _doubts(*lines: str | tuple[str, ...], running: str | None = None) -> list[tuple[str, str | None]]:
    front = [FrontLine((line,) if isinstance(line, str) else line, 1) for line in lines]
    header = read_header([*([FrontLine((running,), 1, furniture=True)] if running else []), *front], {}, "en")
    for doubt in header.doubts:
        if doubt.span is not None and doubt.field in {"symbol", "title"}:
            assert header.text[slice(*doubt.span)] == doubt.value
    return [(doubt.field, doubt.value) for doubt in header.doubts]


def test_a_good_header_gives_no_remark() -> None:
    header = Header(text="C20/57-E", symbol="C20/57-E", document_date=date(2020, 3, 3), meeting_date=date(2020, 6, 9))
    assert list(doubts_about(header, "en")) == []


@pytest.mark.parametrize(
    "line", ["Document CWG-COP-20/XX-E", "Document: XXXX", "Document: ______", "Document No.:", "Document C20/[ ]-E"]
)
def test_a_number_that_is_not_given_yet_is_in_doubt(line: str) -> None:
    doubts = _doubts(line, "Original: English", "Source: Kenya", "Title: A plan")
    assert [field for field, _ in doubts] == ["symbol"]


def test_a_number_from_a_running_header_is_in_doubt() -> None:
    header = Header(text="C20/57-E", symbol="C20/57-E", provenance=(Provenance("symbol", 1, (0, 8), 0.6),))
    assert [doubt.field for doubt in doubts_about(header, "en")] == ["symbol"]


def test_a_stale_number_in_the_running_header_is_kept_beside_the_number() -> None:
    assert ("symbol", "CWG-COP-19/3-E") in _doubts(
        "Document CWG-COP-20/7-E", "Original: English", running="CWG-COP-19/3-E"
    )
    assert _doubts("Document CWG-COP-20/7-E", "Original: English", running="CWG-COP-20/7-E") == []


def test_a_stale_number_is_kept_where_the_page_has_a_placeholder() -> None:
    doubts = _doubts("Document CWG-COP-20/XX-E", "Original: English", running="CWG-COP-19/3-E")
    assert doubts == [("symbol", "CWG-COP-20/XX"), ("symbol", "CWG-COP-19/3-E")]


def test_two_numbers_are_both_kept() -> None:
    assert _doubts("Document C20/57-E", "Document C20/75-E", "Original: English") == [("symbol", "C20/75-E")]


def test_two_dates_are_both_kept() -> None:
    assert _doubts("Document C20/57-E", "3 March 2020", "Original: English", "5 March 2020") == [
        ("document_date", "2020-03-05")
    ]


def test_two_titles_and_two_originals_are_both_kept() -> None:
    lines = ("Document C20/57-E", "Original: English", "Source: Kenya", "Title: A plan", "Title: Another plan")
    assert _doubts(*lines, "Original: French") == [("original_languages", "fr"), ("title", "Another plan")]


def test_dates_that_do_not_fit_are_in_doubt() -> None:
    header = Header(symbol="C20/57-E", document_date=date(2014, 3, 3), meeting_date=date(2010, 1, 1))
    assert [doubt.field for doubt in doubts_about(header, "en")] == ["document_date", "meeting_date", "document_date"]


def test_the_number_of_another_meeting_is_in_doubt() -> None:
    lines = ("Council Working Group on Child Online Protection", "Twentieth meeting – Geneva, 13–14 January 2026")
    assert _doubts(*lines, "Document CWG-COP-19/7-E", "12 December 2025") == [("meeting", "20")]


def test_a_letter_of_another_language_is_in_doubt() -> None:
    assert [each.field for each in doubts_about(Header(symbol="C20/57-F"), "en")] == ["symbol"]
    assert list(doubts_about(Header(symbol="C20/57-F"), "und")) == []


def test_placeholders_of_source_and_title_are_in_doubt() -> None:
    lines = ("Document C20/57-E", "Original: English", "Source: [Name of Member]", "Title: XXXX")
    assert _doubts(*lines) == [("sources", "[Name of Member]"), ("title", "XXXX")]


def test_remarks_are_doubts_in_words() -> None:
    header = Header(doubts=(Doubt("symbol", "Why?", "C20/1"), Doubt("title", "None.")))
    assert list(remarks_on(header)) == ["Why? It says: C20/1", "None."]
