"""Wiring: settings, addresses, middleware, the WSGI application. Nothing imports this but the command line."""
