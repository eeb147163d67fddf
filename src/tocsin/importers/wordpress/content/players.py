"""Sites whose pages can be shown inside another: an address of one that stands alone is meant to be."""

from __future__ import annotations

from tocsin.importers.wordpress.content.links import host

_HOSTS = frozenset(
    [
        "youtube.com",
        "youtu.be",
        "youtube-nocookie.com",
        "vimeo.com",
        "dailymotion.com",
        "dai.ly",
        "flickr.com",
        "flic.kr",
        "smugmug.com",
        "scribd.com",
        "wordpress.tv",
        "videopress.com",
        "soundcloud.com",
        "instagram.com",
        "instagr.am",
        "facebook.com",
        "fb.watch",
        "spotify.com",
        "imgur.com",
        "meetup.com",
        "issuu.com",
        "mixcloud.com",
        "ted.com",
        "animoto.com",
        "video214.com",
        "kickstarter.com",
        "kck.st",
        "cloudup.com",
        "reverbnation.com",
        "reddit.com",
        "redd.it",
        "speakerdeck.com",
        "screencast.com",
        "crowdsignal.com",
        "polldaddy.com",
        "slideshare.net",
        "tumblr.com",
        "twitter.com",
        "x.com",
        "tiktok.com",
        "pinterest.com",
        "wolframcloud.com",
        "bsky.app",
        "t.me",
        "telegram.me",
        "canva.com",
        "odysee.com",
        "rumble.com",
        "archive.org",
        "bandcamp.com",
        "datawrapper.de",
        "dwcdn.net",
        "flourish.studio",
        "gfycat.com",
        "giphy.com",
        "loom.com",
        "sketchfab.com",
        "twitch.tv",
        "wistia.com",
        "hulu.com",
        "viddler.com",
        "blip.tv",
        "vine.co",
        "photobucket.com",
        "revision3.com",
        "funnyordie.com",
        "collegehumor.com",
        "rdio.com",
    ]
)


def is_player(address: str) -> bool:
    """Return whether *address* is of a site that WordPress shows inside a text."""
    return bool(_HOSTS & _ends(host(address)))


def _ends(name: str) -> set[str]:
    parts = name.split(".")
    return {".".join(parts[number:]) for number in range(max(len(parts) - 3, 0), len(parts))}
