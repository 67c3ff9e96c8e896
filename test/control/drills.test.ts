import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUpstreams } from '../../src/adapters/net/upstreams.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { NO_DATABASE, type Signed, serverIn, signIn, somebody } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests } from '../support/until.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const models = join(home, 'models');
let running: Running;
let admin: Signed;
let upstream: Server;
let url = '';
/** What the model server answers. */
let answer = { status: 200, body: '{"data":[{"id":"plover"}]}', location: '' };

async function admitted(reference: string): Promise<string> {
  const use = { exposure: 'internal' } as const;
  const what = { direction: 'adopt', reference, role: 'deployer', owner: admin.id, use } as const;
  const { id } = await admin.call('request.open', what);
  const rest = rests();
  for (;;) {
    const { state } = await admin.call('request.show', { request: id });
    if (state === 'admitted') return id;
    if (state !== 'vetting') throw new Error(state);
    await rest();
  }
}

const evaluators = join(home, 'evaluators.yaml');
const says = join(home, 'says.json');
/** The first says what a file says; the last is under way until it is ended. */
const EVALUATORS = `
evaluators:
  harm: {command: [sh, -c, "cat '${says}'"]}
  leak: {command: [sh, -c, "echo '{\\"kind\\": \\"audit\\", \\"issuer\\": \\"A Lab\\", \\"scope\\": \\"leaks\\", \\"result\\": \\"passed\\"}'"]}
  meddles: {command: [sh, -c, "echo >> \\"$0/README.md\\"; cat '${says}'"]}
  slow: {command: [sh, -c, "echo $$ > '${says}.pid'; exec sleep 60"]}
`;

const drill = (...args: string[]) =>
  wb(['drill', 'production', ...args, '--server', running.address, '--token', admin.token], { home });
const warnings = async () => (await admin.call('channel.show', { channel: 'production' })).warnings;

