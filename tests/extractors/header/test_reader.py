from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Header
from extractors.header.reader import read_header
from extractors.reading import FrontLine

PAGES: list[dict[str, Any]] = [
    page
    for file in ("first_pages.yaml", "other_layouts.yaml", "unlabelled_layouts.yaml")
    for page in yaml.safe_load(Path(__file__).with_name(file).read_text("utf-8"))
]


def _front(lines: list[Any]) -> list[FrontLine]:
    made = []
    for line in lines:
        if isinstance(line, dict):
            made.append(FrontLine((line["furniture"],), 1, furniture=True))
        else:
            made.append(FrontLine(tuple(line) if isinstance(line, list) else (line,), 1))
    return made


def _read(page: dict[str, Any]) -> Header:
    return read_header(_front(page["lines"]), page.get("marked", {}), page["language"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_a_first_page_gives_its_fields_and_no_other(page: dict[str, Any]) -> None:
    header, expect = _read(page), page["expect"]
    got = {
        "symbol": header.symbol,
        "meeting_date": header.meeting_date,
        "document_date": header.document_date,
        "originals": list(header.original_languages),
        "sources": [[source.name, source.iso3] for source in header.sources],
        "title": header.title,
        "agenda_item": header.agenda_item,
    }
    empty: dict[str, Any] = {"originals": [], "sources": []}
    assert got == {name: expect.get(name, empty.get(name)) for name in got}
    named = {"body": header.body, "meeting": header.meeting, "place": header.meeting_place}
    assert named == {name: expect.get(name, value) for name, value in named.items()}


def test_there_are_first_pages_in_six_languages() -> None:
    assert len(PAGES) >= 60
    assert {page["language"] for page in PAGES} >= {"ar", "en", "es", "fr", "ru", "zh"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_each_field_stands_where_its_provenance_says(page: dict[str, Any]) -> None:
    header = _read(page)
    for provenance in header.provenance:
        text = header.text[slice(*provenance.span)]
        assert text.strip()
        value = getattr(header, provenance.field)
        if provenance.field in {"title", "meeting_place"}:
            assert "".join(str(value).split()) in "".join(text.split())
        if provenance.field == "sources":
            assert all("".join(source.name.split()) in "".join(text.split()) for source in value)
        if isinstance(value, date):
            assert any(character.isnumeric() for character in text)


def test_a_page_without_a_header_block_gives_nothing() -> None:
    header = read_header([FrontLine(("Kenya",)), FrontLine(("3 March 2020",))], {}, "en")
    assert header == Header(text="Kenya\n3 March 2020")


def test_a_number_in_the_running_header_is_less_sure() -> None:
    header = read_header([FrontLine(("C20/57-E",), 1, furniture=True), FrontLine(("Original: English",), 1)], {}, "en")
    assert [each.confidence for each in header.provenance if each.field == "symbol"] == [0.6]


def test_a_date_that_disagrees_with_the_year_of_the_number_is_less_sure() -> None:
    header = read_header([FrontLine(("C20/57-E",)), FrontLine(("3 March 2014",))], {}, "en")
    assert [each.confidence for each in header.provenance if each.field == "document_date"] == [0.5]


_CELLS = st.text(
    alphabet=st.sampled_from("CWG-COP/20 E:\n Original Source Title Kenya,13–14 January 2026年月日 الأصل И и 文件 XX"),
    max_size=60,
)


@given(st.lists(st.builds(lambda cells: FrontLine(tuple(cells), 1), st.lists(_CELLS, max_size=3)), max_size=12))
def test_any_lines_give_a_header_whose_spans_are_in_its_text(front: list[FrontLine]) -> None:
    header = read_header(front, {}, "en")
    for provenance in header.provenance:
        assert 0 <= provenance.span[0] < provenance.span[1] <= len(header.text)
        assert getattr(header, provenance.field)
