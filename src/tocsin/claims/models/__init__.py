"""The ledger's tables. None is ever emptied by an editor: what is wrong is withdrawn, with its reason."""

from tocsin.claims.models.assertions import Appraisal, Assertion, AssertionQuerySet
from tocsin.claims.models.claims import Claim, ClaimActor, ClaimPlace, ClaimQuerySet, ClaimRelation
from tocsin.claims.models.decisions import Decision, Override
from tocsin.claims.models.figures import Figure, FigureSeries
from tocsin.claims.models.places import Place, PlaceName
from tocsin.claims.models.protection import ProtectedName
from tocsin.claims.models.speakers import Office, Speaker, SpeakerName
from tocsin.claims.models.standings import Standing
from tocsin.claims.models.subtypes import (
    SUBTYPES,
    AccessRecord,
    AccusationRecord,
    AssessmentRecord,
    CausationRecord,
    ControlRecord,
    DenialRecord,
    EventRecord,
    ForecastRecord,
    IntentRecord,
    QuoteRecord,
    RelationRecord,
    ScheduledEventRecord,
    ServiceStatusRecord,
)

__all__ = [
    "SUBTYPES",
    "AccessRecord",
    "AccusationRecord",
    "Appraisal",
    "Assertion",
    "AssertionQuerySet",
    "AssessmentRecord",
    "CausationRecord",
    "Claim",
    "ClaimActor",
    "ClaimPlace",
    "ClaimQuerySet",
    "ClaimRelation",
    "ControlRecord",
    "Decision",
    "DenialRecord",
    "EventRecord",
    "Figure",
    "FigureSeries",
    "ForecastRecord",
    "IntentRecord",
    "Office",
    "Override",
    "Place",
    "PlaceName",
    "ProtectedName",
    "QuoteRecord",
    "RelationRecord",
    "ScheduledEventRecord",
    "ServiceStatusRecord",
    "Speaker",
    "SpeakerName",
    "Standing",
]
