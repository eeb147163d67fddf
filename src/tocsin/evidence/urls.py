from __future__ import annotations

from django.urls import path

from tocsin.articles.urls import paged
from tocsin.evidence import views
from tocsin.evidence.exports import views as exports

urlpatterns = [
    path("claims/map/", views.claims_map, name="claims-map"),
    *paged("claims/timeline/", views.claims_timeline, "claims-timeline"),
    *paged("claims/", views.claims, "claims"),
    path("claims/<int:pk>/", views.claim, name="claim"),
    *paged("speakers/<int:pk>/", views.speaker, "speaker"),
    *paged("places/<int:pk>/", views.place, "place"),
    *paged("figures/", views.series_list, "series-list"),
    *paged("figures/<str:slug>/", views.series, "series"),
    path("data/", exports.index, name="ledger-data"),
    path("data/<str:file>", exports.export, name="export"),
    path("data/<str:scope>/<str:file>", exports.export, name="export-of"),
    path("api/v1/claims/", exports.api_claims, name="api-claims"),
    path("api/v1/claims/<int:pk>/", exports.api_claim, name="api-claim"),
    path("api/v1/series/", exports.api_series, name="api-series"),
]
