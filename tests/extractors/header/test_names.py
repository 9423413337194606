from pathlib import Path

import pytest

from extractors.header.countries import iso3
from extractors.header.names import InvalidNames, is_member_state, load_names, region_of
from extractors.header.reader import read_header
from extractors.header.sources import read_sources
from extractors.reading import FrontLine

FILE = """
states:
  KEN: [Jamhuri ya Kenya]
organisations:
  Meridian Mobile Group: {category: sector_member, names: [Meridian, Мередиан]}
  UNICEF: {category: ngo}
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "aliases.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_file_of_the_secretariat_adds_names_and_wins(tmp_path: Path) -> None:
    names = load_names(_file(tmp_path, FILE))
    assert iso3("Jamhuri ya Kenya") is None
    assert iso3("JAMHURI YA KENYA", names) == "KEN"
    assert iso3("France", names) == "FRA"
    [source] = read_sources(["Meridian"], names)
    assert (source.organisation, source.category, source.resolved) == ("Meridian Mobile Group", "sector_member", True)
    assert read_sources(["UNICEF"], names)[0].category == "ngo"
    assert read_sources(["UNICEF"])[0].category == "un_body"


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    path = _file(tmp_path, "")
    assert iso3("Jamhuri ya Kenya", load_names(path)) is None
    path.unlink()
    path = _file(tmp_path, FILE)
    assert iso3("Jamhuri ya Kenya", load_names(path)) == "KEN"


def test_a_header_is_read_with_the_names_of_the_file(tmp_path: Path) -> None:
    front = [FrontLine(("Document C20/57-E",)), FrontLine(("Source: Jamhuri ya Kenya",))]
    assert read_header(front, {}, "en").sources[0].iso3 is None
    assert read_header(front, {}, "en", _file(tmp_path, FILE)).sources[0].iso3 == "KEN"


@pytest.mark.parametrize(
    "text",
    [
        "states: [",
        "- a",
        "countries: {}",
        "states: {XXX: [a]}",
        "states: {KEN: a}",
        "organisations: {A: [b]}",
        "organisations: {A: {names: b}}",
        "organisations: {A: {kind: ngo}}",
        "organisations: {A: {category: club}}",
    ],
)
def test_a_file_of_another_form_is_refused_in_plain_words(tmp_path: Path, text: str) -> None:
    with pytest.raises(InvalidNames, match="file of aliases"):
        load_names(_file(tmp_path, text))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidNames, match="cannot be read"):
        load_names(tmp_path / "none.yaml")


def test_each_state_is_in_one_region_and_territories_are_in_none() -> None:
    assert [region_of(code) for code in ("KEN", "BRA", "QAT", "FJI", "UZB", "UKR")] == [
        "AFR",
        "AMS",
        "ARB",
        "ASP",
        "CIS",
        "EUR",
    ]
    assert [region_of(code) for code in ("HKG", "GRL", "PRI", "XXX", None)] == [None] * 5


def test_there_are_194_member_states() -> None:
    import pycountry

    states = [country.alpha_3 for country in pycountry.countries if is_member_state(country.alpha_3)]
    assert len(states) == 194
    assert region_of("PSE") == "ARB"
    assert not is_member_state("PSE")
