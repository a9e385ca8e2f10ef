"""The parts of `benchmarks.archive`: each measures one side of the archive and runs by itself."""
