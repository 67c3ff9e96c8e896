import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { pathWithin } from '../adapters/files/own-files.ts';
import { FIRST_ORGANISATION } from '../app/control/people/found.ts';
import type { ModelFolders } from '../contract/control/up.ts';
import { WeighbridgeError } from '../kernel/errors.ts';

export type Locate = (organisation: string, reference: string) => Promise<string>;

/**
 * A hub's model, a file over https, or a model below the organisation's own folder; nothing else on this machine, and
 * nothing of another organisation. Throws `call-invalid` where one organisation's folder lies in another's.
 */
export async function modelsBelow({ models, modelsOf = {} }: ModelFolders): Promise<Locate> {
  const folders = new Map(Object.entries(modelsOf));
  if (models !== null) {
    if (folders.has(FIRST_ORGANISATION))
      throw new WeighbridgeError(
        'call-invalid',
        `organisation ${FIRST_ORGANISATION} has two folders of models: give one`,
      );
    folders.set(FIRST_ORGANISATION, models);
  }
  await assertApart(folders);
  return async (organisation, reference) => {
    if (/^(hf:|https:\/\/)/.test(reference)) return reference;
    const folder = folders.get(organisation);
    if (folder === undefined)
      throw new WeighbridgeError(
        'reference-invalid',
        `this server vets no paths for organisation ${organisation}: give hf:org/name or https://, or start it with ${
          organisation === FIRST_ORGANISATION ? '--models FOLDER' : `--models ${organisation}=FOLDER`
        }`,
      );
    const path = resolve(folder, reference);
    if ((await pathWithin(folder, path)) === null || !existsSync(path))
      throw new WeighbridgeError('reference-invalid', 'no such model lies in the folder of models');
    return path;
  };
}

async function assertApart(folders: ReadonlyMap<string, string>): Promise<void> {
  const real = await Promise.all(
    [...folders].map(async ([organisation, folder]) => {
      const path = await realpath(folder).catch(() => resolve(folder));
      return { organisation, path };
    }),
  );
  for (const outer of real)
    for (const inner of real)
      if (outer !== inner && holds(outer.path, inner.path))
        throw new WeighbridgeError(
          'call-invalid',
          `the models of ${inner.organisation} lie where ${outer.organisation} reads: give each a folder apart`,
        );
}

function holds(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path !== '..' && !path.startsWith(`..${sep}`) && resolve(path) !== path;
}
