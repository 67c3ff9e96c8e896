import type { GuardForm, GuardPolicy } from '../domain/guard.ts';
import type { Json } from '../kernel/json.ts';
import type { JsonSchema } from '../text/json-schema/compile.ts';
import type { UnitDetector } from './detector.ts';
import { createFormDetector } from './detectors/forms/detector.ts';
import type { GuardTable } from './table.ts';

type CompileSchema = (schema: Json) => JsonSchema;

/** One for each of the policy's forms. Where a form checks what is requested, nothing is until something is. */
export function formsOf({ forms }: GuardPolicy, compile: CompileSchema): readonly UnitDetector[] {
  return forms.map((form) =>
    createFormDetector(form, form.schema === null || form.schema === 'requested' ? null : compile(form.schema.given)),
  );
}

/** The table for a message of which this schema was requested. */
export function asRequested(table: GuardTable, schema: Json, compile: CompileSchema): GuardTable {
  const asking = table.policy.forms.filter((form) => form.schema === 'requested');
  if (asking.length === 0) return table;
  const requested = requestedBy(schema, compile);
  const detectors = asking.map((form) => createFormDetector(lengthless(form), requested));
  return { ...table, units: [...table.units, ...detectors.flatMap((detector) => table.enforce(detector))] };
}

/** The table for a text of which no form is asked. */
export function formless(table: GuardTable): GuardTable {
  if (table.policy.forms.length === 0) return table;
  return { ...table, units: table.units.filter(({ detector }) => detector.id !== 'forms') };
}

/** What cannot be read is kept by nothing that is said. */
function requestedBy(schema: Json, compile: CompileSchema): JsonSchema {
  try {
    return compile(schema);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it is none';
    return () => `the requested schema cannot be checked: ${why}`;
  }
}

/** Its lengths are checked whether or not a schema was requested. */
function lengthless(form: GuardForm): GuardForm {
  const any = { least: 0, most: Number.POSITIVE_INFINITY };
  return { ...form, characters: any, words: any };
}
