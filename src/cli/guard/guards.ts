import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Io } from '../io.ts';
import type { Guards } from './question.ts';
import type { GuardSetup } from './setup.ts';
import { vaultsUnder } from './vaults.ts';

/** The built-in policy is always there, as `default`. */
export async function guardsOf(
  io: Pick<Io, 'guard' | 'readChunks' | 'monotonic'>,
  { policies, protect, origin, pseudonymKey }: GuardSetup,
): Promise<Guards> {
  const how = { protect: await protectedIn(io, protect) };
  const given = await Promise.all(policies.map((policy) => io.guard(policy, how)));
  const all = given.some(({ policy }) => policy.id === 'default') ? given : [...given, await io.guard(null, how)];
  const names = all.map(({ policy }) => policy.id);
  const [first] = names;
  if (new Set(names).size < names.length || first === undefined)
    throw new WeighbridgeError('call-invalid', `two of the policies have the same name: ${names.join(', ')}`);
  return {
    byPolicy: new Map(all.map((guard) => [guard.policy.id, guard])),
    policy: first,
    origin,
    clock: () => io.monotonic(),
    ...(pseudonymKey === undefined ? {} : { vaults: vaultsUnder(pseudonymKey) }),
  };
}

async function protectedIn(io: Pick<Io, 'readChunks'>, folders: readonly string[]) {
  if (folders.length === 0) return [];
  const { protectFolder } = await import('./protect.ts');
  return Promise.all(folders.map((folder) => protectFolder(io, folder)));
}
