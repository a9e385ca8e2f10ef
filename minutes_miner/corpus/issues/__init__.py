"""Needs of many documents -> the issues that come back."""
