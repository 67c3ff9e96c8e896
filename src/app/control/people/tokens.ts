import type { TOKEN_OPERATIONS } from '../../../contract/control/operations/tokens.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { Token } from '../../../domain/people.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Desk } from '../parts.ts';
import { record } from '../parts.ts';
import { pageOf } from '../shown.ts';
import type { UseCases } from '../use-case.ts';
import { hashOf, secretFor } from './secrets.ts';

const DAY = 24 * 60 * 60 * 1000;

export const TOKENS: UseCases<typeof TOKEN_OPERATIONS> = {
  'token.list': listTokens,
  'token.add': addToken,
  'token.revoke': revokeToken,
};

async function listTokens({ books, actor }: Desk, input: ParsedInputOf<'token.list'>): Promise<OutputOf<'token.list'>> {
  return pageOf(await books.people.tokens(actor.person.id, input), plainToken);
}

async function addToken(desk: Desk, input: ParsedInputOf<'token.add'>): Promise<OutputOf<'token.add'>> {
  const { parts, books, actor, now } = desk;
  const beyond = input.scopes.find((scope) => actor.scopes !== null && !actor.scopes.includes(scope));
  if (beyond !== undefined) throw new WeighbridgeError('scope-exceeded', beyond);
  const secret = secretFor('token', actor.organisation, parts.mint.secret());
  const token: Token = {
    id: parts.mint.id(),
    person: actor.person.id,
    name: input.name,
    scopes: input.scopes,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + input.days * DAY).toISOString(),
    revokedAt: null,
  };
  await books.people.addToken(token, hashOf(secret));
  await record(desk, 'token.add', token.id, { scopes: token.scopes });
  return { ...plainToken(token), secret };
}

async function revokeToken(
  desk: Desk,
  { token: id }: ParsedInputOf<'token.revoke'>,
): Promise<OutputOf<'token.revoke'>> {
  const token = await desk.books.people.revokeToken(desk.actor.person.id, id, desk.now);
  if (token === null) throw new WeighbridgeError('token-not-found', id);
  await record(desk, 'token.revoke', id);
  return plainToken(token);
}

function plainToken(token: Token): OutputOf<'token.revoke'> {
  return { ...token, scopes: [...token.scopes] };
}
