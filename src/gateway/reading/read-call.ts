import type { IncomingMessage } from 'node:http';
import type { Json } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { type Body, bodyIn, bodyOf } from '../../wire/body.ts';
import type { Addressed } from '../../wire/table.ts';
import { refuse } from '../call.ts';
import { readBody } from './read-body.ts';
import { readForm } from './read-form.ts';
import type { Spools } from './spool.ts';
import type { Upload } from './upload.ts';

/** What came with a call. */
export interface ReadCall {
  readonly body: Body;
  readonly stream: boolean;
  /** Its file; whoever reads the call discards it. */
  readonly upload: Upload | null;
}

/** Reads a call in the manner of its surface. Throws RefusedCall. */
export async function readCall(
  request: IncomingMessage,
  { surface, named }: Addressed,
  spools: Spools,
): Promise<ReadCall> {
  if (surface.file !== undefined) {
    const { fields, upload } = await readForm(request, surface.file, spools);
    try {
      return { body: bodyOf(fields), stream: asked(fields.stream, STREAM_TEXTS), upload };
    } catch (error) {
      await upload.discard();
      throw error;
    }
  }
  const bytes = await readBody(request, LIMITS.gatewayBody);
  if (bytes === null) refuse(413, 'body_too_large', `a body may have ${LIMITS.gatewayBody} bytes at most`);
  const body = bodyIn(bytes);
  if (typeof body === 'string') refuse(400, 'invalid_request', body);
  return { body, stream: named?.stream ?? asked(body.value.stream, STREAM_VALUES), upload: null };
}

type StreamWords = ReadonlyMap<Json | undefined, boolean>;
const STREAM_VALUES: StreamWords = new Map<Json | undefined, boolean>([
  [true, true],
  [false, false],
  [null, false],
  [undefined, false],
]);
/** In a form everything is a text. */
const STREAM_TEXTS: StreamWords = new Map<Json | undefined, boolean>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  [undefined, false],
]);

/** What is neither yes nor no would be read by the server as it likes. */
function asked(stream: Json | undefined, words: StreamWords): boolean {
  return words.get(stream) ?? refuse(400, 'invalid_request', 'stream must be true or false');
}
