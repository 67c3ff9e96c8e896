import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import type { OpenModel, Source } from '../../ports/source.ts';
import type { HubOptions } from './hub-options.ts';
import { isHubReference, parseHubReference } from './hub-reference.ts';

export type { HubOptions } from './hub-options.ts';

/** Models on a hub that speaks the Hugging Face Hub's API. */
export function createHubSource(options: HubOptions): Source {
  const endpoint = parseEndpoint(options.endpoint);
  const token = parseToken(options.token);
  return {
    id: 'hf',
    syntax: `hf:org/name[@revision] or ${endpoint.origin}/org/name`,
    claims: (reference) => isHubReference(reference, endpoint),
    resolve: async (reference, { signal, onNotice }): Promise<OpenModel> => {
      const asked = parseHubReference(reference, endpoint);
      // Loaded when it is needed: most runs look at folders.
      const { openHubModel } = await import('./hub-model.ts');
      return openHubModel({ ...options, endpoint, token }, asked, { signal, onNotice });
    },
  };
}

/** Throws `call-invalid` for what no header can carry, without repeating it. Empty is none. */
function parseToken(text: string | null): string | null {
  const token = text?.trim() ?? '';
  if (token === '') return null;
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new WeighbridgeError('call-invalid', 'HF_TOKEN holds a character that no token has');
}

/** Throws `call-invalid`. */
function parseEndpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const web = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === null || !web || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new WeighbridgeError('call-invalid', `HF_ENDPOINT is no address of a hub: ${printable(text.slice(0, 200))}`);
  }
  return url;
}
