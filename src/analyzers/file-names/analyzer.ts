import type { FileKind, FileRecord } from '../../domain/artifact.ts';
import { type Finding, findingOf } from '../../domain/finding.ts';
import { type Item, readingsAs } from '../../intake/inventory.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { brokenPromise, judgePath } from './names.ts';
import { DISGUISED, FILE_NAMES_RULES, WRONG_TYPE } from './rules.ts';

/** Looks at names: what they hide, and what they promise that the content does not keep. */
export const fileNames: FileAnalyzer = {
  id: 'file-names',
  version: 1,
  question: 'Is every file what its name says?',
  rules: FILE_NAMES_RULES,
  scope: 'file',
  formats: [],
  inspect,
};

function* inspect(item: Item): Iterable<Finding> {
  const location = { path: item.file.path };
  for (const rule of judgePath(item.file.path)) yield findingOf(rule, { location });
  yield* judgeContent(item);
}

const RUNS_CODE: readonly FileKind[] = ['pickle', 'pytorch-zip', 'zip', 'python', 'executable'];
/** Said by `unread-files`: there is no content to compare with. */
const SAID_ELSEWHERE: readonly FileKind[] = ['unknown', 'empty', 'link', 'special', 'git-folder'];

function* judgeContent(item: Item): Iterable<Finding> {
  const { file } = item;
  if (isScript(item) && (file.role === 'weights' || PAPER.test(file.path))) {
    yield disguised(file, 'a script', file.role === 'weights' ? 'a name of weights' : 'the name of a paper or of data');
    return;
  }
  const promise = brokenPromise(file.path, file.kind);
  if (promise === null || SAID_ELSEWHERE.includes(file.kind)) return;
  if (RUNS_CODE.includes(file.kind)) yield disguised(file, `of type ${file.kind}`, `the name of a ${promise} file`);
  // A text in the place of weights is a pointer or an error page: `unread-files` says which, and that it is malformed.
  else if (file.kind !== 'text' && file.kind !== 'json') yield wrong(file, promise);
}

/** What a person reads, or a program reads as data. */
const PAPER =
  /(?:^|\/)(?:licen[cs]e|notice|readme|changelog|authors)[^/]*$|\.(?:txt|md|rst|csv|tsv|json|jsonl|ya?ml|toml|cfg|ini|vocab|bpe|log)$/i;

/** A text whose first line names the program to start. */
function isScript(item: Item): boolean {
  for (const { facts, member } of readingsAs(item, 'text')) {
    if (member.length === 0 && facts.text.startsWith('#!')) return true;
  }
  return false;
}

function disguised({ path }: FileRecord, what: string, under: string): Finding {
  return findingOf(DISGUISED, { message: `The file is ${what}, under ${under}.`, location: { path } });
}

function wrong({ path, kind }: FileRecord, promise: string): Finding {
  return findingOf(WRONG_TYPE, {
    message: `The file is of type ${kind}, under the name of a ${promise} file.`,
    location: { path },
  });
}
