"""Whom a version of a page names: by number, in the middle of what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from modelcluster.models import get_all_child_relations

from tocsin.accounts.models import User


def with_people(content: Mapping[str, Any], model: type[Model], people: Mapping[int, int]) -> dict[str, Any]:
    """Return what a version of a *model* holds, with the number that *people* has for each person, or nobody.

    Of what hangs on it, such as notes, those are left out whose writer is not among them, as reading a version does.
    """
    told = dict(content)
    for one in model._meta.concrete_fields:
        if _is_person(one) and one.name in told:
            told[one.name] = _number(told[one.name], people)
    for relation in get_all_child_relations(model):
        name, below = relation.get_accessor_name(), relation.related_model
        if isinstance(told.get(name), list):
            told[name] = [with_people(one, below, people) for one in told[name] if _is_kept(one, below, people)]
    return told


def _is_kept(one: Any, model: type[Model], people: Mapping[int, int]) -> bool:
    if not isinstance(one, dict):
        return False
    needed = [field.name for field in model._meta.concrete_fields if _is_person(field) and not field.null]
    return all(_number(one.get(name), people) for name in needed)


def _is_person(field: Any) -> bool:
    return bool(field.remote_field and field.remote_field.model is User)


def _number(told: Any, people: Mapping[int, int]) -> int | None:
    return people.get(told) if type(told) is int else None
