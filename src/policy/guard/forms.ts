import { z } from 'zod';
import { type GuardForm, ORIGINS } from '../../domain/guard.ts';
import type { Json } from '../../kernel/json.ts';
import { line } from '../yaml/shape.ts';

const count = z.int().min(0).max(1_000_000_000);
const bounds = z.strictObject({ least: count.optional(), most: count.optional() });

/** A form as a GuardPolicy file has it. */
export const FORM = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and hyphens, 63 at most'),
  title: line(200).optional(),
  // Most ask what a model answers.
  origins: z.array(z.enum(ORIGINS)).min(1).default(['assistant']),
  characters: bounds.optional(),
  words: bounds.optional(),
  schema: z.union([z.literal('requested'), z.record(z.string(), z.json())]).optional(),
});

export type FormFile = z.output<typeof FORM>;

export function formOf({ id, title = id, origins, characters, words, schema }: FormFile): GuardForm {
  return { id, title, origins, characters: boundsOf(characters), words: boundsOf(words), schema: schemaOf(schema) };
}

function boundsOf({ least = 0, most = Number.POSITIVE_INFINITY }: NonNullable<FormFile['words']> = {}) {
  return { least, most };
}

function schemaOf(schema: FormFile['schema']): GuardForm['schema'] {
  if (schema === undefined) return null;
  return schema === 'requested' ? schema : { given: schema as Json };
}

/** Why a form would find nothing, or everything; null when it is well. */
export function wrongWithForm(form: FormFile, wrongWithSchema: (schema: Json) => string | null): string | null {
  const { characters, words, schema } = form;
  if (characters === undefined && words === undefined && schema === undefined)
    return 'give characters, words or a schema';
  const { least, most } = formOf(form).characters;
  const said = formOf(form).words;
  if (least > most || said.least > said.most) return 'least is more than most';
  return schema === undefined || schema === 'requested' ? null : wrongWithSchema(schema as Json);
}
