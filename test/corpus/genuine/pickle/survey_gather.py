"""Gathers what survey.py found into the list of src: CLASSES=src/analyzers/pickle-imports/classes SOURCES='BY_SOURCE.json ...' python survey_gather.py OUT.names FOUND.json ...

A name stands in the list when every release that was surveyed says the same of it; what one refused is left out. Names
that the other lists have are left out, too, and those that a file EXCEPT names, a line a name: what the denylist says of. Of packages that `survey_source.py` read
(SOURCES, which count as found too), functions are listed only where the package hands them on as values.
"""

import collections
import glob
import json
import os
import re
import sys

FILLED = {'objects', 'restored', 'slotted'}
#: As src/analyzers/pickle-imports/plain-names.ts has it: what opens, loads, saves and starts is held by no model.
REACHING = re.compile(r'^_*(load|save|open|write|read_|dump|unpickle|pickle|run|exec|eval|import|export|download|upload|send|fetch|delete|remove|unlink|compile|spawn|system|register|func_|globals|call|apply_async|serve|start|launch|main$|to_|from_|parse_expr|query)', re.I)
MODULES = re.compile(r'(^|\.)(io|readwrite|downloader|cli|server|hub|plots?|serve|dashboard|runtime_env|_private|cloudpickle|serialization|pickle\w*|utils\.io|persist\w*|subprocess\w*|cluster_utils|autoscaler|launch\w*|substrates)(\.|$)')

#: What these hold is evaluated, called or loaded when it is used: formulas, callbacks, models in folders.
EVALUATING = re.compile(r'^(patsy|formulaic|fastai|fastcore|fasttransform|sympy|aimsim|mlflow|bentoml|bentoml_cli)(\.|$)')


def listed():
    names = collections.defaultdict(set)
    for path in glob.glob(os.environ['CLASSES'] + '/*.ts'):
        for module, text in re.findall(r"'?([\w.]+)'?:\s*'([\w. ]+)'", open(path).read()):
            names[module] |= set(text.split())
    return names


def verdict(kinds):
    if 'refused' in kinds:
        return None
    if len(kinds) == 1:
        return next(iter(kinds))
    return 'objects' if kinds <= FILLED else None


def fits(module, name, kind):
    if MODULES.search(module) or EVALUATING.search(module) or not re.fullmatch(r'[\w.]+', module) or not re.fullmatch(r'[\w.]+', name):
        return False
    return kind != 'functions' or not REACHING.match(name)


def handed_on(paths):
    """Of each package that was read by its source, the functions that it gives as values."""
    handed = {}
    for path in paths:
        for package, said in json.load(open(path)).items():
            handed.setdefault(package, set()).update((module, name) for module, names in said.get('functions', {}).items() for name in names)
    return handed


def main():
    out, *found = sys.argv[1:]
    known = listed()
    sources = os.environ.get('SOURCES', '').split()
    handed = handed_on(sources)
    excepted = set(open(os.environ['EXCEPT']).read().split()) if 'EXCEPT' in os.environ else set()
    kinds = collections.defaultdict(set)
    for path in found + sources:
        for package, said in json.load(open(path)).items():
            for kind, modules in said.items():
                for module, names in modules.items():
                    for name in names:
                        if kind != 'functions' or package not in handed or (module, name) in handed[package]:
                            kinds[module, name].add(kind)
    lines = collections.defaultdict(lambda: collections.defaultdict(list))
    for (module, name), said in kinds.items():
        kind = verdict(said)
        if kind is None or name in known[module] or f'{module}.{name}' in excepted or not fits(module, name, kind):
            continue
        lines[module][kind].append(name)
    with open(out, 'w') as file:
        for module in sorted(lines):
            file.write(' '.join([module] + [f'{kind}={",".join(sorted(lines[module][kind]))}' for kind in sorted(lines[module])]) + '\n')
    print(len(lines), sum(len(names) for of in lines.values() for names in of.values()), os.path.getsize(out))


if __name__ == '__main__':
    main()
