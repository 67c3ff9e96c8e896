import type { Finding } from '../../domain/finding.ts';
import { type Item, readingsAs } from '../../intake/inventory.ts';
import type { LateFileAnalyzer } from '../analyzer.ts';
import { PICKLE_IMPORT_RULES } from './rules.ts';

/**
 * Judges what unpickling would import and call: by exact names, forms of call and shapes of arguments that weights
 * need. All else is suspicious at least; names of attacks are malicious.
 */
export const pickleImports: LateFileAnalyzer = {
  id: 'pickle-imports',
  version: 3,
  question: 'Can loading it run code?',
  rules: PICKLE_IMPORT_RULES,
  scope: 'file',
  formats: ['pickle'],
  // Thousands of names are looked up: they are loaded with the first pickle.
  inspect: (item) => (isPlain(item) ? [] : judged(item)),
};

async function judged(item: Item): Promise<Iterable<Finding>> {
  const [{ judgeItem }, { learnWhatItNames }] = await Promise.all([import('./judge.ts'), import('./learn.ts')]);
  await learnWhatItNames(item);
  return judgeItem(item);
}

/** Nothing but values in whole pickles: there is nothing to look up. */
function isPlain(item: Item): boolean {
  return [...readingsAs(item, 'pickle')].every(
    ({ facts, defects }) =>
      defects.length === 0 &&
      facts.held === undefined &&
      facts.codes === undefined &&
      facts.programs.every(({ imports, calls, flaws }) => imports.length + calls.length + flaws.length === 0),
  );
}
