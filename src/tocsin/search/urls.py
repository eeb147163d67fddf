from __future__ import annotations

from django.urls import path

from tocsin.search import views

urlpatterns = [
    path("search/", views.search, name="search"),
    path("search.json", views.search_json, name="search-json"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
]
