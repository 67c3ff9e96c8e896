import type { Reading } from '../intake/inventory.ts';
import { isJsonObject } from '../kernel/json.ts';
import type { AboutFiles, AnyFileAnalyzer, LateFileAnalyzer } from './analyzer.ts';

/**
 * An analyzer that is loaded with the first file that concerns it: with a reading of its formats that may say something to
 * it. What else was read of that file says nothing to it, such as that a plain pickle was compressed.
 */
export function late(
  about: AboutFiles,
  load: () => Promise<AnyFileAnalyzer>,
  says: (reading: Reading) => boolean = () => true,
): LateFileAnalyzer {
  let loading: Promise<AnyFileAnalyzer> | null = null;
  const concerns = (reading: Reading): boolean =>
    about.formats.includes(reading.format) && !isPartOfTorch(reading) && says(reading);
  return {
    ...about,
    inspect: (item) => {
      // Nothing is waited for where there is nothing to say: of many small files that costs more than looking.
      if (!item.readings.some(concerns)) return [];
      loading ??= load();
      return loading.then((analyzer) => analyzer.inspect(item));
    },
  };
}

/** Texts that every checkpoint of PyTorch has: numbers, and an order of bytes (torch/csrc/jit/serialization, torch/serialization.py). */
function isPartOfTorch({ facts, member }: Reading): boolean {
  return facts.format === 'text' && TORCH_NAME.test(member.at(-1) ?? '') && TORCH_TEXT.test(facts.text);
}

const TORCH_NAME =
  /^(?:[\w.-]+\/)?(?:\.?data\/)?(?:version|byteorder|\.format_version|\.storage_alignment|serialization_id)$/;
const TORCH_TEXT = /^(?:[0-9]{1,64}|little|big)\n?$/;

/** Of pickles it is their settings alone that say anything to those who read papers. */
export function hasSettings({ facts }: Reading): boolean {
  return facts.format !== 'pickle' || facts.programs.some(({ settings }) => settings.length > 0);
}

/** Of JSON notebooks alone have texts that are read as pages are. */
export function mayBePage({ facts }: Reading): boolean {
  return facts.format !== 'json' || (isJsonObject(facts.value) && facts.value['nbformat'] !== undefined);
}
