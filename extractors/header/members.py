"""The Member States of the Union."""

import pycountry

from extractors.header.names import is_member_state, region_of
from extractors.header.vocabulary import Region


def member_states() -> tuple[tuple[str, Region], ...]:
    """Give the ISO 3166-1 alpha-3 codes of the Member States with their regions, in the order of the codes."""
    codes = sorted(country.alpha_3 for country in pycountry.countries)
    return tuple((code, region) for code in codes if is_member_state(code) and (region := region_of(code)))
