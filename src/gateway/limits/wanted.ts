import { createHash } from 'node:crypto';
import { member } from '../../kernel/json.ts';
import type { Units, Usage } from '../../wire/surface.ts';
import type { AdmittedCall } from '../call.ts';
import type { Price } from '../snapshot.ts';
import { type Cost, isBound, type Scope, type Wanted } from './limiter.ts';

/** What a call wants of the limits of its key, team, channel and user; key and team count a call once, whoever else is asked. */
export function wantedOf(call: AdmittedCall, at: Date, again = false): Wanted {
  const { grant, channel, inputTokens: input, outputTokens: output, units } = call;
  const cost = costOf(channel.price, { input, output }, units);
  const counted = channel.perUser !== null || channel.scopes.some(({ limits }) => limits.monthlyUsers !== null);
  // Who does not say who they are is one user with all others of that key.
  const user = counted ? (userOf(call) ?? `key ${grant.name}`) : null;
  const own = again ? [] : grant.scopes;
  const scopes = channel.scopes.length === 0 ? own : [...own, ...channel.scopes];
  return { scopes: user === null ? scopes : [...scopes, ...userScope(call, user)], cost, user, at };
}

/** `expected`: what is paid for where the server does not say how much of it there was. */
export function costOf({ input, output, picture, minute }: Price, usage: Usage, expected: Units): Cost {
  const tokens = usage.input + usage.output;
  let money = (usage.input * input + usage.output * output) / 1_000_000;
  if (picture > 0) money += (usage.pictures ?? expected.pictures ?? 0) * picture;
  if (minute > 0) money += ((usage.seconds ?? expected.seconds ?? 0) * minute) / 60;
  return { tokens, money };
}

function userScope({ channel: { name, perUser } }: AdmittedCall, user: string): readonly Scope[] {
  return perUser === null || !isBound(perUser) ? [] : [{ name: `user:${name}/${user}`, limits: perUser }];
}

/** Of the header, or where each surface puts it; kept as a hash alone, since it may be a person's address. */
function userOf({ request, body: { value } }: AdmittedCall): string | null {
  const said = [
    request.headers['x-weighbridge-user'],
    value.safety_identifier,
    value.user,
    member(value.metadata, 'user_id'),
  ].find((one) => typeof one === 'string' && one !== '');
  return typeof said === 'string' ? createHash('sha256').update(said).digest('hex').slice(0, 32) : null;
}
