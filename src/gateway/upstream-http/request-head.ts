/** A call to a model server. */
export interface Request {
  readonly path: string;
  /** Names and values in turn; what frames the body is not among them. */
  readonly headers: readonly string[];
}

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const PATH = /^[\x21-\x7e\x80-\xff]+$/;
/** What says where a body ends is said here alone. */
const FRAMES = /^(?:content-length|transfer-encoding|connection|host)$/i;

/** The head in Latin-1; null: it could be read as more than one request. */
export function requestHead({ path, headers }: Request, host: string, length: number): string | null {
  if (!PATH.test(path)) return null;
  let head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: keep-alive\r\n`;
  for (let at = 0; at + 1 < headers.length; at += 2) {
    const [name, value] = [headers[at] ?? '', headers[at + 1] ?? ''];
    if (!NAME.test(name) || FRAMES.test(name) || !VALUE.test(value)) return null;
    head += `${name}: ${value}\r\n`;
  }
  return `${head}content-length: ${length}\r\n\r\n`;
}
