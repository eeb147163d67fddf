"""English cues. Each verb has the frames in which it introduces what somebody says, thinks, wants or judges.

Frames: ``c`` a clause, ``q`` a quotation, ``x`` an infinitive, ``g`` a gerund, ``d`` an object, ``p`` a preposition
(those of ``PREPOSITIONS``), ``o`` an object with a predicate or an *as* phrase. The classes are those of VerbNet.
"""

from __future__ import annotations

from tocsin.claims.extraction.attributions.words.forms import listed


def _lemmas(*groups: tuple[str, str]) -> dict[str, str]:
    frames: dict[str, str] = {}
    for letters, words in groups:
        for word in words.split():
            frames[word] = "".join(sorted(set(frames.get(word, "") + letters)))
    return frames


SPEECH = """
    point say tell add note state write report announce argue declare explain claim insist reply respond answer warn
    tweet suggest acknowledge assert conclude recall stress emphasize emphasise observe remark contend maintain
    reiterate repeat confirm deny reveal disclose admit concede confess allege estimate predict forecast caution
    complain joke quip lament boast brag muse counter retort exclaim shout yell scream testify swear vow pledge
    promise threaten demand urge advise recommend propose request inform notify assure reassure remind affirm attest
    certify clarify comment convey elaborate express hint imply indicate mention opine proclaim pronounce
    rule posit postulate profess protest reason signal speculate stipulate theorize theorise underscore
    underline highlight wonder post email agree inquire enquire query question plead beg implore hypothesize surmise
    venture charge decree ask cite describe persuade convince guarantee tout
"""
QUOTE_ONLY = """
    continue interject cry chant whisper mutter murmur mumble growl snap rejoin blog text cable begin go
    put read chime offer echo laugh smile joke shoot fire start finish sigh recite intone rail scoff implore demand
"""
THOUGHT = """
    think believe know feel hope fear expect suspect doubt assume guess consider understand realize realise
    recognize recognise remember forget worry wish pretend see notice learn find discover hear decide conclude
    determine envision anticipate foresee dream reckon figure trust care bet sense judge gather perceive regret
    presume conceive fantasize
"""
EVIDENCE = """
    show indicate suggest reveal find demonstrate imply confirm conclude estimate project reflect
"""
WILL = """
    want wish hope plan intend aim seek prefer promise vow pledge threaten agree decline refuse offer propose decide
    expect desire choose resolve swear volunteer long yearn aspire opt elect demand ask request consent like hate
    love
"""
JUDGEMENT = """
    criticize criticise praise condemn denounce blast slam mock ridicule applaud hail commend congratulate thank
    deplore decry disparage dismiss defend support oppose back endorse favor favour reject blame accuse admire
    celebrate disavow denigrate rebuke scold chastise chide castigate berate excoriate assail lambast lambaste bash
    question challenge dispute rebut refute contradict echo embrace champion promote advocate reaffirm contrast
    attribute encourage credit liken laud extol reprimand exhort ponder heckle prefer fear hate love like dislike
    loathe despise resent respect trust distrust mistrust doubt tout welcome honor honour salute lament bemoan mourn
    regret protest pan deride scorn demonize vilify disown repudiate renounce eviscerate skewer satirize belittle
    downplay minimize exaggerate discount debunk slight insult taunt malign smear slander appreciate approve
    disapprove recommend second cheer boo pillory impugn
"""
STATEMENT_OBJECT = """
    announce explain confirm deny describe reveal disclose acknowledge admit discuss mention cite note report allege
    express state stress emphasize emphasise highlight underscore outline detail list recall recount repeat
    reiterate predict forecast estimate propose suggest recommend request demand order pledge promise threaten
    declare proclaim concede tweet recommend address invoke clarify offer voice articulate reference quote advertise
    answer decree authorize authorise approve veto prohibit overturn uphold say release publish nominate appoint
    ratify overrule repeal rescind specify restate interpret reaffirm call compare ask remind show demonstrate
    indicate resist restrict
"""
IDEA_OBJECT = """
    want seek expect consider anticipate envision remember recognize recognise understand know believe contemplate
    forget ignore
"""
SMALL_CLAUSE = """
    call consider describe deem label brand dub portray depict declare view regard see name think find
    characterize characterise paint cast denounce dismiss condemn hail praise judge term refer reckon rate
    treat identify urge compare interpret portray define liken credit put encourage
"""
PREPOSITIONS: dict[str, str] = {
    "call": "for on",
    "talk": "about of",
    "speak": "about of",
    "warn": "of about against",
    "complain": "about of",
    "think": "about of",
    "worry": "about",
    "ask": "about for",
    "refer": "to",
    "point": "to",
    "allude": "to",
    "comment": "on",
    "write": "about of",
    "tweet": "about",
    "respond": "to",
    "reply": "to",
    "react": "to",
    "agree": "with on to",
    "disagree": "with on about",
    "approve": "of",
    "disapprove": "of",
    "advocate": "for",
    "argue": "for against about",
    "object": "to",
    "insist": "on",
    "brag": "about",
    "boast": "about of",
    "joke": "about",
    "lie": "about",
    "testify": "about against",
    "rail": "against",
    "speculate": "about on",
    "care": "about",
    "hope": "for",
    "wish": "for",
    "push": "for",
    "vote": "for against",
    "apologize": "for",
    "apologise": "for",
    "elaborate": "on",
    "lash": "at",
    "swipe": "at",
    "scoff": "at",
    "hint": "at",
    "know": "about of",
    "hear": "about of",
    "learn": "about of",
    "dream": "of about",
    "plead": "for",
    "appeal": "for",
    "plan": "on",
    "believe": "in",
    "reflect": "on",
    "focus": "on",
    "tell": "of about",
    "admit": "to",
    "confess": "to",
    "side": "with",
    "consist": "",
    "read": "about",
    "inquire": "about",
    "wonder": "about",
    "protest": "against",
    "say": "of about",
    "campaign": "for against",
    "lobby": "for against",
    "long": "for",
    "seem": "like",
    "look": "like for at",
    "sound": "like",
    "feel": "like",
    "vouch": "for",
}

