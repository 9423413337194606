"""The kinds of document that a working group receives."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What a document is for; `OTHER` where no rule tells more."""

    CONTRIBUTION = "contribution"
    PROPOSAL = "proposal"
    """A contribution that changes a text, with revision marks or MOD, ADD, SUP."""
    QUESTIONNAIRE_REPLY = "questionnaire_reply"
    CIRCULAR_REPLY = "circular_reply"
    INFORMATION = "information"
    LIAISON_STATEMENT = "liaison_statement"
    PRESENTATION = "presentation"
    CHAIR_REPORT = "chair_report"
    SECRETARIAT = "secretariat"
    TERMS_OF_REFERENCE = "terms_of_reference"
    RESOLUTION = "resolution"
    OTHER = "other"
