import { isJsonObject, type Json, member } from '../../kernel/json.ts';

/** Whether JSON is a notebook of Jupyter. */
export function isNotebook(value: Json): boolean {
  return isJsonObject(value) && value['nbformat'] !== undefined;
}

/** A text of a notebook: prose, which is a page; what a cell is said to be; what it wrote. */
export interface NotebookText {
  readonly kind: 'prose' | 'note' | 'log';
  readonly text: string;
}

const MOST_TEXTS = 20_000;

/** What of a notebook people and assistants read besides its code: prose, outputs, and what its cells say of themselves. */
export function* textsOfNotebook(value: Json): Iterable<NotebookText> {
  const cells = member(value, 'cells') ?? worksheets(value);
  if (!Array.isArray(cells)) return;
  for (const cell of (cells as readonly Json[]).slice(0, MOST_TEXTS)) {
    const source = textOf(member(cell, 'source'));
    const type = member(cell, 'cell_type');
    if (type !== 'code' && source !== '') yield { kind: 'prose', text: source };
    yield* plain('note', stringsIn(member(cell, 'metadata')));
    const outputs = member(cell, 'outputs');
    for (const output of Array.isArray(outputs) ? (outputs as readonly Json[]) : []) {
      const data = member(output, 'data');
      yield* plain('log', [textOf(member(output, 'text')), textOf(member(data, 'text/plain'))]);
      for (const page of ['text/html', 'text/markdown']) {
        const text = textOf(member(data, page));
        if (text !== '') yield { kind: 'prose', text };
      }
    }
  }
  yield* plain('note', stringsIn(member(value, 'metadata')));
}

function worksheets(value: Json): Json | undefined {
  const sheets = member(value, 'worksheets');
  return Array.isArray(sheets)
    ? (sheets as readonly Json[]).flatMap((sheet) => {
        const cells = member(sheet, 'cells');
        return Array.isArray(cells) ? (cells as readonly Json[]) : [];
      })
    : undefined;
}

function* plain(kind: 'note' | 'log', texts: Iterable<string>): Iterable<NotebookText> {
  for (const text of texts) if (text.length > 12) yield { kind, text };
}

/** Texts of a small object, of those in it too. */
function* stringsIn(value: Json | undefined): Iterable<string> {
  const open: (Json | undefined)[] = [value];
  for (let seen = 0; open.length > 0 && seen < MOST_TEXTS; seen++) {
    const next = open.pop();
    if (typeof next === 'string') yield next;
    else if (typeof next === 'object' && next !== null) open.push(...Object.values(next).slice(0, MOST_TEXTS));
  }
}

function textOf(source: Json | undefined): string {
  if (typeof source === 'string') return source;
  return Array.isArray(source) ? source.filter((line) => typeof line === 'string').join('') : '';
}
