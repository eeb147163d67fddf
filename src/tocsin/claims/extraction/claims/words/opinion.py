"""English words that mark a sentence as opinion, appeal or talk about itself."""

from __future__ import annotations

from tocsin.claims.extraction.claims.words.lists import words

DUTY = words("must should ought shall need")
"""Modals of what somebody wants done."""

LOADED = words(
    "cynicism cynical bloodthirsty betray betrayal unacceptable shameful outrageous heroic heroism hypocrisy"
    " hypocritical despicable barbaric monstrous glorious tyrannical tyrant lackey imperialism imperialist bourgeoisie"
    " bourgeois disgraceful courageous wonderful sadly unfortunately fortunately thankfully hopefully frankly"
    " undoubtedly ridiculous absurd stupid cowardly misfortune oppressor treacherous inspiring deplorable commendable"
    " shamefully infamously inhuman dictatorship lamentable regrettable undeniable disgusting pathetic"
)

APPEAL = words("let call urge demand appeal invite beg ask encourage hope wish thank congratulate salute")
"""With ``we`` or ``I`` before them, a call to action or a courtesy."""

REMARK = (
    "in other words",
    "in my opinion",
    "in our opinion",
    "in my view",
    "in our view",
    "of course",
    "needless to say",
    "to be sure",
    "in truth",
    "that is to say",
    "i think",
    "i believe",
    "we believe",
    "we think",
    "after all",
    "let us",
    "let's",
    "no wonder",
    "in short",
    "in conclusion",
    "the question is",
    "this means",
    "it means",
)

OPENERS = words(
    "however meanwhile moreover furthermore therefore thus hence nevertheless nonetheless besides additionally"
    " consequently accordingly instead then so also still indeed finally firstly secondly thirdly similarly likewise"
    " otherwise anyhow anyway incidentally alternatively conversely first second"
)
"""Adverbs that join a sentence to the last one; no part of what it states."""

OPENING_NOUNS = words(
    "context hand addition fact time contrast response reaction particular example instance case turn meantime way"
    " effect result regard respect light connection conclusion summary end meanwhile event"
)
"""Nouns of phrases that do the same: in this context, on the other hand."""
