import { isJsonObject, type Json } from '../../kernel/json.ts';

/** Gemini's own schemas as JSON Schema: its types are in capitals, and `nullable` stands beside them. */
export function jsonSchemaOf(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(jsonSchemaOf);
  if (!isJsonObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => key !== 'nullable' || typeof value !== 'boolean')
      .map(([key, value]) => {
        if (key !== 'type' || typeof value !== 'string') return [key, jsonSchemaOf(value ?? null)];
        const type = value.toLowerCase();
        return [key, schema.nullable === true ? [type, 'null'] : type];
      }),
  );
}
