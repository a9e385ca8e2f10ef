"""Records to files: the schema of columns (`tables`), one module an output, and `writing`, which knows them all."""
