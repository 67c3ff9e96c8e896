import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { judge } from './make/pickle-judge.ts';

const rows = z.array(
  z.object({
    class: z.string(),
    number: z.number(),
    path: z.string(),
    text: z.string().optional(),
    base64: z.string().optional(),
  }),
);

function rowsOf(name: string): z.output<typeof rows> {
  return rows.parse(JSON.parse(readFileSync(new URL(`hostile/${name}.json`, import.meta.url), 'utf8')));
}

/** Files of each set that pass, and why. Both were written before the scanner was asked. */
const AROUND: Readonly<Record<string, string>> = {
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

const MODELS: Readonly<Record<string, string>> = {
  'graphs/182 PrintV2/saved_model.pb': 'prints to the screen: it names no file',
  'graphs/193 WriteImageSummary/saved_model.pb': 'writes with a writer that something else has to make',
  'graphs/196 InitializeTableFromTextFileV2/saved_model.pb': 'how tables of genuine models are filled',
  'graphs/197 TPUCompile/saved_model.pb': 'compiles what the graph holds',
  'graphs/198 XlaLaunch/saved_model.pb': 'compiles what the graph holds',
  'graphs/200 MergeV2Checkpoints/saved_model.pb': 'stands in every saved model, to save it again',
  'tricks/107 persid.pkl': 'a name that plain unpicklers refuse, and others look up among tensors',
};

async function passing(name: string): Promise<readonly string[]> {
  const passed: string[] = [];
  for (const { class: of, number, path, text, base64 } of rowsOf(name)) {
    const bytes = base64 === undefined ? Buffer.from(text ?? '', 'utf8') : Buffer.from(base64, 'base64');
    if ((await judge(path, bytes)).verdict === 'clean') passed.push(`${of}/${number} ${path}`);
  }
  return passed.sort();
}

describe('hostile files that were written before the scanner was asked', () => {
  it('pass as they are named here, and no others, around weights', { timeout: 30_000 }, async () => {
    expect(await passing('around')).toEqual(Object.keys(AROUND).sort());
  });

  it('pass as they are named here, and no others, as models', { timeout: 30_000 }, async () => {
    expect(await passing('models')).toEqual(Object.keys(MODELS).sort());
  });

  it('are two hundred and more in each set', () => {
    expect(rowsOf('around').length).toBeGreaterThan(200);
    expect(rowsOf('models').length).toBeGreaterThan(200);
  });
});
