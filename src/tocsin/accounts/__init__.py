"""People who sign in: the user model, roles, second factor, throttled login."""
