"""The work of indexing on many machines: the files of any address in shards, each shard by whichever worker is free."""
