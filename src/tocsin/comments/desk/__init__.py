"""The moderation desk: what waits, decided on by groups and by keys; corrections, bans, the trail, the settings.

Every act is a form that works without scripts. ``comments.js`` sends the same forms and puts the answer in place.
"""