PASSIVE_PREPOSITIONS: dict[str, str] = {
    "ask": "about for",
    "accuse": "of",
    "suspect": "of",
    "charge": "with",
    "blame": "for",
    "warn": "of about against",
    "inform": "of about",
    "tell": "of about",
    "credit": "with",
}

VERBS: dict[str, str] = _lemmas(
    ("cq", SPEECH),
    ("q", QUOTE_ONLY),
    ("c", THOUGHT),
    ("c", EVIDENCE),
    ("x", WILL),
    ("d", JUDGEMENT),
    ("d", STATEMENT_OBJECT),
    ("d", IDEA_OBJECT),
    ("o", SMALL_CLAUSE),
    ("d", "attack hit target bash knock rip savage hammer blast slam pound"),
    ("p", " ".join(PREPOSITIONS)),
)
ACTS: dict[str, str] = {
    **dict.fromkeys(JUDGEMENT.split(), "judgement"),
    **dict.fromkeys(IDEA_OBJECT.split(), "thought"),
    **dict.fromkeys(WILL.split(), "will"),
    **dict.fromkeys(THOUGHT.split(), "thought"),
    **dict.fromkeys(STATEMENT_OBJECT.split(), "speech"),
    **dict.fromkeys(EVIDENCE.split(), "speech"),
    **dict.fromkeys(SPEECH.split(), "speech"),
    **dict.fromkeys(listed("seem appear look sound"), "appearance"),
    "accord": "speech",
}
"""What somebody does who says it with a verb: tells, thinks, wants or judges something, or only seems to."""
PERSONAL = listed("attack hit target bash knock rip savage hammer blast slam pound")
"""Verbs that judge where one person does it to another, and harm where anything else does it."""
QUOTING = frozenset(word for word, letters in VERBS.items() if "q" in letters)
SEEMING = listed("seem appear look sound")
PASSIVE_BELIEF = listed("""
    expect believe say think know report suppose rumor rumour allege see view regard consider understand estimate
    predict project schedule set describe call dub label deem accuse suspect assume portray nominate
    """)
ASPECT = listed("""
    begin start continue try attempt go come rush manage fail have need use get proceed keep stop cease appear seem
    help dare hasten tend
    """)

NOUNS = listed(
    """
    talk speculation claim belief opinion report suggestion assertion accusation allegation argument warning
    promise pledge vow call demand proposal hope fear concern worry complaint criticism praise support opposition
    endorsement comment remark question doubt idea prediction estimate decision refusal desire intention denial
    confirmation announcement admission acknowledgment acknowledgement conclusion finding advice assurance threat
    position stance attack answer conviction contention insistence sense perception rumor rumour charge disclosure
    revelation word message recommendation condemnation rejection interest confidence dream expectation commitment
    willingness wish attitude skepticism scepticism
    """
)
NOUN_PREPOSITIONS = listed("of for about on to against with over from by in")
STUDIES = listed("poll survey study")
VIEW_NOUNS = listed("view opinion word eye mind judgment judgement estimation telling account")

