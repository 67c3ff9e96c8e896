import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { PersonalText } from '../../../ports/control/audit.ts';
import type { Sql } from '../sql.ts';

const KEY = 'select key from person_keys where person = $1';
const ADD = 'insert into person_keys (organisation, person, key) values ($1, $2, $3) on conflict do nothing';
const FORGET = 'delete from person_keys where person = $1';

const keyRow = z.object({ key: z.instanceof(Uint8Array) });

/** A text that only its person's key opens (AES-256-GCM); all in base64. */
const sealed = z.object({ person: z.string(), nonce: z.string(), text: z.string(), tag: z.string() });
export type Sealed = z.output<typeof sealed>;
const entryWithText = z.object({ about: sealed });

/** Seals under the person's key, which is made with the first text about them. */
export async function seal(sql: Sql, organisation: string, { person, text }: PersonalText): Promise<Sealed> {
  await sql.run(ADD, [organisation, person, randomBytes(32)]);
  const [row] = await sql.rows(keyRow, KEY, [person]);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', row?.key ?? randomBytes(32), nonce);
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const shown = (part: Buffer) => part.toString('base64');
  return { person, nonce: shown(nonce), text: shown(bytes), tag: shown(cipher.getAuthTag()) };
}

/** Null when the entry holds no such text, or its person was forgotten. */
export async function unseal(sql: Sql, entry: string): Promise<string | null> {
  if (!entry.includes('"about":')) return null;
  const parsed = entryWithText.safeParse(JSON.parse(entry));
  if (!parsed.success) return null;
  const { person, nonce, text, tag } = parsed.data.about;
  const [row] = await sql.rows(keyRow, KEY, [person]);
  if (row === undefined) return null;
  const cipher = createDecipheriv('aes-256-gcm', row.key, Buffer.from(nonce, 'base64'));
  cipher.setAuthTag(Buffer.from(tag, 'base64'));
  try {
    return cipher.update(Buffer.from(text, 'base64'), undefined, 'utf8') + cipher.final('utf8');
  } catch {
    // The entry was changed, or the key is another one, made after its person was forgotten.
    return null;
  }
}

export async function forget(sql: Sql, person: string): Promise<boolean> {
  return (await sql.run(FORGET, [person])) === 1;
}
