import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
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
  const file = readFileSync(new URL(`hostile/${name}`, import.meta.url));
  return rows.parse(JSON.parse((name.endsWith('.gz') ? gunzipSync(file) : file).toString('utf8')));
}

/** Files of each set that pass, and why. All were written before the scanner was asked. */
const AROUND: Readonly<Record<string, string>> = {
  'settings/21 conf/config.yaml': 'a plugin of Hydra has to be installed; packages of configuration are usual',
  'settings/37 requirements.txt': 'a note: wheels from an address are usual',
  'settings/38 requirements.txt': 'a note: more requirements from an address',
  'settings/64 sweep.yaml': 'runs when a person starts it',
  'settings/69 config.json': 'a miss: an index that is fetched, and unpickled by old releases',
  'settings/70 config.json': 'weights from an address are usual among networks of timm',
  'settings/71 config.json': 'a path on the machine of whoever wrote it is usual',
  'settings/78 .envrc': 'a note: direnv asks a person first',
  'scripts/119 Vagrantfile': 'a note: runs when a person starts it',
  'scripts/123 start.bat': 'a note: the encoded command is empty',
  'scripts/139 a.ipynb': 'a note: Jupyter runs no script of a notebook that it does not trust',
  'scripts/140 a.ipynb': 'a note: likewise',
  'templates/183 chat_template.json': 'Jinja gives up a macro that calls itself without end at once',
  'templates/207 chat_template.json': 'models without a system prompt drop it likewise',
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

/** The third set: hostile and malformed files of every class, with tokenizers and containers that the others had not. */
const THIRD: Readonly<Record<string, string>> = {
  'chains/158 model.pkl': 'the row is wrong: the pattern is compiled, and matched with nothing',
  'chains/193 model.pkl': 'a name that plain unpicklers refuse',
  'chains/230 model.pkl': 'the row is wrong: Python unpickles lists in lists as deep as these',
  'containers/244 model.pt': 'a raw storage of PyTorch, which torch.load never unpickles',
  'gadgets/52 builtins.iter.pkl': 'the row is wrong: the letters of a text are gone through',
  'keras/406 weights.h5':
    'a miss: values of data sets are not read, and this one has the shape of none that PyTables unpickles',
  'malformed/805 model.tar': 'cut within the blocks of nothing behind its end, which tar may leave out',
  'malformed/806 model.tar': 'cut within the blocks of nothing behind its end, which tar may leave out',
  'malformed/906 config.json': 'the row is wrong: readers of JSON take UTF-16 (RFC 4627)',
  'malformed/890 m.gguf': 'the row is wrong: version 3 may be big-endian, and this one is whole',
  'onnx/489 model.onnx': 'the row is wrong: ONNX Runtime takes no library out of the metadata',
  'packages/541 MLproject': 'a note: runs when a person starts it',
  'packages/565 agent.json': 'the row is wrong: the tools of an agent are given, not read',
  'settings/641 config.json': 'the row is wrong: the method is looked up among those that are registered',
  'settings/649 adapter_config.json': 'a folder on the machine of whoever wrote it is usual',
  'settings/709 Cargo.toml': 'runs what build.rs says, which is told where it is',
  'settings/746 demo.ipynb': 'a note: Jupyter runs no script of a notebook that it does not trust',
  'settings/774 uwsgi.ini': 'runs when a person starts it',
  'settings/775 supervisord.conf': 'runs when a person starts it',
  'settings/776 crontab': 'a note: runs when a person installs it',
  'tensorflow/419 saved_model.pb': 'the row is wrong: it calls what the graph holds',
  'tensorflow/424 saved_model.pb': 'sends to what the session was given',
  'tensorflow/428 saved_model.pb': 'writes with a writer that something else has to make',
};

/** The fifth: states that classes restore in their own way, callables held for later, packages, rows of tables, headers. */
const FIFTH: Readonly<Record<string, string>> = {
  'malformed/161 deep.pkl': 'the row is wrong: Python unpickles tuples as deep as these',
  'settings/149 workflow.json': 'a workflow names nodes, and those that are installed decide what they do',
  'states/12 pmdarima.pkl': 'the row is wrong: the release that read a path of its machine is of 2018',
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
  it('pass as they are named here, and no others, around weights', { timeout: 120_000 }, async () => {
    expect(await passing('around.json')).toEqual(Object.keys(AROUND).sort());
  });

  it('pass as they are named here, and no others, as models', { timeout: 120_000 }, async () => {
    expect(await passing('models.json')).toEqual(Object.keys(MODELS).sort());
  });

  it('pass as they are named here, and no others, of every class', { timeout: 120_000 }, async () => {
    expect(await passing('third.json.gz')).toEqual(Object.keys(THIRD).sort());
  });

  it('pass not at all in the set that was written after the third was mended', { timeout: 120_000 }, async () => {
    expect(await passing('fourth.json.gz')).toEqual([]);
  });

  it('pass as they are named here, and no others, as states, packages, tables and headers', {
    timeout: 60_000,
  }, async () => {
    expect(await passing('fifth.json.gz')).toEqual(Object.keys(FIFTH).sort());
  });

  it('are two hundred and more in each set', () => {
    expect(rowsOf('around.json').length).toBeGreaterThan(200);
    expect(rowsOf('models.json').length).toBeGreaterThan(200);
  });
});
