import { createPublicKey, type KeyObject } from 'node:crypto';
import { type Envelope, keyIdOf, trustedSignerOf } from '../../../attest/dsse.ts';
import type { Caller } from '../../../contract/caller.ts';
import type { Decision } from '../../../domain/decision.ts';
import { type Drill, type DrillStep, drillOutcome } from '../../../domain/drill.ts';
import { barred, type StandingRelease } from '../../../domain/release.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { printable } from '../../../kernel/printable.ts';
import type { Job } from '../../../ports/control/jobs.ts';
import type { SigningKey } from '../../../ports/control/signing-keys.ts';
import type { Books } from '../../../ports/control-store.ts';
import { decisionIn } from '../../admission.ts';
import { standing } from '../../verify.ts';
import { keysOf } from '../keys/own-keys.ts';
import { type ControlParts, record, WORKER } from '../parts.ts';
import type { WorkerParts } from '../requests/vet-request.ts';
import { broughtBack } from './brought-back.ts';

/** A drill that killed its worker so often is not proved. */
const TRIES = 3;

/** What a rollback would bring back, and what it takes to look at it. */
interface Found {
  readonly release: StandingRelease;
  /** Null: what has no weights here. */
  readonly decision: Decision | null;
  /** Which of the server's own keys signed it; null when none did. */
  readonly signer: KeyObject | null;
  readonly reference: string;
  readonly upstreams: readonly string[];
  /** Why the dossier cannot be read; null when it can. */
  readonly dossier: string | null;
}

/**
 * Does all of a rollback but the release, and writes down what came of it. Bytes are read and servers are asked outside of
 * any transaction; the result counts only while the job is still this worker's.
 */
export async function runDrill(parts: WorkerParts, job: Job, worker: string, caller: Caller): Promise<void> {
  const { store, clock } = parts;
  const begun = await store.within(job.organisation, (books) => found(parts, books, job.subject));
  if (begun === null)
    return void (await store.within(job.organisation, ({ jobs }) =>
      jobs.finish(job, worker, 'there is no such drill'),
    ));
  const steps =
    job.tries > TRIES ? [died()] : await stepsOf(parts, { organisation: job.organisation, what: begun.found }, caller);
  if (caller.signal.aborted) return;
  await store.within(job.organisation, async (books) => {
    if (!(await books.jobs.finish(job, worker, null))) return;
    const now = clock.now();
    const release = begun.found?.release.id ?? null;
    const ended: Drill = { ...begun.drill, release, state: drillOutcome(steps), steps, endedAt: now.toISOString() };
    await books.drills.end(ended);
    const { id, channel, state } = ended;
    const came = Object.fromEntries(steps.map(({ step, outcome }) => [step, outcome]));
    await record({ books, now, actor: WORKER }, 'channel.drilled', channel, { drill: id, release, state, ...came });
  });
}

async function found(
  parts: ControlParts,
  books: Books,
  id: string,
): Promise<{ readonly drill: Drill; readonly found: Found | null } | null> {
  const drill = await books.drills.byId(id);
  if (drill === null || drill.endedAt !== null) return null;
  const channel = await books.releases.channel(drill.channel);
  const release = channel === null ? null : await broughtBack({ books, now: parts.clock.now() }, channel);
  const text = release === null ? null : await decisionText(books, release);
  if (channel === null || release === null || text === null) return { drill, found: null };
  const weights = release.rests === 'weights';
  const dossier = weights ? await books.dossiers.newest(release.dossier).then(() => null, whyNot) : null;
  const reference = (await books.requests.peek(release.request))?.reference ?? '';
  const envelope = JSON.parse(text) as Envelope;
  const what = { release, reference, upstreams: channel.upstreams, dossier };
  const signer = trustedSignerOf(envelope, everyKey(await keysOf(parts, books)));
  return { drill, found: { ...what, signer, decision: weights ? decisionIn(envelope) : null } };
}

/** What a key signed after it stopped counting was revoked with it: what stands was signed before. */
function everyKey(keys: readonly SigningKey[]): readonly KeyObject[] {
  return keys.map(({ publicKey }) => createPublicKey(publicKey));
}

