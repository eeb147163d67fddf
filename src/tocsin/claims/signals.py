"""What the ledger announces to the packages above it."""

from django.dispatch import Signal

claims_merged = Signal()
"""A claim was merged into another, inside the same transaction. Carries ``claim`` and ``into`` (both ``Claim``).

What points at *claim* is to point at *into*. Raising undoes the merger.
"""

claims_changed = Signal()
"""Claims read otherwise to readers, inside the transaction that makes it so. Carries ``claims``, their ids.

Sent where rows are written many at once, which sends no signal of Django's: a status that turned, claims opened or
closed to readers, their places.
"""

speakers_changed = Signal()
"""The names or offices of speakers were written anew, inside the same transaction. Carries ``speakers``, their ids."""
