"""The databases that can hold an archive, each behind the same protocol."""
