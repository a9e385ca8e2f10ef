import pandas as pd

from minutes_miner.outputs.frames import frames

NAMES = ["documents", "mentions", "people", "institutions", "offices", "regions", "holders", "statements", "items"]


def test_a_frame_for_every_kind_of_record_with_document_and_source(results, minutes):
    made = frames(results)
    assert list(made) == NAMES
    for name in NAMES[1:]:
        frame = made[name]
        assert len(frame) == len(getattr(minutes, name))
        assert list(frame.columns[:2]) == ["document", "source"]
        assert set(frame["source"]) == {"rapat/2024/notulen-desember.pdf"}


def test_dates_are_dates_and_what_is_missing_is_missing(results):
    items = frames(results)["items"]
    assert items["deadline_end"].dtype.kind == "M"
    assert items["deadline_end"][0] == pd.Timestamp("2024-12-20")
    assert pd.isna(items["deadline_end"][1])
    assert items["deadline"][1] == "sebelum Lebaran"
    assert items["amount"].sum() == 25_000_000
    assert items["page"].tolist() == [1, pd.NA]
    assert items["date"].dt.month.tolist() == [12, 12]


def test_values_of_mentions_are_ready_for_use(results):
    mentions = frames(results)["mentions"].set_index("id")
    assert mentions["date_start"]["m3"] == pd.Timestamp("2024-12-20")
    assert mentions["number"]["m4"] == 25_000_000
    assert mentions["value"]["m4"] == {"value": 25_000_000.0, "currency": "IDR"}
    assert mentions["date_start"].isna().sum() == 3


def test_holders_have_names(results):
    holder = frames(results)["holders"].iloc[0]
    assert (holder["person_name"], holder["office_name"]) == ("Siti Aminah", "Kepala Dinas Sosial Kabupaten Sumberrejo")
    assert holder["acting"]


def test_failures_are_documents_with_an_error(results, failure):
    documents = frames(results)["documents"]
    assert documents["error"].fillna("").tolist() == ["", "damaged", ""]
    assert documents["message"][1] == failure.message
    assert documents["document"].isna().tolist() == [False, True, False]
    assert documents["warnings"][0] == ("susunan kolom diduga dari letak kata", "tidak ada blok tanda tangan")
    assert documents["attendees"][1] == ()


def test_empty_results_have_the_same_columns_and_types(results):
    full, empty = frames(results), frames([])
    for name in NAMES:
        assert len(empty[name]) == 0
        assert empty[name].dtypes.to_dict() == full[name].dtypes.to_dict()
    assert empty["items"]["deadline_end"].dt.year.tolist() == []
