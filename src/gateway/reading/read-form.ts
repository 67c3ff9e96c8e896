import type { IncomingMessage } from 'node:http';
import type { Json, JsonObject } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { boundaryIn, createFormReader, FormError, type FormPiece } from '../../wire/form.ts';
import { RefusedCall, refuse } from '../call.ts';
import type { Spool, Spools } from './spool.ts';
import { type Upload, uploadOf } from './upload.ts';

/**
 * Reads a form whole: clients send the file before the fields that say where it goes. Fields are kept as they are, the file
 * is held in a spool. Throws RefusedCall, and then holds nothing.
 */
export async function readForm(request: IncomingMessage, fileName: string, spools: Spools) {
  const boundary = boundaryIn(request.headers['content-type']);
  if (boundary === null) refuse(400, 'invalid_request', 'the body must be multipart/form-data with a boundary');
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.gatewayRecording)
    refuse(413, 'body_too_large', TOO_LARGE);
  const spool = spools.open();
  try {
    const form = createFormCollector(fileName, spool);
    const reader = createFormReader(boundary);
    let length = 0;
    // Not destroyed when it is refused half-way: the answer goes out on the same socket.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > LIMITS.gatewayRecording) refuse(413, 'body_too_large', TOO_LARGE);
      for (const piece of reader.push(chunk)) await form.take(piece);
    }
    reader.end();
    return form.whole();
  } catch (error) {
    await spool.discard();
    if (error instanceof FormError) refuse(400, 'invalid_request', error.message);
    if (!(error instanceof RefusedCall) && !request.complete) refuse(499, 'caller_gone', 'the caller hung up');
    throw error;
  }
}

const TOO_LARGE = `a form may have ${LIMITS.gatewayRecording} bytes at most`;

function createFormCollector(fileName: string, spool: Spool) {
  const fields = new Map<string, Json>();
  let file: { readonly extension: string | null; readonly type: string } | null = null;

  const field = (name: string, value: string): void => {
    const before = fields.get(name);
    if (!name.endsWith('[]')) {
      if (before !== undefined || name === fileName)
        refuse(400, 'invalid_request', `${name} stands there twice, or is no file`);
      fields.set(name, value);
    } else fields.set(name, [...(Array.isArray(before) ? before : []), value]);
  };
  return {
    take: async (piece: FormPiece): Promise<void> => {
      switch (piece.kind) {
        case 'field':
          return field(piece.name, piece.value);
        case 'file':
          if (file !== null || piece.name !== fileName)
            refuse(400, 'invalid_request', `there may be one file, ${fileName}`);
          file = piece;
          return;
        case 'bytes':
          if (!(await spool.write(piece.bytes)))
            refuse(503, 'busy', 'too many recordings are held here just now', BUSY);
      }
    },
    whole: (): { readonly fields: JsonObject; readonly upload: Upload } => {
      if (file === null) refuse(400, 'invalid_request', `${fileName} must be a file`);
      return { fields: Object.fromEntries(fields), upload: uploadOf(spool, { name: fileName, ...file }) };
    },
  };
}

/** Seconds. */
const BUSY = 5;
