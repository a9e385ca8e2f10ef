"""Work on bytes that nobody trusts: in a child process, under limits."""
