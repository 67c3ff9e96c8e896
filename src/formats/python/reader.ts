import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { decodeUtf8, readDocument } from '../document.ts';
import type { Defect, Format, ReaderResult } from '../format.ts';
import { effectsOf } from './effects.ts';

/** Python source: what it imports and what importing it does, listed by a tolerant scanner; nothing is run. */
export const pythonFormat: Format<'python'> = {
  id: 'python',
  claims: claimsPython,
  signs: { first: '#', endings: 'py pyi pyw' },
  read: readPython,
};

const PYTHON_NAME = /\.(py|pyi|pyw)$/i;
const HASH = 0x23;
const PYTHON_SHEBANG = /^#![^\n]{0,200}\bpython/;

function claimsPython(path: string, head: Uint8Array, size: number): boolean {
  if (size === 0) return false;
  if (PYTHON_NAME.test(path)) return true;
  return head[0] === HASH && PYTHON_SHEBANG.test(new TextDecoder('windows-1252').decode(head));
}

/** Defect: `source-encoding` (a declared encoding other than UTF-8, under which Python may read other code than we). */
async function readPython(source: ByteSource): Promise<ReaderResult<'python'>> {
  const bytes = await readDocument(source);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new MalformedError('Python source holds no NUL', nul);
  const encoding = encodingOf(bytes);
  const text = SINGLE_BYTE.test(encoding) ? new TextDecoder('windows-1252').decode(bytes) : decodeUtf8(bytes);
  return {
    facts: { format: 'python', ...effectsOf(text), text },
    parts: [],
    defects: defectsOf(encoding),
    coverage: 'whole',
  };
}

const UTF8 = /^(?:utf[-_]?8(?:[-_]sig)?|ascii|us-ascii)$/i;
const SINGLE_BYTE = /^(?:latin[-_]?1|iso[-_]?8859[-_]1|cp1252|windows-1252)$/i;

/** The encoding that the first two lines declare (PEP 263), or `utf-8`. */
function encodingOf(bytes: Uint8Array): string {
  const opening = new TextDecoder('windows-1252').decode(bytes.subarray(0, 400));
  for (const line of opening.split(/\r\n|\r|\n/, 2)) {
    const declared = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line);
    if (declared?.[1] !== undefined) return declared[1];
  }
  return 'utf-8';
}

function defectsOf(encoding: string): readonly Defect[] {
  if (UTF8.test(encoding) || SINGLE_BYTE.test(encoding)) return [];
  return [{ code: 'source-encoding', message: `declares the encoding ${encoding}`, offset: 0 }];
}
