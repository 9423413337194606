"""The errors of the project's first stage, and the base that all stages share."""


class RapporteurError(Exception):
    """Say in plain words what went wrong and what to do; the message reaches a secretariat officer."""


class ExtractionError(RapporteurError):
    """A file could not be turned into a Document."""


class UnsupportedFormat(ExtractionError):
    """The file is of a kind that Rapporteur does not read."""


class EncryptedDocument(ExtractionError):
    """The file opens only with a password that Rapporteur does not have."""


class UnreadableDocument(ExtractionError):
    """The file is damaged, empty or holds no text."""


class LimitExceeded(ExtractionError):
    """Reading the file would take more time, memory or space than one file may."""


class ProgramMissing(ExtractionError):
    """The file needs an optional program that is not installed; it waits until it is."""

    def __init__(self, program: str, message: str) -> None:
        super().__init__(program, message)
        self.program = program
        self.message = message

    def __str__(self) -> str:
        return self.message
