"""English verbs by what a clause with them tells. Lemmas; a particle is joined with an underscore."""

from __future__ import annotations

from tocsin.claims.extraction.claims.words.lists import words

VIOLENCE = words(
    "abduct ambush arrest assassinate assault attack beat behead besiege blast blow_up bomb bombard burn burn_down"
    " clash collide crash cripple damage demolish derail destroy detain detonate devastate disrupt down execute explode"
    " fight fire flatten gun_down hang harm hijack hit hurl imprison injure invade jail kidnap kill launch level"
    " loot maim massacre murder obliterate open_fire plunder poison pound rape ram ransack raze rob ruin sabotage"
    " set_fire shell shoot shoot_down sink slaughter slay smash spray stab storm strafe strike suffer target tear_gas"
    " throw torch torture vandalise vandalize wound wreck go_off set_off die perish drown succumb collapse"
)
"""Attacks, explosions, destruction and harm."""

MOVEMENT = words(
    "advance approach arrive block cross deploy depart disperse embark enter escape escort flee fly gather head join"
    " land leave march mass mobilise mobilize move patrol penetrate progress pull_back pull_out pursue push_back reach"
    " redeploy relocate retreat return rush sail send stage take_off transfer transport travel withdraw stall ship"
)
"""Movements of forces, people and goods."""

DEALINGS = words(
    "abolish accept adopt agree announce apologise apologize appoint approve arrest_warrant award ban begin boycott"
    " break_off break_out bring_down call_off cancel cease ceasefire charge close commemorate complete conclude"
    " condemn confiscate convene convict cut_off decide declare dedicate defeat delay deliver deport dismiss dissolve"
    " donate elect erupt establish evict exchange expel extend extradite fine form fund grant hand_over hold host"
    " impeach impose inaugurate indict inspect intercept introduce investigate issue lift meet negotiate nominate"
    " obtain occur open operate order organise organize oust overthrow overturn pass postpone protest provide publish"
    " raid ratify receive recommend reject release rescue resign restore restrict resume revoke rule search seal"
    " sentence set_up shut shut_down sign start step_down stop submit sue supply support surrender suspend swear_in"
    " take_over take_place terminate train treat unveil veto visit vote win build dig happen hand send_in"
    " find discover recover identify uncover locate carry_out conduct create bring free raise use"
)
"""Agreements, votes, courts, meetings, aid, finds: what a chronicle notes."""

EVENT = VIOLENCE | MOVEMENT | DEALINGS

CONTROL = words(
    "besiege capture conquer control encircle liberate occupy overrun recapture regain retake seize surround take_over"
    " annex wrest blockade hold_out"
)
"""Who holds a place."""

ACCESS = words("evacuate flee escape strand trap bar block reopen cross cut_off seal_off admit access")
"""Who can get in or out; counts only beside a word for a way, a border, an exit or people on the move."""

AGREEMENT = words("agree sign negotiate ratify reach conclude declare accept")

SUPPLY = words(
    "lack cut cut_off knock_out restore fail interrupt disrupt disconnect run_out go_out shut_down lose ration"
    " reconnect black_out stop suspend have remain be depend leave deprive"
)
"""What happens to a service."""

CAUSE = words(
    "cause trigger provoke spark prompt fuel contribute stem_from result lead bring_about force_out due exacerbate"
    " aggravate enable prevent"
)
"""One thing makes another; *lead* and *result* need ``to``, ``in`` or ``from``."""

INTEND = words(
    "want plan intend aim seek vow pledge promise threaten hope refuse prepare wish desire pursue try_to_get consider"
    " contemplate undertake resolve"
)

FORESEE = words("expect predict forecast await anticipate estimate_future foresee project fear loom risk")

SCHEDULE = words("schedule plan set announce slate due fix appoint expect postpone call invite")
GATHER = words(
    "hold meet begin start take_place vote elect resume open visit travel convene host gather sign launch appear"
    " attend arrive leave return discuss address speak go come present release publish inaugurate celebrate"
)

DENY = words("deny refute rebut disclaim reject dismiss disavow")
ACCUSE = words("accuse blame denounce charge condemn allege fault hold_responsible implicate")

RELATE = words(
    "belong head lead_body chair own command govern rule ally border locate situate base name call know represent"
    " comprise consist found affiliate specialise back_by control_by marry adjoin contain house"
)
"""Standing facts: who heads, owns, borders or belongs to what."""

LINK = words("be become remain constitute form_part serve")

MEASURE = words(
    "number total reach exceed rise fall drop climb grow increase decrease decline stand amount cost measure weigh"
    " last surpass double triple account average range shrink soar plunge jump include register count contain hover"
    " pass top claim leave affect displace record represent"
)
"""Verbs a figure hangs on."""

STATIVE = words(
    "believe know mean need deserve depend matter understand think feel love hate like prefer seem appear look sound"
    " owe lack concern involve imply signify symbolise symbolize embody reflect show demonstrate prove illustrate"
    " suggest indicate indicate reveal explain require rely trust doubt wonder remember forget consider regard"
    " constitute represent tend exist rest lie stand hinge please surprise fit suit make_sense speak_volume"
)
"""No happening: without a figure, a comparison or a speaker, no claim."""

SAY = words(
    "say tell state report claim add announce confirm note declare warn insist maintain assert argue acknowledge admit"
    " allege believe estimate explain indicate reveal disclose mention stress emphasise emphasize point_out conclude"
    " remark recall recount describe suggest write testify swear contend affirm reiterate repeat specify clarify"
    " predict expect fear think assume suspect know learn hear find show agree promise threaten hope deny"
)
"""Verbs whose clause is what somebody says or thinks."""

NO_SPEECH = words(
    "be have seem appear intention know want hope hop plan intend seek unwilling willing aim call try need like"
    " love hate prefer decide consider apparent desire wish ready eager refuse attempt look feel await refer"
    " vow_not remember forget see watch discover find understand realise realize ignore follow support oppose"
    " agree join use fight prove weigh mourn allow encourage mean enable permit let require the a an to of on as"
    " not would had has was were is are that it its his their"
)
"""Cues of wanting, knowing and seeming: nobody is said to say anything."""

ASPECT = words("begin start continue stop cease try attempt keep manage help fail decide force allow order use happen")
"""Verbs that say little of themselves: the verb below them tells what happens."""

AFTERTHOUGHT = words("hope hop plan expect want intend predict say claim report think believe order request")
"""After ``as``, these tell of a manner or a source, not of another happening."""
