"""Minutes of many meetings -> what became of what was agreed."""
