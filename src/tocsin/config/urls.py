"""Every address of the site, in the order in which it is looked for."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from tocsin.articles import media, sitemaps

urlpatterns = [
    path("desk/", include(wagtailadmin_urls)),
    path("files/", include(wagtaildocs_urls)),
    path("media/images/<path:path>", media.rendition),
    path("sitemap.xml", sitemaps.sitemap),
    path("sitemap-<int:number>.xml", sitemaps.sitemap),
    path("sitemap-news.xml", sitemaps.news),
    path("robots.txt", sitemaps.robots),
    *i18n_patterns(
        path("", include("tocsin.search.urls")),
        path("", include("tocsin.comments.urls")),
        path("", include("tocsin.evidence.urls")),
        path("", include("tocsin.articles.urls")),
        prefix_default_language=False,
    ),
    path("", include(wagtail_urls)),
]
