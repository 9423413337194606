from datetime import date

from extractors.document import Header, Provenance
from extractors.header.review import remarks_on


def test_a_good_header_gives_no_remark() -> None:
    header = Header(text="C20/57-E", symbol="C20/57-E", document_date=date(2020, 3, 3), meeting_date=date(2020, 6, 9))
    assert list(remarks_on(header)) == []


def test_a_number_that_is_not_given_yet_is_remarked() -> None:
    assert "not given yet" in next(remarks_on(Header(text="Document CWG-COP-20/XX-E")))


def test_a_number_from_a_running_header_is_remarked() -> None:
    header = Header(text="C20/57-E", symbol="C20/57-E", provenance=(Provenance("symbol", 1, (0, 8), 0.6),))
    assert "running header" in next(remarks_on(header))


def test_dates_that_do_not_fit_are_remarked() -> None:
    header = Header(symbol="C20/57-E", document_date=date(2014, 3, 3), meeting_date=date(2010, 1, 1))
    assert [remark.split(" ", 2)[:2] for remark in remarks_on(header)] == [["The", "date"], ["The", "document's"]]
