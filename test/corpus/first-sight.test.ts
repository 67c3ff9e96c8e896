import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { judge } from './make/pickle-judge.ts';

const rows = z
  .array(
    z.object({
      class: z.string(),
      number: z.number(),
      path: z.string(),
      text: z.string().optional(),
      base64: z.string().optional(),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('hostile/around.json', import.meta.url), 'utf8')));

/** Files of the set that pass, and why. The set was written before the scanner was asked. */
const PASSES: Readonly<Record<string, string>> = {
  'settings/21 conf/config.yaml': 'a plugin of Hydra has to be installed; packages of configuration are usual',
  'settings/37 requirements.txt': 'a note: wheels from an address are usual',
  'settings/38 requirements.txt': 'a note: more requirements from an address',
  'settings/64 sweep.yaml': 'runs when a person starts it',
  'settings/68 tokenizer_config.json': 'a miss: files that a tokenizer is told to take from outside the folder',
  'settings/69 config.json': 'a miss: an index that is fetched, and unpickled by old releases',
  'settings/70 config.json': 'weights from an address are usual among networks of timm',
  'settings/71 config.json': 'a path on the machine of whoever wrote it is usual',
  'settings/78 .envrc': 'a note: direnv asks a person first',
  'scripts/119 Vagrantfile': 'a note: runs when a person starts it',
  'scripts/123 start.bat': 'a note: the encoded command is empty',
  'scripts/139 a.ipynb': 'a note: Jupyter runs no script of a notebook that it does not trust',
  'scripts/140 a.ipynb': 'a note: likewise',
  'templates/183 chat_template.json': 'Jinja gives up a macro that calls itself without end at once',
  'templates/204 chat_template.json': 'a miss: users are given the role of the system',
  'templates/207 chat_template.json': 'models without a system prompt drop it likewise',
  'templates/210 chat_template.json': 'a miss: an order under a condition on the number of tools',
  'templates/218 mlc-chat-config.json': 'a miss: an order in the settings of a server',
};

describe('hostile files around weights, written before the scanner was asked', () => {
  it('pass as they are named here, and no others', { timeout: 30_000 }, async () => {
    const passed: string[] = [];
    for (const { class: of, number, path, text, base64 } of rows) {
      const bytes = base64 === undefined ? Buffer.from(text ?? '', 'utf8') : Buffer.from(base64, 'base64');
      if ((await judge(path, bytes)).verdict === 'clean') passed.push(`${of}/${number} ${path}`);
    }
    expect(passed.sort()).toEqual(Object.keys(PASSES).sort());
  });

  it('are two hundred and more', () => {
    expect(rows.length).toBeGreaterThan(200);
  });
});
