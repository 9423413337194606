import pytest

from extractors.header.front_text import Segment
from extractors.header.meeting import find_body, find_meeting_line, find_number


def _segments(*lines: str) -> list[Segment]:
    segments, offset = [], 0
    for number, line in enumerate(lines):
        segments.append(Segment(line, offset, number, 0, 1, None, False))
        offset += len(line) + 1
    return segments


NUMBERS = {
    "Twentieth meeting": "20",
    "20th meeting": "20",
    "1st Meeting": "1",
    "Vingt et unième réunion": "21",
    "20e réunion": "20",
    "Decimoquinta reunión": "15",
    "20ª reunión": "20",
    "Двадцать первое собрание": "21",
    "20-е собрание": "20",
    "الاجتماع الخامس عشر": "15",
    "第二十次会议": "20",
    "第20次会议": "20",
    "第十二届会议": "12",
}


@pytest.mark.parametrize(("text", "number"), NUMBERS.items())
def test_the_number_of_a_meeting_is_read(text: str, number: str) -> None:
    found = find_number(_segments("A line", text))
    assert found is not None
    assert found[0] == number


def test_an_ordinal_without_a_meeting_is_no_number() -> None:
    assert find_number(_segments("The twentieth century", "The meeting")) is None


PLACES = {
    "Twentieth meeting – Geneva, 13–14 January 2026": "Geneva",
    "Fourteenth meeting - Geneva, 25 September 2018": "Geneva",
    "Meeting (Buenos Aires, 3-5 March 2020)": "Buenos Aires",
    "Geneva, from 13 to 14 January 2026": "Geneva",
    "Genève, du 13 au 14 janvier 2026": "Genève",
    "Женева, с 13 по 14 января 2026 г.": "Женева",
    "2026年1月13-14日，日内瓦": "日内瓦",
    "13–14 January 2026, Geneva": "Geneva",
    "Virtual meeting, 13–14 January 2026": None,
    "Online, 13–14 January 2026": None,
    "13–14 January 2026": None,
}


@pytest.mark.parametrize(("text", "place"), PLACES.items())
def test_the_place_of_a_meeting_is_read(text: str, place: str | None) -> None:
    line = find_meeting_line(dict(enumerate(_segments("Some group", text))), "en")
    assert line is not None
    offset = len("Some group") + 1
    assert (None if line.place is None else text[line.place[0] - offset : line.place[1] - offset]) == place


@pytest.mark.parametrize(
    "text", ["12 December 2025", "They met from 3 to 5 March 2020 in order to agree on it", "Nothing"]
)
def test_other_lines_are_no_meeting(text: str) -> None:
    assert find_meeting_line(dict(enumerate(_segments(text))), "en") is None


def test_a_place_and_a_day_are_a_meeting_only_where_nothing_better_stands() -> None:
    both = find_meeting_line(
        dict(enumerate(_segments("Geneva, 3 March 2020", "Twentieth meeting, 5 March 2020"))), "en"
    )
    one = find_meeting_line(dict(enumerate(_segments("Geneva, 3 March 2020"))), "en")
    assert (both and both.segment, one and one.sure) == (1, False)


def test_a_body_is_known_by_its_name() -> None:
    found = find_body(_segments("ITU", "COUNCIL WORKING GROUP ON CHILD ONLINE PROTECTION"))
    assert found == ("CWG-COP", (4, 52))
    assert find_body(_segments("Another group")) is None
