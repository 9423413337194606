"""The Member States of the Union."""

from extractors.header.members import member_states
from extractors.header.vocabulary import Region


def test_there_are_194_each_in_one_region() -> None:
    states = dict(member_states())
    assert len(states) == len(member_states()) == 194
    assert states["KEN"] is Region.AFR
    assert set(states.values()) == set(Region)


def test_who_takes_part_without_being_a_member_is_not_among_them() -> None:
    assert "PSE" not in dict(member_states())
    assert "HKG" not in dict(member_states())
