"""A question in the user's words -> hits with their passages, and how many of which kind there are."""
