"""Every setting, read from the environment; ``docs/operator/settings.md`` has a line for each.

A site folder's ``tocsin.env`` is read into the environment by the command line before this module is loaded.
Importing creates nothing and opens nothing; what is wrong is said by the system checks of ``tocsin doctor``.
"""

from os import environ
from pathlib import Path
from urllib.parse import quote, urlsplit
from zoneinfo import available_timezones

from tocsin.lib import sqlite  # noqa: F401 - first: it puts a repaired SQLite in place (decision 0003)

# isort: split
import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from tocsin.lib import env

PACKAGE = Path(__file__).resolve().parent.parent

# The site -------------------------------------------------------------------------------------------------------

SITE = Path(env.text("TOCSIN_SITE", ".")).resolve()
DEBUG = env.boolean("TOCSIN_DEBUG", default=False)
SECRET_KEY = env.secret("TOCSIN_SECRET_KEY")
BASE_URL = env.text("TOCSIN_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = [urlsplit(BASE_URL).hostname or "", *env.words("TOCSIN_HOSTS", "127.0.0.1 localhost [::1]")]
HTTPS = env.boolean("TOCSIN_HTTPS", default=BASE_URL.startswith("https://"))
TRUSTED_PROXIES = env.words("TOCSIN_PROXIES", "127.0.0.1 ::1")
THEME = SITE / env.text("TOCSIN_THEME") if env.text("TOCSIN_THEME") else None
PROPOSER = env.text("TOCSIN_PROPOSER", "" if "TOCSIN_PROPOSER" in environ else "tocsin.evidence.extracting.propose")
DEMO = env.boolean("TOCSIN_DEMO", default=False)

# Languages and time ---------------------------------------------------------------------------------------------

LANGUAGE_CODE = env.text("TOCSIN_LANGUAGE", "en")
LANGUAGES = [("en", _("English")), ("uk", _("Ukrainian")), ("es", _("Spanish"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = env.text("TOCSIN_TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True
WAGTAIL_I18N_ENABLED = False
WAGTAIL_USER_TIME_ZONES = ["UTC", *sorted(zone for zone in available_timezones() if "/" in zone and zone[0].isupper())]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES

# Applications ---------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "tocsin.accounts",
    "tocsin.sources",
    "tocsin.claims",
    "tocsin.evidence",
    "tocsin.articles",
    "tocsin.search",
    "tocsin.comments",
    "tocsin.importers.wordpress",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "treebeard",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "tocsin.config.middleware.PublicHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tocsin.config.middleware.ContentSecurityPolicy",
    "tocsin.config.disk.DiskFull",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "tocsin.accounts.middleware.SecondFactor",
    "tocsin.accounts.middleware.ForgetOnLeaving",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "tocsin.config.middleware.Refusals",
    "tocsin.importers.wordpress.answering.OldAddresses",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "tocsin.config.middleware.TakenDown",
]

ROOT_URLCONF = "tocsin.config.urls"
WSGI_APPLICATION = "tocsin.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_template_folders = [*([THEME / "templates"] if THEME else []), PACKAGE / "templates"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": _template_folders,
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# Data -----------------------------------------------------------------------------------------------------------

DATABASE_URL = env.secret("DATABASE_URL") or f"sqlite:///{quote(str(SITE / 'data' / 'tocsin.sqlite3'))}"
DATABASES = {"default": dj_database_url.parse(DATABASE_URL)}
SQLITE_OPTIONS = {  # decision 0001; applied at every connection
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
        "PRAGMA trusted_schema=OFF; PRAGMA journal_size_limit=67108864;"
    ),
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Each process would remember renditions that another one has deleted with their picture; the database is asked.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
SEARCH_INDEX = SITE / env.text("TOCSIN_SEARCH_INDEX", "data/search")
SEARCH_COUNTS = env.boolean("TOCSIN_SEARCH_COUNTS", default=False)
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "tocsin.articles.desk_search"}}

# Readers' comments: the keys that seal and open e-mail addresses, outside the database and outside backups.
COMMENT_KEYS = SITE / env.text("TOCSIN_COMMENT_KEYS", "keys")

# Files ----------------------------------------------------------------------------------------------------------

MEDIA_ROOT = SITE / env.text("TOCSIN_MEDIA", "media")
MEDIA_URL = "/media/"
STATIC_ROOT = SITE / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [*([THEME / "static"] if THEME else []), PACKAGE / "static"]
STORAGES = {
    "default": {"BACKEND": "tocsin.lib.storage.DurableStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# People who sign in ---------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
SECOND_FACTOR = env.boolean("TOCSIN_SECOND_FACTOR", default=not DEMO)
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# Mail is optional: without TOCSIN_MAIL_HOST nothing is sent and nothing needs it.
MAIL_HOST = env.text("TOCSIN_MAIL_HOST")
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if MAIL_HOST else "django.core.mail.backends.dummy.EmailBackend"
)
EMAIL_HOST = MAIL_HOST
EMAIL_PORT = env.integer("TOCSIN_MAIL_PORT", 587)
EMAIL_HOST_USER = env.text("TOCSIN_MAIL_USER")
EMAIL_HOST_PASSWORD = env.secret("TOCSIN_MAIL_PASSWORD")
EMAIL_TIMEOUT = 30
EMAIL_USE_TLS = EMAIL_PORT == 587  # noqa: PLR2004 - the port for submission
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("TOCSIN_MAIL_FROM", "tocsin@localhost")

# What browsers are told -----------------------------------------------------------------------------------------

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = False  # the front server does that
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_TRUSTED_ORIGINS = [BASE_URL]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

# Wagtail --------------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Tocsin"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_PASSWORD_RESET_ENABLED = bool(MAIL_HOST)
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_USER_LOGIN_FORM = "tocsin.accounts.forms.SignInForm"
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "articles/password.html"  # noqa: S105 - a template
WAGTAIL_FRONTEND_LOGIN_URL = "/desk/login/"
OTP_TOTP_ISSUER = "Tocsin"
WAGTAILIMAGES_IMAGE_MODEL = "articles.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "tocsin.articles.picture_forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}
WAGTAILDOCS_DOCUMENT_MODEL = "articles.File"
WAGTAILDOCS_EXTENSIONS = [
    *("pdf", "csv", "txt", "docx", "odt", "xlsx", "ods", "zip", "vtt"),
    *("mp3", "m4a", "ogg", "oga", "opus", "flac", "wav", "mp4", "m4v", "webm", "ogv"),
]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_BLOCK_EMBEDDED_CONTENT = True
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAILREDIRECTS_AUTO_CREATE = False  # articles.receivers leads from old addresses; Wagtail would tell drafts' new ones
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}, "tocsin": {"level": "INFO"}},
}
