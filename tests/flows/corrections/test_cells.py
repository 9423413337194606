"""Cells of a spreadsheet: nothing runs as a formula, and every text comes back as it was."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.corrections.cells import from_cell, to_cell

SPECIAL = st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", "'", '"', ",", ";", "\ufeff", "ا", "中", "＝", "a"])
TEXTS = st.lists(st.one_of(SPECIAL, st.characters(exclude_categories=["Cs"])), max_size=12).map("".join)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'=", "''-", "＝"])
def test_what_could_run_begins_with_an_apostrophe(start: str) -> None:
    assert to_cell(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["", "Kenya", "'quoted'", "1-1", "a=b"])
def test_other_text_is_as_it_was(text: str) -> None:
    assert to_cell(text) == text


@given(TEXTS)
def test_every_text_comes_back_through_a_csv_file(text: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([to_cell(text), "end"])
    (cells,) = csv.reader(io.StringIO(stream.getvalue(), newline=""), strict=True)
    assert not re.match("[=+\\-@\t\r]", cells[0])
    assert [from_cell(cells[0]), cells[1]] == [text, "end"]
