"""`minutes-miner people`: who is who over all documents, and who held which post when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from minutes_miner.answers import KnownPerson
from minutes_miner.cli.batch import batch_of, close, mine_all
from minutes_miner.cli.days import first_day
from minutes_miner.cli.options import Archive, Jobs, Limit, Model, Ocr, Password
from minutes_miner.cli.streams import print_result
from minutes_miner.cli.texts import Lang, say
from minutes_miner.cli.usage import form_of
from minutes_miner.records import Analysis

FORMATS = ("table", "jsonl")


def people(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH...]", help="option.people_paths")] = None,
    archive: Archive = None,
    name: Annotated[str | None, typer.Option("--name", metavar="WORDS", help="option.person_name")] = None,
    office: Annotated[str | None, typer.Option("--office", metavar="WORDS", help="option.held_office")] = None,
    institution: Annotated[str | None, typer.Option("--institution", metavar="WORDS", help="option.held_institution")] = None,
    region: Annotated[str | None, typer.Option("--region", metavar="NAME", help="option.held_region")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="YYYY-MM-DD", help="option.at")] = None,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="option.conflicts")] = False,
    form: Annotated[str | None, typer.Option("--format", metavar="|".join(FORMATS), help="option.people_format")] = None,
    model: Model = None,
    jobs: Jobs = "1",
    ocr: Ocr = "auto",
    password: Password = None,
    limit: Limit = None,
) -> int:
    """Mines the documents, or asks the archive where no document is given."""
    from minutes_miner.corpus.people.asked_people import Asked, answering
    from minutes_miner.paths import model_folder
    from minutes_miner.rulebook.model import load_rulebook

    form = form_of(form, FORMATS, None)
    asked = Asked(name=name, office=office, institution=institution, region=region, at=first_day("--at", at), conflicts=conflicts)
    rulebook = load_rulebook(model_folder(model))
    exit_code = 0
    if paths:
        from minutes_miner.corpus.people.known_people import find_people

        batch = batch_of(paths=paths, model=model, jobs=jobs, lang=context.obj, ocr=ocr, password=password, limits=limit or ())
        tally, found = mine_all(batch)
        everyone = find_people([result for result in found if isinstance(result, Analysis)], rulebook)
        close(tally, batch.lang, found=say("closing.people", batch.lang, people=len(everyone)), target=None)
        exit_code = tally.exit_code
        if not tally.done:
            return exit_code
    else:
        everyone = _archived(archive)
    _print(answering(everyone, asked, rulebook), everyone, form, context.obj, by_post=bool(office or institution or conflicts))
    return exit_code


def _archived(archive: str | None) -> list[KnownPerson]:
    from minutes_miner.archive.address import open_database, usual_address
    from minutes_miner.archive.joined.people import known_people

    database = open_database(archive or usual_address())
    try:
        with database.snapshot():
            return known_people(database)
    finally:
        database.close()


def _print(found: Sequence[KnownPerson], everyone: Sequence[KnownPerson], form: str, lang: Lang, *, by_post: bool) -> None:
    if form == "jsonl":
        from minutes_miner.outputs.answers import person_line

        for person in found:
            print_result(person_line(person))
        return
    from minutes_miner.outputs import timelines

    names = {person.person: person.name for person in everyone}
    lines = timelines.by_post(found, names, lang) if by_post else timelines.by_person(found, names, lang)
    for line in lines:
        print_result(line)
