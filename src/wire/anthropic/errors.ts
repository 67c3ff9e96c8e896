import type { JsonObject } from '../../kernel/json.ts';
import type { Problem } from '../surface.ts';

/** Anthropic's error object (API reference, 'Errors'). Our own code stands in the message, since the object has no place for one. */
export function anthropicError({ status, code, message }: Problem): JsonObject {
  const type = TYPES[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error');
  return { type: 'error', error: { type, message: `${message} (${code})` } };
}

const TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  503: 'overloaded_error',
  529: 'overloaded_error',
};