function decisionText(
  { requests, subjects }: Books,
  { request, rests }: Pick<StandingRelease, 'request' | 'rests'>,
): Promise<string | null> {
  return rests === 'weights' ? requests.decision(request) : subjects.decision(request);
}

async function stepsOf(
  parts: WorkerParts,
  { organisation, what }: { readonly organisation: string; readonly what: Found | null },
  caller: Caller,
): Promise<readonly DrillStep[]> {
  if (what === null) return [failed('decision', 'there is nothing left that a rollback may bring back')];
  return [
    decisionStep(what, parts.clock.now()),
    what.signer === null
      ? failed('signature', 'no key of this server signed the decision as it stands')
      : held('signature', `by ${keyIdOf(what.signer)}`),
    dossierStep(what),
    await bytesStep(parts, { ...what, organisation }, caller),
    await upstreamStep(parts, what, caller.signal),
  ];
}

function dossierStep({ decision, dossier, release }: Found): DrillStep {
  if (decision === null) return skipped('dossier', 'it was admitted without one: nobody here can look into it');
  return dossier === null ? held('dossier', release.dossier) : failed('dossier', dossier);
}

function decisionStep({ release, decision }: Found, now: Date): DrillStep {
  const why = barred(release, now);
  if (why !== null) return failed('decision', `it is ${why}`);
  if (decision === null) return held('decision', `until ${release.expiresAt}`);
  const [wrong] = standing(decision, now);
  if (wrong !== undefined) return failed('decision', wrong.message);
  return decision.manifest === release.manifest
    ? held('decision', `until ${decision.expiresAt}`)
    : failed('decision', 'the release names another manifest than its decision');
}

async function bytesStep(
  parts: WorkerParts,
  { organisation, reference, decision }: Found & { readonly organisation: string },
  caller: Caller,
): Promise<DrillStep> {
  if (decision === null)
    return skipped('bytes', 'it is a hosted model or a composite: drill its base where that is released');
  if (/^(hf:|https:\/\/)/.test(reference))
    return skipped('bytes', 'they lie elsewhere: keep a copy below the folder of models, and admit that');
  try {
    const path = await parts.locate(organisation, reference);
    const { refusals, filesChecked } = await parts.hold({ folder: path, decision }, caller);
    const [first] = refusals;
    if (first === undefined) return held('bytes', `${filesChecked} files hashed, each as it was admitted`);
    return failed('bytes', `${refusals.length} refused, first ${printable(first.path ?? '')}: ${first.message}`);
  } catch (error) {
    return failed('bytes', whyNot(error));
  }
}

/** A server that answers may still have loaded something else: what it loaded is not proved here. */
async function upstreamStep({ upstreams }: WorkerParts, what: Found, signal: AbortSignal): Promise<DrillStep> {
  if (what.upstreams.length === 0) return skipped('upstream', 'the channel names none: channel change --upstream');
  const told: string[] = [];
  for (const url of what.upstreams) {
    try {
      const { status, models } = await upstreams.ask(url, signal);
      if (status !== 200) return failed('upstream', `${url} answered ${status}`);
      told.push(models === null ? url : `${url} (${models.slice(0, 5).map(printable).join(', ').slice(0, 200)})`);
    } catch (error) {
      return failed('upstream', whyNot(error));
    }
  }
  return held('upstream', `answered: ${told.join(', ')}`);
}

function whyNot(error: unknown): string {
  return error instanceof WeighbridgeError ? `${error.message} [${error.code}]`.slice(0, 500) : 'a fault of ours';
}

function died(): DrillStep {
  return failed('bytes', `the worker died ${TRIES} times while it looked`);
}

function held(step: DrillStep['step'], why: string): DrillStep {
  return { step, outcome: 'held', why };
}

function failed(step: DrillStep['step'], why: string): DrillStep {
  return { step, outcome: 'failed', why };
}

function skipped(step: DrillStep['step'], why: string): DrillStep {
  return { step, outcome: 'skipped', why };
}
