import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScannedFile } from '../../src/domain/scan.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type Printed, wb } from '../support/world.ts';

const home = scratchFolder();
/** Right-to-left override, bell, escape. */
const MISLEADING = new RegExp(`[${String.fromCharCode(0x202e, 0x07, 0x1b)}]`);
const PLOVER = resolve('examples/models/plover-1m');

function folder(name: string): string {
  const path = join(home, 'models', name);
  mkdirSync(path, { recursive: true });
  return path;
}

async function scan(...paths: string[]): Promise<{ code: number; files: readonly ScannedFile[]; printed: Printed }> {
  const printed = await wb(['scan', ...paths, '--format', 'jsonl', '--quiet'], { home });
  const lines = printed.stdout.split('\n').filter((line) => line !== '');
  return { code: printed.code, files: lines.map((line) => JSON.parse(line) as ScannedFile), printed };
}

describe('what cannot be looked at has its own error, exit code 4 and an empty standard output', () => {
  it.each([
    ['a missing path', () => join(home, 'nowhere'), 'path-missing'],
    ['an empty folder', () => folder('empty'), 'folder-empty'],
    [
      'a folder without a model',
      () => {
        const path = folder('texts');
        writeFileSync(join(path, 'README.md'), '# Hello');
        writeFileSync(join(path, 'LICENSE'), 'MIT');
        return path;
      },
      'folder-without-model',
    ],
    [
      'a broken link',
      () => {
        const path = join(folder('broken-link'), 'link');
        symlinkSync('nowhere', path);
        return path;
      },
      'path-missing',
    ],
  ])('%s', async (_, make, code) => {
    const printed = await wb(['vet', make(), '--quiet'], { home });
    expect(printed).toMatchObject({ code: 4, stdout: '' });
    expect(printed.stderr).toContain(`[${code}]`);
  });

  // Root reads everything, so that the command must run as somebody else.
  it.skipIf(process.getuid?.() !== 0 || !runsAsNobody())('a folder and a file that may not be read', () => {
    const closed = folder('closed');
    cpSync(PLOVER, closed, { recursive: true });
    chmodSync(join(closed, 'model.safetensors'), 0);
    for (const path of [home, join(home, 'models'), closed]) chmodSync(path, 0o755);
    const asNobody = (args: readonly string[]) =>
      spawnSync(process.execPath, [resolve('dist/bin.js'), ...args], {
        uid: 65534,
        gid: 65534,
        encoding: 'utf8',
        env: { ...process.env, HOME: '/nonexistent' },
      });
    const file = asNobody(['scan', closed, '--format', 'jsonl', '--quiet']);
    const line = file.stdout.split('\n').find((text) => text.includes('model.safetensors'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ verdict: 'unscannable' });
    expect(file.status).toBe(3);
    chmodSync(closed, 0);
    const whole = asNobody(['scan', closed, '--quiet']);
    chmodSync(closed, 0o755);
    expect(whole).toMatchObject({ status: 4, stdout: '' });
    expect(whole.stderr).toContain('[path-forbidden]');
  });
});

function runsAsNobody(): boolean {
  return spawnSync(process.execPath, [resolve('dist/bin.js'), '--version'], { uid: 65534, gid: 65534 }).status === 0;
}

describe('a wrong call says what is wrong, with exit code 2', () => {
  it.each([
    ['an unknown command', ['weigh', 'x'], 'weigh'],
    ['an unknown option', ['vet', PLOVER, '--fast'], '--fast'],
    ['no reference', ['vet'], 'reference'],
    ['an unknown format', ['vet', PLOVER, '--format', 'pdf'], 'the formats are'],
    ['two formats for standard output', ['vet', PLOVER, '--format', 'json,sarif'], 'only one --format'],
    ['neither yes nor no', ['vet', PLOVER, '--commercial', 'perhaps'], 'yes or no'],
    ['no number', ['vet', PLOVER, '--monthly-users', 'many'], 'whole number'],
    ['a policy that is not there', ['vet', PLOVER, '--policy', './gone.yaml'], 'gone.yaml'],
    ['an unknown scheme', ['vet', 'ftp://host/model'], 'Give one of'],
  ])('%s', async (name, args, told) => {
    const { code, stdout, stderr } = await wb(args, { home });
    expect(stderr).toContain(told);
    expect(stdout).toBe('');
    expect(code).toBe(name.includes('not there') ? 4 : 2);
  });
});

