"""Regions as records tell them apart."""

import minutes_miner


def test_a_region_has_only_the_levels_that_records_know():
    (analysis,) = minutes_miner.mine_texts(["Banjir melanda tepi Danau Tempe dan Sungai Walanae, kata Camat Tempe Andi Besse."])
    assert {region.level for region in analysis.regions} <= {"province", "regency", "city", "district", "village", "other"}
