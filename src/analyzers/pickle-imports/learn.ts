import { type Item, readingsAs } from '../../intake/inventory.ts';
import { allowed } from './allowed.ts';
import { learnSurveyed } from './classes/surveyed.ts';
import { currentName } from './denied.ts';

/** Reads the long list of surveyed classes where a file names what no other list has. */
export async function learnWhatItNames(item: Item): Promise<void> {
  if (
    [...readingsAs(item, 'pickle')].some(({ facts }) => facts.programs.some(({ imports }) => imports.some(isUnlisted)))
  )
    await learnSurveyed();
}

function isUnlisted({ module, name }: { readonly module: string | null; readonly name: string | null }): boolean {
  return module !== null && name !== null && allowed(...currentName(module, name)) === undefined;
}
