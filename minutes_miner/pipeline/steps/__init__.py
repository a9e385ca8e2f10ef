"""The steps of the pipeline, one a file; `minutes_miner.pipeline.order` says in which order they run."""
