"""What an export holds: one kind of record for each table, and why the other tables and some columns stay behind.

Every column of a table named here is written, but for those *withheld*. A table that is named neither in ``KINDS`` nor
in ``LEFT_OUT`` fails a test, and so does a column that ``docs/operator/export.md`` does not name.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet


@dataclass(frozen=True, eq=False)
class Kind:
    """One kind of record: its table, its file, and what of the table is not written."""

    name: str
    file: str
    label: str
    about: str
    """What one record is, for somebody who has only the export."""
    withheld: Mapping[str, str] = field(default_factory=dict)
    """Columns that are not written, each with the reason."""
    given: Mapping[str, Callable[[], Any]] = field(default_factory=dict)
    """What a withheld column holds after the export is read back, where that is not its default."""
    family: str = ""
    """By which its records are numbered, where several kinds are numbered together."""
    folder: str = ""
    """Where its files lie in the media folder."""
    ground: bool = False
    """Whether a new site has records of it, which those of the export take the place of."""

    @property
    def prefix(self) -> str:
        return self.family or self.name

    @cached_property
    def model(self) -> type[Model]:
        return apps.get_model(self.label)

    @cached_property
    def tables(self) -> list[type[Model]]:
        """The tables a record is spread over, those others build on first."""
        return [*(parent for parent in self.model._meta.all_parents), self.model]

    def rows(self) -> QuerySet[Model]:
        """Its rows: those of the very model, and of what is told by a type those whose type is exported as well."""
        found = self.model._base_manager.order_by("pk")
        below = [one.get_accessor_name() for one in self.model._meta.related_objects if one.parent_link]
        found = found.filter(**{str(name): None for name in below})
        return found.filter(self.scope)

    @property
    def scope(self) -> Q:
        """Rows that hang on a type of thing, and that type is in the export; accounts are not."""
        wanted = Q()
        for one in self.model._meta.concrete_fields:
            if one.remote_field and one.remote_field.model is ContentType:
                wanted &= Q(**{f"{one.name}__in": _types()}) | Q(**{f"{one.name}__isnull": True})
        return wanted


def _types() -> list[int]:
    return [ContentType.objects.get_for_model(kind.model).pk for kind in KINDS if kind is not PERSON]


_NUMBERED = "numbered together with the other kinds of page"
_SEALED = "an e-mail address, though sealed"
_TELLS_WRITERS = "a pseudonym's token ties what one reader wrote together; the key in it is that of the old site"

PERSON = Kind("person", "people", "accounts.User", "Somebody who signs in, by the name the desk shows. No account.")
"""Only those whom another record names. What is written of them is in ``people``."""

KINDS: tuple[Kind, ...] = (
    PERSON,
    # The ground ----------------------------------------------------------------------------------------------------
    Kind("locale", "locales", "wagtailcore.Locale", "A language of pages, as the desk counts them.", ground=True),
    Kind(
        "collection",
        "collections",
        "wagtailcore.Collection",
        "A folder in which pictures and files are sorted; path tells its place in the tree.",
        ground=True,
    ),
    Kind("tag", "tags", "taggit.Tag", "A tag."),
    Kind(
        "picture",
        "pictures",
        "articles.Picture",
        "A picture, without what the camera wrote into it. description is its alternative text.",
        folder="original_images",
    ),
    Kind("file", "files", "articles.File", "A document, sound or video.", folder="documents"),
    Kind("tagging", "taggings", "taggit.TaggedItem", "That a picture or a file has a tag."),
    Kind("contributor", "contributors", "articles.Contributor", "A person or an organisation in a byline."),
    Kind("section", "sections", "articles.Section", "A section; path is its address below /section/."),
    # Sources --------------------------------------------------------------------------------------------------------
    Kind("publication", "publications", "sources.Publication", "Who publishes: a newspaper, a ministry, a channel."),
    Kind("party", "parties", "sources.Party", "A party to a conflict. Allies share a camp."),
    Kind("source", "sources", "sources.Source", "A document, post or video that articles rest on."),
    Kind("citation", "citations", "sources.Citation", "A place in a source: words, a page, a paragraph, a time."),
    # The ledger -----------------------------------------------------------------------------------------------------
    Kind("place", "places", "claims.Place", "A place. public_… is what readers see, true_… must stay in the newsroom."),
    Kind("place-name", "place-names", "claims.PlaceName", "Another name of a place."),
    Kind("speaker", "speakers", "claims.Speaker", "Who says something; naming tells how readers know them."),
    Kind("speaker-name", "speaker-names", "claims.SpeakerName", "Another name of a speaker."),
    Kind("office", "offices", "claims.Office", "An office a speaker held, and when."),
    Kind("claim", "claims", "claims.Claim", "A statement about the world."),
    Kind("claim-actor", "claim-actors", "claims.ClaimActor", "Who did what a claim is about, or to whom."),
    Kind("claim-place", "claim-places", "claims.ClaimPlace", "What a place is to a claim."),
    Kind("claim-relation", "claim-relations", "claims.ClaimRelation", "How one claim stands to another."),
    Kind("series", "series", "claims.FigureSeries", "Figures that count the same."),
    Kind("figure", "figures", "claims.Figure", "The number of a claim. A bound that is not known is null, never 0."),
    Kind("event", "events", "claims.EventRecord", "Of a claim that something happened."),
    Kind("control", "controls", "claims.ControlRecord", "Of a claim who holds a place."),
    Kind(
        "service-status",
        "service-statuses",
        "claims.ServiceStatusRecord",
        "Of a claim on electricity, water and the like.",
    ),
    Kind("access", "accesses", "claims.AccessRecord", "Of a claim whether people get in or out."),
    Kind("quote", "quotes", "claims.QuoteRecord", "Of a claim what somebody said."),
    Kind("accusation", "accusations", "claims.AccusationRecord", "Of a claim that somebody did wrong."),
    Kind("denial", "denials", "claims.DenialRecord", "Of a claim that another is not so."),
    Kind("forecast", "forecasts", "claims.ForecastRecord", "Of a claim what somebody expects."),
    Kind("scheduled-event", "scheduled-events", "claims.ScheduledEventRecord", "Of a claim what is to come."),
    Kind("intent", "intents", "claims.IntentRecord", "Of a claim what somebody means to do."),
    Kind("causation", "causations", "claims.CausationRecord", "Of a claim what came of what."),
    Kind("relation", "relations", "claims.RelationRecord", "Of a claim on an office, an alliance, a rank."),
    Kind("assessment", "assessments", "claims.AssessmentRecord", "Of a claim that judges."),
    Kind("assertion", "assertions", "claims.Assertion", "One speaker's act of supporting or denying a claim, once."),
    Kind("appraisal", "appraisals", "claims.Appraisal", "What the newsroom holds of an assertion from a day on."),
    Kind("override", "overrides", "claims.Override", "An editor's word in place of the computed status."),
    Kind("ledger-decision", "ledger-decisions", "claims.Decision", "What somebody did to the ledger, and why."),
    Kind("standing", "standings", "claims.Standing", "A claim's status as last computed, for an audience."),
    Kind(
        "protected-name",
        "protected-names",
        "claims.ProtectedName",
        "Somebody at risk: show this list to nobody.",
    ),
    # Pages ----------------------------------------------------------------------------------------------------------
    Kind("root", "roots", "wagtailcore.Page", "The root of the tree of pages.", family="page", ground=True),
    Kind(
        "front-page",
        "front-pages",
        "articles.HomePage",
        "The front page, below which every page stands.",
        {"page_ptr": _NUMBERED},
        family="page",
        ground=True,
    ),
    Kind(
        "article",
        "articles",
        "articles.ArticlePage",
        "An article, published (live) or a draft.",
        {"page_ptr": _NUMBERED},
        family="page",
    ),
    Kind(
        "plain-page",
        "plain-pages",
        "articles.PlainPage",
        "A page that is not an article: about us, contact.",
        {"page_ptr": _NUMBERED},
        family="page",
    ),
    Kind("byline", "bylines", "articles.Byline", "A contributor's place in the byline of an article."),
    Kind("article-tag", "article-tags", "articles.ArticleTag", "That an article has a tag."),
    Kind("correction", "corrections", "articles.Correction", "A change announced to readers."),
    Kind("front-story", "front-stories", "articles.FrontStory", "A story the front page leads with."),
    Kind(
        "revision",
        "revisions",
        "wagtailcore.Revision",
        "A version of a page, the last saved and every one before. content holds the columns of the page as they were.",
        ground=True,
    ),
    Kind("cited-source", "cited-sources", "articles.CitedSource", "That an article cites a source, and its number."),
    Kind(
        "anchored-text", "anchored-texts", "articles.AnchoredText", "The plain text of an article in which spans stand."
    ),
    Kind("span", "spans", "articles.Span", "The words of an article that state a claim, by their place in its text."),
    Kind("published-span", "published-spans", "articles.PublishedSpan", "The same of a version that was published."),
    Kind(
        "protected-decision",
        "protected-decisions",
        "articles.ProtectedDecision",
        "That it may stand in an article.",
    ),
    # The site -------------------------------------------------------------------------------------------------------
    Kind("site", "sites", "wagtailcore.Site", "The site. Read back, it keeps the address of the new one.", ground=True),
    Kind("newsroom", "newsrooms", "articles.Newsroom", "Who publishes the site, as readers are told.", ground=True),
    Kind(
        "discussion-settings",
        "discussion-settings",
        "comments.DiscussionSettings",
        "How the site takes comments.",
        {"tell_moderators": "an e-mail address", "told_at": "when it was last written to"},
        ground=True,
    ),
    Kind("menu", "menus", "articles.Menu", "The menu at the top or the foot of the pages of a language."),
    Kind("menu-item", "menu-items", "articles.MenuItem", "A link in a menu: to a page, a section or an address."),
    Kind("redirect", "redirects", "wagtailredirects.Redirect", "An address that leads to another."),
    Kind("takedown", "takedowns", "articles.Takedown", "An address whose article is gone for good, and why."),
    Kind(
        "page-restriction",
        "page-restrictions",
        "wagtailcore.PageViewRestriction",
        "That a page, and what stands below it, is not for everybody.",
        {"password": "a password; the page stays closed until it has a new one"},
        {"password": lambda: secrets.token_urlsafe(32)},
    ),
    Kind(
        "collection-restriction",
        "collection-restrictions",
        "wagtailcore.CollectionViewRestriction",
        "That the files of a folder are not for everybody.",
        {"password": "a password; the folder stays closed until it has a new one"},
        {"password": lambda: secrets.token_urlsafe(32)},
    ),
    # The desk -------------------------------------------------------------------------------------------------------
    Kind("note", "notes", "wagtailcore.Comment", "A note of an editor on a page. Readers never see it."),
    Kind("note-reply", "note-replies", "wagtailcore.CommentReply", "A reply to a note."),
    Kind("workflow", "workflows", "wagtailcore.Workflow", "A way of reviewing before publication.", ground=True),
    Kind("task", "tasks", "wagtailcore.Task", "A step of it, of no further kind.", family="task", ground=True),
    Kind(
        "approval-task",
        "approval-tasks",
        "wagtailcore.GroupApprovalTask",
        "A step of a way of reviewing: approval by one of some groups.",
        {"task_ptr": "numbered together with the other kinds of task"},
        family="task",
        ground=True,
    ),
    Kind("workflow-task", "workflow-tasks", "wagtailcore.WorkflowTask", "The place of a step in its way.", ground=True),
    Kind(
        "workflow-page",
        "workflow-pages",
        "wagtailcore.WorkflowPage",
        "Below which page it holds.",
        ground=True,
    ),
    Kind(
        "workflow-type",
        "workflow-types",
        "wagtailcore.WorkflowContentType",
        "For what else it holds.",
    ),
    Kind("workflow-state", "workflow-states", "wagtailcore.WorkflowState", "A page under review, or once reviewed."),
    Kind("task-state", "task-states", "wagtailcore.TaskState", "Where a page under review stands with a step."),
    Kind("page-log", "page-log", "wagtailcore.PageLogEntry", "What somebody did to a page, and when.", ground=True),
    Kind("record-log", "record-log", "wagtailcore.ModelLogEntry", "The same of other records.", ground=True),
    # Proposals ------------------------------------------------------------------------------------------------------
    Kind(
        "reading",
        "readings",
        "evidence.Reading",
        "That the claims of an article were looked for by a program.",
        {"task": "work in the background of the old site"},
    ),
    Kind("proposal", "proposals", "evidence.Proposed", "A claim such a program proposes."),
    Kind("judgement", "judgements", "evidence.Judgement", "What an editor made of a proposal."),
    # Readers' comments ----------------------------------------------------------------------------------------------
    Kind(
        "comment",
        "comments",
        "comments.Comment",
        "What a reader wrote. Only those whose state is published are for readers.",
        {
            "token": _TELLS_WRITERS,
            "link_hash": "of a private link",
            "sealed_email": _SEALED,
            "wants_reply": "without an address nobody can be told",
            "wants_publication": "the same",
        },
    ),
    Kind("report", "reports", "comments.Report", "That a reader reports a comment.", {"token": _TELLS_WRITERS}),
    Kind("discussion", "discussions", "comments.Discussion", "Where an article or a claim differs from the site."),
    Kind(
        "moderator-note",
        "moderator-notes",
        "comments.ModeratorNote",
        "What moderators tell each other of it.",
    ),
    Kind("moderation", "moderations", "comments.Decision", "What a moderator did, and when."),
    Kind("learned-word", "learned-words", "comments.LearnedWord", "How often a word stood in spam, and elsewhere."),
    # Moving in ------------------------------------------------------------------------------------------------------
    Kind("move", "moves", "wordpress.Move", "A site that once moved in here."),
    Kind("arrival", "arrivals", "wordpress.Arrival", "What became of one of its things."),
    Kind("old-address", "old-addresses", "wordpress.OldAddress", "The hash of an address it had, and its target."),
)

_OF_ACCOUNTS = "people who sign in, their rights and what they chose: the new site makes its own"
_CREDENTIALS = "passwords, second factors and the like are never written"
_MADE_ANEW = "made anew from what is written"
_PASSING = "work under way, of no use elsewhere"
_PROGRAM = "part of the program"
_UNUSED = "not used: there is a table of our own instead"

LEFT_OUT: Mapping[str, str] = {
    "accounts.FailedSignIn": _CREDENTIALS,
    "auth.Group": _OF_ACCOUNTS,
    "auth.Permission": _PROGRAM,
    "comments.Ban": "bound to the tokens of readers, which the key of another site does not know",
    "comments.Notice": "that a reader was told by mail; the addresses are not written",
    "articles.PictureRendition": _MADE_ANEW,
    "contenttypes.ContentType": _PROGRAM,
    "django_tasks_database.DBTaskResult": _PASSING,
    "otp_static.StaticDevice": _CREDENTIALS,
    "otp_static.StaticToken": _CREDENTIALS,
    "otp_totp.TOTPDevice": _CREDENTIALS,
    "search.Change": _MADE_ANEW,
    "search.LiveCitation": _MADE_ANEW,
    "search.Unanswered": "what readers looked for in vain is counted for thirty days",
    "sessions.Session": _CREDENTIALS,
    "wagtailadmin.Admin": _PROGRAM,
    "wagtailadmin.EditingSession": _PASSING,
    "wagtailadmin.FormState": _PASSING,
    "wagtailcore.APIToken": _CREDENTIALS,
    "wagtailcore.GroupCollectionPermission": _OF_ACCOUNTS,
    "wagtailcore.GroupPagePermission": _OF_ACCOUNTS,
    "wagtailcore.GroupSitePermission": _OF_ACCOUNTS,
    "wagtailcore.PageSubscription": _OF_ACCOUNTS,
    "wagtailcore.ReferenceIndex": _MADE_ANEW,
    "wagtailcore.UploadedFile": _PASSING,
    "wagtaildocs.Document": _UNUSED,
    "wagtailimages.Image": _UNUSED,
    "wagtailimages.Rendition": _UNUSED,
    "wagtailsearch.IndexEntry": _MADE_ANEW,
    "wagtailsearch.SQLiteFTSIndexEntry": _MADE_ANEW,
    "wagtailusers.UserProfile": _OF_ACCOUNTS,
}
"""Tables that no export holds, each with the reason."""


@cache
def by_model() -> dict[type[Model], Kind]:
    return {kind.model: kind for kind in KINDS}


@cache
def by_name() -> dict[str, Kind]:
    return {kind.name: kind for kind in KINDS}
