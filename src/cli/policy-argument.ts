import type { WantedPolicy } from '../contract/vetting.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { Io } from './io.ts';

/** Profiles of the same names are built in; anything else is a file. */
const PROFILES = ['default', 'strict', 'research'];

export async function policyFrom(wanted: string, io: Io): Promise<Exclude<WantedPolicy, { readonly kind: 'stored' }>> {
  if (PROFILES.includes(wanted)) return { kind: 'profile', id: wanted };
  return { kind: 'text', name: wanted, text: await io.readText(wanted, LIMITS.policyFile) };
}
