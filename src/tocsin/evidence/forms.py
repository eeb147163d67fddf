"""What an editor types on the evidence desk, made clean."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from tocsin.articles.models import ArticlePage
from tocsin.claims.models import SUBTYPES, Assertion, Claim, FigureSeries, Speaker
from tocsin.claims.statuses import (
    ClaimType,
    Context,
    Interest,
    Naming,
    Origin,
    Quantifier,
    Sensitivity,
    Service,
    SpeakerKind,
    Stance,
    Status,
)
from tocsin.evidence import services
from tocsin.lib import dates, edtf
from tocsin.sources.models import Party, Source

MOST_OFFERED = 300


class Suggesting(forms.TextInput):
    """A line that suggests names on record and takes any other."""

    def __init__(self, names: Any = (), **options: Any) -> None:
        super().__init__(**options)
        self.names = names

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        known = f"{name}-known"
        line = super().render(name, value, {**(attrs or {}), "list": known, "autocomplete": "off"}, renderer)
        names = self.names() if callable(self.names) else self.names
        options = format_html_join("", '<option value="{}"></option>', ((one,) for one in names))
        return format_html('{}<datalist id="{}">{}</datalist>', line, known, options)


def speaker_names(*, private: bool) -> list[str]:
    """The names on record; without *private* none that is withheld, and none known from private evidence alone."""
    known = Speaker.objects.all()
    if not private:
        hidden = Speaker.objects.filter(assertions__isnull=False).exclude(
            pk__in=Assertion.objects.public().filter(speaker__isnull=False).values("speaker")
        )
        known = known.filter(naming=Naming.NAMED).exclude(pk__in=hidden.values("pk"))
    return list(known.values_list("name", flat=True)[:MOST_OFFERED])


def _parties() -> list[str]:
    return list(Party.objects.values_list("name", flat=True)[:MOST_OFFERED])


class WordList(forms.CharField):
    """Several words or phrases, separated by semicolons, as a list."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        return [one.strip() for one in str(value or "").split(";") if one.strip()]

    def prepare_value(self, value: Any) -> Any:
        return "; ".join(value) if isinstance(value, list) else value


class Moment(forms.Field):
    """A day, or a day and an hour in UTC; as an aware instant."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> datetime | None:
        try:
            return dates.instant(str(value or ""))
        except dates.BadDate as error:
            raise forms.ValidationError(str(error)) from None

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, datetime):
            local = value.astimezone(UTC)
            return f"{local:%Y-%m-%d}" if local.time() == time() else f"{local:%Y-%m-%d %H:%M}"
        return value


class ClaimForm(forms.ModelForm):
    """A claim: its words, what kind it is, when and where."""

    sensitivity = forms.MultipleChoiceField(
        label=_("Sensitivity"), choices=Sensitivity.choices, widget=forms.CheckboxSelectMultiple
    )
    context = forms.MultipleChoiceField(label=_("What it is about"), choices=Context.choices, required=False)
    places = forms.CharField(
        label=_("Where"), required=False, help_text=_("Several are separated by semicolons."), max_length=400
    )

    first = ("text", "type", "sensitivity", "checkability", "date_text", "date", "places")
    more = (
        *("checkability_note", "polarity", "modality", "date_anchor", "anchor_basis", "date_known", "valid_to"),
        "is_open",
    )

    class Meta:
        model = Claim
        fields = [
            *("text", "type", "sensitivity", "checkability", "checkability_note", "polarity", "modality"),
            *("date_text", "date", "date_anchor", "anchor_basis", "date_known", "valid_to", "is_open"),
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
            "date_anchor": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, may_open: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_open:
            del self.fields["is_open"]
        if self.instance.pk:
            self.initial["places"] = "; ".join(link.place.name for link in self.instance.claim_places.all())
            self.initial["context"] = self.instance.context

    def _post_clean(self) -> None:
        # ``sensitivity`` and ``context`` are lists; the model checks them
        self.instance.context = self.cleaned_data.get("context", [])
        self.instance.sensitivity = self.cleaned_data.get("sensitivity") or [Sensitivity.PERSONAL]  # the form says more
        super()._post_clean()  # type: ignore[misc]

    @property
    def first_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.first]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.more if name in self.fields]

    def fields_of_claim(self) -> dict[str, Any]:
        """What the ledger's services are given."""
        given = {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.cleaned_data}
        return {**given, "context": self.cleaned_data["context"]}


