import type { Envelope } from '../../../attest/dsse.ts';
import { type Channel, isForOutsiders } from '../../../domain/channel.ts';
import { barred, type StandingRelease } from '../../../domain/release.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import type { IntendedUse } from '../../../domain/use.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Books } from '../../../ports/control-store.ts';
import { decisionIn } from '../../admission.ts';
import { letOut, oursAmong, standing } from '../families/ours.ts';
import type { Clerk } from '../parts.ts';
import { keptAsMadeFrom } from './withdrawn-bases.ts';

type Exposure = IntendedUse['exposure'];

export const INTERNAL_USE = 'it was decided on for internal use, and outsiders are served here';

/**
 * Why weights may not be served to outsiders; null when nothing speaks against it. What is ours goes out once people let it
 * out, and what was withdrawn, or made from that, once people rule on it anew: in whatever direction somebody asked for it.
 */
export async function keptInside(books: Books, request: AdmissionRequest): Promise<string | null> {
  return (await keptAsOurs(books, request)) ?? (await keptAsMadeFrom(books, request));
}

async function keptAsOurs(books: Books, request: AdmissionRequest): Promise<string | null> {
  const ours = await oursAmong(books, request);
  const { back, out } = standing(ours);
  if (request.direction === 'publish') {
    if (out.some((one) => one.request.id === request.id)) return null;
    const own = ours.find((one) => one.request.id === request.id)?.publication ?? null;
    return own === null || own.withdrawn === null
      ? 'it is ours, and nobody has let it out'
      : 'it is ours, and was withdrawn';
  }
  if (back.length > 0 && !letOut(out, back))
    return 'its weights are ours, and were withdrawn: let them out anew by a publication of their own';
  for (const one of ours)
    if (one.whole && !letOut(out, [one]) && (await books.releases.revokedAt(one.request.id)) === null)
      return `it is ours (${one.request.id}), and nobody has let it out`;
  return null;
}

/** Throws `gate-closed` where a channel is given to outsiders whose releases they may not have: a rollback would serve them. */
export async function assertForOutsiders({ books, now }: Clerk, channel: Channel): Promise<void> {
  if (!isForOutsiders(channel)) return;
  await books.releases.lockOutside('shared');
  const held: string[] = [];
  for (const release of await books.releases.of(channel.name)) {
    if (barred(release, now) !== null) continue;
    const why = await keptFrom(books, release);
    if (why !== null) held.push(`release ${release.id}: ${why}`);
  }
  if (held.length === 0) return;
  throw new WeighbridgeError('gate-closed', held.slice(0, 5).join('; '), {
    remedy: 'Withdraw these releases, or open another channel for outsiders.',
  });
}

/** Why a release may not serve outsiders: what it was decided on for, or the weights that it serves. */
export async function keptFrom(books: Books, release: StandingRelease): Promise<string | null> {
  const { exposure, weights } = await underneath(books, release);
  if (exposure === 'internal') return INTERNAL_USE;
  for (const one of weights) {
    const why = await keptInside(books, one);
    if (why !== null) return why;
  }
  return null;
}

interface Underneath {
  readonly exposure: Exposure;
  readonly weights: readonly AdmissionRequest[];
}

/** For which use a release was decided on, and the requests whose weights it serves. A composite goes no further than each of its parts. */
async function underneath(books: Books, { request: id, rests }: StandingRelease): Promise<Underneath> {
  if (rests === 'weights') return decidedFor(books, id);
  const found = await books.subjects.peek(id);
  if (found === null) throw new WeighbridgeError('subject-not-found', id);
  const exposures = [found.use.exposure];
  const weights: AdmissionRequest[] = [];
  for (const part of found.subject.kind === 'composite' ? found.subject.parts : []) {
    if (part.from === 'subject') exposures.push((await books.subjects.peek(part.id))?.use.exposure ?? 'internal');
    else {
      const one = await decidedFor(books, part.id);
      exposures.push(one.exposure);
      weights.push(...one.weights);
    }
  }
  return { exposure: exposures.includes('internal') ? 'internal' : found.use.exposure, weights };
}

async function decidedFor({ requests }: Books, id: string): Promise<Underneath> {
  const [request, envelope] = [await requests.peek(id), await requests.decision(id)];
  if (request === null || envelope === null) throw new WeighbridgeError('not-decided', id);
  return { exposure: decisionIn(JSON.parse(envelope) as Envelope).use.exposure, weights: [request] };
}
