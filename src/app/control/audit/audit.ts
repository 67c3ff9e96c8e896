import { parseCheckpoint } from '../../../audit/checkpoint.ts';
import { noteOf, openNote, parseVerifierKey, verifierKey } from '../../../audit/note.ts';
import { consistencyRanges, hashOfRange, inclusionRanges, type Range, subtreesOf } from '../../../audit/ranges.ts';
import { type LoggedEntry, verifyLog } from '../../../audit/verify.ts';
import type { AUDIT_OPERATIONS } from '../../../contract/control/operations/audit.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { AuditBook } from '../../../ports/control/audit.ts';
import type { Desk } from '../parts.ts';
import type { UseCases } from '../use-case.ts';
import { logKeyOf, signedCheckpoint } from './checkpoints.ts';
import { problemSaid } from './log-problems.ts';

export const AUDIT: UseCases<typeof AUDIT_OPERATIONS> = {
  'audit.list': listEntries,
  'audit.checkpoint': showCheckpoint,
  'audit.checkpoints': listCheckpoints,
  'audit.prove': proveEntry,
  'audit.consistency': proveConsistency,
  'audit.verify': verifyAudit,
  'audit.cosign': cosign,
};

async function listEntries(
  { books }: Desk,
  { since, limit }: ParsedInputOf<'audit.list'>,
): Promise<OutputOf<'audit.list'>> {
  const items = [];
  for (const { position, entry, completed } of await books.audit.since(since, limit)) {
    const about = await books.audit.personalText(entry);
    items.push({ position, entry, completed: base64(completed), about });
  }
  return { items };
}

async function showCheckpoint(desk: Desk): Promise<OutputOf<'audit.checkpoint'>> {
  const { key, size, text, line } = await signedCheckpoint(desk.books.audit, desk.parts.logSigner, desk.now);
  const note = noteOf(text, [line, ...(await desk.books.audit.cosignatures(size))]);
  return { size, note, key: verifierKey(key) };
}

async function listCheckpoints(
  { books: { audit } }: Desk,
  { since, limit }: ParsedInputOf<'audit.checkpoints'>,
): Promise<OutputOf<'audit.checkpoints'>> {
  const kept = await audit.checkpointsFrom(since, limit);
  const items = [];
  for (const { size, note } of kept) {
    const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
    items.push({ size, note: noteOf(text, [note.slice(text.length + 1), ...(await audit.cosignatures(size))]) });
  }
  const last = items.at(-1);
  return { items, next: last !== undefined && items.length === limit ? last.size + 1 : null };
}

async function proveEntry(
  { books }: Desk,
  { position, size: wanted }: ParsedInputOf<'audit.prove'>,
): Promise<OutputOf<'audit.prove'>> {
  const { size: now } = await books.audit.head();
  const size = wanted ?? now;
  if (size > now || position >= size) throw new WeighbridgeError('audit-not-so-long', `${now} entries`);
  const [written] = await books.audit.since(position, 1);
  if (written?.position !== position) throw new WeighbridgeError('audit-not-so-long', `entry ${position} is gone`);
  return { position, size, entry: written.entry, path: await pathOf(books.audit, inclusionRanges(position, size)) };
}

async function proveConsistency(
  { books }: Desk,
  { before, after }: ParsedInputOf<'audit.consistency'>,
): Promise<OutputOf<'audit.consistency'>> {
  const { size } = await books.audit.head();
  if (before > after || after > size) throw new WeighbridgeError('audit-not-so-long', `${size} entries`);
  return { before, after, path: await consistencyPath(books.audit, before, after) };
}

/** The proof that the first `before` entries are the beginning of the first `after`, base64. */
export function consistencyPath(audit: AuditBook, before: number, after: number): Promise<string[]> {
  return pathOf(audit, consistencyRanges(before, after));
}

async function pathOf(audit: AuditBook, ranges: readonly Range[]): Promise<string[]> {
  const leaves = ranges.flatMap((range) => subtreesOf(range).map(({ last }) => last));
  const completedBy = await audit.hashesOf(leaves);
  return ranges.map((range) => base64(hashOfRange(range, completedBy)));
}

function verifyAudit({ books }: Desk): Promise<OutputOf<'audit.verify'>> {
  return stateOfLog(books.audit);
}

/** Reads a log whole, and holds it against itself and against what it signed. */
export async function stateOfLog(audit: AuditBook): Promise<OutputOf<'audit.verify'>> {
  const signed = (await audit.checkpoints()).flatMap(
    ({ note }) => parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1)) ?? [],
  );
  const { size, root, problems } = await verifyLog(entriesOf(audit), signed);
  return { ok: problems.length === 0, size, root: base64(root), problems: problems.map(problemSaid) };
}

/** As many entries as are read at once. */
const CHUNK = 1000;

async function* entriesOf(audit: AuditBook): AsyncIterable<LoggedEntry> {
  for (let from = 0; ; ) {
    const entries = await audit.since(from, CHUNK);
    for (const { position, entry, completed } of entries)
      yield { position, entry: Buffer.from(entry, 'utf8'), completed };
    const last = entries.at(-1);
    if (last === undefined) return;
    from = last.position + 1;
  }
}

async function cosign(
  desk: Desk,
  { size, key, line }: ParsedInputOf<'audit.cosign'>,
): Promise<OutputOf<'audit.cosign'>> {
  const { audit } = desk.books;
  const kept = (await audit.checkpoints()).find((one) => one.size === size);
  if (kept === undefined)
    throw new WeighbridgeError('cosignature-invalid', `no checkpoint of ${size} entries was made`);
  const witness = parseVerifierKey(key);
  if (witness?.type !== 'witness') throw new WeighbridgeError('cosignature-invalid', 'the key is no witness’s');
  const text = kept.note.slice(0, kept.note.lastIndexOf('\n\n') + 1);
  if (openNote(noteOf(text, [line]), [witness]) === null)
    throw new WeighbridgeError('cosignature-invalid', 'it does not hold for this checkpoint');
  await audit.addCosignature(size, witness.name, line, desk.now);
  const note = noteOf(text, [kept.note.slice(text.length + 1), ...(await audit.cosignatures(size))]);
  return { size, note, key: verifierKey(logKeyOf((await audit.head()).origin, desk.parts.logSigner)) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
