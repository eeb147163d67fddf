"""Every write to comments. Each is atomic; what moderators do is kept as decisions."""

from tocsin.comments.credentials import token_of
from tocsin.comments.services.banning import ban, lift, note
from tocsin.comments.services.discussing import close_everything, close_taken_over, note_export, set_discussion, slow
from tocsin.comments.services.forgetting import Forgotten, forget_due, forget_writer, make_keys, sweep
from tocsin.comments.services.importing import Imported, Taken, take_over, take_over_all, take_over_many
from tocsin.comments.services.moderating import Batch, delete, hold, hold_protected, publish, refuse, settle, spam, undo
from tocsin.comments.services.notifying import leave_notices, moderators_want_to_know
from tocsin.comments.services.owning import edit_own, edit_until, erase_own, export_own, may_edit, own
from tocsin.comments.services.reporting import report
from tocsin.comments.services.submitting import Submitted, submit
from tocsin.comments.services.teaching import counts, learn

__all__ = [
    "Batch",
    "Forgotten",
    "Imported",
    "Submitted",
    "Taken",
    "ban",
    "close_everything",
    "close_taken_over",
    "counts",
    "delete",
    "edit_own",
    "edit_until",
    "erase_own",
    "export_own",
    "forget_due",
    "forget_writer",
    "hold",
    "hold_protected",
    "learn",
    "leave_notices",
    "lift",
    "make_keys",
    "may_edit",
    "moderators_want_to_know",
    "note",
    "note_export",
    "own",
    "publish",
    "refuse",
    "report",
    "set_discussion",
    "settle",
    "slow",
    "spam",
    "submit",
    "sweep",
    "take_over",
    "take_over_all",
    "take_over_many",
    "token_of",
    "undo",
]
