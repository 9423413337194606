from extractors.pdf.lines import make_line
from extractors.pdf.rows import OBJECT, group_rows
from extractors.pdf.words import Word


def _texts(words: list[Word]) -> list[list[str]]:
    return [[word.text for word in row] for row in group_rows(words)]


def test_a_low_word_stands_on_the_line_of_tall_ones() -> None:
    words = [Word("يأتي:", 362, 547.0, 382, 561.5, 11), Word("ما", 384, 549.3, 392, 556.7, 11)]
    assert _texts(words) == [["يأتي:", "ما"]]


def test_a_large_initial_is_no_part_of_the_first_small_line() -> None:
    words = [Word("W", 62, 100, 90, 140, 40), Word("hereas", 92, 101, 120, 110, 10)]
    assert len(_texts(words)) == 2


def test_a_raised_number_before_a_tab_opens_its_note() -> None:
    words = [
        Word("1", 62.5, 760.9, 65.5, 764.6, 5.2),
        Word("Опрос", 98.5, 762.1, 126.4, 770.8, 9),
        Word("проводился", 128.8, 762.2, 181.5, 770.8, 9),
    ]
    rows = group_rows(words)
    assert [[word.text for word in row] for row in rows] == [["1", "Опрос", "проводился"]]
    assert make_line(rows[0], 1).leading_reference == "1"


def test_nothing_stands_in_the_row_of_a_table() -> None:
    words = [Word(OBJECT, 62, 100, 200, 115, 10), Word("beside", 220, 101, 260, 112, 10)]
    assert sorted(_texts(words)) == [["beside"], [OBJECT]]


def test_a_full_stop_after_an_arabic_word_stands_close_to_it() -> None:
    row = [Word(".", 282.1, 0, 284.4, 10, 10, place=1), Word("ومفيداً", 284.2, 0, 311.6, 10, 10, place=2)]
    assert make_line(row, 1).text == "ومفيداً."


def test_the_name_of_a_series_in_large_letters_is_no_part_of_the_small_line_beside_it() -> None:
    small, large = Word("Publisher: the secretariat", 60, 140, 150, 151, 10), Word("Issues", 420, 121, 530, 148, 26)
    assert len(group_rows([small, large])) == 2