describe('every kind of file, empty and cut short, is told and never clean', () => {
  const pickle = Buffer.from('80049519000000000000008c05706f736978948c0673797374656d9493948c02696494859452942e', 'hex');
  const gguf = Buffer.concat([
    Buffer.from('GGUF'),
    Buffer.from([3, 0, 0, 0]),
    Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
  ]);
  const kinds: readonly (readonly [string, () => Buffer])[] = [
    ['model.safetensors', () => readFileSync(join(PLOVER, 'model.safetensors'))],
    ['pytorch_model.bin', () => readFileSync('examples/models/plover-1m-tainted/pytorch_model.bin')],
    ['model.pkl', () => pickle],
    ['model.gguf', () => gguf],
    ['config.json', () => readFileSync(join(PLOVER, 'config.json'))],
    ['tokenizer.model', () => Buffer.from([0x0a, 0x90, 0x01, 0x0a, 0x05])],
  ];

  it.each(kinds)('%s', async (name, bytes) => {
    const path = folder(`cut-${name}`);
    const whole = bytes();
    // One byte of a sentencepiece model is a line feed, which is a text, and a tokenizer may be one.
    const cuts = [0, name === 'tokenizer.model' ? 2 : 1, 7, Math.floor(whole.length / 2), whole.length - 2].filter(
      (cut) => cut >= 0 && cut < whole.length,
    );
    for (const cut of cuts) {
      mkdirSync(join(path, String(cut)), { recursive: true });
      writeFileSync(join(path, String(cut), name), whole.subarray(0, cut));
    }
    const { files, code } = await scan(path);
    expect(files).toHaveLength(new Set(cuts).size);
    expect(code).not.toBe(0);
    for (const file of files) expect(file, file.path).not.toMatchObject({ verdict: 'clean' });
  });
});

describe('what a folder may hold besides files', () => {
  it('is listed as unscannable, and keeps nothing from being read', async () => {
    const path = folder('strange');
    cpSync(PLOVER, path, { recursive: true });
    symlinkSync('/etc/hostname', join(path, 'outside'));
    symlinkSync('self', join(path, 'self'));
    execFileSync('mkfifo', [join(path, 'pipe')]);
    const { files } = await scan(path);
    const by = Object.fromEntries(files.map((file) => [file.path.slice(path.length + 1), file.verdict]));
    expect(by).toMatchObject({ 'model.safetensors': 'clean', pipe: expect.stringMatching(/unscannable|suspicious/) });
    expect(by.outside).toMatch(/unscannable|suspicious/);
    expect(by.self).toMatch(/unscannable|suspicious/);
  });

  it.each([
    ['notes.txt', 'evil.py'],
    ['evil.py', 'notes.txt'],
  ])('the link %s hides nothing of %s, which some run by its own name', async (name, stored) => {
    const path = folder(`behind-${name}`);
    const [link, file] = [`${path}/${name}`, `${path}/${stored}`];
    writeFileSync(file, 'import os\nos.system("./run")\n');
    symlinkSync(file, link);
    const { files, code } = await scan(link);
    expect(files.map((one) => [one.path, one.verdict])).toEqual([
      [link, name.endsWith('.py') ? 'suspicious' : 'clean'],
      [file, stored.endsWith('.py') ? 'suspicious' : 'clean'],
    ]);
    expect(code).not.toBe(0);
  });

  it('a name that is no UTF-8 is a file nobody could open, and no fault', async () => {
    const path = folder('latin');
    cpSync(PLOVER, path, { recursive: true });
    writeFileSync(Buffer.concat([Buffer.from(`${path}/x`), Buffer.from([0xff]), Buffer.from('.bin')]), 'x');
    const { files, code } = await scan(path);
    expect(code).toBe(3);
    expect(files.filter(({ verdict }) => verdict === 'unscannable')).toHaveLength(1);
  });

  it('names are escaped in every output', async () => {
    const path = folder('names');
    cpSync(PLOVER, path, { recursive: true });
    const names = ['evil\nname.bin', 'chart_\u202egnp.py', 'bell\u0007.bin', '\u001b[31mred.bin'];
    for (const name of names) writeFileSync(join(path, name), 'x');
    for (const format of ['json', 'jsonl', 'sarif', 'markdown', 'html']) {
      const { stdout } = await wb(['vet', path, '--format', format, '--quiet'], { home });
      expect(stdout.length).toBeGreaterThan(100);
      expect(stdout, format).not.toMatch(MISLEADING);
      expect(stdout, format).not.toContain('evil\nname.bin');
    }
    const terminal = await wb(['vet', path], { home });
    expect(terminal.stdout + terminal.stderr).not.toMatch(MISLEADING);
    expect(terminal.stdout).toContain('<U+202E>');
    expect(terminal.stdout).toContain('<U+000A>');
  });
});

