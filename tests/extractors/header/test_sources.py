import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.header.sources import all_states, read_sources

CASES: dict[str, list[tuple[str, str | None]]] = {
    "Kenya, Uganda and Tanzania": [("Kenya", "KEN"), ("Uganda", "UGA"), ("Tanzania", "TZA")],
    "Australia, Canada and the United States": [("Australia", "AUS"), ("Canada", "CAN"), ("United States", "USA")],
    "Korea, Republic of": [("Korea, Republic of", "KOR")],
    "Iran (Islamic Republic of)/Saudi Arabia": [("Iran (Islamic Republic of)", "IRN"), ("Saudi Arabia", "SAU")],
    "Kenya, Ministry of ICT, Innovation and Youth Affairs": [
        ("Kenya, Ministry of ICT, Innovation and Youth Affairs", "KEN")
    ],
    "Communications Authority, Kenya": [("Communications Authority, Kenya", "KEN")],
    "Communications Authority (Kenya)": [("Communications Authority (Kenya)", "KEN")],
    "Meridian Mobile (Kenya)": [("Meridian Mobile (Kenya)", None)],
    "Kenya, Uganda, Meridian Mobile": [("Kenya", "KEN"), ("Uganda", "UGA"), ("Meridian Mobile", None)],
    "UNICEF and ITU": [("UNICEF", None), ("ITU", None)],
    "Ministry of Education and Science": [("Ministry of Education and Science", None)],
    "Save the Children; Kenya*": [("Save the Children", None), ("Kenya", "KEN")],
    "Contribution from the Russian Federation": [("Russian Federation", "RUS")],
    "Telefónica, S.A.": [("Telefónica, S.A.", None)],
    "Chair": [("Chair", None)],
    "***": [],
    "": [],
}


@pytest.mark.parametrize(("text", "sources"), CASES.items())
def test_a_source_is_read(text: str, sources: list[tuple[str, str | None]]) -> None:
    assert [(source.name, source.iso3) for source in read_sources([text])] == sources


def test_lines_of_a_cell_are_a_list() -> None:
    assert [source.iso3 for source in read_sources(["Fiji", "Samoa", "Tonga"])] == ["FJI", "WSM", "TON"]


def test_a_line_of_states_is_told_from_other_lines() -> None:
    assert [source.iso3 for source in all_states("Kenya and Uganda")] == ["KEN", "UGA"]
    assert all_states("Kenya, Ministry of ICT") == ()
    assert all_states("Kenya adopted a plan.") == ()
    assert all_states("Kenya:") == ()


@given(st.lists(st.text(max_size=40), max_size=4))
def test_names_are_as_written(lines: list[str]) -> None:
    written = "".join("".join(lines).split())
    for source in read_sources(lines):
        assert source.name
        assert "".join(source.name.split()) in written
