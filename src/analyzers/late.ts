import type { Item } from '../intake/inventory.ts';
import { isJsonObject } from '../kernel/json.ts';
import type { AboutFiles, AnyFileAnalyzer, LateFileAnalyzer } from './analyzer.ts';

/** An analyzer that is loaded with the first file that concerns it. */
export function late(
  about: AboutFiles,
  load: () => Promise<AnyFileAnalyzer>,
  concerns: (item: Item) => boolean = () => true,
): LateFileAnalyzer {
  let loading: Promise<AnyFileAnalyzer> | null = null;
  return {
    ...about,
    inspect: (item) => {
      // Nothing is waited for where there is nothing to say: of many small files that costs more than looking.
      if (!concerns(item)) return [];
      loading ??= load();
      return loading.then((analyzer) => analyzer.inspect(item));
    },
  };
}

/** Of pickles it is their settings alone that say anything to those who read papers. */
export function hasMoreThanPlainPickles({ readings }: Item): boolean {
  return readings.some(
    ({ facts }) => facts.format !== 'pickle' || facts.programs.some(({ settings }) => settings.length > 0),
  );
}

/** Of JSON notebooks alone have texts that are read as pages are. */
export function mayBePage({ readings }: Item): boolean {
  return readings.some(
    ({ facts }) => facts.format !== 'json' || (isJsonObject(facts.value) && facts.value['nbformat'] !== undefined),
  );
}
