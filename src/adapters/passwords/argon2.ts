import type { Passwords } from '../../ports/passwords.ts';

/** argon2id with the parameters that OWASP's Password Storage Cheat Sheet puts first: 19 MiB, two passes, one lane. */
// 2 is Argon2id; the package's enum is a constant that cannot be imported.
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function createArgon2(): Promise<Passwords> {
  const { hash, verify } = await import('@node-rs/argon2');
  return {
    hash: (password) => hash(password, COST),
    matches: (stored, password) => verify(stored, password).catch(() => false),
  };
}
