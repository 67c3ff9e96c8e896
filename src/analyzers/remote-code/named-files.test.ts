import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../formats/python/effects.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import type { Json } from '../../kernel/json.ts';
import { remoteCode } from './analyzer.ts';

const PYTHON = 'import torch\nclass H:\n    def go(self, x):\n        return x\n';

function rulesOf(path: string, members: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const readings = Object.entries(members).map(([name, text]) => {
    const facts = name.endsWith('.py')
      ? { format: 'python', ...effectsOf(text), text }
      : name.endsWith('.json')
        ? { format: 'json', value: JSON.parse(text) as Json, text, duplicateKeys: [] }
        : { format: 'text', encoding: 'utf-8', text };
    return { kind: 'read', format: facts.format, member: [name], facts, defects: [] } as unknown as Reading;
  });
  const file = { path, size: 1, kind: 'zip' };
  const found = [...remoteCode.inspect({ file, readings, unreadable: [] } as unknown as Item)];
  return Object.fromEntries(found.map(({ rule, location }) => [location?.member?.at(-1) ?? '', rule]));
}

const mar = (model: Json) => ({ 'MAR-INF/MANIFEST.json': JSON.stringify({ model }), 'h.py': PYTHON, 'net.py': PYTHON });
const mlmodel = (flavour: string) => ({ MLmodel: `flavors:\n  python_function:\n${flavour}` });

describe('a Python file that a manifest names', () => {
  it.each<[string, string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a handler', 'a.mar', mar({ handler: 'h.py', modelFile: 'net.py' }), ['h.py', 'net.py']],
    ['a function of a handler', 'a.mar', mar({ handler: 'h.py:run' }), ['h.py']],
    ['a handler without its ending', 'a.mar', mar({ handler: 'h' }), ['h.py']],
    ['a handler of the server', 'a.mar', mar({ handler: 'image_classifier' }), []],
    [
      'a loader',
      'm.zip',
      { ...mlmodel('    loader_module: evil_loader\n'), 'code/evil_loader.py': PYTHON, 'code/else.py': PYTHON },
      ['code/evil_loader.py'],
    ],
    [
      'a loader in a package',
      'm.zip',
      { ...mlmodel('    loader_module: a.b\n'), 'code/a/b.py': PYTHON },
      ['code/a/b.py'],
    ],
    ['code of a model', 'm.zip', { ...mlmodel('    model_code_path: /x/y/m.py\n'), 'm.py': PYTHON }, ['m.py']],
    ['a loader of MLflow', 'm.zip', { ...mlmodel('    loader_module: mlflow.sklearn\n'), 'm.py': PYTHON }, []],
    ['a manifest of another kind', 'a.mar', { 'MAR-INF/MANIFEST.json': '[1]', 'h.py': PYTHON }, []],
  ])('is loaded code: %s', (_, path, members, named) => {
    const loaded = Object.entries(rulesOf(path, members)).filter(([, rule]) => rule === 'remote-code/loaded-code');
    expect(loaded.map(([name]) => name)).toEqual(named);
  });
});
