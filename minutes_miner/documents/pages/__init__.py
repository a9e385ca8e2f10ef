"""Words on pages -> text in reading order, whatever drew or recognised them."""
