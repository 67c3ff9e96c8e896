import type { Source } from '../../ports/source.ts';
import type { HttpsFileOptions } from './https-model.ts';

/** One file at an address, as a model of one file. Comes after the sources that know an address better. */
export function createHttpsFileSource(options: HttpsFileOptions): Source {
  return {
    id: 'https',
    syntax: 'https://host/path/to/one.file',
    claims: (reference) => /^https?:\/\//i.test(reference),
    resolve: async (reference, resolve) => {
      // Loaded when it is needed: most runs look at folders.
      const { openUrl } = await import('./https-model.ts');
      return openUrl(options, reference, resolve);
    },
  };
}
