import type { JsonObject } from '../../kernel/json.ts';
import type { Problem } from '../surface.ts';

/** OpenAI's error object (API reference, 'Error codes'): its SDKs make exceptions from the status and `code`. */
export function openAiError({ status, code, message }: Problem): JsonObject {
  return {
    error: {
      message,
      type: TYPES[status] ?? (status >= 500 ? 'server_error' : 'invalid_request_error'),
      param: null,
      code,
    },
  };
}

const TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  429: 'rate_limit_error',
};