ADJECTIVES = listed("""
    confident sure certain convinced aware unaware hopeful optimistic pessimistic worried concerned afraid fearful
    happy glad pleased proud surprised shocked disappointed sorry angry upset grateful thankful eager willing
    unwilling ready reluctant anxious skeptical sceptical doubtful critical supportive dismissive determined
    committed open opposed interested keen excited clear adamant dismayed outraged furious alarmed frustrated
    satisfied thrilled horrified appalled disgusted puzzled curious uncertain unsure wary mindful
    distrustful terrified sanguine unhappy delighted outraged content familiar appreciative passionate encouraged
    annoyed angered unclear apparent scared nervous comfortable uncomfortable impressed enthusiastic ambivalent
    adamant positive negative jealous tired sick fond weary troubled bothered offended amazed astonished stunned
    saddened heartened relieved resigned resolved
    """)
ADVERBS = listed("reportedly allegedly supposedly purportedly apparently seemingly ostensibly presumably")
LIGHT = listed("""
    make express raise voice have share issue give offer take hold reiterate repeat deliver announce propose
    draw face outline present push reject dismiss deny defend release unveil declare pledge lay set renew
    """)
ARTIFACTS = listed("""
    statement letter report memo email e-mail tweet message note brief paper document ad advertisement advert video
    release book article op-ed editorial column petition poll survey study essay post bill resolution amendment
    order press speech address remark comment interview
    """)
LEMMAS = {"hop": "hope", "fear": "fear"}
"""What the lemmatiser gets wrong."""
SIDES = listed("""
    supporter critic backer proponent opponent advocate defender champion fan admirer foe believer sceptic skeptic
    detractor booster
    """)
JUDGING = frozenset(JUDGEMENT.split())
_PHRASES = """
take: aim at, issue with, credit for, full credit for, a swipe at, a shot at, a jab at, swipes at, shots at, note of
make: fun of, clear, it clear, light of, the case for, the case against, the case that, a case for, reference to,
make: a reference to, mention of, no mention of, an issue of, the argument that, the point that, a plea for, headway on
have: in mind, misgivings about, doubts about, no doubt, no idea, concerns about, a problem with, no plans, a plan
lay: out, bare, into
lash: out at
go: after, on about
shrug: off
brush: off, aside
stand: by, behind, up for, up to
come: out for, out against, out in support of, out in favor of, to the defense of
speak: out against, out for, out about, in favor of
fire: back at
hit: back at, out at
push: back against, back on
weigh: in on
look: forward to, down on, up to
double: down on
seize: on, upon
pounce: on
tear: into
rip: into
strike: back at
call: out, off, into question, attention to, upon
throw: support behind, his support behind, her support behind, their support behind
walk: back
back: away from, off
poke: fun at
raise: questions about, doubts about, concerns about, concern about, the issue of, the question of, the possibility of
raise: the prospect of, the possibility that, questions on, new questions about, fears of, fears that
cast: doubt on, doubts on
pay: tribute to
draw: attention to
shed: light on
put: forward, forth
bring: up
spell: out
rule: out
own: up to
gloss: over
play: down, up
talk: up, down
single: out
drum: up support for
mull: over
give: credit to, voice to
turn: against, down
feel: sorry for, bad for, good about
lose: faith in, confidence in
sign: off on, on to
follow: the lead of
appeal: to
distance: himself from, herself from, itself from, themselves from
"""
PHRASES: dict[str, tuple[tuple[str, ...], ...]] = {}
"""Words that make a cue together with the verb before them, the longest first."""
for _line in _PHRASES.strip().splitlines():
    _verb, _, _after = _line.partition(":")
    PHRASES[_verb] = PHRASES.get(_verb, ()) + tuple(tuple(_phrase.split()) for _phrase in _after.split(",") if _phrase)
UNOWNED = listed(
    """
    criticism opposition concern fear talk call speculation allegation accusation question rumor rumour complaint
    demand worry claim suggestion doubt
    """
)
"""Nouns that tell of words even where nobody is named: *fears of a famine*, *calls for a truce*."""
