"""`minutes-miner read`: documents in, the text that was read out, nothing mined."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from minutes_miner.cli.batch import exit_code
from minutes_miner.cli.options import Limit, Ocr, Password, Paths
from minutes_miner.cli.progress import Bar
from minutes_miner.cli.reading_options import settings_of
from minutes_miner.cli.streams import print_result, printable
from minutes_miner.cli.texts import say
from minutes_miner.cli.usage import one_of
from minutes_miner.records import Block, Document, Failure

FORMATS = ("text", "jsonl")


def read(
    context: typer.Context,
    paths: Paths,
    form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="option.read_format")] = "text",
    ocr: Ocr = "auto",
    password: Password = None,
    limit: Limit = None,
) -> int:
    """Prints each document as soon as it is read; the exit code says how many could be."""
    one_of("--format", form, FORMATS)
    settings = settings_of(ocr=ocr, password=password, limits=limit or ())
    from minutes_miner.documents.reading import discover, read_each

    files = discover(paths)
    done = failed = 0
    with Bar(say("progress.read", context.obj), beside_results=True) as bar:
        for number, file in enumerate(files, start=1):
            results = list(read_each(file, settings))
            several = len(files) > 1 or len(results) > 1
            for result in results:
                if isinstance(result, Failure):
                    failed += 1
                    bar.tell(result.sentence(context.obj))
                else:
                    done += 1
                    print_result(json_line(result) if form == "jsonl" else running_text(result, titled=several))
            bar.advance(number, len(files), str(file))
    return exit_code(done, failed)


def running_text(document: Document, *, titled: bool = False) -> str:
    """The text with one block a line, table cells joined by ` | `; `titled` puts the source above and an empty line below."""
    lines = [_line(document.text, block) for block in document.blocks]
    return "\n".join([f"==> {printable(document.source)} <==", *lines, ""] if titled else lines)


def _line(text: str, block: Block) -> str:
    cells = block.cells or ((block.start, block.end),)
    return " | ".join(" ".join(text[start:end].split()) for start, end in cells)


def json_line(document: Document) -> str:
    """The document as one JSON object."""
    return json.dumps(
        {
            "document": {
                "id": document.id,
                "source": document.source,
                "media_type": document.media_type,
                "pages": document.pages,
                "warnings": [asdict(warning) for warning in document.warnings],
            },
            "text": document.text,
            "blocks": [_block(block) for block in document.blocks],
            "tables": [asdict(table) for table in document.tables],
            "notes": [asdict(note) for note in document.notes],
            "repairs": [asdict(repair) for repair in document.repairs],
        },
        ensure_ascii=False,
    )


def _block(block: Block) -> dict[str, object]:
    page = block.evidence.page if block.evidence else None
    return {"kind": block.kind, "start": block.start, "end": block.end, "page": page, "level": block.level}
