import type { JsonObject } from '../kernel/json.ts';

/** A form around one file: what stands before the file's bytes, and what after them. */
export interface FormFrame {
  readonly contentType: string;
  readonly head: Buffer;
  readonly tail: Buffer;
}

/** A form of these fields, written anew so that every reader finds the same in it; the file comes last. `boundary` must not stand in the file. */
export function formFrame(
  fields: JsonObject,
  file: { readonly name: string; readonly extension: string | null; readonly type: string },
  boundary: string,
): FormFrame {
  const parts = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (one) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${String(one)}\r\n`,
    ),
  );
  const fileName = file.extension === null ? 'audio' : `audio.${file.extension}`;
  const head = `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="${file.name}"; filename="${fileName}"\r\ncontent-type: ${file.type}\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    head: Buffer.from(head),
    tail: Buffer.from(`\r\n--${boundary}--\r\n`),
  };
}
