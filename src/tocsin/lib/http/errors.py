"""Why a page was not fetched."""

from tocsin.lib.errors import TocsinError


class FetchError(TocsinError):
    """A page was not fetched."""


class AddressRefused(FetchError):
    """The address is malformed, or leads somewhere that is not the public web."""


class TooManyRedirects(FetchError):
    """The site sent us on too often."""


class TooSlow(FetchError):
    """The time for the whole fetch ran out."""


class TooLarge(FetchError):
    """The answer is larger than was asked for, as sent or once unpacked."""


class WrongType(FetchError):
    """The answer is of a type that was not asked for."""


class BadAnswer(FetchError):
    """The site could not be reached, failed, or answered something unreadable; ``status`` is its code or 0."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status
