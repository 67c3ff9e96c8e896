import type { IncomingMessage } from 'node:http';
import { RefusedCall } from '../call.ts';

/** The whole body, or null when it is longer than `most` bytes; then the rest is not read. Rejects with RefusedCall when the caller hangs up. */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > most) return resolve(null);
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length > most) {
        request.removeAllListeners('data').pause();
        parts.length = 0;
        resolve(null);
      } else parts.push(part);
    });
    request.on('end', () => resolve(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)));
    const gone = (): void =>
      reject(new RefusedCall({ status: 499, code: 'caller_gone', message: 'the caller hung up' }));
    request.on('error', gone);
    request.on('close', () => {
      if (!request.complete) gone();
    });
  });
}
