"""What cannot be used at all: raised once, with a complete message and a remedy."""

from rollout_kit.message import Message


class RolloutKitError(Exception):
    """The call or the file cannot be used; shown as `error: …` without a traceback.

    `help` is the remedy, said apart from the fault.
    """

    exit_code = 2

    def __init__(self, message: Message, *, help: Message | None = None) -> None:
        super().__init__(message.text)
        self.message = message
        self.help = help


class PdfUnavailable(RolloutKitError):
    """A PDF was asked for and a library or a font is missing; everything else was written."""

    exit_code = 4
