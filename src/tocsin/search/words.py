"""What readers call what they search, and how."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from tocsin.search.records import Exact, Order

TYPES: dict[str, str | Promise] = {
    "article": gettext_lazy("Article"),
    "page": gettext_lazy("Page"),
    "section": gettext_lazy("Section"),
    "tag": gettext_lazy("Tag"),
    "claim": gettext_lazy("Claim"),
    "speaker": gettext_lazy("Speaker"),
    "source": gettext_lazy("Source"),
    "contributor": gettext_lazy("Contributor"),
}
BOXES: dict[str, str | Promise] = {
    "article": gettext_lazy("Articles"),
    "claim": gettext_lazy("Claims"),
    "speaker": gettext_lazy("Speakers"),
    "source": gettext_lazy("Sources"),
    "contributor": gettext_lazy("Contributors"),
    "page": gettext_lazy("Pages, sections, tags"),
}
POSITIONS: dict[Exact, str | Promise] = {
    Exact.ANYWHERE: gettext_lazy("anywhere, also inside a word"),
    Exact.START: gettext_lazy("at the start of the title"),
    Exact.END: gettext_lazy("at the end of the title"),
    Exact.WHOLE: gettext_lazy("the whole title"),
}
ORDERS: dict[Order, str | Promise] = {
    Order.RELEVANCE: gettext_lazy("the best first"),
    Order.NEWEST: gettext_lazy("the newest first"),
    Order.OLDEST: gettext_lazy("the oldest first"),
}
