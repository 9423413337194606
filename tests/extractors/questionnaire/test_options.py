"""Options and what is ticked among them, however they are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.questionnaire.options import Option, alternatives, read_options


@pytest.mark.parametrize(
    ("text", "ticked", "open_ones", "rest"),
    [
        ("☒ Yes   ☐ No", ["Yes"], ["No"], ""),
        ("☐ Yes ☑ No\nBecause of this.", ["No"], ["Yes"], "Because of this."),
        ("Yes ☒   No ☐", ["Yes"], ["No"], ""),
        (
            "Oui ☒ Non ☐ La loi de 2019 le prévoit depuis longtemps.",
            ["Oui"],
            ["Non"],
            "La loi de 2019 le prévoit depuis longtemps.",
        ),
        ("☒ Yes ☐ No The Act of 2019 says so.", ["Yes"], ["No"], "The Act of 2019 says so."),
        ("☐ Да ☒ Нет Закона нет.", ["Нет"], ["Да"], "Закона нет."),
        ("[X] Teachers  [ ] Police  [x] Parents", ["Teachers", "Parents"], ["Police"], ""),
        ("( ) Sí  (X) No", ["No"], ["Sí"], ""),
        ("Yes X  No", ["Yes"], ["No"], ""),
        ("X Yes / No", ["Yes"], ["No"], ""),
        ("Yes / No X", ["No"], ["Yes"], ""),
        ("是 ✓ 否", ["是"], ["否"], ""),
        ("☒ نعم ☐ لا", ["نعم"], ["لا"], ""),
        ("☒ Police\n☒ Courts\n☐ Schools", ["Police", "Courts"], ["Schools"], ""),
        ("Kind: ☐ State ☒ Sector Member", ["Sector Member"], ["State"], "Kind"),
        ("Yes, we have (since 2019) a law", [], [], "Yes, we have (since 2019) a law"),
        ("__________", [], [], "__________"),
        ("Yes X No X", [], [], "Yes X No X"),
    ],
)
def test_a_box_belongs_to_its_label(text: str, ticked: list[str], open_ones: list[str], rest: str) -> None:
    found = read_options(text)
    assert list(found.ticked) == ticked
    assert [option.label for option in found.options if not option.ticked] == open_ones
    assert found.rest == rest


@pytest.mark.parametrize(
    ("line", "labels", "left"),
    [
        ("Yes / No", ("Yes", "No"), ""),
        ("Да/Нет", ("Да", "Нет"), ""),
        ("Oui   Non", ("Oui", "Non"), ""),
        ("Sí / No / Parcialmente", ("Sí", "No", "Parcialmente"), ""),
        ("Yes / No The Act of 2019", ("Yes", "No"), "The Act of 2019"),
        ("是否", ("是", "否"), ""),
        ("No, not yet", (), "No, not yet"),
        ("Yes / Yes", (), "Yes / Yes"),
    ],
)
def test_yes_and_no_side_by_side_are_an_offer(line: str, labels: tuple[str, ...], left: str) -> None:
    assert alternatives(line) == (labels, left)


@given(st.text(alphabet="☒☐☑[]()xX YesNo/:?.,\n是否Да نعم12_", max_size=60))
def test_no_text_stops_the_reading_and_no_label_is_invented(text: str) -> None:
    found = read_options(text)
    assert all(isinstance(option, Option) and option.label and option.label in text for option in found.options)
