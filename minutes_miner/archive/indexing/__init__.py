"""Files and folders -> an archive brought up to date with them."""
