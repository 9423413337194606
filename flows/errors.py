"""The errors of settings and workspaces."""

from extractors.errors import RapporteurError


class SettingsError(RapporteurError):
    """A setting that is unknown or cannot be; the message names the key, the value and what is allowed."""


class WorkspaceError(RapporteurError):
    """A workspace that is missing, incomplete, not writable or held by another run."""


class CorrectionError(RapporteurError):
    """A correction that cannot be: an unknown field or document, or a value that its field cannot have."""


class ExportError(RapporteurError):
    """Files that cannot be written where and as they were asked for."""
