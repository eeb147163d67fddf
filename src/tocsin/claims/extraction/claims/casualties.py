"""Claims of harm: how many people were killed, injured, kidnapped, and who is held responsible."""

from tocsin.claims.extraction.claims.incidents.tolls import find

__all__ = ["find"]
