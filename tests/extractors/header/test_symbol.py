import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.header.symbol import Suffix, Symbol, find_symbol, has_placeholder, parse

FORMS = {
    "WG-CP/1/8": Symbol("WG-CP", "8", "1"),
    "WG-CP/1/16 Rev.1": Symbol("WG-CP", "16", "1", suffixes=(Suffix("Rev", 1),)),
    "WG-COP/13": Symbol("WG-COP", "13"),
    "CWG-COP-14/3-E": Symbol("CWG-COP", "3", "14", language="E"),
    "CWG-COP-19/INF/2": Symbol("CWG-COP", "2", "19", series="INF"),
    "C20/57-E": Symbol("C", "57", "20", language="E"),
    "C11/45(Rev.1)-E": Symbol("C", "45", "11", suffixes=(Suffix("Rev", 1),), language="E"),
    "C17/DT/1": Symbol("C", "1", "17", series="DT"),
    "PP14/67(Add.1)-S": Symbol("PP", "67", "14", suffixes=(Suffix("Add", 1),), language="S"),
    "WTPF-13/16(Rev.1)-S": Symbol("WTPF", "16", "13", suffixes=(Suffix("Rev", 1),), language="S"),
    "TDAG-23/48-A Rev.2": Symbol("TDAG", "48", "23", suffixes=(Suffix("Rev", 2),), language="A"),
    "GEC/4(Rev.2)-E": Symbol("GEC", "4", suffixes=(Suffix("Rev", 2),), language="E"),
    "CA/154": Symbol("CA", "154"),
    "CCU N 11": Symbol("CCU", "11"),
    "CL-20/36": Symbol("CL", "36", "20"),
    "DM-19/1005": Symbol("DM", "1005", "19"),
    "A/HRC/43/12": Symbol("A/HRC", "12", "43"),
    "CRC/C/GC/25": Symbol("CRC/C/GC", "25"),
    "E/2025/9/Add.11": Symbol("E", "9", "2025", suffixes=(Suffix("Add", 11),)),
}
SPELLINGS = {
    "WG-CP-2/01": "WG-CP/2/1",
    "CWG–COP–14/3–E": "CWG-COP-14/3-E",
    "CWG-COP-14/3-E Rev. 1": "CWG-COP-14/3(Rev.1)-E",
    "C11/45 (Rev. 1)-E": "C11/45(Rev.1)-E",
    "C11／45（Rev.1）-E": "C11/45(Rev.1)-E",
    "PP-14/67(Add.1)-S": "PP14/67(Add.1)-S",
    "CCU N° 11": "CCU N 11",
    "C18/40(Rév.1)-F": "C18/40(Rev.1)-F",
    "S23-CLCWGCOP19-C-0004": "CWG-COP-19/4",
    "S14-PP-C-0067!A1!MSW-S": "PP14/67(Add.1)-S",
    "D14-TDAG22-C-0038!R1!MSW-S": "TDAG-22/38-S Rev.1",
}
NOT_SYMBOLS = [
    "",
    "and/or",
    "24/7",
    "TCP/IP",
    "CWG-COP-14/XX-E",
    "C20/XXXX-E",
    "C20/____",
    "A/RES",
    "12/05/2020",
    "A/B",
    "CL/36",
]


@pytest.mark.parametrize(("text", "symbol"), FORMS.items())
def test_a_printed_number_has_its_parts_and_prints_as_before(text: str, symbol: Symbol) -> None:
    assert parse(text) == symbol
    assert str(symbol) == text


@pytest.mark.parametrize(("text", "canonical"), SPELLINGS.items())
def test_every_spelling_has_one_canonical_form(text: str, canonical: str) -> None:
    assert str(parse(text)) == canonical


@pytest.mark.parametrize("text", NOT_SYMBOLS)
def test_what_is_no_number_gives_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("text", ["Document CWG-COP-20/XX-E", "C20/…", "C24/___"])
def test_a_number_that_is_not_given_yet_is_recognised(text: str) -> None:
    assert has_placeholder(text)
    assert find_symbol(text) is None


def test_a_given_number_is_no_placeholder() -> None:
    assert not has_placeholder("CWG-COP-20/7-E")


def test_the_year_comes_from_the_meeting_of_a_yearly_body() -> None:
    assert [symbol.year for symbol in (FORMS["C20/57-E"], FORMS["CWG-COP-14/3-E"], FORMS["GEC/4(Rev.2)-E"])] == [
        2020,
        None,
        None,
    ]
    assert Symbol("C", "5", "2020").year == 2020


def test_the_language_letter_tells_the_language() -> None:
    assert FORMS["C20/57-E"].language_code == "en"
    assert FORMS["CA/154"].language_code is None


def test_a_number_is_found_in_glued_text() -> None:
    found = find_symbol("C20/57-E3 March 2020Original: English")
    assert found is not None
    assert (found.printed, found.span) == ("C20/57-E", (0, 8))


_suffixes = st.lists(st.builds(Suffix, st.sampled_from(["Rev", "Add", "Corr"]), st.integers(1, 20)), max_size=2).map(
    tuple
)


@given(
    st.one_of(
        st.builds(
            Symbol,
            st.sampled_from(["CWG-COP", "WG-CP", "C", "PP", "TDAG", "WTPF", "CWG-Internet"]),
            st.integers(1, 999).map(str),
            st.integers(10, 40).map(str),
            st.sampled_from([None, "INF", "DT"]),
            _suffixes,
            st.sampled_from([None, *"EFSACR"]),
        ),
        st.builds(
            Symbol,
            st.sampled_from(["A/HRC", "CRC/C", "E", "A/RES"]),
            st.integers(1, 999).map(str),
            st.integers(1, 99).map(str),
            st.none(),
            _suffixes,
        ),
    )
)
def test_a_symbol_parses_back_from_its_canonical_form(symbol: Symbol) -> None:
    assert parse(str(symbol)) == symbol


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    found = find_symbol(text)
    assert found is None or 0 <= found.span[0] < found.span[1] <= len(text)
