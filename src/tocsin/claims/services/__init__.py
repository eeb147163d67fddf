"""Every write to the ledger. Each is atomic, logged as a decision, and recomputes what rests on it."""

from tocsin.claims.services.asserting import appraise, mark_as_repeat, record_assertion, reply, withdraw
from tocsin.claims.services.claiming import change, merge, record_claim, relate, set_public, split, unrelate
from tocsin.claims.services.computing import deferred, recompute, recompute_all, run_due
from tocsin.claims.services.correcting import correct_figure
from tocsin.claims.services.erasing import erase
from tocsin.claims.services.figuring import add_figure, series_for, total
from tocsin.claims.services.overriding import lift_override, override
from tocsin.claims.services.protecting import protected_in, texts_of

__all__ = [
    "add_figure",
    "appraise",
    "change",
    "correct_figure",
    "deferred",
    "erase",
    "lift_override",
    "mark_as_repeat",
    "merge",
    "override",
    "protected_in",
    "recompute",
    "recompute_all",
    "record_assertion",
    "record_claim",
    "relate",
    "reply",
    "run_due",
    "series_for",
    "set_public",
    "split",
    "texts_of",
    "total",
    "unrelate",
    "withdraw",
]
