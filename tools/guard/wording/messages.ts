export interface Message {
  readonly source: string;
  readonly translation: string;
}

const MAGIC = 0x950412de;
const LONGEST = 300;
const SHORTEST = 8;

/** The messages of a catalogue as GNU gettext compiles them, of the usual byte order: of plurals the first form. */
export function messagesOf(bytes: Buffer): readonly Message[] {
  if (bytes.length < 28 || bytes.readUInt32LE(0) !== MAGIC) return [];
  const [count, sources, translations] = [8, 12, 16].map((at) => bytes.readUInt32LE(at)) as [number, number, number];
  const messages: Message[] = [];
  for (let at = 0; at < Math.min(count, 100_000); at += 1) {
    const [source, translation] = [textAt(bytes, sources + 8 * at), textAt(bytes, translations + 8 * at)];
    if (isReadable(source) && isReadable(translation)) messages.push({ source, translation });
  }
  return messages;
}

/** What a row of a table points at; nothing where it points beyond the bytes. */
function textAt(bytes: Buffer, row: number): string {
  if (row + 8 > bytes.length) return '';
  const [length, from] = [bytes.readUInt32LE(row), bytes.readUInt32LE(row + 4)];
  if (from + length > bytes.length) return '';
  const text = bytes
    .toString('utf8', from, from + length)
    .split('\0', 1)
    .join('');
  // A context stands before its message.
  return text
    .slice(text.indexOf('\x04') + 1)
    .replace(/\s+/g, ' ')
    .trim();
}

function isReadable(text: string): boolean {
  return text.length >= SHORTEST && text.length <= LONGEST && !/[%_<>{}\ufffd]/.test(text);
}
