"""The ledger under the articles: claims, assertions, figures, status. Its issue follows."""
