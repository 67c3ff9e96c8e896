import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { WeighbridgeError } from '../../src/kernel/errors.ts';
import { parseEvaluators } from '../../src/policy/evaluators.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const model = join(home, 'plover');

beforeAll(() => cpSync('examples/models/plover-1m', model, { recursive: true }));

const says = (more: object = {}) => ({ kind: 'safety-report', issuer: 'A Lab', scope: 'toxicity', ...more });

/** A program in the shell's words. */
function program(name: string, code: string): string {
  const path = join(home, name);
  writeFileSync(path, `#!/bin/sh\n${code}\n`, { mode: 0o755 });
  return path;
}

async function vet(evaluators: Readonly<Record<string, object>>, place = home) {
  const file = join(place, 'evaluators.json');
  // JSON is YAML.
  writeFileSync(file, JSON.stringify({ evaluators }, null, 1));
  const options = ['--format', 'json', '--quiet', '--no-keep', '--evaluators', file];
  const { code, stdout, stderr } = await wb(['vet', model, ...options], { home });
  if (stdout === '') return { code, stderr, findings: [] };
  const { checks } = JSON.parse(stdout).dossier as {
    checks: { outcome: { findings?: { rule: string; message: string }[] } }[];
  };
  return { code, stderr, findings: checks.flatMap(({ outcome }) => outcome.findings ?? []) };
}

describe.skipIf(process.platform === 'win32')('an evaluator', () => {
  it('sees the model, its manifest and what it is handed on, and what it says is evidence, for and against', async () => {
    vi.stubEnv('WEIGHBRIDGE_TEST_SUITE', 'v3');
    vi.stubEnv('WEIGHBRIDGE_TEST_SECRET', 'hush');
    const seen = [
      '"$1" = --suite',
      '-f "$2/model.safetensors"',
      '"$WEIGHBRIDGE_TEST_SUITE" = v3',
      '-z "$WEIGHBRIDGE_TEST_SECRET"',
      '-n "$WEIGHBRIDGE_MANIFEST"',
      '-z "$(ls -A)"',
    ];
    const whole = says({ result: 'passed' });
    const passes = program(
      'passes',
      `${seen.map((one) => `[ ${one} ] || exit 9`).join('\n')}\necho '${JSON.stringify(whole)}'`,
    );
    const fails = program('fails', `echo '${JSON.stringify(says({ result: 'failed', summary: 'Rude in 3 of 9.' }))}'`);
    const report = join(import.meta.dirname, 'reports', 'picklescan-clean.txt');
    const { code, stderr, findings } = await vet({
      passes: { command: [passes, '--suite'], environment: ['WEIGHBRIDGE_TEST_SUITE'] },
      fails: { command: [fails] },
      scan: { tool: 'picklescan', command: [program('scan', `cat '${report}'; exit 1`)] },
    });
    expect([code, stderr]).toEqual([3, '']);
    const told = findings.filter(({ rule }) => /^(external-evidence|other-tools)\//.test(rule));
    expect(told.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'external-evidence/counts: passes (safety-report, by A Lab: toxicity): Evidence that was handed over is about this model.',
      'external-evidence/speaks-against: fails (safety-report, by A Lab: toxicity): Evidence about this model says that it failed. Rude in 3 of 9.',
      expect.stringMatching(/^other-tools\//),
    ]);
    vi.unstubAllEnvs();
  });

  const waiver = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'x', digest: { sha256: '00'.repeat(32) } }],
    predicateType: 'urn:weighbridge:predicate:waiver:v1',
    predicate: {
      target: 'check:pickle-imports',
      owner: 'me',
      reason: 'So.',
      until: '2099-01-01',
      issuedAt: '2026-01-01',
    },
  };
  it.each([
    ['prints no document', "echo 'all is well'", 'evidence-invalid'],
    ['prints one and fails', `echo '${JSON.stringify(says({ result: 'passed' }))}'; exit 1`, 'tool-failed'],
    ['says neither passed nor failed', `echo '${JSON.stringify(says())}'`, 'evidence-invalid'],
    ['waives', `echo '${JSON.stringify(waiver)}'`, 'evidence-invalid'],
  ])('that %s makes no dossier', async (name, code, error) => {
    const told = await vet({ lab: { command: [program(name.replaceAll(' ', '-'), code)] } });
    expect(told).toMatchObject({ code: expect.any(Number), findings: [] });
    expect(told.stderr).toContain(`[${error}]`);
  });

  it('is named by whoever vets, never by the model', async () => {
    expect((await vet({ lab: { command: ['true'] } }, model)).stderr).toContain('[call-invalid]');
  });
});

describe('a file of evaluators', () => {
  it.each([
    ['evaluators:\n  Harm: {command: [x]}', 'evaluators.Harm is no name'],
    ['evaluators:\n  harm: {comand: [x], command: [x]}', 'unknown field comand; did you mean command?'],
    [
      'evaluators:\n  harm: {tool: modelscan, command: [x, --all]}',
      '2:36: evaluators.harm.command names the program alone',
    ],
    ['evaluators:\n  harm: {command: [x], environment: [A=B]}', 'must be the name of a variable'],
    ['evaluators: {}', 'is empty'],
    ['evaluators:\n  harm: {command: []}', 'is empty'],
  ])('%j is refused at its place', (text, part) => {
    expect(() => parseEvaluators(text, 'e.yaml')).toThrow(part);
  });

  it('answers any text with evaluators or with what is wrong', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        try {
          return parseEvaluators(text, 'e.yaml').length > 0;
        } catch (error) {
          return error instanceof WeighbridgeError && error.code === 'evaluators-invalid';
        }
      }),
    );
  });
});
