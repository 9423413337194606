"""Numbers and addresses are one in every language."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.figures import figures


@pytest.mark.parametrize(
    "text",
    [
        "3 120 users",
        "3,120 users",
        "3.120 usuarios",
        "3\u202f120 internautes",
        "3\u00a0120",
        "٣٬١٢٠ مستخدم",
        "有3,120名用户",
    ],
)
def test_thousands_are_one_number_however_they_are_parted(text: str) -> None:
    assert figures(text) == {"3120": True}


@pytest.mark.parametrize("text", ["3.5 per cent", "3,5 pour cent", "٣٫٥ في المائة", "３.５％"])
def test_decimals_are_one_number_with_point_or_comma(text: str) -> None:
    assert figures(text) == {"3.5": True}


def test_small_numbers_and_years_are_weak() -> None:
    assert figures("In 2024, 41 of 612 children in 7 counties") == {"2024": False, "41": False, "612": True}


def test_a_number_behind_a_year_is_its_own() -> None:
    assert set(figures("in 2024 312 cases")) == {"2024", "312"}


def test_addresses_are_told() -> None:
    assert figures("See https://www.itu.int/cop or write to COP@itu.int.") == {
        "https://www.itu.int/cop": True,
        "cop@itu.int": True,
    }


def test_digits_within_a_latin_word_are_no_number() -> None:
    assert figures("COVID19 and H264") == {}


@given(st.integers(1_000, 999_999_999))
def test_any_number_is_the_same_with_any_mark_between_its_thousands(number: int) -> None:
    forms = {f"{number:,}".replace(",", mark) for mark in (",", ".", " ", "\u202f", "’")} | {f"{number:,}"}
    assert {tuple(figures(form)) for form in forms} == {(str(number),)}


@given(st.text())
def test_any_text_has_figures_or_none(text: str) -> None:
    assert all(len(figure) > 1 for figure in figures(text))


@pytest.mark.parametrize(
    "text", ["x" * 300_000, "9" * 300_000, "a@" * 100_000, "1 " * 100_000, "111 " * 80_000, "www." * 60_000]
)
def test_a_hostile_text_is_read_in_no_time(text: str) -> None:
    start = time.perf_counter()
    figures(text)
    assert time.perf_counter() - start < 5
