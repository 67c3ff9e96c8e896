import { z } from 'zod';
import { channelState, takenBack } from '../../domain/gateway-node.ts';
import { type StandingRelease, serving } from '../../domain/release.ts';
import { type Digest, digestOfJson, isDigest } from '../../kernel/digest.ts';
import type { Json } from '../../kernel/json.ts';
import type { Books } from '../../ports/control-store.ts';

const digest = z.string().refine((text): text is Digest => isDigest(text), 'is no digest');

const heardChannel = z.strictObject({
  name: z.string(),
  /** What a gateway says when it serves this. */
  state: digest,
  /** What gets its calls, newest first; after these, with no share, what a caller may name where that is allowed. */
  releases: z.array(
    z.strictObject({
      id: z.string(),
      share: z.number(),
      model: z.string(),
      manifest: z.string(),
      /** Whose decision it rests on. */
      request: z.string(),
      barred: z.enum(['revoked', 'withdrawn']).nullable(),
      /** The signed envelope as it was kept: admitted is what it says, not what stands beside it. */
      decision: z.string(),
    }),
  ),
  /** Releases that are not to serve again: their calls end. */
  takenBack: z.array(z.string()),
});

export const heardShape = z.strictObject({
  organisation: z.string(),
  channels: z.array(heardChannel),
  /** Ids of signing keys that count no more. */
  compromised: z.array(z.string()),
});

/** What a control plane said of channels. It is held against signatures before anything is served by it. */
export type Heard = z.output<typeof heardShape>;
export type HeardChannel = Heard['channels'][number];

/** Reads what is to serve on these channels, locking nothing. A decision's text never changes: those of `before` are not read again. */
export async function hear(
  books: Books,
  organisation: string,
  { names, before }: { readonly names: readonly string[]; readonly before: Heard | null },
): Promise<Heard> {
  const known = new Map(
    before?.channels.flatMap(({ releases }) => releases.map(({ request, decision }) => [request, decision] as const)),
  );
  const channels: HeardChannel[] = [];
  for (const { name, frozen } of await books.releases.channels()) {
    if (!names.includes(name)) continue;
    const all = await books.releases.of(name);
    const releases: HeardChannel['releases'] = [];
    for (const { id, share, model, manifest, request, rests, revokedAt, withdrawnAt } of [
      ...serving(all),
      ...earlierOf(all),
    ]) {
      const kept = rests === 'weights' ? books.requests : books.subjects;
      const decision = known.get(request) ?? (await kept.decision(request)) ?? '';
      const barred = revokedAt !== null ? 'revoked' : withdrawnAt !== null ? 'withdrawn' : null;
      releases.push({ id, share, model, manifest, request, barred, decision });
    }
    channels.push({ name, state: channelState(frozen !== null, all), releases, takenBack: [...takenBack(all)] });
  }
  const keys = await books.signingKeys.all();
  const compromised = keys.filter(({ reason }) => reason === 'compromised').map(({ keyId }) => keyId);
  return { organisation, channels, compromised };
}

/** Earlier releases that a caller may name. */
const EARLIER = 8;

/** The newest release of each decision that does not get the calls now, and was not taken back. */
function earlierOf(all: readonly StandingRelease[]): readonly StandingRelease[] {
  const known = new Set(serving(all).map(({ request }) => request));
  const earlier = all.filter(({ request, revokedAt, withdrawnAt }) => {
    if (known.has(request) || revokedAt !== null || withdrawnAt !== null) return false;
    known.add(request);
    return true;
  });
  return earlier.slice(0, EARLIER).map((release) => ({ ...release, share: 0 }));
}

/** Whether two say the same; a state names all of a channel but its decisions, which never change. */
export function saysTheSame(one: Heard, other: Heard): boolean {
  const mark = ({ channels, compromised }: Heard): string =>
    JSON.stringify([channels.map(({ name, state }) => [name, state]), compromised]);
  return mark(one) === mark(other);
}

/** Tells a file that was damaged. */
export function heardDigest(heard: Heard): Digest {
  return digestOfJson(heard as unknown as Json);
}