class FigureFields(forms.ModelForm):
    """The record of a figure."""

    includes = WordList(label=_("Includes"), required=False, help_text=_("Several are separated by semicolons."))
    excludes = WordList(label=_("Leaves out"), required=False, help_text=_("As: combatants."))
    series = forms.ModelChoiceField(FigureSeries.objects.all(), label=_("Series"), required=False)


class ServiceFields(forms.ModelForm):
    """The record of a service's state."""

    services = forms.MultipleChoiceField(
        label=_("Services"), choices=Service.choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class SpeakerField(forms.CharField):
    """A speaker by name; one not on record is recorded."""

    def clean(self, value: Any) -> Any:
        name = str(super().clean(value) or "").strip()[:200]
        if not name:
            return None
        return Speaker.objects.named(name) or Speaker.objects.create(name=name, kind=SpeakerKind.GROUP)


def subtype_form(claim: Claim, data: Any = None, *, private: bool = True) -> forms.ModelForm:
    """The form of the record of the claim's type. Without *private* no name is shown that is withheld."""
    model = Claim._meta.get_field(SUBTYPES[ClaimType(claim.type)]).related_model
    base = {ClaimType.FIGURE: FigureFields, ClaimType.SERVICE_STATUS: ServiceFields}.get(
        ClaimType(claim.type), forms.ModelForm
    )
    left_out = ["claim", "factor", "household_size", "displacement_occurred", "method", "is_correction"]
    made = forms.modelform_factory(model, form=base, exclude=left_out)  # type: ignore[type-var, arg-type]
    record = claim.subtype or model(claim=claim)  # type: ignore[misc, operator]
    form: forms.ModelForm = made(data, instance=record, prefix="subtype")
    for name, field in list(form.fields.items()):
        model_chosen = (
            field.queryset.model if isinstance(field, forms.ModelChoiceField) and field.queryset is not None else None
        )
        if model_chosen is Speaker:
            _by_name(form, name, private=private)
        elif model_chosen is Claim and isinstance(field, forms.ModelChoiceField):
            field.queryset = Claim.objects.kept().exclude(pk=claim.pk).order_by("-changed_at")
            field.widget = forms.NumberInput()  # a claim is named by its number: a list of all would not be read
            field.help_text = _("The number of the claim.")
    return form


def _by_name(form: forms.ModelForm, name: str, *, private: bool) -> None:
    chosen: Speaker | None = getattr(form.instance, name)
    if chosen and chosen.naming != Naming.NAMED and not private:
        del form.fields[name]
        return
    form.initial[name] = chosen.name if chosen else ""
    form.fields[name] = SpeakerField(
        label=form.fields[name].label,
        required=False,
        widget=Suggesting(speaker_names(private=private), attrs={"dir": "auto"}),
    )


class AssertionForm(forms.Form):
    """Who says what of a claim, where, and what the newsroom holds of it."""

    stance = forms.ChoiceField(label=_("Stance"), choices=Stance.choices)
    speaker = forms.CharField(
        label=_("Speaker"), max_length=200, required=False, widget=Suggesting(attrs={"dir": "auto"})
    )
    speaker_kind = forms.ChoiceField(label=_("A new speaker is a"), choices=SpeakerKind.choices, required=False)
    speaker_role_text = forms.CharField(label=_("In which role"), max_length=200, required=False)
    source = forms.ModelChoiceField(Source.objects.none(), label=_("Source"), required=False)
    quote = forms.CharField(
        label=_("Words there"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("Exactly as they stand there. They are looked for in the text kept of the source."),
    )
    cue_text = forms.CharField(label=_("Cue"), max_length=200, required=False, help_text=_("As: according to."))
    origin = forms.ChoiceField(label=_("Origin"), choices=Origin.choices, initial=Origin.UNKNOWN)
    repeats = forms.ModelChoiceField(Assertion.objects.none(), label=_("Repeats"), required=False)
    interest = forms.ChoiceField(label=_("Interest"), choices=Interest.choices, initial=Interest.NONE)
    side = forms.CharField(label=_("Side in the conflict"), max_length=100, required=False, widget=Suggesting(_parties))
    verified = forms.BooleanField(label=_("We verified direct evidence of it"), required=False)
    is_private = forms.BooleanField(label=_("For the newsroom alone"), required=False)
    is_reply = forms.BooleanField(label=_("Answer of the accused"), required=False)
    asserted_at = Moment(label=_("Said"), required=False)
    public_at = Moment(
        label=_("Could be known since"), required=False, help_text=_("Empty: when the source was published.")
    )
    low = forms.DecimalField(label=_("At least"), required=False)
    high = forms.DecimalField(label=_("At most"), required=False)
    quantifier = forms.ChoiceField(label=_("Quantifier"), choices=[("", "—"), *Quantifier.choices], required=False)
    definition = forms.CharField(label=_("What the number counts"), max_length=300, required=False)
    as_of = forms.CharField(label=_("As of"), max_length=60, required=False)

    first = ("stance", "speaker", "source", "quote", "origin", "interest")

    def __init__(
        self,
        claim: Claim | None,
        article: ArticlePage | None,
        *args: Any,
        private: bool = True,
        may_verify: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if not may_verify:
            del self.fields["verified"]
        self.fields["speaker"].widget.names = speaker_names(private=private)  # type: ignore[attr-defined]
        cited = Q(cited_in__article=article) if article else Q(pk__in=[])
        used = Q(assertions__claim=claim) if claim else Q(pk__in=[])
        recent = Source.objects.order_by("-recorded_at").values("pk")[:100]
        self.fields["source"].queryset = Source.objects.filter(  # type: ignore[attr-defined]
            Q(pk__in=Source.objects.filter(cited | used).values("pk"))
            | Q(pk__in=list(recent.values_list("pk", flat=True)))
        ).select_related("publication")
        if not private:
            self.fields["source"].queryset = self.fields["source"].queryset.open_to_readers()  # type: ignore[attr-defined]
            del self.fields["is_private"]
        if claim:
            voices = claim.assertions.filter(repeats=None)  # type: ignore[attr-defined]
            voices = voices if private else voices.public()
            self.fields["repeats"].queryset = voices.select_related("speaker", "source__publication")  # type: ignore[attr-defined]
        if claim is None or claim.type not in {ClaimType.FIGURE, ClaimType.FORECAST}:
            for name in ("low", "high", "quantifier", "definition", "as_of"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("speaker") and not cleaned.get("source"):
            self.add_error("speaker", _("Say who says so: a speaker, or a source."))
        if cleaned.get("quote") and not cleaned.get("source"):
            self.add_error("source", _("Choose the source these words stand in."))
        if cleaned.get("origin") == Origin.REPEATS and not cleaned.get("repeats"):
            self.add_error("repeats", _("Choose what it repeats."))
        return cleaned

    @property
    def first_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.first]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.first]


class SpeakerRecordForm(WagtailAdminModelForm):
    """A speaker with other names and offices, one a line."""

    other_names = forms.CharField(
        label=_("Other names"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: other spellings, scripts, former names."),
    )
    offices_held = forms.CharField(
        label=_("Offices held"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line, as: Mayor; City of Kherson; 2020; 2022-04."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["other_names"] = "\n".join(one.text for one in self.instance.names.all())
            offices = [(one.title, one.body, one.since, one.until) for one in self.instance.offices.all()]
            self.initial["offices_held"] = "\n".join("; ".join(parts).rstrip("; ") for parts in offices)

    def clean_offices_held(self) -> list[list[str]]:
        """Each office as title, body, since, until."""
        lines = [line for line in self.cleaned_data["offices_held"].splitlines() if line.strip()]
        offices = [[part.strip() for part in (line + ";;;").split(";")][:4] for line in lines]
        for _title, _body, since, until in offices:
            for text in filter(None, (since, until)):
                try:
                    edtf.read(text)
                except edtf.BadEdtf as error:
                    raise forms.ValidationError(str(error)) from None
        return offices

    def save(self, commit: bool = True) -> Speaker:
        """Keep the speaker, and what is written of names and offices in place of what was."""
        speaker: Speaker = super().save(commit=commit)
        if commit:
            services.describe_speaker(
                speaker, names=self.cleaned_data["other_names"].splitlines(), offices=self.cleaned_data["offices_held"]
            )
        return speaker


class AppraisalForm(forms.Form):
    """What the newsroom holds of an assertion from now on."""

    origin = forms.ChoiceField(label=_("Origin"), choices=[c for c in Origin.choices if c[0] != Origin.REPEATS])
    interest = forms.ChoiceField(label=_("Interest"), choices=Interest.choices)
    verified = forms.BooleanField(label=_("We verified direct evidence of it"), required=False)
    reason = forms.CharField(label=_("Why"), max_length=300)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class OverrideForm(forms.Form):
    """An editor's word in place of the computed status."""

    status = forms.ChoiceField(label=_("Status"), choices=Status.choices)
    reason = forms.CharField(label=_("Reason"), max_length=300, help_text=_("Readers see it."))
    until = forms.DateField(label=_("Until"), widget=forms.DateInput(attrs={"type": "date"}))
