"""The values that header fields with a fixed choice may have."""

from enum import StrEnum


class Action(StrEnum):
    """What the first page asks the meeting to do with the document."""

    ACTION = "action"
    """To act: decide, approve, consider, discuss."""
    INFORMATION = "information"
    """To take note."""


class Status(StrEnum):
    """What the first page says of the state of the text."""

    DRAFT = "draft"
    FINAL = "final"
    REVISION = "revision"
    ADDENDUM = "addendum"
    CORRIGENDUM = "corrigendum"


class Region(StrEnum):
    """The regions of ITU's development sector, by ITU's own abbreviations."""

    AFR = "AFR"
    AMS = "AMS"
    ARB = "ARB"
    ASP = "ASP"
    CIS = "CIS"
    EUR = "EUR"


class Category(StrEnum):
    """What a source is to the Union."""

    MEMBER_STATE = "member_state"
    SECTOR_MEMBER = "sector_member"
    ASSOCIATE = "associate"
    ACADEMIA = "academia"
    UN_BODY = "un_body"
    REGIONAL_ORGANISATION = "regional_organisation"
    NGO = "ngo"
    SECRETARIAT = "secretariat"
    CHAIR = "chair"
