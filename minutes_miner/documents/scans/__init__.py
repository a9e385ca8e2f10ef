"""Images of pages -> words on pages."""
