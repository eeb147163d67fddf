"""An export becomes a site: every write of the import."""

from tocsin.importers.wordpress.services.moving import MoveUnderWay, Wishes, move_in

__all__ = ["MoveUnderWay", "Wishes", "move_in"]
