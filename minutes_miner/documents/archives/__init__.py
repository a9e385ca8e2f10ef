"""Archives of files (.zip, .tar): walked like folders, each member read like a file by itself."""
