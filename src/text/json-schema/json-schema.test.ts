import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/support/deep.ts';
import type { Json } from '../../kernel/json.ts';
import { compilePattern } from '../re2.ts';
import { compileJsonSchema, SchemaError } from './compile.ts';

const checked = (schema: Json, value: Json) => compileJsonSchema(schema, compilePattern)(value);

const ORDER: Json = {
  type: 'object',
  properties: {
    id: { type: 'string', pattern: '^A-[0-9]+$' },
    lines: { type: 'array', items: { $ref: '#/$defs/line' }, minItems: 1 },
  },
  required: ['id', 'lines'],
  additionalProperties: false,
  $defs: {
    line: { type: 'object', properties: { count: { type: 'integer', minimum: 1 } }, required: ['count'] },
  },
};

describe('a JSON Schema', () => {
  it.each<[Json, string | null]>([
    [{ id: 'A-1', lines: [{ count: 2 }] }, null],
    [{ id: 'A-1', lines: [] }, '/lines: has 0 items, 1 at least'],
    [{ id: 'B', lines: [{ count: 1 }] }, '/id: does not match ^A-[0-9]+$'],
    [{ id: 'A-1', lines: [{ count: 1 }, { count: 0.5 }] }, '/lines/1/count: must be integer'],
    [{ id: 'A-1', lines: [{ count: 1 }], note: '' }, '/note: must not be there'],
    [{ id: 'A-1' }, 'lacks lines'],
    [['A-1'], 'must be object'],
  ])('says where what is wrong with %j', (value, wrong) => {
    expect(checked(ORDER, value)).toBe(wrong);
  });

  it('may hold itself', () => {
    const tree: Json = { properties: { left: { $ref: '#' }, right: { $ref: '#' }, leaf: { type: 'number' } } };
    expect(checked(tree, { left: { right: { leaf: 1 } } })).toBeNull();
    expect(checked(tree, { left: { right: { leaf: 'x' } } })).toBe('/left/right/leaf: must be number');
  });

  // Ajv forgets `contains` of an empty list where there are `prefixItems`.
  it.each<[Json, Json, boolean]>([
    [{ contains: { const: 1 } }, [2, 1], true],
    [{ contains: { const: 1 }, prefixItems: [true] }, [], false],
    [{ contains: { const: 1 }, minContains: 0 }, [], true],
    [{ contains: { const: 1 }, maxContains: 1 }, [1, 1], false],
  ])('%j takes %j: %s', (schema, value, takes) => {
    expect(checked(schema, value) === null).toBe(takes);
  });

  it.each<[string, Json]>([
    ['is a text', 'object'],
    ['names no type', { type: 'strnig' }],
    ['has a keyword that nobody knows', { requierd: ['id'] }],
    ['leads elsewhere', { $ref: 'https://example.com/schema.json' }],
    ['leads nowhere', { $ref: '#/$defs/none' }],
    ['has a pattern that looks behind', { pattern: '(?<=a)b' }],
    ['is too large', { anyOf: Array.from({ length: 6_000 }, () => ({})) }],
  ])('that %s is refused', (_, schema) => {
    expect(() => compileJsonSchema(schema, compilePattern)).toThrow(SchemaError);
  });

  it.each<[string, Json]>([
    ['holds nothing but itself', { $ref: '#' }],
    [
      'doubles with each floor',
      {
        $ref: '#/$defs/0',
        $defs: Object.fromEntries(
          Array.from({ length: 60 }, (_, at) => [
            at,
            at === 59 ? false : { anyOf: [{ $ref: `#/$defs/${at + 1}` }, { $ref: `#/$defs/${at + 1}` }] },
          ]),
        ),
      },
    ],
  ])('that %s is given up, and counts as broken', (_, schema) => {
    expect(checked(schema, {})).toBe('takes too long to check');
  });

  it('holds for the same values as the one that Ajv reads', () => {
    const key = fc.constantFrom('a', 'b', 'ab');
    const number = fc.constantFrom(-1, 0, 1, 2, 2.5);
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom<Json>(null, true, 'a', 'aé😀', 0, 1, 2.5, -3),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 3 }),
      ),
    }));
    const { schema } = fc.letrec<{ schema: Json }>((tie) => {
      const several = fc.array(tie('schema'), { minLength: 1, maxLength: 3 });
      const keywords: Readonly<Record<string, fc.Arbitrary<Json>>> = {
        type: fc.constantFrom<Json>('object', 'array', 'string', 'integer', ['number', 'null']),
        enum: fc.array(value, { minLength: 1, maxLength: 3 }),
        minimum: number,
        exclusiveMaximum: number,
        multipleOf: fc.constantFrom(0.5, 2),
        maxLength: fc.nat(3),
        minItems: fc.nat(2),
        uniqueItems: fc.boolean(),
        minProperties: fc.nat(2),
        pattern: fc.constantFrom('^a', 'é'),
        required: fc.uniqueArray(key, { maxLength: 2 }),
        properties: fc.dictionary(key, tie('schema'), { maxKeys: 2 }),
        patternProperties: fc.dictionary(fc.constantFrom('^a', 'b$'), tie('schema'), { maxKeys: 2 }),
        additionalProperties: tie('schema'),
        propertyNames: tie('schema'),
        prefixItems: several,
        items: tie('schema'),
        anyOf: several,
        oneOf: several,
        not: tie('schema'),
        if: tie('schema'),
        else: tie('schema'),
        dependentRequired: fc.dictionary(key, fc.uniqueArray(key, { maxLength: 2 }), { maxKeys: 2 }),
      };
      const pairs = [...Object.entries(keywords), ['then', tie('schema')] as const].map(([name, held]) =>
        held.map((value) => [name, value] as const),
      );
      const some = fc.array(fc.oneof(...pairs), { minLength: 1, maxLength: 4 });
      return {
        schema: fc.oneof(
          { maxDepth: 3 },
          fc.boolean(),
          some.map((held) => Object.fromEntries(held)),
        ),
      };
    });
    const ajv = new Ajv2020({ strict: false, validateSchema: false });
    fc.assert(
      fc.property(schema, value, (schema, value) => {
        // As parsed: Ajv tells objects of another making apart.
        const [read, json] = JSON.parse(JSON.stringify([schema, value])) as [object, Json];
        const told = askedOfAjv(() => ajv.validate(read, json));
        fc.pre(told !== null);
        expect(checked(read as Json, json) === null).toBe(told);
      }),
      { numRuns: cases(300) },
    );
  });
});

/** Null where code that Ajv 8 wrote for the schema names what it never declared: `{"not": true, "oneOf": [{"prefixItems": [false]}]}`. */
function askedOfAjv(validate: () => boolean): boolean | null {
  try {
    return validate();
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}
