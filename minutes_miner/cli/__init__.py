"""The command line: one short file a command, each calls the library and says how it went."""
