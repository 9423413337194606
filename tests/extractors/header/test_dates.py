from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from extractors.header.dates import find_dates

SINGLE = {
    "28 December 2017": date(2017, 12, 28),
    "22 de mayo de 2013": date(2013, 5, 22),
    "17 juillet 2018": date(2018, 7, 17),
    "1er mars 2020": date(2020, 3, 1),
    "12 AOUT 2019": date(2019, 8, 12),
    "15 октября 2009 г.": date(2009, 10, 15),
    "٢٦ كانون الأول ٢٠٢٥": date(2025, 12, 26),
    "17 يوليو 2018": date(2018, 7, 17),
    "12 أيلول/سبتمبر 2020": date(2020, 9, 12),
    "12 اغسطس 2020": date(2020, 8, 12),
    "3 جوان 2021": date(2021, 6, 3),
    "2018年3月19日": date(2018, 3, 19),
    "March 5, 2020": date(2020, 3, 5),
    "12-DEC-2025": date(2025, 12, 12),
    "2020-06-05": date(2020, 6, 5),
    "15/06/2020": date(2020, 6, 15),
    "6/15/2020": date(2020, 6, 15),
    "5.5.2020": date(2020, 5, 5),
    "3 March 2020Original: English": date(2020, 3, 3),
}
PERIODS = {
    "13–14 January 2026": (date(2026, 1, 13), date(2026, 1, 14)),
    "du 13 au 14 janvier 2026": (date(2026, 1, 13), date(2026, 1, 14)),
    "13 y 14 de enero de 2026": (date(2026, 1, 13), date(2026, 1, 14)),
    "с 13 по 14 января 2026 года": (date(2026, 1, 13), date(2026, 1, 14)),
    "14-13 يناير 2026": (date(2026, 1, 13), date(2026, 1, 14)),
    "2026年1月13-14日": (date(2026, 1, 13), date(2026, 1, 14)),
    "2026年1月30日至2月1日": (date(2026, 1, 30), date(2026, 2, 1)),
    "30 January – 1 February 2026": (date(2026, 1, 30), date(2026, 2, 1)),
    "29 December 2025 to 3 January 2026": (date(2025, 12, 29), date(2026, 1, 3)),
    "January 13-14, 2026": (date(2026, 1, 13), date(2026, 1, 14)),
}
NONE = [
    "",
    "March 2020",
    "05/06/2020",
    "31 February 2020",
    "13 January 3026",
    "2020",
    "Resolution 1306",
    "1.2.3",
    "5 de la 2020",
]


@pytest.mark.parametrize(("text", "day"), SINGLE.items())
def test_a_day_is_read(text: str, day: date) -> None:
    assert [(found.first, found.last) for found in find_dates(text)] == [(day, None)]


@pytest.mark.parametrize(("text", "days"), PERIODS.items())
def test_a_period_is_read(text: str, days: tuple[date, date]) -> None:
    assert [(found.first, found.last) for found in find_dates(text)] == [days]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_certain_day_is_not_read(text: str) -> None:
    assert find_dates(text) == ()


def test_points_put_the_day_first_and_strokes_where_the_language_does() -> None:
    assert find_dates("05.06.2020", "en")[0].first == date(2020, 6, 5)
    assert find_dates("05/06/2020", "ar")[0].first == date(2020, 6, 5)
    assert find_dates("05/06/2020", "en") == ()


def test_two_dates_in_a_line_are_both_found() -> None:
    assert [found.first.day for found in find_dates("3 March 2020; 5 April 2020")] == [3, 5]


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(["en_GB", "fr", "es", "ru", "ar_EG", "ar_LB", "zh"])
)
def test_long_dates_of_every_locale_are_read_back(day: date, locale: str) -> None:
    assert [found.first for found in find_dates(format_date(day, "long", locale))] == [day]


@given(st.text(max_size=80))
def test_spans_lie_in_the_text(text: str) -> None:
    for found in find_dates(text):
        assert 0 <= found.span[0] < found.span[1] <= len(text)
