"""The one door to the network: fetch a public page, and nothing that is not public (decision 0020)."""

from tocsin.lib.http.addresses import is_public
from tocsin.lib.http.errors import AddressRefused, BadAnswer, FetchError, TooLarge, TooManyRedirects, TooSlow, WrongType
from tocsin.lib.http.fetching import MAX_BYTES, PAGE_TYPES, TIMEOUT, Fetched, fetch
from tocsin.lib.http.guard import Guard, Target

__all__ = [
    "MAX_BYTES",
    "PAGE_TYPES",
    "TIMEOUT",
    "AddressRefused",
    "BadAnswer",
    "FetchError",
    "Fetched",
    "Guard",
    "Target",
    "TooLarge",
    "TooManyRedirects",
    "TooSlow",
    "WrongType",
    "fetch",
    "is_public",
]
