import pytest

from extractors.header.sources import read_sources

CASES: dict[str, tuple[str | None, str | None, str | None, str | None]] = {
    # name: code, organisation, region, category
    "Kenya": ("KEN", None, "AFR", "member_state"),
    "Hong Kong": ("HKG", None, None, None),
    "State of Palestine": ("PSE", None, "ARB", None),
    "Communications Authority (Kenya)": ("KEN", None, "AFR", "member_state"),
    "Kenya, Ministry of ICT": ("KEN", None, "AFR", "member_state"),
    "Meridian Mobile (Sector Member)": (None, None, None, "sector_member"),
    "Donghai Mobile, Sector Member": (None, None, None, "sector_member"),
    "Télécom Lac (Membre de Secteur)": (None, None, None, "sector_member"),
    "Компания «Волна» (Член Сектора)": (None, None, None, "sector_member"),
    "东海移动通信集团有限公司（部门成员）": (None, None, None, "sector_member"),
    "Aldermoor Labs (Associate)": (None, None, None, "associate"),
    "University of Aldermoor": (None, None, None, "academia"),
    "Universidad de la Costa": (None, None, None, "academia"),
    "جامعة القاهرة": (None, None, None, "academia"),
    "江岸大学青少年网络素养研究院": (None, None, None, "academia"),
    "UNICEF": (None, "UNICEF", None, "un_body"),
    "United Nations Children's Fund (UNICEF)": (None, "UNICEF", None, "un_body"),
    "Fonds des Nations Unies pour l’enfance": (None, "UNICEF", None, "un_body"),
    "ЮНЕСКО": (None, "UNESCO", None, "un_body"),
    "联合国教科文组织": (None, "UNESCO", None, "un_body"),
    "Лига арабских государств": (None, "League of Arab States", None, "regional_organisation"),
    "CEPT": (None, "CEPT", None, "regional_organisation"),
    "ECPAT International": (None, "ECPAT International", None, "ngo"),
    "Jusoor (منظمة غير حكومية)": (None, None, None, "ngo"),
    "INTERPOL": (None, "INTERPOL", None, None),
    "Secretary-General": (None, None, None, "secretariat"),
    "BDT": (None, "Telecommunication Development Bureau", None, "secretariat"),
    "Director, Telecommunication Development Bureau": (None, None, None, "secretariat"),
    "Генеральный секретарь": (None, None, None, "secretariat"),
    "الأمين العام": (None, None, None, "secretariat"),
    "秘书长": (None, None, None, "secretariat"),
    "Chair, CWG-COP": (None, None, None, "chair"),
    "Président du Groupe de travail": (None, None, None, "chair"),
    "Председатель": (None, None, None, "chair"),
    "رئيس فريق العمل": (None, None, None, "chair"),
    "工作组主席": (None, None, None, "chair"),
    "Bright Harbour Foundation": (None, None, None, None),
    "Telefónica": (None, "Telefónica", None, None),
    "who": (None, None, None, None),
}


@pytest.mark.parametrize(("name", "expected"), CASES.items())
def test_it_is_told_what_a_source_is(
    name: str, expected: tuple[str | None, str | None, str | None, str | None]
) -> None:
    [source] = read_sources([name])
    assert (source.iso3, source.organisation, source.region, source.category) == expected
    assert source.name == name
    assert source.resolved == bool(expected[0] or expected[1] or expected[3] in {"secretariat", "chair"})
