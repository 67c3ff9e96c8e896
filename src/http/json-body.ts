import type { FastifyInstance } from 'fastify';
import { MalformedError } from '../kernel/bytes.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { duplicateKeys, scanJson } from '../kernel/json-scan.ts';
import { LIMITS } from '../kernel/limits.ts';

/** Bodies in JSON; refused where a key stands twice in an object, of which two readers may take another one each. */
export function readJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) =>
    parse(request, text, (error, value) => done(error ?? ambiguous(text, value), value)),
  );
}

function ambiguous(text: string, value: unknown): Error | null {
  try {
    const [twice] = duplicateKeys(text, value, scanJson(text, LIMITS.jsonDepth, { countOnly: true }));
    return twice === undefined ? null : new WeighbridgeError('input-invalid', `${twice}: stands twice in the body`);
  } catch (error) {
    if (error instanceof MalformedError) return new WeighbridgeError('input-invalid', error.message);
    throw error;
  }
}
