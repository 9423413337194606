from pathlib import Path

import pytest

from samples.blocks import InvalidSample, read_block
from samples.docx_numbering import OutlineCounter
from samples.sample import TEXTS, read_sample

KENYA = TEXTS / "en" / "kenya-national-plan.yaml"


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("a text", "is a mapping"),
        ({"q": "a text"}, "one of the keys"),
        ({"p": "a text", "level": 1}, "a p has no level"),
        ({"p": "a text", "number": 1.1}, "quotation marks"),
        ({"heading": "a text", "level": 4}, "level 1, 2 or 3"),
        ({"list": ["a"], "style": "roman"}, "style bullet or letter"),
        ({"table": {"header": ["a", "b"], "rows": [["1"]]}}, "2 cells"),
        ({"changes": [{"add": "x"}], "author": "A", "at": "2025"}, "keep, ins or del"),
    ],
)
def test_a_faulty_entry_is_told_in_words(entry: object, message: str) -> None:
    with pytest.raises(InvalidSample, match=message):
        read_block(entry)


def test_a_faulty_text_names_its_file(tmp_path: Path) -> None:
    path = tmp_path / "en.yaml"
    path.write_text(KENYA.read_text(encoding="utf-8").replace("[^1]", "[^2]"), encoding="utf-8")
    with pytest.raises(InvalidSample, match=r"en\.yaml: footnotes called"):
        read_sample(path)


def test_numbers_in_sequence_are_counted_by_word() -> None:
    counter = OutlineCounter()
    assert [counter.advance(number) for number in ("1", "1.1", "1.2", "2", "2.1", "2.1.1")] == [0, 1, 1, 0, 1, 2]


def test_numbers_out_of_sequence_are_printed_as_text() -> None:
    counter = OutlineCounter()
    assert [counter.advance(number) for number in ("2", "I.", "1", "3")] == [None, None, 0, None]
