import type { FormatId } from './facts.ts';
import type { Format, Signs } from './format.ts';

/** A format whose reader is loaded with the first bytes that it claims: a scan of one kind of files starts without the others. */
export function late<F extends FormatId>(
  id: F,
  claims: Format<F>['claims'],
  load: () => Promise<Pick<Format<F>, 'read'>>,
  signs?: Signs,
): Format<F> {
  return {
    id,
    claims,
    ...(signs !== undefined && { signs }),
    read: async (bytes, context) => (await load()).read(bytes, context),
  };
}
