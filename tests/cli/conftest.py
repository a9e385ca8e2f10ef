"""A library that answers at once, so that the tests are about the command line alone."""

import sys
from types import ModuleType, SimpleNamespace

import pytest

from minutes_miner.errors import SourceNotFound
from minutes_miner.records import Analysis, Failure, Header, Issue, IssueMember, Item

TEXT = "Ketua forum berharap ada bantuan operasional. Dinas Sosial akan mendata LKSA."


def analysis(source):
    header = Header(id=f"id-{source}", source=source, media_type="text/plain", kind="minutes", title="Rapat forum", date="2025-03-14")
    need = Item(
        id="t1",
        kind="need",
        start=0,
        end=44,
        text=TEXT[:44],
        action="bantuan operasional",
        rule="need.hope",
        confidence=0.9,
        topic="operational_aid",
    )
    promise = Item(
        id="t2", kind="commitment", start=46, end=76, text=TEXT[46:76], action="mendata LKSA", rule="commitment.will", confidence=0.8
    )
    return Analysis(document=header, text=TEXT, items=(need, promise))


def failure(source):
    error = SourceNotFound(source)
    return Failure(source=source, code=error.code, message=error.sentence("id"), exit_code=error.exit_code)


def issue(analyses):
    members = tuple(
        IssueMember(
            document=each.document.id, source=each.document.source, start=0, end=44, page=None, text=TEXT[:44], date=each.document.date
        )
        for each in analyses
    )
    return Issue(
        issue="operational_aid",
        label="Bantuan operasional",
        topic="operational_aid",
        terms=("bantuan", "operasional"),
        members=members,
        meetings=len(members),
        first_seen="2025-03-14",
        last_seen="2025-03-14",
        regions=(),
    )


class Library:
    """What was asked of the library, and what it is to answer: a name with `hilang` in it fails, the others are mined."""

    def __init__(self):
        self.calls = []
        self.stop_after = None

    def mine_paths(self, paths, *, model=None, settings=None, jobs=1, progress=None):
        self.calls.append({"paths": list(paths), "model": model, "jobs": jobs})
        for number, path in enumerate(paths, start=1):
            if self.stop_after == number - 1:
                raise KeyboardInterrupt
            yield failure(path) if "hilang" in path else analysis(path)
            if progress is not None:
                progress(number, len(paths), path)


@pytest.fixture
def library(monkeypatch):
    """The library replaced; its answers and what it was asked."""
    fake = Library()
    module = ModuleType("minutes_miner.miner")
    module.mine_paths = fake.mine_paths
    monkeypatch.setitem(sys.modules, "minutes_miner.miner", module)
    topics = SimpleNamespace(labels={"operational_aid": "Bantuan operasional"})
    grouping = ModuleType("minutes_miner.corpus.issues.finding")
    grouping.find_issues = lambda analyses, topics, model=None, wanted=None: [issue(analyses)]
    monkeypatch.setitem(sys.modules, "minutes_miner.corpus.issues.finding", grouping)
    for command in ("mine", "issues"):
        monkeypatch.setattr(f"minutes_miner.cli.{command}.topics_of", lambda batch: topics)
    return fake
