import { z } from 'zod';
import { dossierDigest } from '../../domain/dossier.ts';
import { touchKeysOf } from '../../domain/touch.ts';
import { OUTCOMES } from '../../domain/verdict.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { digestFromHex, digestOfJson, hexOf } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import type { DossierStore } from '../../ports/dossier-store.ts';
import { digestText, moment } from './columns.ts';
import type { Sql } from './sql.ts';

const KEEP = `insert into vettings (organisation, dossier, vetting, reference, outcome, policy, vetted_at, document)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`;
const TOUCH = `insert into dossier_touches (organisation, key, dossier) select $1, unnest($2::text[]), $3 on conflict do nothing`;
const NEWEST_EACH = `select * from (
    select distinct on (dossier) dossier, reference, outcome, policy, vetted_at, place from vettings
    order by dossier, vetted_at desc, place desc
  ) newest order by vetted_at desc, place desc limit $1`;
const NAMED = `select distinct dossier from vettings where starts_with(dossier, $1) limit 1000`;
const DOCUMENT = `select document from vettings where dossier = $1 order by vetted_at desc, place desc limit 1`;
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
const documentRow = z.object({ document: z.string() });

/** Dossiers as rows; what is read back must hash to its own name. */
export function dossierTable(sql: Sql, organisation: string): DossierStore {
  return {
    keep: async (vetting) => {
      const { dossier, reference, verdict, policy, vettedAt } = vetting;
      const digest = digestOfJson(vetting as unknown as Json);
      // U+0000 is the one character that PostgreSQL's text cannot hold.
      const shown = reference.replaceAll('\0', '\uFFFD');
      const values = [dossier.digest, digest, shown, verdict.outcome, policy.id, vettedAt, JSON.stringify(vetting)];
      await sql.run(KEEP, [organisation, ...values]);
      const keys = touchKeysOf(dossier).map((key) => key.replaceAll('\0', '\uFFFD'));
      await sql.run(TOUCH, [organisation, keys, dossier.digest]);
    },
    list: async () =>
      (await sql.rows(summaryRow, NEWEST_EACH, [LISTED])).map(({ vetted_at, ...row }) => ({
        ...row,
        vettedAt: vetted_at,
      })),
    newest: async (prefix) => {
      const hex = prefix.replace(/^sha256:/, '');
      const found = /^[0-9a-f]{1,64}$/.test(hex) ? await sql.rows(dossierRow, NAMED, [`sha256:${hex}`]) : [];
      const [only, second] = found;
      if (only === undefined) throw new WeighbridgeError('dossier-not-found', prefix);
      if (second !== undefined) throw new WeighbridgeError('dossier-ambiguous', `${found.length} begin with ${prefix}`);
      const [row] = await sql.rows(documentRow, DOCUMENT, [only.dossier]);
      return parsed(row?.document ?? '', hexOf(only.dossier));
    },
    touching: async (keys) => (await sql.rows(dossierRow, TOUCHING, [[...keys]])).map(({ dossier }) => dossier),
  };
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
