"""Having a second pair of eyes before publication."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from tocsin.articles.models import HomePage

NAME = "Second pair of eyes"
REVIEWERS = "Editors"
WAGTAILS_OWN = "Moderators approval"


@transaction.atomic
def set_up_review(home: HomePage) -> Workflow:
    """Let what authors submit go to the editors, unless the newsroom has arranged reviewing in its own way already."""
    workflow, is_new = Workflow.objects.get_or_create(name=NAME)
    if not is_new:
        return workflow
    task = GroupApprovalTask.objects.create(name=NAME)
    task.groups.add(Group.objects.get_or_create(name=REVIEWERS)[0])
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.filter(workflow__name=WAGTAILS_OWN).delete()
    Workflow.objects.filter(name=WAGTAILS_OWN).update(active=False)
    WorkflowPage.objects.get_or_create(page=home, defaults={"workflow": workflow})
    return workflow
