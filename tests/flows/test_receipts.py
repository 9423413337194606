"""A receipt tells a person who is no programmer what happened, why and what to do."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.receipts import Receipt, file_name, receipt_text, write_receipt

RECEIVED = datetime(2026, 1, 13, 9, 30, tzinfo=UTC)


def receipt(**changes: object) -> Receipt:
    values: dict[str, object] = {"key": "0123456789abcdef", "name": "CWG-COP-20/reply.docx", "received": RECEIVED}
    return Receipt(**(values | {"outcome": "loaded", "reason": None} | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("outcome", ["loaded", "duplicate", "waiting", "quarantined"])
def test_every_outcome_has_its_words_and_its_advice(outcome: str) -> None:
    text = receipt_text(receipt(outcome=outcome, reason="Because."))
    assert "13 January 2026, 09:30 UTC" in text
    assert "Because." in text
    assert text.rstrip().splitlines()[-1].startswith("What to do   ")


def test_what_was_understood_is_listed() -> None:
    text = receipt_text(receipt(understood=(("Symbol", "CWG-COP-20/4-E"), ("Source", "Kenya"))))
    assert "Symbol       CWG-COP-20/4-E" in text
    assert "Source       Kenya" in text


def test_writing_a_receipt_again_gives_the_same_file(tmp_path: Path) -> None:
    first = write_receipt(receipt(), tmp_path)
    second = write_receipt(receipt(), tmp_path)
    assert first == second == tmp_path / "2026-01-13" / "CWG-COP-20__reply--01234567.docx.txt"


@given(name=st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=400))
def test_a_file_name_is_one_short_path_part_whatever_the_submission_was_called(name: str) -> None:
    made = file_name(name, "0123456789abcdef")
    assert "/" not in made
    assert 8 < len(made.encode("utf-8", "replace")) <= 250
