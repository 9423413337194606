import pytest

from extractors.header.names import load_names
from extractors.header.offices import is_office, speaks_for_others, state_of_office


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ministry of Communications of Ghana", "GHA"),
        ("Administration of the Republic of Korea", "KOR"),
        ("Permanent Mission of Japan", "JPN"),
        ("Ministère de l'Économie numérique du Sénégal", "SEN"),
        ("Ministère des postes d'Algérie", "DZA"),
        ("Gobierno de la República Oriental del Uruguay", "URY"),
        ("Министерство цифрового развития Республики Казахстан", "KAZ"),
        ("وزارة الاتصالات في مصر", "EGY"),
        ("وزارة الاتصالات - مصر", "EGY"),
        ("中国工业和信息化部", "CHN"),
        ("Republic of Kenya – Ministry of ICT", "KEN"),
        ("Communications Authority (Kenya)", "KEN"),
        ("Kenya, on behalf of the African Group", "KEN"),
        ("日本代表亚太电信组织", "JPN"),
        ("Postal and Telecommunications Regulatory Authority of Zimbabwe (POTRAZ)", "ZWE"),
        ("Ministry of ICT and National Guidance, Uganda", "UGA"),
        ("Российская Федерация (Минцифры России)", "RUS"),
        ("Australia: eSafety Commissioner", "AUS"),
        ("Nigerian Communications Commission", "NGA"),
        ("Administration française", "FRA"),
        ("US Department of Justice", "USA"),
        ("Служба связи при Правительстве Республики Таджикистан", "TJK"),
        ("France (Orange)", None),
        ("Danish Institute for Human Rights", None),
        ("Inter-American Telecommunication Commission", None),
        ("Ministry of Education and Science", None),
        ("University of Ghana", None),
        ("Commission of the African Union", None),
        ("Meridian Mobile (Kenya)", None),
        ("Kenya Youth – Digital Club", None),
        ("x" * 300, None),
    ],
)
def test_an_office_speaks_for_the_state_in_its_name(name: str, code: str | None) -> None:
    assert state_of_office(name, load_names()) == code


def test_words_for_offices_are_told_in_six_languages() -> None:
    names = ("Ministry", "Autorité de régulation", "Subsecretaría", "Министерство", "وزارة", "管理局")
    assert [is_office(name) for name in names] == [True] * 6
    assert not is_office("Youth club")


def test_words_that_part_a_state_from_a_group() -> None:
    assert speaks_for_others("on behalf of the Arab States")
    assert not speaks_for_others("Ministry")
