import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import spdx from 'spdx-license-list/full.js';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const APACHE = spdx['Apache-2.0']?.licenseText ?? '';
const NC = spdx['CC-BY-NC-4.0']?.licenseText ?? '';
const SERVICE = ['--commercial', 'yes', '--exposure', 'hosted', '--regions', 'US', '--monthly-users', '1000'];

const home = scratchFolder();

/** A model with a configuration, a card and whatever else. */
function model(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(home, 'models', name);
  mkdirSync(folder, { recursive: true });
  const all = { 'config.json': '{"model_type": "bert"}', ...files };
  for (const [path, text] of Object.entries(all)) writeFileSync(join(folder, path), text);
  return folder;
}

const card = (matter: string) => `---\n${matter}\n---\n# A model\n`;
const declared = (id: string, license: string) =>
  JSON.stringify({
    id,
    model_card_front_matter: `license: ${license}`,
    intended_use: { commercial: true, region: 'US', purpose: 'chat' },
  });

describe('weighbridge licence --declaration', () => {
  it('answers lines of JSON with lines of JSON, in order, and a bad line with what is wrong', async () => {
    const file = join(home, 'cases.jsonl');
    writeFileSync(
      file,
      [declared('a', 'mit'), 'no JSON', declared('c', 'cc-by-nc-4.0'), '{"id": 4, "datasets": 7}'].join('\n'),
    );
    const { code, stdout } = await wb(['licence', '--declaration', file, '--format', 'json'], { home });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['a', 'allow'],
      [null, undefined],
      ['c', 'deny'],
      [4, undefined],
    ]);
    expect(answers[1]).toMatchObject({ error: { code: 'declaration-invalid', line: 2 } });
    expect(answers[2]).toMatchObject({ explanation: expect.stringContaining('CC-BY-NC-4.0') as string });
    expect(code).toBe(2);
  });

  it('reads standard input, and its other spelling', async () => {
    const { code, stdout } = await wb(['license', '--declaration', '-', '--format', 'json'], {
      home,
      stdin: [declared('x', 'mit')],
    });
    expect(JSON.parse(stdout)).toMatchObject({ id: 'x', verdict: 'allow' });
    expect(code).toBe(0);
  });

  it('reads one document of YAML, and exits by the verdict', async () => {
    const file = join(home, 'case.yaml');
    writeFileSync(
      file,
      'model_card_front_matter: |\n  license: llama3.1\nintended_use:\n  commercial: true\n  mau: 900_000_000\n',
    );
    const { code, stdout } = await wb(['licence', '--declaration', file], { home });
    expect(stdout).toContain('Licence: deny');
    expect(stdout).toContain('Llama 3.1 Community License');
    expect(stdout).toContain('700 million');
    expect(code).toBe(1);
  });

  it.each<[string, string]>([
    ['no YAML', 'a: [1'],
    ['a key that stands twice', 'datasets: []\ndatasets: []'],
    ['an alias', 'a: &x [1]\nb: *x'],
    ['nothing', ''],
    ['a list', '[1, 2]'],
  ])('says where a document is wrong: %s', async (_, text) => {
    const file = join(home, 'case.yaml');
    writeFileSync(file, text);
    const { code, stderr, stdout } = await wb(['licence', '--declaration', file, '--format', 'json'], { home });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('declaration-invalid');
  });
});

describe('weighbridge licence', () => {
  it('reads a model’s own files, and marks the words that decide', async () => {
    const folder = model('nc', { 'README.md': card('license: cc-by-nc-4.0'), LICENSE: NC });
    const { code, stdout } = await wb(['licence', folder, ...SERVICE, '--format', 'json', '-q'], { home });
    const reading = JSON.parse(stdout) as {
      verdict: string;
      states: { state: string; match: string | null }[];
      reasons: { verdict: string; span: { source: string; line: number } }[];
    };
    expect(reading.verdict).toBe('deny');
    expect(reading.states).toMatchObject([
      { state: 'declared', match: null },
      { state: 'detected', match: 'exact' },
    ]);
    expect(reading.reasons[0]).toMatchObject({
      verdict: 'deny',
      span: { source: 'LICENSE', line: expect.any(Number) as number },
    });
    expect(code).toBe(1);
  });

  it('shows what was changed in a known text', async () => {
    const folder = model('changed', { LICENSE: APACHE.replace('You may reproduce', 'You may not reproduce') });
    const { code, stdout } = await wb(['licence', folder, ...SERVICE, '-q'], { home });
    expect(stdout).toContain('modified');
    expect(stdout).toContain('added “not”');
    expect(code).toBe(3);
  });

  it('says what may be put on a derivative, and at what cost', async () => {
    const folder = model('llama', { 'README.md': card('license: llama3.1') });
    const { code, stdout } = await wb(['licence', 'outbound', folder, '--format', 'json', '-q'], { home });
    const { binding, choices } = JSON.parse(stdout) as {
      binding: string[];
      choices: { record: string; verdict: string; costs: string[] }[];
    };
    const of = (id: string) => choices.find(({ record }) => record === id);
    expect(binding).toEqual(['Llama 3.1 Community License']);
    expect(of('apache-2.0')?.verdict).toBe('deny');
    expect(of('llama3.1')).toMatchObject({
      verdict: 'conditions',
      costs: expect.arrayContaining(['begin the name with “Llama”', 'show “Built with Llama”']) as string[],
    });
    expect(code).toBe(0);
  });

  it.each([[[]], [['a', 'b']], [['outbound', 'a', 'b']], [['x', '--declaration', 'y']], [['x', '--format', 'html']]])(
    'refuses a wrong call: %j',
    async (args) => {
      expect((await wb(['licence', ...args], { home })).code).toBe(2);
    },
  );
});

