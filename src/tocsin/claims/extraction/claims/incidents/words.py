"""English words of harm: what is done, how it is called, and who it can be done to."""

from __future__ import annotations

from tocsin.claims.extraction.caselists import listed

KILL = listed(
    """kill murder assassinate slay massacre execute martyr behead lynch slaughter exterminate liquidate gun
    machinegun"""
)
DIE = listed("die perish succumb drown")
INJURE = listed("injure wound hurt maim burn disfigure mutilate")
KIDNAP = listed("kidnap abduct")
SEIZE = listed("seize capture hold take snatch")
"""Kidnapping when a person is the object, or where "hostage" stands by it."""
BOMB = listed("bomb dynamite detonate bombard firebomb")
EXPLODE = listed("explode burst detonate")
PLACE = listed("""place plant hurl throw toss lob launch fire drop leave set activate defuse deactivate find""")
ATTACK = listed(
    """attack ambush raid shell strafe machinegun storm assault shoot stab beat torture rape strike hit target
    harass intercept riddle burst sabotage massacre"""
)
BURN = listed("burn torch")
ROB = listed("rob steal loot")
DESTROY = listed("destroy damage wreck demolish")
HIJACK = listed("hijack commandeer")

CHARGES = listed(
    """bomb grenade dynamite explosive explosives device charge rocket missile mortar shell mine projectile
    car-bomb stick"""
)
NOUNS = {
    "murder": ("ATTACK", "killed"),
    "killing": ("ATTACK", "killed"),
    "assassination": ("ATTACK", "killed"),
    "massacre": ("ATTACK", "killed"),
    "slaying": ("ATTACK", "killed"),
    "execution": ("ATTACK", "killed"),
    "slaughter": ("ATTACK", "killed"),
    "martyrdom": ("ATTACK", "killed"),
    "genocide": ("ATTACK", "killed"),
    "homicide": ("ATTACK", "killed"),
    "death": ("", "killed"),
    "passing": ("", "killed"),
    "wounding": ("ATTACK", "injured"),
    "injury": ("", "injured"),
    "kidnapping": ("KIDNAPPING", "kidnapped"),
    "kidnaping": ("KIDNAPPING", "kidnapped"),
    "abduction": ("KIDNAPPING", "kidnapped"),
    "disappearance": ("KIDNAPPING", "kidnapped"),
    "capture": ("KIDNAPPING", "kidnapped"),
    "bombing": ("BOMBING", ""),
    "explosion": ("BOMBING", ""),
    "blast": ("BOMBING", ""),
    "attack": ("ATTACK", ""),
    "ambush": ("ATTACK", ""),
    "raid": ("ATTACK", ""),
    "assault": ("ATTACK", ""),
    "shooting": ("ATTACK", ""),
    "airstrike": ("ATTACK", ""),
    "strike": ("ATTACK", ""),
    "shelling": ("ATTACK", ""),
    "bombardment": ("ATTACK", ""),
    "sabotage": ("ATTACK", ""),
    "torture": ("ATTACK", ""),
    "arson": ("ARSON", ""),
    "robbery": ("ROBBERY", ""),
    "holdup": ("ROBBERY", ""),
    "theft": ("ROBBERY", ""),
    "looting": ("ROBBERY", ""),
    "hijacking": ("HIJACKING", ""),
}
"""Nouns of what was done: the kind of happening, and the harm where the word says it."""
TOLLS = listed("""toll casualty fatality death injury victim dead wounded injured martyr body corpse life""")
BOMBED = listed("bomb dynamite explosive grenade car-bomb")

