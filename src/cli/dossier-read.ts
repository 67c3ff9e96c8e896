import { InvalidArgumentError } from 'commander';
import type { Control } from '../contract/control/operations.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { printable } from '../kernel/printable.ts';

/** Characters of a digest that somebody is shown to give back: chance does not meet them. */
const SHOWN = 12;

/** `sha256:` may be left out. Eight digits at least: fewer fit by chance. */
export function dossierPrefix(value: string): string {
  const digits = value.toLowerCase().replace(/^sha256:/, '');
  if (!/^[0-9a-f]{8,64}$/.test(digits))
    throw new InvalidArgumentError('is no digest, nor its first eight hexadecimal digits or more.');
  return digits;
}

export function shortDossier(dossier: string): string {
  return dossier.replace(/^sha256:/, '').slice(0, SHOWN);
}

/** Throws `dossier-stale` where a request stands on another dossier than the one that somebody read. */
export function assertRead(read: string | undefined, dossier: string): void {
  if (read === undefined || dossier.replace(/^sha256:/, '').startsWith(read)) return;
  throw new WeighbridgeError('dossier-stale', `${read}: the request stands on ${shortDossier(dossier)} now`);
}

/** For whoever ruled without saying what they had read. */
export async function whichDossier(call: Control, dossier: string): Promise<string> {
  const { vettedAt } = await call('dossier.show', { dossier }).catch((): { vettedAt?: unknown } => ({}));
  const when = typeof vettedAt === 'string' ? `, vetted at ${printable(vettedAt)}` : '';
  return `Ruled on the newest dossier, ${shortDossier(dossier)}${when}; --dossier rules on the one that you read, or not at all.\n`;
}
