import type { FileKind } from '../../domain/artifact.ts';
import type { Rule } from '../../domain/finding.ts';
import { isPrintable } from '../../kernel/printable.ts';
import { HIDDEN_CHARACTERS, LOOKALIKE_SEPARATOR, SECOND_EXTENSION, TURNED_TEXT } from './rules.ts';

/** Unicode Standard Annex 9: embeddings, overrides, isolates and marks. */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
/** One-dot leader, fullwidth and small full stops; fraction, division, big and fullwidth slashes, set minus, reverse ones. */
const LOOKALIKES = /[\u2024\uFE52\uFF0E\u2044\u2215\u29F8\uFF0F\u2216\u29F5\uFF3C]/;

/** Types that a person takes for harmless. */
const PLAIN =
  'safetensors|gguf|onnx|json|jsonl|txt|md|csv|yaml|yml|png|jpe?g|gif|webp|svg|pdf|docx?|xlsx?|mp[34]|wav|zip';
/** Types that run when opened or loaded. Scripts of model folders (`.py`, `.sh`) count only behind another extension. */
const RUNS =
  'exe|com|scr|pif|msi|dll|so|dylib|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|desktop|jar|app|command|sh|bash|py|pyc|pyw|pkl|pickle|dill|joblib';
/** Also when blanks push the last extension out of sight. */
const TWO_EXTENSIONS = new RegExp(`\\.(?:${PLAIN})\\s*\\.(?:${RUNS})\\s*$`, 'i');
const PUSHED_AWAY = /\s{4,}\S*\.[A-Za-z0-9]{1,12}$/;

/** Letters that hide nothing, of which nearly all paths are made. */
const PLAIN_PATH = /^[\w./=+-]+$/;

/** The rules that a path breaks by its spelling alone. */
export function* judgePath(path: string): Iterable<Rule> {
  if (PLAIN_PATH.test(path)) {
    if (TWO_EXTENSIONS.test(path)) yield SECOND_EXTENSION;
    return;
  }
  const turned = TURNS.test(path);
  if (turned) yield TURNED_TEXT;
  if (!isPrintable(path.replaceAll(new RegExp(TURNS.source, 'g'), ''))) yield HIDDEN_CHARACTERS;
  if (LOOKALIKES.test(path)) yield LOOKALIKE_SEPARATOR;
  if (TWO_EXTENSIONS.test(path) || PUSHED_AWAY.test(path)) yield SECOND_EXTENSION;
}

/** What the content of a file with this extension may be. Only names that promise one thing are listed. */
const PROMISES: ReadonlyMap<string, readonly FileKind[]> = new Map<string, readonly FileKind[]>([
  ['safetensors', ['safetensors']],
  ['gguf', ['gguf']],
  ['json', ['json', 'text']],
  ['jsonl', ['json', 'text']],
  ['txt', ['text', 'json', 'python', 'lightgbm', 'word-vectors']],
  ['md', ['text', 'json', 'python']],
  ['csv', ['text', 'json', 'python']],
  ['yaml', ['text', 'json', 'python']],
  ['yml', ['text', 'json', 'python']],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'mp3', 'mp4', 'wav', 'ogg', 'flac', 'pdf'].map(
    (extension): [string, readonly FileKind[]] => [extension, ['media']],
  ),
]);

/** What a name promised that the content does not keep; null when it is kept, or nothing was promised. */
export function brokenPromise(path: string, kind: FileKind): string | null {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const allowed = PROMISES.get(extension);
  return allowed === undefined || allowed.includes(kind) ? null : `.${extension}`;
}