describe.skipIf(NO_DATABASE !== null)('a drill', () => {
  let first: string;

  beforeAll(async () => {
    upstream = createServer((_, response) => {
      response.writeHead(answer.status, answer.location === '' ? {} : { location: answer.location });
      response.end(answer.body);
    });
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
    for (const name of ['old', 'new']) cpSync('examples/models/plover-1m', join(models, name), { recursive: true });
    writeFileSync(evaluators, EVALUATORS);
    running = await serverIn(join(home, 'server'), { models, evaluators }, [], { upstreams: [url] });
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(running.address, running.first.email, running.first.password);
    await admin.call('channel.open', { name: 'production', environment: 'production' });
    first = await admitted('old');
    await admin.call('release.promote', { channel: 'production', request: first });
  });
  afterAll(async () => {
    await running?.stop();
    upstream?.close();
  });

  it('comes after a folder was adopted on its server, whose verdicts are waited for unless somebody cannot', async () => {
    cpSync('examples/models/plover-1m-tainted', join(models, 'tainted'), { recursive: true });
    const adopt = async (...more: string[]) => {
      const options = ['--server', running.address, '--token', admin.token, '--format', 'json', ...more];
      const { code, stdout } = await wb(['adopt', models, ...options], { home });
      const found = JSON.parse(stdout) as { models: { name: string; result: string; request: string }[] };
      return { code, models: found.models };
    };
    const waited = await adopt();
    expect(waited.code).toBe(1);
    const states = await Promise.all(
      waited.models.map(async ({ name, result, request }) => {
        const { state, use } = await admin.call('request.show', { request });
        return { name, result, state, purpose: use.purpose };
      }),
    );
    expect(states).toEqual([
      { name: 'new', result: 'admit', state: 'admitted', purpose: 'In use already: new (folder)' },
      { name: 'old', result: 'admit', state: 'admitted', purpose: 'In use already: old (folder)' },
      { name: 'tainted', result: 'deny', state: 'denied', purpose: 'In use already: tainted (folder)' },
    ]);
    const asked = await adopt('--no-wait');
    expect(asked.code).toBe(0);
    expect(asked.models.map(({ result }) => result)).toEqual(['asked', 'asked', 'asked']);
  });

  it('has nothing to try where there is nothing to go back to', async () => {
    expect(await warnings()).toEqual([]);
    expect((await drill()).stderr).toContain('[nothing-to-restore]');
    await admin.call('release.promote', { channel: 'production', request: await admitted('new') });
    expect(await warnings()).toEqual(['no drill was ever run here']);
  });

  it('proves only in part what nobody could ask a model server', async () => {
    const { code, stdout } = await drill();
    expect(code).toBe(3);
    expect(stdout).toMatch(/bytes +held +\d+ files hashed/);
    expect(stdout).toMatch(/upstream +skipped/);
    expect(await warnings()).toEqual(['the last drill proved only a part']);
  });

  it('proves a rollback whose decision, signature, dossier, bytes and server hold, and logs it', async () => {
    const change = (upstreams: string[]) => admin.call('channel.change', { channel: 'production', upstreams });
    for (const stranger of ['http://127.0.0.1:1', 'http://169.254.169.254/latest', `${url}/other`])
      await expect(change([stranger])).rejects.toMatchObject({ code: 'address-refused' });
    await change([url]);
    expect(await drill()).toMatchObject({ code: 0, stdout: expect.stringContaining('(plover)') });
    expect(await warnings()).toEqual([]);
    expect(await drill('--last')).toMatchObject({ code: 0 });
    const log = (await admin.call('audit.list', { limit: 1000 })).items;
    const acts = log.map(({ entry }) => JSON.parse(entry) as { act: string; detail: object });
    expect(acts.filter(({ act }) => act === 'channel.drilled').at(-1)).toMatchObject({
      detail: {
        state: 'proved',
        decision: 'held',
        signature: 'held',
        dossier: 'held',
        bytes: 'held',
        upstream: 'held',
      },
    });
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it.each([
    ['answers with an error', { status: 503, body: '', location: '' }, 'answered 503'],
    ['sends the caller elsewhere', { status: 302, body: '', location: 'http://169.254.169.254/' }, 'answered 302'],
    ['answers without end', { status: 200, body: 'x'.repeat(300_000), location: '' }, 'more than 262144 bytes'],
  ])('fails when the model server %s', async (_, given, why) => {
    const before = answer;
    answer = given;
    const { code, stdout } = await drill();
    answer = before;
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining(why) });
    expect(await warnings()).toEqual(['the last drill failed']);
  });

  describe('and an evaluation on its server', () => {
    let law: Signed;
    let safety: Signed;
    const said = (result: string) =>
      writeFileSync(says, JSON.stringify({ kind: 'safety-report', issuer: 'A Lab', scope: 'harm', result }));
    const evaluation = (...args: string[]) =>
      wb(['evaluation', ...args, '--server', running.address, '--token', safety.token], { home });
    const shown = (request: string) => admin.call('request.show', { request });
    const rule = ({ call }: Signed, role: 'legal' | 'security', request: string, dossier: string) =>
      call('request.rule', { request, role, ruling: 'admitted', reason: 'Fine.', dossier });

    /** A model of its own for each test, which waits for people until a suite of questions has been run. */
    function inReview(name: string) {
      cpSync('examples/models/plover-1m', join(models, name), { recursive: true });
      // Other bytes than the next one's: what evaluators said of the same ones stands.
      appendFileSync(join(models, name, 'README.md'), `\n${name}\n`);
      return again(name);
    }

    async function again(name: string) {
      const what = { direction: 'adopt', reference: name, role: 'deployer', owner: admin.id } as const;
      const { id } = await admin.call('request.open', { ...what, use: { exposure: 'internal' } });
      const rest = rests();
      for (;;) {
        const { state, dossier } = await shown(id);
        if (state !== 'vetting') return { id, state, dossier: dossier ?? '' };
        await rest();
      }
    }

    beforeAll(async () => {
      law = await somebody(running.address, admin.call, 'law', ['legal']);
      safety = await somebody(running.address, admin.call, 'safety', ['security']);
      await safety.call('policy.put', { text: HARM_FIRST });
      const { waits } = await safety.call('policy.put', { text: CHOICE });
      await admin.call('policy.confirm', { loosening: waits?.id ?? '', confirm: true });
    });

    it('voids what was ruled on the dossier before, and whoever ruled may rule again', async () => {
      const { id, dossier } = await inReview('judged');
      await rule(law, 'legal', id, dossier);
      said('failed');
      const failed = await evaluation('start', id, '--evaluator', 'harm');
      expect(failed).toMatchObject({ code: 3, stdout: expect.stringMatching(/rulings on it are void\n/) });
      expect(failed.stdout).toContain('failed: harm (safety-report by A Lab)');
      expect(failed.stdout).toMatch(/request +\S+, review; waits for 2 people to rule/);
      const after = await shown(id);
      expect(after).toMatchObject({ state: 'review', missing: { people: 2 }, rulings: [{ dossier, void: true }] });
      const text = await wb(['request', 'show', id, '--server', running.address, '--token', admin.token], { home });
      expect(text.stdout).toMatch(/void {6}by \S+ as legal: Fine\. \(admitted on an earlier dossier\)/);
      await expect(rule(law, 'legal', id, dossier)).rejects.toMatchObject({ code: 'dossier-stale' });
      await rule(law, 'legal', id, after.dossier ?? '');
      // What says the same again makes no other dossier, and takes no ruling away.
      expect((await evaluation('start', id, '--evaluator', 'harm')).stdout).not.toContain('void');
      const settled = await rule(safety, 'security', id, after.dossier ?? '');
      expect(settled).toMatchObject({ state: 'admitted', rulings: [{ void: true }, { void: false }, { void: false }] });
      const { payload } = await admin.call('decision.show', { request: id });
      const signed = JSON.parse(Buffer.from(payload, 'base64').toString()) as {
        predicate: { dossier: string; request: { rulings: object[] } };
      };
      expect(signed.predicate).toMatchObject({ dossier: after.dossier, request: { rulings: [{}, {}] } });
      const late = await evaluation('start', id, '--evaluator', 'harm');
      expect(late.stderr).toContain('[not-evaluable]');
    });

    it('lets the policy admit what passes, by nobody’s hand who asked for it', async () => {
      const { id } = await inReview('passing');
      said('passed');
      const own = admin.call('evaluation.start', { request: id, evaluators: ['harm'] });
      await expect(own).rejects.toMatchObject({ code: 'own-request' });
      const passed = await evaluation('start', id, '--evaluator', 'harm');
      expect(passed).toMatchObject({ code: 0, stdout: expect.stringMatching(/request +\S+, admitted/) });
      expect(passed.stdout).not.toContain('void');
      expect(await shown(id)).toMatchObject({ state: 'admitted', review: null, rulings: [] });
      expect((await again('passing')).state).toBe('admitted');
    });

    it('keeps what evaluators said before: what failed once waits for people, however often it passes then', async () => {
      const { id } = await inReview('failing');
      said('failed');
      expect((await evaluation('start', id, '--evaluator', 'harm')).code).toBe(3);
      const other = await evaluation('start', id, '--evaluator', 'leak', '--format', 'json');
      expect(other.code).toBe(3);
      const { dossier = '' } = JSON.parse(other.stdout) as { dossier?: string };
      const kept = (await admin.call('dossier.show', { dossier })) as unknown as {
        dossier: { evidence: { collector: string; body: { name: string } }[] };
      };
      const evidence = kept.dossier.evidence.filter(({ collector }) => collector === 'evaluators');
      expect(evidence.map(({ body }) => body.name)).toEqual(['harm', 'leak']);
      // Who asks for the same bytes anew does not lose it.
      expect(await again('failing')).toMatchObject({ state: 'review', dossier });
      said('passed');
      const passed = await evaluation('start', id, '--evaluator', 'harm');
      expect(passed).toMatchObject({
        code: 3,
        stdout: expect.stringMatching(/failed before: harm .*\n.* passed: harm /),
      });
      expect((await again('failing')).state).toBe('review');
      const list = await evaluation('list', id);
      expect(list.stdout.match(/harm said failed/g)).toHaveLength(1);
      const { items } = await admin.call('audit.list', { limit: 1000 });
      const log = items.filter(({ entry }) => entry.includes('request.evaluated') && entry.includes(id));
      expect(log.map(({ entry }) => JSON.parse(entry).detail.saidFailed)).toEqual([['harm'], [], []]);
    });

    it('that fails, or is given up, leaves the request as it was, and its worker’s programs are ended', async () => {
      const { id, dossier } = await inReview('left-alone');
      await rule(law, 'legal', id, dossier);
      const unknown = await evaluation('start', id, '--evaluator', 'nobody');
      expect(unknown.stderr).toContain('nobody; this server has harm, leak, meddles, slow');
      writeFileSync(says, 'no document');
      const broken = await evaluation('start', id, '--evaluator', 'harm');
      expect(broken).toMatchObject({
        code: 4,
        stdout: expect.stringContaining('harm: no JSON: a value was expected [evidence-invalid]'),
      });
      const slow = await safety.call('evaluation.start', { request: id, evaluators: ['slow'] });
      const twice = safety.call('evaluation.start', { request: id, evaluators: ['leak'] });
      await expect(twice).rejects.toMatchObject({ code: 'evaluation-running' });
      const rest = rests();
      for (;;) {
        const { progress } = await admin.call('evaluation.show', { evaluation: slow.id });
        if (progress?.unit === 'programs') break;
        await rest();
      }
      expect((await shown(id)).evaluation).toEqual({ id: slow.id, evaluators: ['slow'] });
      const own = admin.call('evaluation.cancel', { evaluation: slow.id });
      await expect(own).rejects.toMatchObject({ code: 'own-request' });
      expect((await evaluation('cancel', slow.id)).stdout).toMatch(/^cancelled {2}slow/);
      expect((await evaluation('cancel', slow.id)).stderr).toContain('[evaluation-over]');
      said('passed');
      const meddled = await evaluation('start', id, '--evaluator', 'meddles');
      expect(meddled.stdout).toContain('files changed while evaluators ran: README.md');
      const moved = await evaluation('start', id, '--evaluator', 'leak');
      expect(moved.stdout).toContain('its files changed since it was vetted');
      const pid = Number(readFileSync(`${says}.pid`, 'utf8'));
      expect(() => process.kill(pid, 0)).toThrow('ESRCH');
      expect(await shown(id)).toMatchObject({ state: 'review', dossier, rulings: [{ void: false }], evaluation: null });
      const list = await evaluation('list', id);
      expect(list.stdout.match(/ (failed|cancelled) /g)).toEqual([' failed ', ' failed ', ' cancelled ', ' failed ']);
      const { items } = await admin.call('audit.list', { limit: 1000 });
      expect(items.filter(({ entry }) => entry.includes(id) && entry.includes('files changed while'))).toHaveLength(1);
    });
  });

  it('fails when a byte of what it would bring back has changed, and when its decision was revoked nothing is left', async () => {
    appendFileSync(join(models, 'old', 'config.json'), ' ');
    const { code, stdout } = await drill();
    expect(code).toBe(1);
    expect(stdout).toMatch(/bytes +failed .*config\.json: Its bytes are not the admitted ones/);
    await admin.call('decision.revoke', { request: first, reason: 'Withdrawn.' });
    expect((await drill()).stderr).toContain('[nothing-to-restore]');
  });
});

