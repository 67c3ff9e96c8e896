import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Defect, Format, ReaderResult } from '../format.ts';
import { claimsLightgbm } from './claims.ts';
import { brokenModel } from './model.ts';

/**
 * A model of LightGBM as text (gbdt_model_text.cpp): `tree`, lines `name=value`, sections `Tree=N`, `end of trees`,
 * importances, parameters. Nothing in it can run.
 *
 * Defects: `cut-short` (the trees have no end), `tree-sizes` (the sizes told do not fit the trees), `tree-count` (trees that are not in their order),
 * `odd-line` (a line that is none of the format), `no-utf-8`,
 * `broken-model` (what is told does not fit).
 */
export const lightgbmFormat: Format<'lightgbm'> = {
  id: 'lightgbm',
  claims: claimsLightgbm,
  read,
};
const SETTING =
  /^(?:[A-Za-z_][\w ]*=|\[[\w ]+: ?.*\]$|end of trees$|feature[_ ]importances:$|parameters:$|end of parameters$|pandas_categorical:|tree$|linear_tree|average_output$|$)/;
/** What does not stand between the words of a boosting model in text. */
const IMPORTANCE = /^.{1,1000}=\d/;

async function read(source: ByteSource): Promise<ReaderResult<'lightgbm'>> {
  if (source.size > 4 * LIMITS.document) throw new OverBudgetError(`a model of ${source.size} bytes as text`);
  const bytes = await source.read(0, source.size);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new MalformedError('text holds a NUL', nul);
  const text = new TextDecoder('utf-8').decode(bytes);
  const lines = text.split(/\r?\n/);
  const trees = lines.filter((line) => line.startsWith('Tree='));
  return {
    facts: { format: 'lightgbm', version: lines[1]?.slice('version='.length, 40) ?? '', trees: trees.length },
    parts: [],
    defects: [
      ...endDefects(text),
      ...sizeDefects(text, lines),
      ...orderDefects(trees),
      ...lineDefects(lines),
      ...encodingDefects(bytes),
      ...modelDefects(lines),
    ],
    coverage: 'whole',
  };
}

/** Said as a defect, since a text in another encoding would pass as text. */
function* encodingDefects(bytes: Uint8Array): Iterable<Defect> {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    yield { code: 'no-utf-8', message: 'text that is no UTF-8', offset: 0 };
  }
}

function* modelDefects(lines: readonly string[]): Iterable<Defect> {
  const wrong = lines[0] === 'tree' ? brokenModel(lines) : 'it is of a kind that LightGBM does not have';
  if (wrong !== null) yield { code: 'broken-model', message: wrong, offset: 0 };
}

function* endDefects(text: string): Iterable<Defect> {
  if (text.includes('\nend of trees')) return;
  yield { code: 'cut-short', message: 'the trees have no end', offset: text.length };
}

/** LightGBM reads the trees by their sizes, at the same time: sizes that lie let it read what is no tree. */
function* sizeDefects(text: string, lines: readonly string[]): Iterable<Defect> {
  const told = lines.find((line) => line.startsWith('tree_sizes='))?.slice('tree_sizes='.length);
  if (told === undefined) return;
  const starts = [...text.matchAll(/^(?:Tree=|end of trees)/gm)].map(({ index }) => index);
  const found = starts.slice(1).map((start, index) => Buffer.byteLength(text.slice(starts[index], start)));
  const sizes = told.split(' ').filter((size) => size !== '');
  const wrong = sizes.findIndex((size, index) => Number(size) !== found[index]);
  if (sizes.length !== found.length || wrong >= 0) {
    yield { code: 'tree-sizes', message: 'the sizes that are told are not those of the trees', offset: 0 };
  }
}

function* orderDefects(trees: readonly string[]): Iterable<Defect> {
  for (const [index, line] of trees.entries()) {
    if (line === `Tree=${index}`) continue;
    yield { code: 'tree-count', message: `${line.slice(0, 40)} in the place of tree ${index}`, offset: 0 };
    return;
  }
}

function* lineDefects(lines: readonly string[]): Iterable<Defect> {
  const odd = lines.findIndex((line) => !SETTING.test(line) && !IMPORTANCE.test(line));
  if (odd >= 0) yield { code: 'odd-line', message: `line ${odd + 1} is none of a model`, offset: 0 };
}
