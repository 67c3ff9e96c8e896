import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { JsonObject } from '../../kernel/json.ts';
import { formFrame } from '../../wire/form-body.ts';
import type { Spool } from './spool.ts';

/** A file that came with a call, held until the call is over. */
export interface Upload {
  readonly bytes: number;
  /** The form with these fields and the file, as a server gets it; as often as it is asked for. */
  form(fields: JsonObject): { readonly type: string; readonly length: number; readonly body: Readable };
  discard(): Promise<void>;
}

export function uploadOf(
  spool: Spool,
  file: { readonly name: string; readonly extension: string | null; readonly type: string },
): Upload {
  return {
    bytes: spool.length,
    form: (fields) => {
      // Not one that the file's sender could have put into it.
      const { contentType, head, tail } = formFrame(fields, file, randomBytes(24).toString('hex'));
      const pieces = async function* () {
        yield head;
        yield* spool.read();
        yield tail;
      };
      return { type: contentType, length: head.length + spool.length + tail.length, body: Readable.from(pieces()) };
    },
    discard: () => spool.discard(),
  };
}
