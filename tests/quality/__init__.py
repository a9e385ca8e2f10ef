"""How much of what people annotated in invented documents is found: figures that only rise."""