describe('vet reads licences', () => {
  it('denies what a licence forbids, in every report, until counsel answers for it', async () => {
    const folder = model('nc', { 'README.md': card('license: cc-by-nc-4.0'), LICENSE: NC });
    const formats = ['html', 'markdown', 'jsonl'].flatMap((format) => ['--format', `${format}=${join(home, format)}`]);
    const { code, stdout } = await wb(['vet', folder, ...SERVICE, '-q', ...formats, '--format', 'json'], { home });
    expect(code).toBe(1);
    const { verdict } = JSON.parse(stdout) as { verdict: { reasons: { id: string; findings: string[] }[] } };
    const ground = verdict.reasons.find(({ id }) => id === 'licence-forbids');
    expect(ground).toBeDefined();
    const [html, markdown, jsonl] = ['html', 'markdown', 'jsonl'].map((format) =>
      readFileSync(join(home, format), 'utf8'),
    );
    expect(html).toContain('id="licence"');
    expect(html).toMatch(/LICENSE line \d+(?:<[^>]*>)*: <mark>/);
    expect(markdown).toContain('## Licence');
    expect(jsonl).toContain('"licence":{"verdict":"deny"');

    const findings = [
      ...(jsonl ?? '').matchAll(
        /"rule":"licence\/(?:forbids|open)"[^\n]*?"identity":"([0-9a-f]{32})"|"identity":"([0-9a-f]{32})"[^\n]*?"rule":"licence\/(?:forbids|open)"/g,
      ),
    ].map(([, a, b]) => a ?? b);
    expect(findings.length).toBeGreaterThan(0);
    const waivers = findings.map(
      (target) => `    - {target: ${target}, owner: Counsel, reason: A licence was bought., until: 2999-12-31}`,
    );
    const policy = join(home, 'policy.yaml');
    writeFileSync(
      policy,
      `apiVersion: weighbridge/v1\nkind: AdmissionPolicy\nmetadata: {name: ours, version: 1, description: Ours.}\nspec:\n  extends: default\n  waivers:\n${waivers.join('\n')}\n`,
    );
    const waived = await wb(['vet', folder, ...SERVICE, '-q', '--policy', policy, '--format', 'json'], { home });
    const after = JSON.parse(waived.stdout) as { verdict: { reasons: { id: string }[] } };
    expect(after.verdict.reasons.map(({ id }) => id)).not.toContain('licence-forbids');
  });

  it('reads quotations that are cut within a character, and halves of characters', async () => {
    const folder = model('halves', {
      'README.md': card('license: mit'),
      LICENSE: `${'x'.repeat(199)}\u{1F600}\nFor non-commercial use only.`,
      'config.json': '{"license": "\\ud800", "model_type": "\\udc00"}',
    });
    const { code, stdout } = await wb(['vet', folder, ...SERVICE, '-q'], { home });
    expect({ code, denied: stdout.includes('deny') }).toEqual({ code: 1, denied: true });
  });

  it('admits with duties, each with an owner, a day and a probe', async () => {
    const folder = model('llama', { 'README.md': card('license: llama3.1') });
    const { code, stdout } = await wb(['vet', folder, ...SERVICE, '-q', '--format', 'json'], { home });
    const { verdict } = JSON.parse(stdout) as {
      verdict: { outcome: string; duties: { id: string; owner: string; due: string; probe: string | null }[] };
    };
    expect({ code, outcome: verdict.outcome }).toEqual({ code: 0, outcome: 'admit' });
    expect(verdict.duties.find(({ id }) => id === 'display-text')).toMatchObject({
      owner: 'product owner',
      due: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      probe: expect.any(String) as string,
    });
  });

  it('asks a person about a base nobody knows, and remembers one that was vetted here', async () => {
    const base = model('own-base', { 'README.md': card('license: apache-2.0'), LICENSE: APACHE });
    const tuned = model('own-tuned', {
      'README.md': card('license: apache-2.0\nbase_model: own-base'),
      LICENSE: APACHE,
    });
    expect((await wb(['vet', tuned, ...SERVICE, '-q'], { home })).code).toBe(3);
    expect((await wb(['vet', base, ...SERVICE, '-q'], { home })).code).toBe(0);
    expect((await wb(['vet', tuned, ...SERVICE, '-q'], { home })).code).toBe(0);
  });

  it('leaves a base unknown where a dossier is damaged', async () => {
    const elsewhere = scratchFolder();
    const tuned = model('tuned-again', {
      'README.md': card('license: apache-2.0\nbase_model: own-base'),
      LICENSE: APACHE,
    });
    const damaged = join(elsewhere, 'dossiers', 'a'.repeat(64));
    mkdirSync(damaged, { recursive: true });
    writeFileSync(join(damaged, 'x.json'), '{}');
    expect((await wb(['vet', tuned, ...SERVICE, '-q', '--no-keep'], { home: elsewhere })).code).toBe(3);
  });

  it('lets conditions of a policy ask about the licence', async () => {
    const folder = model('llama', { 'README.md': card('license: llama3.1') });
    const policy = join(home, 'policy.yaml');
    const rule = `{id: no-llama, when: '"llama3.1" in licence.records && licence.verdict == "conditions"', outcome: deny, why: A reason., remedy: A way out.}`;
    writeFileSync(
      policy,
      `apiVersion: weighbridge/v1\nkind: AdmissionPolicy\nmetadata: {name: ours, version: 1, description: Ours.}\nspec:\n  extends: default\n  rules:\n    - ${rule}\n`,
    );
    expect((await wb(['vet', folder, ...SERVICE, '-q', '--policy', policy], { home })).code).toBe(1);
  });
});
