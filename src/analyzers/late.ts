import type { Item } from '../intake/inventory.ts';
import type { AboutFiles, FileAnalyzer, LateFileAnalyzer } from './analyzer.ts';

/** An analyzer that is loaded with the first file that concerns it. */
export function late(
  about: AboutFiles,
  load: () => Promise<FileAnalyzer>,
  concerns: (item: Item) => boolean = () => true,
): LateFileAnalyzer {
  let loading: Promise<FileAnalyzer> | null = null;
  return {
    ...about,
    inspect: async (item) => {
      if (!concerns(item)) return [];
      loading ??= load();
      return (await loading).inspect(item);
    },
  };
}

/** Of pickles it is their settings alone that say anything to those who read papers. */
export function hasMoreThanPlainPickles({ readings }: Item): boolean {
  return readings.some(
    ({ facts }) => facts.format !== 'pickle' || facts.programs.some(({ settings }) => settings.length > 0),
  );
}
