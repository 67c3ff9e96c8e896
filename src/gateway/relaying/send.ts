import type { Usage } from '../../wire/surface.ts';
import type { Call } from '../call.ts';
import { atEndOfTurn } from './end-of-turn.ts';
import { type Ended, fail, type Head, passRefusal } from './relay.ts';
import type { Reply } from './reply.ts';

/** Bytes that are copied gladly. */
const SHORT = 16_384;

/** Answers with these bytes. */
export function send(
  { response, requestId }: Call,
  { status, headers }: Head,
  bytes: Buffer,
  {
    usage,
    types,
    code,
  }: { readonly usage: Usage | null; readonly types: readonly string[]; readonly code: string | null },
): Ended {
  if (!response.destroyed) {
    response.writeHead(status, ['content-length', String(bytes.length), 'x-request-id', requestId, ...headers]);
    atEndOfTurn(() => {
      if (bytes.length <= SHORT) endInOnePiece(response, bytes);
      else response.end(bytes);
    });
  }
  return { status, code, usage, found: types };
}

/**
 * As a text a short answer goes out with its head, and Latin-1 is its bytes as they are. `end` would write an empty piece behind
 * it, and both by a dearer call of the system's: so it is told to end when all has been written.
 */
function endInOnePiece(response: Reply, bytes: Buffer): void {
  const { socket } = response;
  socket?.cork();
  response.write(bytes.toString('latin1'), 'latin1');
  socket?.uncork();
  response.end();
}

/** What cannot be read says nothing to a client of this surface: only whose fault it was. */
export function unreadable(call: Call, head: Head): Ended {
  if (head.status >= 400 && head.status < 500) return passRefusal(call, head, 'the model server refused the call');
  return fail(call, 502, 'upstream_invalid', 'the model server sent no answer that could be read');
}
