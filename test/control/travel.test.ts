import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Running } from '../../src/contract/control/up.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { NO_DATABASE, type Signed, serverIn, signIn, somebody } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { appIn, type Printed, wb } from '../support/world.ts';

const home = scratchFolder();
let running: Running;
let admin: Signed;
let requester: Signed;
const digest: Record<string, string> = {};

/** The command line with the server and the requester's token in its environment. */
async function remote(args: readonly string[], at = home): Promise<Printed> {
  const env = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: requester.token };
  return wb(args, { home: at, env });
}

describe.skipIf(NO_DATABASE !== null)('dossiers between a laptop and a server', () => {
  beforeAll(async () => {
    running = await serverIn(join(home, 'server'));
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(running.address, running.first.email, running.first.password);
    requester = await somebody(running.address, admin.call, 'requester', ['requester']);
    for (const model of ['plover-1m', 'plover-1m-tainted']) {
      const report = join(home, `${model}.json`);
      await wb(['vet', `examples/models/${model}`, '--quiet', '--format', `json=${report}`], { home });
      digest[model] = (JSON.parse(readFileSync(report, 'utf8')) as Vetting).dossier.digest.slice(7, 19);
    }
  });
  afterAll(() => running?.stop());

  it('are pushed once, judged by the server, and pulled to another machine as they were', async () => {
    const id = digest['plover-1m-tainted'] ?? '';
    const pushed = await remote(['dossier', 'push', id, '--policy', 'strict', '--format', 'json']);
    expect(pushed).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(pushed.stdout)).toMatchObject({ known: false, outcome: 'deny', policy: 'strict' });
    expect(JSON.parse((await remote(['dossier', 'push', id, '--format', 'json'])).stdout)).toMatchObject({
      known: true,
      policy: 'strict',
    });
    const elsewhere = scratchFolder();
    expect(await remote(['dossier', 'pull', id], elsewhere)).toMatchObject({ code: 0 });
    const [here, there] = await Promise.all([home, elsewhere].map((at) => appIn(at).showDossier({ dossier: id })));
    expect(there?.dossier).toEqual(here?.dossier);
    expect((await wb(['dossier', 'show', id], { home: elsewhere })).stdout).toContain('malicious');
    expect((await remote(['dossier', 'pull', 'ffffffffff'], elsewhere)).stderr).toContain('[dossier-not-found]');
  });

  it('are refused when they do not hash to their digest, and their verdict counts for nothing', async () => {
    const document = JSON.parse(readFileSync(join(home, 'plover-1m.json'), 'utf8')) as Vetting;
    const push = (over: object) => requester.call('dossier.push', { document: { ...document, ...over } });
    const { dossier } = document;
    for (const wrong of [
      { dossier: { ...dossier, checks: dossier.checks.slice(1) } },
      { dossier: { ...dossier, evidence: dossier.evidence.map((one) => ({ ...one, body: {} })) } },
      { dossier: { ...dossier, use: { ...dossier.use, commercial: 'yes' } } },
      { verdict: { outcome: 'admit' } },
      { reference: 'x'.repeat(5000) },
    ])
      await expect(push(wrong)).rejects.toMatchObject({ code: 'dossier-invalid' });
    // A dossier whose checks were left out is one, and the server asks where they are.
    const hollow = { ...dossier, checks: [] };
    const { dossierDigest } = await import('../../src/domain/dossier.ts');
    const kind = await push({ dossier: { ...hollow, digest: dossierDigest(hollow) } });
    expect(kind.outcome).not.toBe('admit');
    const forged = { ...document.verdict, outcome: 'deny' as const };
    expect(await push({ verdict: forged })).toMatchObject({ outcome: document.verdict.outcome });
  });

  it('are no way in for who may not ask, nor for what is too large', async () => {
    const auditor = await somebody(running.address, admin.call, 'auditor', ['auditor']);
    const document = JSON.parse(readFileSync(join(home, 'plover-1m.json'), 'utf8')) as object;
    await expect(auditor.call('dossier.push', { document: { ...document } })).rejects.toMatchObject({
      code: 'not-permitted',
    });
    const body = JSON.stringify({ document: { filler: 'x'.repeat(33 * 1024 * 1024) } });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${requester.token}` };
    const large = await fetch(new URL('/v1/dossiers', running.address), { method: 'POST', body, headers });
    expect(large.status).toBe(413);
  });

  it('tell what another policy would say of all that the server keeps, a page at a time', async () => {
    const policy = join(home, 'all.yaml');
    writeFileSync(
      policy,
      `apiVersion: weighbridge/v1
kind: AdmissionPolicy
metadata: {name: mine, version: 1, description: For the test.}
spec:
  extends: default
  rules:
    - {id: none-at-all, when: 'true', outcome: deny, why: No., remedy: None.}
`,
    );
    const { items } = await admin.call('dossier.list', {});
    const expected = items.filter(({ outcome }) => outcome !== 'deny').length;
    const { code, stdout } = await remote([
      'policy',
      'what-if',
      policy,
      '--server',
      running.address,
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as { looked: number; flips: { after: string; reasons: string[] }[] };
    expect(answer.looked).toBe(items.length);
    expect(answer.flips).toHaveLength(expected);
    for (const flip of answer.flips) expect(flip).toMatchObject({ after: 'deny' });
    const first = await admin.call('policy.what-if', { policy: { kind: 'profile', id: 'strict' }, limit: 1 });
    expect(first).toMatchObject({ looked: 1, next: items.length > 1 ? 1 : null });
    const wrong = admin.call('policy.what-if', { policy: { kind: 'text', name: 'x', text: 'rules: 1' } });
    await expect(wrong).rejects.toMatchObject({ code: 'policy-invalid' });
  });
});
