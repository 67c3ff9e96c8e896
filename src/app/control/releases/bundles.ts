import { type Bundle, RELEASE_TYPE, type ReleaseStatement } from '../../../attest/bundle.ts';
import type { Envelope } from '../../../attest/dsse.ts';
import { payloadDigest, seal } from '../../../attest/sealed.ts';
import { noteOf } from '../../../audit/note.ts';
import type { ParsedInputOf } from '../../../contract/control/operations.ts';
import { serving } from '../../../domain/release.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { signedCheckpoint } from '../audit/checkpoints.ts';
import { signerNow } from '../keys/own-keys.ts';
import { revocationsNow } from '../keys/revocation-lists.ts';
import type { Desk } from '../parts.ts';
import { admitted } from './admitted.ts';
import { channelBy } from './channels.ts';

/** What a device may load, with all that it takes to know so without asking. Throws `not-released` and as `admitted` does. */
export async function makeBundle(
  desk: Desk,
  { request: id, channel, hours }: ParsedInputOf<'bundle.make'>,
): Promise<Bundle> {
  const { parts, books, actor, now } = desk;
  // Locked in the order of everybody: the channel, then the request, then the log.
  const release = channel === undefined ? null : await releaseOn(desk, channel, id);
  const { decision } = await admitted(desk, id);
  const withdrawn = (await books.publications.of(id))?.withdrawn ?? null;
  if (withdrawn !== null)
    throw new WeighbridgeError('publication-withdrawn', `${id}, at ${withdrawn.at}: ${withdrawn.reason}`);
  const envelope = JSON.parse((await books.requests.decision(id)) ?? '') as Envelope;
  const { text, line } = await signedCheckpoint(books.audit, parts.logSigner, now);
  const statement: ReleaseStatement = {
    organisation: actor.organisation,
    release,
    model: decision.model,
    manifest: decision.manifest,
    decision: payloadDigest(envelope),
    issuedAt: now.toISOString(),
    checkpoint: noteOf(text, [line]),
  };
  return {
    bundle: 'weighbridge/v1',
    decision: envelope,
    release: await seal(RELEASE_TYPE, statement, await signerNow(parts, books)),
    revocations: await revocationsNow(desk, hours),
  };
}

async function releaseOn(desk: Desk, name: string, request: string): Promise<ReleaseStatement['release']> {
  const { environment } = await channelBy(desk, name);
  const found = serving(await desk.books.releases.of(name)).find((one) => one.request === request);
  if (found === undefined) throw new WeighbridgeError('not-released', `${request} does not serve on ${name}`);
  return { id: found.id, channel: name, environment, at: found.at };
}
