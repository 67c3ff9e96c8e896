import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';

/** What is written lies here until the system has taken it. */
let writing = Buffer.allocUnsafeSlow(65_536);

/** Head and body, in one piece where they are short: every write is dear. */
export function sendWhole(socket: Socket, head: string, body: Buffer): void {
  const length = head.length + body.length;
  if (length > writing.length) {
    socket.cork();
    socket.write(head, 'latin1');
    socket.write(body);
    socket.uncork();
    return;
  }
  // What is encrypted is taken later.
  const piece = socket instanceof TLSSocket ? Buffer.allocUnsafe(length) : writing.subarray(0, length);
  piece.write(head, 0, 'latin1');
  body.copy(piece, head.length);
  socket.write(piece);
  // It was not taken whole, and must stay as it is.
  if (socket.writableLength > 0 && piece.buffer === writing.buffer) writing = Buffer.allocUnsafeSlow(writing.length);
}

interface Sending {
  readonly body: Readable;
  /** Bytes that were announced. */
  readonly length: number;
  readonly moved: () => void;
}

/** Writes a body as fast as the server takes it. `done` is told once, of its end or of why there is none. */
export function sendStream(socket: Socket, sending: Sending, done: (failure: Error | null) => void): void {
  const { body, moved } = sending;
  let left = sending.length;
  let told = false;
  const tell = (failure: Error | null): void => {
    if (!told) done(failure);
    told = true;
  };
  body.on('data', (piece: Buffer) => {
    left -= piece.length;
    // Whatever is more would be read as another request.
    if (left < 0) body.destroy(new Error('the body is longer than was said'));
    else if (!socket.write(piece)) {
      body.pause();
      socket.once('drain', () => {
        moved();
        body.resume();
      });
    }
  });
  body.on('error', tell);
  body.on('close', () => tell(left === 0 ? null : new Error('the body is shorter than was said')));
}
