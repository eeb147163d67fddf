"""Who may do what with one page: Wagtail's rights, narrowed to a person's own pages where the role says so."""

from __future__ import annotations

from wagtail.models import Page, PagePermissionTester

from tocsin.accounts.models import User


class Rights(PagePermissionTester):
    """Without the right to change everybody's pages, the right to publish holds for one's own alone.

    Wagtail gives *publish* for a whole tree; an author would publish and unpublish the articles of others. Versions
    are for those who may edit: a contributor does not read the drafts of others.
    """

    def _is_theirs(self) -> bool:
        return bool(self.user.is_superuser or "change" in self.permissions or self.page.owner_id == self.user.pk)

    def can_publish(self) -> bool:
        return bool(super().can_publish() and self._is_theirs())

    def can_unpublish(self) -> bool:
        return bool(super().can_unpublish() and self._is_theirs())

    def can_reorder_children(self) -> bool:
        return bool(super().can_reorder_children() and self._is_theirs())

    def can_submit_for_moderation(self) -> bool:
        return bool(super().can_submit_for_moderation() and self.can_edit())

    def can_view_revisions(self) -> bool:
        return bool(super().can_view_revisions() and self.can_edit())


class Guarded(Page):
    """A page whose rights are those of the newsroom's roles."""

    class Meta:
        abstract = True

    def permissions_for_user(self, user: User) -> Rights:
        return Rights(user, self)
