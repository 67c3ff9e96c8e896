import { feedDocument, parseFeed, parseModelAdvisory } from '../../advisories/models/feed.ts';
import { keyIdOf, signEnvelope, trustedSignerOf } from '../../attest/dsse.ts';
import type { FeedAnswer } from '../../contract/advisories.ts';
import type { Caller, NamedText } from '../../contract/caller.ts';
import type { ModelAdvisory, ModelFeed } from '../../domain/model-advisory.ts';
import { baseKey, nameKey, type TouchKey } from '../../domain/touch.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { openModel } from '../open-model.ts';
import type { Parts } from '../parts.ts';
import { envelopeIn, jsonIn } from './envelope.ts';
import { VEX_PAYLOAD_TYPE, vexIn } from './vex.ts';

/** Media type of a feed of model advisories in an envelope. */
export const FEED_PAYLOAD_TYPE = 'application/vnd.weighbridge.model-advisory-feed+json';
/** A feed of a hundred thousand advisories has some tens of megabytes. */
const LONGEST = 64 * 1024 * 1024;

export interface PublishInput {
  readonly name: string;
  /** One advisory each, or lists of them. */
  readonly documents: readonly NamedText[];
  readonly days: number;
}

/** Makes a feed of advisories. Throws `feed-invalid` with the document and the place. */
export function publishFeed(parts: Parts, { name, documents, days }: PublishInput): string {
  const advisories = documents.flatMap(advisoriesIn);
  const issuedAt = parts.clock.now();
  const expiresAt = new Date(issuedAt.getTime() + days * 86_400_000).toISOString();
  const made = feedDocument({ name, issuedAt: issuedAt.toISOString(), expiresAt, advisories });
  if (made.kind === 'broken') throw new WeighbridgeError('feed-invalid', made.why);
  return `${JSON.stringify(made.value, null, 2)}\n`;
}

function advisoriesIn({ name, text }: NamedText): readonly ModelAdvisory[] {
  const value = jsonIn(text, name);
  return (Array.isArray(value) ? value : [value]).map((one: unknown) => {
    const parsed = parseModelAdvisory(one);
    if (parsed.kind === 'broken') throw new WeighbridgeError('feed-invalid', `${name}: ${parsed.why}`);
    return parsed.value;
  });
}

/** Signs a feed, or a VEX document: the envelope's text. */
export async function signFeed(parts: Parts, document: NamedText, keyFile: string): Promise<string> {
  const type = vexIn(document.text) === null ? FEED_PAYLOAD_TYPE : VEX_PAYLOAD_TYPE;
  if (type === FEED_PAYLOAD_TYPE) feedIn(document.text, document.name);
  const signer = await parts.keys.signer(keyFile);
  const envelope = await signEnvelope(type, Buffer.from(document.text, 'utf8'), signer);
  return `${JSON.stringify(envelope, null, 2)}\n`;
}

/** Holds a signed feed against these keys, or those in the user's folder. Throws `feed-untrusted`, `feed-invalid`. */
export async function verifyFeed(parts: Parts, signed: NamedText, keyFiles: readonly string[]): Promise<FeedAnswer> {
  const { feed, keyId } = await trustedFeed(parts, signed, keyFiles);
  return answerOf(feed, keyId);
}

/** Fetches a signed feed and keeps it. A feed that is older than the one kept is refused: somebody may hold news back. */
export async function followFeed(
  parts: Parts,
  { source, keyFiles }: { readonly source: string; readonly keyFiles: readonly string[] },
  caller: Caller,
): Promise<FeedAnswer> {
  const { feed, keyId } = await trustedFeed(parts, await fetched(parts, source, caller), keyFiles);
  const before = (await parts.feeds.list()).find((one) => one.feed.name === feed.name);
  if (before !== undefined && before.feed.issuedAt > feed.issuedAt) {
    throw new WeighbridgeError(
      'feed-older',
      `${feed.name} of ${feed.issuedAt}; kept is that of ${before.feed.issuedAt}`,
    );
  }
  if (before !== undefined && before.keyId !== keyId && keyFiles.length === 0) {
    throw new WeighbridgeError('feed-untrusted', `${feed.name} was signed by another key before`, {
      remedy: 'If the publisher changed keys, name the new one: --key FILE.',
    });
  }
  await parts.advisories.tell([...keysOf(before?.feed), ...keysOf(feed)]);
  await parts.feeds.keep({ feed, keyId, source });
  return answerOf(feed, keyId);
}

function keysOf(feed: ModelFeed | undefined): readonly TouchKey[] {
  return (feed?.advisories ?? []).flatMap(({ affected }) => [
    ...affected.files.map((digest): TouchKey => `file:${digest}`),
    ...affected.manifests.map((digest): TouchKey => `file:${digest}`),
    ...affected.repositories.map(({ name }) => nameKey(name)),
    ...affected.bases.map(baseKey),
  ]);
}

async function fetched(parts: Parts, source: string, caller: Caller): Promise<NamedText> {
  caller.progress.start('download');
  const model = await openModel(parts.sources, source, caller);
  try {
    const [file, another] = model.files;
    if (file?.kind !== 'file' || another !== undefined || file.size > LONGEST) {
      throw new WeighbridgeError('feed-invalid', `${source} is not one file of at most ${LONGEST} bytes`);
    }
    const bytes = await model.open(file.path);
    try {
      const text = new TextDecoder().decode(await bytes.read(0, file.size));
      caller.progress.end(`${file.size} bytes`);
      return { name: source, text };
    } finally {
      await bytes.close();
    }
  } finally {
    await model.close();
  }
}

async function trustedFeed(
  parts: Parts,
  signed: NamedText,
  keyFiles: readonly string[],
): Promise<{ readonly feed: ModelFeed; readonly keyId: string }> {
  const envelope = envelopeIn(signed, [FEED_PAYLOAD_TYPE]);
  const trusted = await parts.keys.trusted(keyFiles);
  const key = trustedSignerOf(envelope, trusted);
  if (key === null)
    throw new WeighbridgeError('feed-untrusted', `${signed.name}: none of ${trusted.length} trusted keys signed it`);
  const text = Buffer.from(envelope.payload, 'base64').toString('utf8');
  return { feed: feedIn(text, signed.name), keyId: keyIdOf(key) };
}

function feedIn(text: string, name: string): ModelFeed {
  const parsed = parseFeed(jsonIn(text, name));
  if (parsed.kind === 'broken') throw new WeighbridgeError('feed-invalid', `${name}: ${parsed.why}`);
  const { name: called, issuedAt, expiresAt, advisories } = parsed.value;
  return { name: called, issuedAt, expiresAt, advisories };
}

function answerOf({ name, issuedAt, expiresAt, advisories }: ModelFeed, keyId: string): FeedAnswer {
  return { name, issuedAt, expiresAt, advisories: advisories.length, keyId };
}
