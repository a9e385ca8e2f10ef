"""Sources of any known format in, documents (text, blocks, tables, notes) out."""
