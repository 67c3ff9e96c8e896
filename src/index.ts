import { within } from './adapters/isolation/within.ts';
import { worked } from './adapters/process/worked.ts';
import { openGuard } from './app/guard.ts';
import type { Weighbridge } from './contract/weighbridge.ts';
import type { Guard } from './guard/guard.ts';
import type { Later } from './guard/timed.ts';
import { WeighbridgeError } from './kernel/errors.ts';
import { compose } from './main/compose.ts';
import { readConfig } from './main/config.ts';

export { type Progress, SILENT } from './contract/progress.ts';
export type * from './contract/weighbridge.ts';
export type * from './domain/artifact.ts';
export type * from './domain/check.ts';
export type * from './domain/decision.ts';
export type * from './domain/dossier.ts';
export type * from './domain/finding.ts';
export type {
  GuardAction,
  GuardContext,
  GuardFinding,
  GuardImages,
  GuardPolicy,
  GuardRule,
  ImageLeak,
  Origin as TextOrigin,
} from './domain/guard.ts';
export type * from './domain/policy.ts';
export type * from './domain/scan.ts';
export type * from './domain/use.ts';
export type * from './domain/verdict.ts';
export type * from './domain/vetting.ts';
export { type Conversation, canaryFor, plantCanary } from './guard/conversation.ts';
export type * from './guard/guard.ts';
export {
  type ImageReport,
  inspectImage,
  prepareImage,
} from './guard/images/image.ts';
export { createRestorer, type Restorer } from './guard/pseudonyms.ts';
export type * from './guard/stream.ts';
export { boundHold, type HoldBound, type Later } from './guard/timed.ts';
export { type Consent, consentIn } from './guard/transcripts/consent.ts';
export { guardTranscript, type TimeSpan, type TranscriptAnswer } from './guard/transcripts/guard-transcript.ts';
export { type Transcript, transcriptIn } from './guard/transcripts/transcript.ts';
export { createVault, type Vault } from './guard/vault.ts';
export { ERRORS, type ErrorCode, WeighbridgeError } from './kernel/errors.ts';
export { REPORTS, renderReport } from './reports/table.ts';

/** Weighbridge as a library: what the command does, with the same settings from the environment. */
export function createWeighbridge(env: Readonly<Record<string, string | undefined>> = process.env): Weighbridge {
  return compose(readConfig(env), {
    hash: new URL('./workers/hash.js', import.meta.url),
    policyCondition: new URL('./workers/policy-condition.js', import.meta.url),
    readFile: new URL('./workers/read-file.js', import.meta.url),
  });
}

/**
 * The guard as a library: `guard.check(text, { origin })`, or `guard.open({ origin })` for a message that comes in pieces,
 * then `push(delta)` and `end()`, each of which gives out what may go on. `policy` is a GuardPolicy in YAML; without one
 * the built-in policy holds. Throws `policy-invalid` with every mistake at its line and column.
 */
export async function createGuard(policy: string | null = null): Promise<Guard> {
  // From JavaScript anything may come, also by mistake the context of a check.
  if (policy !== null && typeof policy !== 'string')
    throw new WeighbridgeError('call-invalid', 'createGuard takes a GuardPolicy in YAML, as a text, or nothing');
  const named = policy === null ? null : { name: 'policy', text: policy };
  return openGuard({ policy: named, within, worked, clock: () => performance.now() });
}

/**
 * The clock for `boundHold(guard.open(context), { milliseconds: guard.policy.hold.milliseconds, later, expired })`, so that
 * a message that stops coming is not held for ever.
 */
export const later: Later = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};
