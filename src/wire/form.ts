/** What is no form, or one whose parts may be read in two ways. */
export class FormError extends Error {}

/** A form as it comes: a field is told when it is whole, a file when its bytes begin. */
export type FormPiece =
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | { readonly kind: 'file'; readonly name: string; readonly extension: string | null; readonly type: string }
  /** More of the file that was told last. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer };

export interface FormReader {
  /** What of the form is known now. Throws FormError. */
  push(chunk: Buffer): readonly FormPiece[];
  /** Throws FormError when the form is not over. */
  end(): void;
}

/** Heads of parts name a field and a file; fields are prompts, names and settings. */
const MOST_HEAD = 4 * 1024;
const MOST_PARTS = 64;
const MOST_FIELD = 1024 * 1024;
const MOST_FIELDS = 4 * 1024 * 1024;

/** The boundary in a content type, where it is `multipart/form-data` with one (RFC 2046, section 5.1.1). */
export function boundaryIn(contentType: string | undefined): string | null {
  const match = /^multipart\/form-data\s*;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'+./-]{1,70}))\s*$/i.exec(
    contentType ?? '',
  );
  return match?.[1] ?? match?.[2] ?? null;
}

/**
 * Reads `multipart/form-data` (RFC 7578) in pieces of any size. Strict: what clients of today do not send, as a preamble,
 * encoded parts or folded heads, is refused, since another reader might take it for something else.
 */
export function createFormReader(boundary: string): FormReader {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter has no line before it.
  let rest: Buffer = Buffer.from('\r\n');
  let state: 'between' | 'head' | 'field' | 'file' | 'over' = 'between';
  let [parts, taken, long, name] = [0, 0, 0, ''];
  let started = false;
  let field: Buffer[] = [];

  /** Each step takes something off `rest`; null: more bytes are needed. */
  const step = (): readonly FormPiece[] | null => {
    switch (state) {
      case 'between':
        return between();
      case 'head':
        return head();
      case 'field':
      case 'file':
        return body(state);
      case 'over':
        if (rest.length > 2 || !'\r\n'.startsWith(rest.toString('latin1')))
          throw new FormError('something follows the form');
        return null;
    }
  };
  const between = (): readonly FormPiece[] | null => {
    if (!started) {
      if (rest.length < delimiter.length) return null;
      if (!rest.subarray(0, delimiter.length).equals(delimiter)) throw new FormError('a form begins with its boundary');
      rest = rest.subarray(delimiter.length);
      started = true;
    }
    if (rest.length < 2) return null;
    const after = rest.toString('latin1', 0, 2);
    if (after !== '\r\n' && after !== '--') throw new FormError('a boundary stands alone on its line');
    rest = rest.subarray(2);
    state = after === '--' ? 'over' : 'head';
    return [];
  };
  const head = (): readonly FormPiece[] | null => {
    const end = rest.indexOf('\r\n\r\n');
    if (end > MOST_HEAD || (end < 0 && rest.length > MOST_HEAD + 4))
      throw new FormError(`the head of a part may have ${MOST_HEAD} bytes at most`);
    if (end < 0) return null;
    if (++parts > MOST_PARTS) throw new FormError(`a form may have ${MOST_PARTS} parts at most`);
    const part = partIn(rest.toString('latin1', 0, end));
    rest = rest.subarray(end + 4);
    ({ name } = part);
    state = part.file === null ? 'field' : 'file';
    return part.file === null ? [] : [{ kind: 'file', name, ...part.file }];
  };
  const body = (kind: 'field' | 'file'): readonly FormPiece[] | null => {
    const end = rest.indexOf(delimiter);
    // What may be the beginning of a delimiter is kept.
    const length = end < 0 ? Math.max(0, rest.length - delimiter.length + 1) : end;
    if (end < 0 && length === 0) return null;
    const bytes = rest.subarray(0, length);
    rest = rest.subarray(end < 0 ? length : end + delimiter.length);
    if (end >= 0) state = 'between';
    if (kind === 'file') return length === 0 ? [] : [{ kind: 'bytes', bytes }];
    // A copy: a byte of a chunk would keep all of it.
    field.push(Buffer.from(bytes));
    taken += length;
    long += length;
    if (taken > MOST_FIELDS || long > MOST_FIELD) throw new FormError(`${name} is too long for a field`);
    if (end < 0) return [];
    const value = utf8In(Buffer.concat(field), name);
    [field, long] = [[], 0];
    return [{ kind: 'field', name, value }];
  };

  return {
    push: (chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const pieces: FormPiece[] = [];
      for (let next = step(); next !== null; next = step()) pieces.push(...next);
      return pieces;
    },
    end: () => {
      if (state !== 'over') throw new FormError('the form breaks off');
    },
  };
}

function utf8In(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FormError(`${name} is not UTF-8`);
  }
}

interface Part {
  readonly name: string;
  readonly file: { readonly extension: string | null; readonly type: string } | null;
}

/** What a part says of itself. Of a file's name only its kind is kept: names of recordings name people. */
function partIn(head: string): Part {
  const headers = new Map<string, string>();
  for (const line of head.split('\r\n')) {
    const [, key = '', value = ''] = /^([!#$%&'*+.^`|~\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (key === '' || /[\r\n\0]/.test(value)) throw new FormError('a part has a head that is none');
    if (headers.has(key.toLowerCase())) throw new FormError(`${key.slice(0, 40)} stands twice in the head of a part`);
    headers.set(key.toLowerCase(), value);
  }
  const disposition = headers.get('content-disposition') ?? '';
  if (!/^form-data\s*;/i.test(disposition)) throw new FormError('a part is no form-data');
  if (!/^(?:binary|8bit|7bit)$/i.test(headers.get('content-transfer-encoding') ?? 'binary'))
    throw new FormError('parts that are encoded are not read');
  const name = parameterIn(disposition, 'name');
  if (name === null || !/^[\w.-]{1,100}(?:\[\])?$/.test(name)) throw new FormError('a part has no plain name');
  const fileName = parameterIn(disposition, 'filename') ?? parameterIn(disposition, 'filename*');
  if (fileName === null) return { name, file: null };
  const [, extension = null] = /\.([A-Za-z0-9]{1,8})$/.exec(fileName) ?? [];
  const type = headers.get('content-type') ?? '';
  return {
    name,
    file: {
      extension: extension?.toLowerCase() ?? null,
      type: /^[\w.+-]{1,64}\/[\w.+-]{1,64}$/.test(type) ? type.toLowerCase() : 'application/octet-stream',
    },
  };
}

/** A parameter's text. Throws FormError where one stands twice, since readers differ on which counts. */
function parameterIn(disposition: string, wanted: string): string | null {
  const found: string[] = [];
  for (const [, key = '', quoted, plain] of disposition.matchAll(
    /;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g,
  ))
    if (key.toLowerCase() === wanted) found.push(quoted ?? plain ?? '');
  if (found.length > 1) throw new FormError(`${wanted} stands twice in the head of a part`);
  return found[0] ?? null;
}
