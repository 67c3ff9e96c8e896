import type { JsonObject } from '../../kernel/json.ts';
import type { Problem } from '../surface.ts';

/** Google's error object (google.rpc.Status as JSON; Gemini API, 'Troubleshooting'). */
export function geminiError({ status, code, message }: Problem): JsonObject {
  return {
    error: {
      code: status,
      message: `${message} (${code})`,
      status: STATUS[status] ?? (status >= 500 ? 'INTERNAL' : 'INVALID_ARGUMENT'),
    },
  };
}

const STATUS: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};
