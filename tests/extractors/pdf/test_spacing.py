import numpy as np
import pytest

from extractors.pdf.spacing import beside_cjk, truly_parting

_SIZE = 10.0


def _kept(text: str, places: list[tuple[float, float]]) -> str:
    """Lay out a text in which `_` is a space of no width, and show the spaces that are left."""
    box = np.asarray([(x0, 0.0, x1, 10.0) for x0, x1 in places], np.float32)
    parting = np.asarray([char in "_ " for char in text])
    truly = truly_parting(text.replace("_", " "), parting, box, np.full(len(text), _SIZE, np.float32))
    return "".join(char for char, parts, was in zip(text, truly, parting, strict=True) if parts or not was)


def test_a_space_between_a_chinese_sign_and_a_figure_is_none() -> None:
    assert _kept("年_1", [(0, 10), (10, 10), (12.1, 17)]) == "年1"
    assert _kept("1_年", [(0, 5), (5, 5), (7.5, 17)]) == "1年"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("年 1", [(0, 10), (10, 12.5), (12.5, 17)]),
        ("年_1", [(0, 10), (10, 10), (15, 20)]),
        ("a_b", [(0, 5), (5, 5), (7, 12)]),
        ("_b", [(0, 0), (7, 12)]),
        ("b_", [(0, 5), (5, 5)]),
    ],
)
def test_other_spaces_stay(text: str, places: list[tuple[float, float]]) -> None:
    assert _kept(text, places) == text


def test_a_bracket_that_touches_its_word_stands_with_it() -> None:
    assert _kept(")_ع", [(20, 25), (20, 20), (14, 20)]) == ")ع"


def test_a_vowel_sign_stands_with_its_word_wherever_it_is_drawn() -> None:
    assert _kept("و_\u0651_ل", [(20, 25), (20, 20), (90, 92), (20, 20), (14, 20)]) == "و\u0651ل"


def test_korean_and_latin_letters_keep_their_gaps() -> None:
    codes = np.asarray([ord(char) for char in "a年1가b"], np.uint32)
    assert beside_cjk(codes).tolist() == [True, True, False, False]
