"""Numbers of questions, in all their forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.questionnaire.numbers import follows, key_of, split_number
from extractors.questionnaire.series import Candidate, best_series


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1. Do you?", "1", "Do you?"),
        ("1) Do you?", "1)", "Do you?"),
        ("A.1 Kind", "A.1", "Kind"),
        ("B-2. Kind", "B-2", "Kind"),
        ("2.3.1 Kind", "2.3.1", "Kind"),
        ("a) Is it?", "a)", "Is it?"),
        ("(b) Is it?", "(b)", "Is it?"),
        ("а) Есть ли?", "а)", "Есть ли?"),
        ("أ) هل؟", "أ)", "هل؟"),
        ("أ ) هل؟", "أ)", "هل؟"),
        ("ii) Is it?", "ii)", "Is it?"),
        ("三、是否？", "三", "是否？"),
        ("7", "7", ""),
        ("A law of 2019", None, "A law of 2019"),
        ("I think so", None, "I think so"),
        ("2019年的法律", None, "2019年的法律"),
    ],
)
def test_a_number_is_parted_from_its_text(text: str, number: str | None, rest: str) -> None:
    found, left = split_number(text)
    assert (found.rstrip(".") if found else None, left) == (number, rest)


@pytest.mark.parametrize(
    ("later", "earlier", "gap"),
    [
        ("2", "1", 0),
        ("4", "2", 1),
        ("1.2", "1.1", 0),
        ("2.1", "1.4", 0),
        ("2.1", "2", 0),
        ("3", "2.4", 0),
        ("B.1", "A.3", 0),
        ("1", "2", None),
        ("1", "1", None),
        ("2)", "1.", None),
        ("iv)", "iii)", 0),
        ("十一", "十", 0),
    ],
)
def test_numbers_follow_one_another(later: str, earlier: str, gap: int | None) -> None:
    one, other = key_of(later), key_of(earlier)
    assert one is not None
    assert other is not None
    assert follows(one, other, new_section=False) == gap


def test_under_a_new_heading_the_count_begins_anew() -> None:
    one, nine = key_of("1"), key_of("9")
    assert one is not None
    assert nine is not None
    assert follows(one, nine, new_section=True) == 1


@given(st.integers(1, 30), st.data())
def test_the_questions_are_found_among_the_numbers_of_their_answers(count: int, data: st.DataObject) -> None:
    candidates: list[Candidate] = []
    wanted: list[int] = []
    for number in range(1, count + 1):
        key = key_of(str(number))
        assert key is not None
        wanted.append(len(candidates))
        candidates.append(Candidate(len(candidates), key, 2.5, 0))
        for listed in range(1, data.draw(st.integers(0, 4)) + 1):
            item = key_of(str(listed))
            assert item is not None
            candidates.append(Candidate(len(candidates), item, 0.3, 0))
    assert [one.at for one in best_series(candidates)][:count] == wanted


@given(st.text(max_size=20))
def test_any_text_has_a_number_or_none(text: str) -> None:
    number, rest = split_number(text)
    assert rest in text
    if number is not None:
        key_of(number)
