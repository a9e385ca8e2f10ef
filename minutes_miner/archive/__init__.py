"""The store: documents with their records and a full-text index, and what is found in all of them together."""
