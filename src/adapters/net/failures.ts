import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import { type Answer, BrokenTransferError } from './answer.ts';
import { named } from './trust.ts';
import { askedFor } from './waiting.ts';

/** Whether a status may be another one in a moment. */
export function mayPass(status: number): boolean {
  return status === 429 || status === 408 || status >= 500;
}

/** What a status that may pass means when it did not. */
export function statusError(answer: Answer): WeighbridgeError {
  const asked = askedFor(answer);
  const said = `${named(answer.url)} answers ${answer.status}`;
  if (answer.status !== 429 && (answer.status !== 503 || asked === undefined)) {
    return new WeighbridgeError('source-unreachable', said);
  }
  const delay = asked === undefined ? '' : ` and asks to wait ${Math.ceil(asked / 1000)} s`;
  return new WeighbridgeError('source-busy', `${said}${delay}`);
}

interface Judged {
  readonly error: WeighbridgeError;
  readonly again: boolean;
}

/** What went wrong on the wire, and whether another try may help. Throws what is no failure of the wire. */
export function errorFor(cause: unknown, url: URL): Judged {
  const host = printable(url.host);
  if (cause instanceof BrokenTransferError) return unreachable(`${host}: ${cause.message}`, cause);
  if (cause instanceof DOMException && cause.name === 'AbortError') {
    return { error: new WeighbridgeError('stopped', `while reading from ${host}`, { cause }), again: false };
  }
  const code = codeOf(cause);
  if (code === undefined) throw cause;
  // Not HTTP, or headers without end: the same the next time.
  if (code.startsWith('HPE') || code === 'UND_ERR_HEADERS_OVERFLOW') {
    const error = new WeighbridgeError('source-malformed', `${host} does not speak HTTP (${code})`, { cause });
    return { error, again: false };
  }
  return unreachable(`${host} ${MEANING[code] ?? `cannot be reached (${code})`}`, cause);
}

const MEANING: Readonly<Record<string, string>> = {
  UND_ERR_HEADERS_TIMEOUT: 'took the question and did not answer',
  UND_ERR_BODY_TIMEOUT: 'stopped in the middle of an answer',
  UND_ERR_CONNECT_TIMEOUT: 'does not take connections',
  UND_ERR_SOCKET: 'broke the connection',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'sent fewer bytes than it announced',
  ECONNRESET: 'broke the connection',
  ECONNREFUSED: 'refuses connections',
  ENOTFOUND: 'is a name that nobody knows',
  EAI_AGAIN: 'could not be looked up',
};

function unreachable(detail: string, cause: unknown): Judged {
  return { error: new WeighbridgeError('source-unreachable', detail, { cause }), again: true };
}

/** Codes of undici, of the system, of TLS. Their codes for mistakes in the calling code are left out. */
function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  // Only some of its complaints have a code.
  if (cause.name === 'HTTPParserError') return 'HPE';
  if (!('code' in cause) || typeof cause.code !== 'string') return undefined;
  return /^ERR_(?!TLS_|SSL_)|^UND_ERR_INVALID_/.test(cause.code) ? undefined : cause.code;
}