const HARM_FIRST = `apiVersion: weighbridge/v1
kind: AdmissionPolicy
metadata: {name: harm-first, version: 1, description: Nothing is used that nobody asked for harm.}
spec:
  extends: default
  rules:
    - id: harm-passed
      when: '!findings.exists(f, f.rule == "external-evidence/counts" && f.operation == "safety-report harm")'
      outcome: review
      why: Nobody has run the suite of harmful questions, or it failed.
      remedy: Have the evaluator harm run.
`;
const CHOICE = `apiVersion: weighbridge/v1
kind: PolicyChoice
metadata: {name: house, version: 1, description: For all.}
spec: {choices: [{policies: [harm-first]}]}
`;

describe('the upstreams of an operator', () => {
  it('are called by no other spelling or path, and never with a password', async () => {
    const upstreams = createUpstreams(['http://127.0.0.1:8000/v1']);
    expect(upstreams.has('http://127.0.0.1:8000')).toBe(true);
    for (const other of ['http://127.0.0.1:8001', 'http://localhost:8000', 'http://127.0.0.1:8000/x', 'no address'])
      expect(upstreams.has(other)).toBe(false);
    const asked = upstreams.ask('http://127.0.0.1:8001', AbortSignal.timeout(1000));
    await expect(asked).rejects.toMatchObject({ code: 'address-refused' });
    expect(() => createUpstreams(['http://user:word@127.0.0.1:8000'])).toThrow('without a password');
  });
});