GROUPS = listed(
    """group number dozen hundred thousand score total couple pair handful majority member body life corpse
    remains rest lot series some most several many part crowd team party head bulk trio"""
)
PERSONS = listed(
    """people person persons man woman child boy girl baby infant toddler teenager youth civilian citizen
    resident inhabitant villager peasant farmer campesino worker laborer labourer employee student pupil
    teacher professor priest nun monk bishop archbishop pastor missionary jesuit rector journalist reporter
    cameraman photographer correspondent editor lawyer attorney judge magistrate prosecutor doctor physician
    nurse medic paramedic engineer technician mechanic driver guard bodyguard watchman policeman police
    officer soldier troop conscript sergeant lieutenant captain major colonel general admiral marine sailor
    pilot agent detective guerrilla rebel insurgent terrorist militant fighter combatant militiaman gunman
    leader chief head member commander president minister senator deputy congressman councilman mayor
    governor candidate ambassador consul diplomat official secretary director manager banker businessman
    industrialist merchant trader shopkeeper vendor owner landowner rancher politician activist unionist
    trade-unionist union-leader cooperative father mother parent son daughter wife husband brother sister
    sibling cousin uncle aunt nephew niece grandfather grandmother grandson granddaughter grandchild
    grandparent relative relation family couple twin widow orphan elder infant minor adult male female
    pedestrian passerby passer-by bystander passenger traveler traveller tourist foreigner national american
    refugee migrant prisoner detainee inmate hostage captive victim casualty fatality martyr dead wounded
    injured deceased survivor patient staff volunteer aid-worker rescuer fireman firefighter fisherman
    hunter miner gardener cook maid servant bodyguards personnel crew crewman companion colleague friend
    neighbor neighbour follower supporter sympathizer indian native native dignitary trafficker criminal
    thief mercenary contra adviser advisor expert scientist academic intellectual artist singer actor writer
    poet athlete player coach referee somebody someone everyone anyone nobody individual human figure boss
    accountant clerk cashier housekeeper laundryman treasurer vice-president ex-president ex-minister
    ex-mayor doctor dentist pharmacist magistrate jurist notary mason carpenter electrician baker barber
    butcher tailor taxi-driver porter messenger caretaker janitor sacristan deacon seminarian catechist
    evangelist rabbi imam sheikh preacher kid newborn fetus schoolchild schoolgirl schoolboy granddaughter
    stepson half-brother breadwinner infantryman reservist recruit cadet scout sniper saboteur spy informer
    informant collaborator"""
)
PERSON_ENDINGS = ("man", "men", "woman", "women", "people", "ist", "ists", "worker", "workers")
KIN = listed(
    """father mother parent son daughter wife husband brother sister cousin uncle aunt nephew niece
    grandfather grandmother grandson granddaughter child family relative companion bodyguard driver friend
    twin baby"""
)

ACTORS = listed(
    """army police navy government guerrilla rebel insurgent terrorist soldier troop military militia force
    forces paramilitary squad commando gunman assassin extremist subversive criminal trafficker mafia cartel
    gang attacker assailant individual man subject person group unit patrol battalion brigade column
    authority regime security contra sandinista delinquent youth element member combatant militant fighter
    leader officer agent air-force front movement party organization policeman murderer killer perpetrator
    kidnapper abductor occupation settler jet warplane aircraft drone artillery gunboat tank helicopter
    plane airplane sniper bomber guard regime state bandit thug hitman hooligan mob protester separatist
    occupier invader commandos"""
)
INSTITUTIONS = listed(
    """army police navy government military militia forces paramilitary regime cartel cartels battalion
    brigade front movement party organization mafia"""
)
WEAPONS = listed(
    """airstrike strike missile shell bomb explosion blast raid attack shelling rocket bombing drone bullet
    gunfire fire shrapnel bombardment mine grenade device ambush shot bullets shots"""
)
"""What kills in the place of a subject: the harm is theirs, but they are not whom one accuses."""
SAY = listed(
    """say report announce state tell confirm declare add claim note reveal disclose condemn denounce deplore
    deny charge accuse blame indicate explain warn learn acknowledge admit issue publish broadcast comment
    respond reply express demand request ask call describe assert affirm"""
)
"""A day that belongs to one of these is the day of the saying."""
DOUBT = listed(
    """alleged allegedly presumed presumably suspected apparently apparent reportedly reported possible
    possibly probable probably supposed supposedly likely believed"""
)
