"""People, institutions and posts of many documents -> who is who, and who held which post when."""
