import type { FastifyInstance } from 'fastify';
import { type AnswerSubmission, WITNESS_PREFIX } from '../contract/control/witness.ts';

/** A checkpoint with its signatures, and a proof of 63 hashes: far less than this. */
const BODY = 32 * 1024;

/** The protocol of witnesses beside the API: plain text, and nobody signs in (c2sp.org/tlog-witness). */
export function routeWitness(server: FastifyInstance, answer: AnswerSubmission): void {
  void server.register(async (own) => {
    own.removeAllContentTypeParsers();
    own.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body));
    own.post(`${WITNESS_PREFIX}/:organisation/add-checkpoint`, { bodyLimit: BODY }, async (request, reply) => {
      const { organisation = '' } = request.params as Readonly<Record<string, string>>;
      const body = typeof request.body === 'string' ? request.body : '';
      const { status, type, body: text } = await answer(organisation, body);
      return reply.code(status).header('content-type', type).send(text);
    });
  });
}
