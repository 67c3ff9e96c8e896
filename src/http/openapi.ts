import { z } from 'zod';
import type { Operation } from '../contract/control/operation.ts';
import { OPERATIONS, type OperationName } from '../contract/control/operations.ts';
import { revisedBy } from '../contract/control/revises.ts';
import { ERRORS, type ErrorCode } from '../kernel/errors.ts';
import { statusOf } from './problem.ts';

/** The API's description (OpenAPI 3.1), from the table of operations. */
export function openApi(version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, operation] of Object.entries<Operation>(OPERATIONS)) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [operation.method.toLowerCase()]: described(name as OperationName, operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Weighbridge', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token, from token.add.' },
        session: { type: 'apiKey', in: 'cookie', name: 'wb_session', description: 'With x-csrf-token but for GET.' },
      },
      schemas: { Problem: PROBLEM },
    },
  };
}

function described(name: OperationName, operation: Operation): object {
  const { summary, method, path, scope, errors, who: permission } = operation;
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter ?? '');
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' });
  const members = Object.entries(schema.properties ?? {});
  const required = schema.required ?? [];
  const rest = members.filter(([key]) => !inPath.includes(key));
  const inQuery = method === 'GET' ? rest : [];
  const body = { type: 'object', properties: Object.fromEntries(rest), additionalProperties: false };
  const shows = revisedBy(name);
  const who = typeof permission === 'string' ? permission : `roles ${permission.join(', ')}`;
  return {
    operationId: name,
    summary,
    description: `For ${who}; a token needs the scope ${scope}.`,
    security: permission === 'anyone' ? [] : [{ token: [] }, { session: [] }],
    parameters: [
      ...inPath.map((key) => ({ name: key, in: 'path', required: true, schema: schema.properties?.[key] ?? {} })),
      ...inQuery.map(([key, value]) => ({ name: key, in: 'query', required: required.includes(key), schema: value })),
      ...(method === 'GET' ? [IF_NONE_MATCH] : []),
      ...(method === 'GET' || operation.secret === true ? [] : [IDEMPOTENCY]),
      ...(shows === null ? [] : [ifMatch(shows)]),
    ],
    ...(method === 'GET' || rest.length === 0
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: { ...body, required: required.filter((key) => !inPath.includes(key)) } },
            },
          },
        }),
    responses: {
      '200': {
        description: 'Done',
        content: {
          'application/json': { schema: z.toJSONSchema(operation.output, { io: 'output', unrepresentable: 'any' }) },
        },
      },
      ...(method === 'GET' ? { '304': { description: 'It is as If-None-Match names it' } } : {}),
      ...problems(shows === null ? errors : [...errors, 'changed-meanwhile']),
    },
  };
}

function problems(errors: Operation['errors']): Record<string, object> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set([...errors, ...ALWAYS]))
    byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `${code}: ${ERRORS[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

/** What any operation may answer. */
const ALWAYS = [
  'unauthenticated',
  'not-permitted',
  'scope-exceeded',
  'input-invalid',
  'input-too-large',
  'database-failed',
  'database-full',
  'database-crossed',
  'bug',
] as const;

const IDEMPOTENCY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key and input give the first answer again, and do nothing more.',
  schema: { type: 'string', maxLength: 200 },
};

const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'ETags of answers that are at hand: the same again is not sent (304).',
  schema: { type: 'string' },
};

function ifMatch(shows: OperationName): object {
  const description = `The ETag of ${shows}: nothing is done where the thing is no longer so (412).`;
  return { name: 'If-Match', in: 'header', required: false, description, schema: { type: 'string' } };
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'remedy'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: Object.keys(ERRORS) },
    detail: { type: 'string' },
    remedy: { type: 'string' },
  },
};
