import { WeighbridgeError } from '../kernel/errors.ts';

/**
 * A reference as somebody asks a server for it, in the one way it is written down: what is kept and compared is this text.
 * Throws `reference-invalid` for what a server never opens, and for a path that says one thing and means another.
 */
export function referenceAsked(reference: string): string {
  if (/^(hf:|https:\/\/)/.test(reference)) return reference;
  const parts = reference.split('/').filter((part) => part !== '' && part !== '.');
  const path = parts.join('/');
  // Of the path as it is kept: what begins with a scheme there would be read as one the next time.
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(path) ?? [];
  if (scheme?.toLowerCase() === 'http')
    throw new WeighbridgeError(
      'reference-invalid',
      'nothing is fetched over http://: anybody on the way could change it',
      {
        remedy: 'Give its https:// address, hf:org/name, or a path below the server’s models.',
      },
    );
  if (scheme !== undefined)
    throw new WeighbridgeError('reference-invalid', `a server opens nothing at ${scheme}:`, {
      remedy: 'Give hf:org/name, an https:// address, or a path below the server’s models.',
    });
  if (reference.startsWith('/') || parts.includes('..') || parts.length === 0)
    throw new WeighbridgeError('reference-invalid', 'a path is relative to the server’s models, and has no ..', {
      remedy: 'Give the path of the model below the folder of models, as team/model.',
    });
  return path;
}
