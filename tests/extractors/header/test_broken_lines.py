from extractors.header.broken_lines import mend_lines
from extractors.reading import FrontLine


def _mended(*lines: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [line.cells for line in mend_lines([FrontLine(line) for line in lines])]


def test_a_year_that_a_column_broke_off_goes_to_its_day_and_month() -> None:
    assert _mended(("Женева, 18 января",), ("2023 года",)) == [("Женева, 18 января 2023 года",)]
    assert _mended(("Réunion", "Genève, 22 janvier", "Langue", "arabe"), ("2018", "originale")) == [
        ("Réunion", "Genève, 22 janvier 2018", "Langue originale", "arabe")
    ]
    assert _mended(("20 September",), ("2019 Document",)) == [("20 September 2019",), ("Document",)]


def test_a_day_and_its_month_in_the_next_cell_are_one() -> None:
    assert _mended(("CWG-COP-15/7-A20", "سبتمبر 2019")) == [("CWG-COP-15/7-A20 سبتمبر 2019",)]


def test_other_lines_stay_as_they_are() -> None:
    lines = (("Council 2019",), ("2020 was a year",), ("Source", "Kenya"), ("Kenya",))
    assert _mended(*lines) == list(lines)
    assert mend_lines([]) == []


def test_the_rest_of_a_number_goes_to_its_beginning() -> None:
    assert _mended(("Document WTPF-",), ("13/16(Rev.1)-S",)) == [("Document WTPF-13/16(Rev.1)-S",)]
    assert _mended(("Женева, 13 января", "Документ CWG-"), ("COP-20/54-R",)) == [
        ("Женева, 13 января", "Документ CWG-COP-20/54-R")
    ]
    assert _mended(("a well-",), ("known word",)) == [("a well-",), ("known word",)]


def test_month_and_year_go_to_their_day_also_before_the_next_column() -> None:
    assert _mended(("Ginebra, 20", "6 de septiembre de 2018"), ("de septiembre de 2018",)) == [
        ("Ginebra, 20 de septiembre de 2018", "6 de septiembre de 2018")
    ]
    assert _mended(("Réunion virtuelle, 25-26 10 janvier 2022",), ("février 2022",)) == [
        ("Réunion virtuelle, 25-26 février 2022 10 janvier 2022",)
    ]
    assert _mended(("Reply within 20 days",), ("March 2020 saw more",)) == [
        ("Reply within 20 days",),
        ("March 2020 saw more",),
    ]
