import { isJsonObject, type Json } from '../../kernel/json.ts';

/** Of its own, and nothing that an answer could break. */
const ORDER = 'propertyOrdering';
const COUNTS = /^(?:min|max)(?:Items|Length|Properties)$/;

/** Gemini's own schemas as JSON Schema: its types are in capitals, `nullable` stands beside them, and counts may be texts. */
export function jsonSchemaOf(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(jsonSchemaOf);
  if (!isJsonObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(
        ([key, value]) =>
          !(key === 'nullable' && typeof value === 'boolean') && !(key === ORDER && Array.isArray(value)),
      )
      .map(([key, value]) => {
        if (COUNTS.test(key) && typeof value === 'string') return [key, Number(value)];
        if (key !== 'type' || typeof value !== 'string') return [key, jsonSchemaOf(value ?? null)];
        const type = value.toLowerCase();
        return [key, schema.nullable === true ? [type, 'null'] : type];
      }),
  );
}
