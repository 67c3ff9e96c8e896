import { z } from 'zod';
import { dossierDigest } from '../../domain/dossier.ts';
import { touchKeysOf } from '../../domain/touch.ts';
import { OUTCOMES } from '../../domain/verdict.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { type Digest, digestFromHex, digestOf, digestOfJson, hexOf } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import type { BlobStore } from '../../ports/blob-store.ts';
import type { DossierStore } from '../../ports/dossier-store.ts';
import { digestText, moment } from './columns.ts';
import type { KeptVettings } from './kept-vettings.ts';
import type { Sql } from './sql.ts';

const KEEP = `with vetting as (
    insert into vettings (organisation, dossier, vetting, reference, outcome, policy, vetted_at, document, blob, blob_size)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing)
  insert into dossier_touches (organisation, key, dossier) select $1, unnest($11::text[]), $2 on conflict do nothing`;
const NEWEST_EACH = `select * from (
    select distinct on (dossier) dossier, reference, outcome, policy, vetted_at, place from vettings
    order by dossier, vetted_at desc, place desc
  ) newest order by vetted_at desc, place desc limit $1`;
const NAMED = `select distinct dossier from vettings where starts_with(dossier, $1) limit 1000`;
const NEWEST = `select vetting from vettings where dossier = $1 order by vetted_at desc, place desc limit 1`;
const DOCUMENT = `select document, blob from vettings where dossier = $1 and vetting = $2`;
const TOUCHING = `select distinct dossier from dossier_touches where key = any($1) order by dossier`;

/** More than a person reads; dossiers past it are still found by their digest. */
const LISTED = 10_000;

const summaryRow = z.object({
  dossier: digestText,
  reference: z.string(),
  outcome: z.enum(OUTCOMES),
  policy: z.string(),
  vetted_at: moment,
});
const dossierRow = z.object({ dossier: digestText });
const vettingRow = z.object({ vetting: digestText });
const documentRow = z.object({ document: z.string().nullable(), blob: digestText.nullable() });

/** Bytes of a document that still goes into its row; most do. */
const IN_ROW = 256 * 1024;

/** Dossiers as rows, large ones in the store of blobs; what is read back must hash to its own name. */
export function dossierTable(
  sql: Sql,
  organisation: string,
  { blobs, kept }: { readonly blobs: BlobStore | null; readonly kept: KeptVettings },
): DossierStore {
  return {
    keep: async (vetting) => {
      const { dossier, reference, verdict, policy, vettedAt } = vetting;
      const digest = digestOfJson(vetting as unknown as Json);
      // U+0000 is the one character that PostgreSQL's text cannot hold.
      const shown = reference.replaceAll('\0', '\uFFFD');
      const stored = await storedAt(blobs, Buffer.from(JSON.stringify(vetting)));
      const values = [dossier.digest, digest, shown, verdict.outcome, policy.id, vettedAt, ...stored];
      const keys = touchKeysOf(dossier).map((key) => key.replaceAll('\0', '\uFFFD'));
      await sql.run(KEEP, [organisation, ...values, keys]);
    },
    list: async () =>
      (await sql.rows(summaryRow, NEWEST_EACH, [LISTED])).map(({ vetted_at, ...row }) => ({
        ...row,
        vettedAt: vetted_at,
      })),
    newest: async (prefix) => {
      const dossier = await wholeDigest(sql, prefix);
      const [newest] = await sql.rows(vettingRow, NEWEST, [dossier]);
      if (newest === undefined) throw new WeighbridgeError('dossier-not-found', prefix);
      const known = kept.get(newest.vetting);
      if (known !== undefined) return known;
      const [row] = await sql.rows(documentRow, DOCUMENT, [dossier, newest.vetting]);
      const document = row === undefined ? '' : await documentOf(blobs, row);
      const vetting = parsed(document, hexOf(dossier));
      // What lies elsewhere may be gone, which whoever asks is told.
      if (row?.blob === null) kept.set(newest.vetting, vetting, document.length);
      return vetting;
    },
    touching: async (keys) => (await sql.rows(dossierRow, TOUCHING, [[...keys]])).map(({ dossier }) => dossier),
  };
}

/** Of a dossier by the first digits of its digest. */
async function wholeDigest(sql: Sql, prefix: string): Promise<Digest> {
  const hex = prefix.replace(/^sha256:/, '');
  if (/^[0-9a-f]{64}$/.test(hex)) return digestFromHex(hex);
  const found = /^[0-9a-f]{1,63}$/.test(hex) ? await sql.rows(dossierRow, NAMED, [`sha256:${hex}`]) : [];
  const [only, second] = found;
  if (only === undefined) throw new WeighbridgeError('dossier-not-found', prefix);
  if (second !== undefined) throw new WeighbridgeError('dossier-ambiguous', `${found.length} begin with ${prefix}`);
  return only.dossier;
}

/** Where a document went: its row's `document`, or `blob` and `blob_size`. A blob whose row never came is nobody's, and harmless. */
async function storedAt(blobs: BlobStore | null, document: Buffer): Promise<readonly (string | number | null)[]> {
  if (blobs === null || document.length <= IN_ROW) return [document.toString(), null, null];
  const name = { digest: digestOf(document), size: document.length };
  await blobs.put(
    name,
    (async function* () {
      yield document;
    })(),
  );
  return [null, name.digest, name.size];
}

async function documentOf(blobs: BlobStore | null, { document, blob }: z.output<typeof documentRow>): Promise<string> {
  if (document !== null) return document;
  if (blob === null || blobs === null) throw new WeighbridgeError('blob-missing', blob ?? 'a dossier');
  const pieces: Uint8Array[] = [];
  for await (const piece of blobs.read(blob)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function parsed(document: string, hex: string): Vetting {
  try {
    const vetting = JSON.parse(document) as Vetting;
    const digest = digestFromHex(hex);
    if (vetting.dossier.digest === digest && dossierDigest(vetting.dossier) === digest) return vetting;
  } catch (cause) {
    throw new WeighbridgeError('dossier-damaged', hex, { cause });
  }
  throw new WeighbridgeError('dossier-damaged', hex);
}