describe('an output that cannot be written', () => {
  it('costs no other, nor the verdict', async () => {
    const good = join(home, 'good.html');
    const { code, stdout, stderr } = await wb(
      [
        'vet',
        PLOVER,
        '--commercial',
        'no',
        '--exposure',
        'internal',
        '--quiet',
        '--format',
        `json=${join(home, 'config.json', 'x')},html=${good}`,
      ],
      { home },
    );
    expect({ code, verdict: stdout.includes('admit') }).toEqual({ code: 0, verdict: true });
    expect(stderr).toBe('');
    writeFileSync(join(home, 'file'), '');
    const bad = await wb(
      [
        'vet',
        PLOVER,
        '--commercial',
        'no',
        '--exposure',
        'internal',
        '--quiet',
        '--format',
        `json=${join(home, 'file', 'x')},html=${good}`,
      ],
      { home },
    );
    expect({ code: bad.code, verdict: bad.stdout.includes('admit') }).toEqual({ code: 2, verdict: true });
    expect(bad.stderr).toContain('[write-failed]');
    expect(readFileSync(good, 'utf8')).toContain('<!doctype html>');
  });
});

describe('many paths in one call', () => {
  it('come in the order in which they were given, each as it was typed and once', async () => {
    const other = join(folder('other'), 'a.json');
    writeFileSync(other, '{}');
    const { files, code } = await scan(join(PLOVER, 'config.json'), `${PLOVER}/`, other, join(PLOVER, 'README.md'));
    const paths = files.map(({ path }) => path);
    expect(paths[0]).toBe(join(PLOVER, 'config.json'));
    expect(paths.at(-1)).toBe(other);
    expect(paths.slice(1, -1)).toEqual(paths.slice(1, -1).toSorted());
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain(join(PLOVER, 'README.md'));
    expect(code).toBe(0);
  });

  it('are reported, though one is not there, and what was found weighs more', async () => {
    const file = join(folder('evil'), 'evil.pkl');
    writeFileSync(file, "cos\nsystem\n(S'true'\ntR.");
    const { stdout, stderr, code } = await wb(['scan', file, join(home, 'gone'), '--format', 'json', '--quiet'], {
      home,
    });
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ verdict: 'malicious' }] });
    expect(stderr).toContain('[path-missing]');
    expect(code).toBe(1);
  });

  it('say in every report which of them was not looked at', async () => {
    const formats = ['json', 'sarif', 'markdown', 'junit'].map((format) => [format, join(home, `partly.${format}`)]);
    const wanted = formats.flatMap(([format, file]) => ['--format', `${format}=${file}`]);
    const { code } = await wb(['scan', join(PLOVER, 'config.json'), join(home, 'gone'), ...wanted, '--quiet'], {
      home,
    });
    expect(code).toBe(4);
    for (const [format, file = ''] of formats) expect(readFileSync(file, 'utf8'), format).toContain(join(home, 'gone'));
    const [report, sarif] = formats.slice(0, 2).map(([, file = '']) => JSON.parse(readFileSync(file, 'utf8')));
    expect(report.unopened).toMatchObject([{ path: join(home, 'gone'), code: 'path-missing' }]);
    expect(sarif.runs[0].invocations[0].executionSuccessful).toBe(false);
  });

  it('go on past one that is not there, and say so at the end', async () => {
    const { files, printed } = await scan(join(home, 'gone'), join(PLOVER, 'config.json'));
    expect(files).toHaveLength(1);
    expect(printed.code).toBe(4);
    expect(printed.stderr).toContain('[path-missing]');
  });
});
