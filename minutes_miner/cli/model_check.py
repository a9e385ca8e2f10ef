"""`minutes-miner model check`: is every file of the model sound, and does every example of every rule hold?"""

from __future__ import annotations

import typer

from minutes_miner.cli.options import Model
from minutes_miner.cli.progress import Bar
from minutes_miner.cli.streams import print_result, say_aside
from minutes_miner.cli.texts import say
from minutes_miner.errors import ModelError
from minutes_miner.paths import model_folder


def check(context: typer.Context, model: Model = None) -> int:
    """Prints every fault of the model; the exit code says whether there is one."""
    from minutes_miner.pipeline.checking import run_examples
    from minutes_miner.rulebook.checking import check as find_faults

    lang = context.obj
    folder = model_folder(model)
    faults = find_faults(folder)
    if faults:
        for fault in faults:
            print_result(fault.sentence(lang))
        say_aside(say("check.faults", lang, folder=folder, faults=len(faults)))
        return ModelError.exit_code
    examples, wrong = 0, []
    rules = set()
    with Bar(say("progress.examples", lang)) as bar:
        for example in run_examples(folder):
            examples += 1
            rules.add(example.rule)
            if not example.ok:
                wrong.append(example)
            bar.advance(examples, None, example.rule)
    for example in wrong:
        print_result(say("check.failed", lang, where=example.where, rule=example.rule, sentence=example.sentence, message=example.message))
    if wrong:
        say_aside(say("check.wrong", lang, folder=folder, wrong=len(wrong), examples=examples, rules=len({each.rule for each in wrong})))
        return ModelError.exit_code
    say_aside(say("check.right", lang, folder=folder, examples=examples, rules=len(rules)))
    return 0
