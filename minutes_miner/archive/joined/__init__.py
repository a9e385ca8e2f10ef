"""What documents have in common, kept in an archive: who is who, issues, follow-ups, and what people decided and changed."""
