"""What the ledger announces to the packages above it."""

from django.dispatch import Signal

claims_merged = Signal()
"""A claim was merged into another, inside the same transaction. Carries ``claim`` and ``into`` (both ``Claim``).

What points at *claim* is to point at *into*. Raising undoes the merger.
"""
