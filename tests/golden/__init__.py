"""What is found in the samples, written out for a reader to judge."""
