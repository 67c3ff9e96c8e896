import { z } from 'zod';
import type { Call } from '../../contract/control/caller.ts';
import { OPERATIONS } from '../../contract/control/operations.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { type ErrorCode, WeighbridgeError } from '../../kernel/errors.ts';
import { isJsonObject } from '../../kernel/json.ts';
import type { FoldedRefusal } from '../../ports/control/refusals.ts';
import type { Books } from '../../ports/control-store.ts';
import type { ControlParts } from './parts.ts';
import { hashOf } from './people/secrets.ts';

/**
 * What somebody wanted and a rule of the house forbade, besides all that is `forbidden`: separation of duties, gates, and
 * decisions that admit no more. A wrong call, a missing thing and a race are no refusals.
 */
const REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ruled-already',
  'dossier-stale',
  'papers-stale',
  'channel-frozen',
  'gate-closed',
  'level-closed',
  'not-admitted',
  'decision-revoked',
  'decision-expired',
  'outside-family',
  'not-ours',
  'publication-withdrawn',
  'subject-incomplete',
  'contribution-incomplete',
  'proof-refused',
  'last-admin',
  'idempotency-mismatch',
]);

export function isRefusal(error: unknown): error is WeighbridgeError {
  return error instanceof WeighbridgeError && (error.kind === 'forbidden' || REFUSALS.has(error.code));
}

interface Refused {
  /** Null: nobody whom the server knows. */
  readonly actor: string | null;
  readonly operation: string;
  readonly code: ErrorCode;
  /** Ids alone: what an error says may be in the words of people. */
  readonly about: Readonly<Record<string, string>>;
}

/** Writes down who was refused what, on what, and why; repeats within a minute are counted and written as one. */
export async function writeRefusal(parts: ControlParts, organisation: string, refused: Refused): Promise<void> {
  const { about, ...rest } = refused;
  const now = parts.clock.now();
  await parts.store.within(organisation, async (books) => {
    const key = { ...rest, actor: rest.actor ?? 'nobody', about: canonicalJson(about) };
    const noted = await books.refusals.note(key, now);
    if (noted !== null) await write(books, noted, now);
  });
}

/** Repeats that no later refusal told of. */
export async function writeFoldedRefusals(
  parts: Pick<ControlParts, 'store' | 'clock'>,
  organisation: string,
): Promise<void> {
  const now = parts.clock.now();
  await parts.store.within(organisation, async (books) => {
    for (const one of await books.refusals.overdue(new Date(now.getTime() - MINUTE))) await write(books, one, now);
  });
}

const MINUTE = 60 * 1000;
const named = z.record(z.string(), z.string());

async function write(
  { audit }: Books,
  { actor, operation, code, about, folded }: FoldedRefusal,
  now: Date,
): Promise<void> {
  const repeats = folded === 0 ? {} : { repeats: String(folded) };
  const on: Record<string, string> = about === '' ? {} : named.parse(JSON.parse(about));
  const detail = { ...on, code, ...repeats };
  await audit.append({ at: now.toISOString(), actor, act: 'refused', subject: operation, detail });
}

/** Ids that operations take beside those in their paths. */
const IDS = ['request', 'release', 'subject', 'publication', 'family', 'level', 'dossier'];

/** What a call names in its path or by an id, as far as that looks like a name. */
export function namedIn({ name, input }: Pick<Call, 'name' | 'input'>): Record<string, string> {
  const given = isJsonObject(input) ? input : {};
  const names: Record<string, string> = {};
  const inPath = [...OPERATIONS[name].path.matchAll(/:(\w+)/g)].map(([, key = '']) => key);
  for (const key of new Set([...inPath, ...IDS])) {
    const value = given[key];
    if (typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value)) names[key] = value;
  }
  return names;
}

/** Whose session or token it was that no longer counts, or came without its CSRF token; null: nobody's. */
export async function lapsedCaller(
  { people }: Books,
  { credentials }: Pick<Call, 'credentials'>,
): Promise<string | null> {
  switch (credentials.kind) {
    case 'none':
      return null;
    case 'token':
      return (await people.tokenByHash(hashOf(credentials.token)))?.person ?? null;
    case 'session':
      return (await people.session(hashOf(credentials.session)))?.person ?? null;
  }
}
