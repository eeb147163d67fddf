"""The sources that a batch of items cites, recorded with a fixed number of queries; which article cites which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from tocsin.articles import references
from tocsin.articles.models import CitedSource
from tocsin.importers.prose.blocks import Cited, Reference
from tocsin.importers.prose.citing import LONGEST_ADDRESS, titled, words_of
from tocsin.importers.wordpress.services.writing import Ready
from tocsin.search.services import record_changes
from tocsin.sources.models import Source
from tocsin.sources.services import status_for

_is_address = URLValidator(["http", "https"])


@dataclass
class Sources:
    """Records what references name. One address is one source; words without an address are one each."""

    added: int = 0
    reused: int = 0
    _by_address: dict[str, int] = field(default_factory=dict)

    def record(self, items: Iterable[tuple[Reference, ...]], known: Mapping[str, int]) -> list[dict[str, list[int]]]:
        """Return for each of *items* the numbers of the sources of its references, by label.

        *known* are sources without address, by title, that are not to be recorded once more.
        """
        wanted = [
            [(reference.label, [_source(cited, reference.label) for cited in reference.sources]) for reference in item]
            for item in items
        ]
        everything = [source for item in wanted for _label, sources in item for source in sources]
        if not everything:
            return [{} for _item in wanted]
        self._look_up({source.address for source in everything if source.address} - self._by_address.keys())
        fresh = list(self._fresh(everything, known))
        Source.objects.bulk_create(fresh)
        record_changes(f"source:{source.pk}" for source in fresh)
        self._by_address |= {source.address: source.pk for source in fresh if source.address}
        self.added += len(fresh)
        self.reused += len(everything) - len(fresh)
        return [
            {label: [self._number(source, known) for source in sources] for label, sources in item} for item in wanted
        ]

    def _look_up(self, addresses: set[str]) -> None:
        rows = Source.objects.filter(address__in=addresses).order_by("-recorded_at", "-pk").values_list("address", "pk")
        for address, pk in rows if addresses else ():
            self._by_address.setdefault(address, pk)

    def _fresh(self, everything: list[Source], known: Mapping[str, int]) -> Iterator[Source]:
        seen: set[str] = set()
        for source in everything:
            if source.address in self._by_address or source.address in seen:
                continue
            if not source.address and source.title in known:
                continue
            seen.update({source.address} - {""})
            yield source

    def _number(self, source: Source, known: Mapping[str, int]) -> int:
        return self._by_address[source.address] if source.address else source.pk or known[source.title]


def _source(cited: Cited, label: str) -> Source:
    """Return what *cited* names as a source; an address no browser could follow stays among its words."""
    address, words = cited.address, words_of(cited)
    if address and not _can_be_followed(address):
        words, address = f"{words} {address}".strip(), ""
    title = titled(cited, words, address, label)
    return Source(title=title, address=address, status=status_for(address=address))


def _can_be_followed(address: str) -> bool:
    if len(address) > LONGEST_ADDRESS:
        return False
    try:
        _is_address(address)
    except ValidationError:
        return False
    return True


def record_citations(batch: Iterable[Ready]) -> None:
    """Keep which of these new articles cites which source, and under which numbers, as ``citing`` does for one."""
    rows = []
    for one in batch:
        numbers = references.numbered(
            key for text in _texts(one.page.body.raw_data) for key in references.stored_keys_in(text)
        )
        wanted = sorted({(pk, number) for key, number in numbers.items() for pk in key})
        rows += [CitedSource(article_id=one.page.pk, source_id=pk, number=number) for pk, number in wanted]
    CitedSource.objects.bulk_create(rows)


def _texts(value: Any) -> Iterator[str]:
    """The rich texts inside a stored value that have a marker in them, in the order in which readers meet them."""
    if isinstance(value, str):
        if "linktype=" in value:
            yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    else:
        try:
            parts = iter(value)
        except TypeError:
            return
        for part in parts:
            yield from _texts(part)
