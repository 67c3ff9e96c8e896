import { type Checkpoint, parseCheckpoint } from '../../../audit/checkpoint.ts';
import { EMPTY_FRONTIER, grow } from '../../../audit/frontier.ts';
import { leafHash } from '../../../audit/hashing.ts';
import {
  type NoteKey,
  noteOf,
  openNote,
  parseVerifierKey,
  signatureLine,
  signatureLines,
  signedBytes,
  verifierKey,
} from '../../../audit/note.ts';
import { includes } from '../../../audit/proofs.ts';
import { TileWriter } from '../../../audit/tiles.ts';
import { type LoggedEntry, verifyLog } from '../../../audit/verify.ts';
import { judgeSubmission } from '../../../audit/witness.ts';
import type { Auditor, AuditTrust, Cosigned, WitnessInput } from '../../../contract/control/auditor.ts';
import type { Control, OutputOf } from '../../../contract/control/operations.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Signer } from '../../../ports/signer.ts';
import { problemSaid } from './log-problems.ts';

export interface AuditorParts {
  readonly openKey: (file: string) => Promise<Signer>;
  readonly clock: Clock;
}

export function createAuditor(parts: AuditorParts): Auditor {
  return {
    verify: async (call, input) => {
      const { key, note, checkpoint } = await currentCheckpoint(call, input);
      const kept = input.kept === null ? [] : [opened(input.kept.text, key, input.kept.name).checkpoint];
      const { signed, foreign } = await signedBefore(call, key, checkpoint.size);
      const state = await verifyLog(entriesOf(call, checkpoint.size), [checkpoint, ...kept, ...signed]);
      const problems = [...state.problems.map(problemSaid), ...foreign.slice(0, 1).map(foreignSaid)];
      const root = Buffer.from(state.root).toString('base64');
      const held = signed.length + kept.length + 1;
      const said = { size: state.size, root, key: verifierKey(key), problems, checkpoint: note, checkpoints: held };
      return { ok: problems.length === 0, ...said };
    },
    prove: async (call, { position, ...trust }) => {
      const { checkpoint } = await currentCheckpoint(call, trust);
      const { size, entry, path } = await call('audit.prove', { position, size: checkpoint.size });
      const leaf = leafHash(Buffer.from(entry, 'utf8'));
      return { position, size, entry, holds: includes(checkpoint, position, leaf, path.map(bytesOf)) };
    },
    export: exportTiles,
    witness: (call, input) => cosign(parts, call, input),
  };
}

async function* exportTiles(call: Control, trust: AuditTrust): AsyncIterable<readonly [string, Uint8Array]> {
  const { note, checkpoint } = await currentCheckpoint(call, trust);
  const writer = new TileWriter();
  let frontier = EMPTY_FRONTIER;
  for await (const { entry } of entriesOf(call, checkpoint.size)) {
    const grown = grow(frontier, leafHash(entry));
    frontier = grown.frontier;
    yield* writer.add(entry, grown.completed);
  }
  yield* writer.rest();
  yield ['checkpoint', Buffer.from(note, 'utf8')];
}

async function cosign(parts: AuditorParts, call: Control, input: WitnessInput): Promise<Cosigned> {
  const { key, note, checkpoint: now } = await currentCheckpoint(call, input);
  const known = input.state === null ? null : opened(input.state.text, key, input.state.name).checkpoint;
  const old = known?.size ?? 0;
  const { path } = old > now.size ? { path: [] } : await call('audit.consistency', { before: old, after: now.size });
  const judged = judgeSubmission(key, known, { old, proof: path.map(bytesOf), note });
  if (judged.kind === 'refused') throw new WeighbridgeError('cosignature-refused', judged.why);
  const signer = await parts.openKey(input.keyFile);
  if (signer.publicKey.asymmetricKeyType !== 'ed25519')
    throw new WeighbridgeError('key-invalid', `${input.keyFile}: a witness signs with Ed25519`);
  const witness: NoteKey = { name: input.name, type: 'witness', publicKey: signer.publicKey };
  const witnessKey = verifierKey(witness);
  if (parseVerifierKey(witnessKey) === null)
    throw new WeighbridgeError('call-invalid', `${input.name} is no name of a witness`);
  const seconds = Math.floor(parts.clock.now().getTime() / 1000);
  const line = signatureLine(witness, await signer.sign(signedBytes(judged.text, seconds)), seconds);
  const { size } = judged.checkpoint;
  return {
    size,
    state: noteOf(judged.text, [...signatureLines(note).slice(0, 1), line]),
    witnessKey,
    submit: async () => void (await call('audit.cosign', { size, key: witnessKey, line })),
  };
}

/** Those that the checkpoint is of: acts go on while we read. */
async function* entriesOf(call: Control, size: number): AsyncIterable<LoggedEntry> {
  for (let since = 0; since < size; ) {
    const { items } = await call('audit.list', { since, limit: Math.min(1000, size - since) });
    for (const { position, entry, completed } of items)
      yield { position, entry: Buffer.from(entry, 'utf8'), completed: bytesOf(completed) };
    const last = items.at(-1);
    if (last === undefined) return;
    since = last.position + 1;
  }
}

function foreignSaid(size: number) {
  return {
    kind: 'foreign',
    message: `The checkpoint of ${size} entries is not this log’s, or its signature does not hold.`,
  };
}

interface Before {
  readonly signed: readonly Checkpoint[];
  /** Sizes of those that are no checkpoints of this log. */
  readonly foreign: readonly number[];
}

/** What the server says it signed before: of a log that was written anew, one may still say otherwise. */
async function signedBefore(call: Control, key: NoteKey, upTo: number): Promise<Before> {
  const signed: Checkpoint[] = [];
  const foreign: number[] = [];
  for (let since: number | null = 0; since !== null; ) {
    const page: OutputOf<'audit.checkpoints'> = await call('audit.checkpoints', { since, limit: 1000 });
    for (const { note, size } of page.items) {
      // Those that are made while we read are of entries that we do not.
      if (size > upTo) continue;
      const open = openNote(note, [key]);
      const checkpoint = open === null ? null : parseCheckpoint(open.text);
      if (checkpoint?.origin === key.name) signed.push(checkpoint);
      else foreign.push(size);
    }
    since = page.next;
  }
  return { signed, foreign };
}

async function currentCheckpoint(call: Control, trust: AuditTrust) {
  const { note, key: said } = await call('audit.checkpoint', {});
  const key = parseVerifierKey(trust.key ?? said);
  if (key === null) throw new WeighbridgeError('checkpoint-invalid', 'this is no key of a log');
  return { key, note, ...opened(note, key, 'the server’s') };
}

function opened(note: string, key: NoteKey, name: string) {
  const open = openNote(note, [key]);
  const checkpoint = open === null ? null : parseCheckpoint(open.text);
  if (checkpoint === null) throw new WeighbridgeError('checkpoint-invalid', `${name} is not signed by ${key.name}`);
  if (checkpoint.origin !== key.name)
    throw new WeighbridgeError('checkpoint-invalid', `${name} is of ${checkpoint.origin}`);
  return { checkpoint };
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
