"""What people see of the ledger: the evidence desk, the ledger's pages for readers, exports and the read API."""
