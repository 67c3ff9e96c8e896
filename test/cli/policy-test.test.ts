import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Vetting } from '../../src/domain/vetting.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const use = ['--commercial', 'no', '--exposure', 'internal', '--quiet'];
const digest: Record<string, string> = {};

beforeAll(async () => {
  mkdirSync(join(home, 'reports'));
  for (const model of ['plover-1m', 'plover-1m-tainted']) {
    const report = join(home, 'reports', `${model}.json`);
    await wb(['vet', `examples/models/${model}`, ...use, '--format', `json=${report}`], { home });
    digest[model] = (JSON.parse(readFileSync(report, 'utf8')) as Vetting).dossier.digest.slice('sha256:'.length);
  }
});

let count = 0;
function casesFile(...cases: readonly string[]): string {
  const file = join(home, `cases-${count++}.yaml`);
  writeFileSync(file, `apiVersion: weighbridge/v1\nkind: PolicyTest\ncases:\n${cases.join('')}`);
  return file;
}
const oneCase = (name: string, dossier: string, expected: string, more = ''): string =>
  `  - name: ${name}\n    dossier: ${dossier}\n    expect: ${expected}\n${more}`;

describe('policy test', () => {
  it('passes when every saved dossier is judged as expected, kept or in a report', async () => {
    const cases = casesFile(
      oneCase('a clean model is admitted', digest['plover-1m']?.slice(0, 12) ?? '', 'admit'),
      oneCase('a tainted one is denied', './reports/plover-1m-tainted.json', 'deny', '    because: [malicious-code]\n'),
    );
    const { code, stdout } = await wb(['policy', 'test', 'default', cases], { home });
    expect(stdout).toContain('2 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('fails, with the line, where a verdict or a ground is another, or a dossier is lost or altered', async () => {
    const altered = readFileSync(join(home, 'reports', 'plover-1m.json'), 'utf8');
    writeFileSync(
      join(home, 'reports', 'altered.json'),
      altered.replaceAll('"says": "note"', '"says": "review"').replace('"commercial": false', '"commercial": true'),
    );
    const cases = casesFile(
      oneCase('another verdict', './reports/plover-1m-tainted.json', 'admit'),
      oneCase('another ground', './reports/plover-1m-tainted.json', 'deny', '    because: [licence-forbids]\n'),
      oneCase('lost', 'ffffffffffff', 'admit'),
      oneCase('altered', './reports/altered.json', 'admit'),
      oneCase('right', './reports/plover-1m.json', 'admit'),
    );
    const { code, stdout } = await wb(['policy', 'test', 'default', cases, '--format', 'json'], { home });
    expect(code).toBe(1);
    const {
      passed,
      failed,
      cases: results,
    } = JSON.parse(stdout) as {
      passed: number;
      failed: number;
      cases: { name: string; line: number; complaints: string[] }[];
    };
    expect({ passed, failed }).toEqual({ passed: 1, failed: 4 });
    const complaints = results.map((one) => one.complaints.join());
    expect(complaints[0]).toBe('it is deny, not admit');
    expect(complaints[1]).toBe('licence-forbids is none of its grounds');
    expect(complaints[2]).toContain('[dossier-not-found]');
    expect(complaints[3]).toContain('does not hash to its own digest [dossier-invalid]');
    expect(results[0]?.line).toBe(4);
  });

  it('judges as on the day of a case, since waivers end', async () => {
    const [identity = ''] = /"identity": "([0-9a-f]{32})"(?=[^}]*"says": "malicious")/
      .exec(readFileSync(join(home, 'reports', 'plover-1m-tainted.json'), 'utf8'))
      ?.slice(1) ?? [''];
    const { dossier } = JSON.parse(readFileSync(join(home, 'reports', 'plover-1m-tainted.json'), 'utf8')) as {
      readonly dossier: {
        readonly artifact: { readonly files: readonly { path: string; digest: { sha256: string } }[] };
      };
    };
    const bytes = dossier.artifact.files.find(({ path }) => path === 'pytorch_model.bin')?.digest.sha256;
    const policy = join(home, 'waiving.yaml');
    writeFileSync(
      policy,
      `apiVersion: weighbridge/v1
kind: AdmissionPolicy
metadata: {name: mine, version: 1, description: For the test.}
spec:
  extends: default
  waivers:
    - {target: ${identity}, bytes: "${bytes}", owner: Ada, reason: 'Read it.', until: 2026-12-31}
`,
    );
    const report = './reports/plover-1m-tainted.json';
    const ground = '    because: [malicious-code]\n';
    const cases = casesFile(
      oneCase('while it holds', report, 'deny', `${ground}    on: 2026-12-31\n`),
      oneCase('when it has ended', report, 'deny', `${ground}    on: 2027-01-01\n`),
    );
    const { stdout } = await wb(['policy', 'test', policy, cases], { home });
    expect(stdout).toMatch(/failed {2}while it holds/);
    expect(stdout).toMatch(/passed {2}when it has ended/);
  });

  it('names every mistake of a file of cases with its line and column', async () => {
    const cases = casesFile(oneCase('x', 'abc', 'maybe', '    becuase: []\n'));
    const { code, stderr } = await wb(['policy', 'test', 'default', cases], { home });
    expect(code).toBe(2);
    expect(stderr).toContain(':6:13: cases[0].expect must be admit');
    expect(stderr).toMatch(/:7:5: unknown field becuase; did you\s+mean because\?/);
    expect((await wb(['policy', 'test', 'kind', cases], { home })).code).not.toBe(0);
  });
});

describe('policy what-if', () => {
  it('tells which kept verdicts another policy would change, and by which ground', async () => {
    const policy = join(home, 'no-safetensors.yaml');
    writeFileSync(
      policy,
      `apiVersion: weighbridge/v1
kind: AdmissionPolicy
metadata: {name: mine, version: 1, description: For the test.}
spec:
  extends: default
  rules:
    - id: no-safetensors
      when: files.exists(f, f.kind == "safetensors")
      outcome: review
      why: Odd.
      remedy: None.
`,
    );
    const { code, stdout } = await wb(['policy', 'what-if', policy, '--format', 'json', '--quiet'], { home });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      looked: 2,
      flips: [
        { reference: 'examples/models/plover-1m', before: 'admit', after: 'review', reasons: ['no-safetensors'] },
      ],
    });
    const same = await wb(['policy', 'what-if', 'default', '--quiet'], { home });
    expect(same.stdout).toBe('2 dossiers looked at, none would flip.\n');
  });
});
