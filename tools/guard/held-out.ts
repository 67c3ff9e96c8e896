import { ILLICIT_SUSPECT, TOXIC } from '../../src/guard/detectors/content/detector.ts';
import { createContentReader } from '../../src/guard/detectors/content/features.ts';
import { suspectOf } from '../../src/guard/detectors/injection/detector.ts';
import { type ContentLearned, contentRows, illicitRows, learnContent } from './content.ts';
import { injectionCorpus } from './corpus.ts';
import { type Learned, learn, scoreOf } from './injection.ts';
import { dot } from './learn-final.ts';
import { type Row, sharedRows } from './rows.ts';

/** What learned detectors say of texts they did not learn from, at the thresholds that they ship with. */
export function heldOutSections(folder: string, prose: string): readonly string[] {
  return [injectionSection(folder, prose), contentSection(folder)];
}

type Shares = Map<string, { found: number; of: number }>;

const FOLDS = 4;
/** What is learned of documents is judged by itself here, as before anything else was asked of them. */
const LEARNED_OF_DOCUMENTS = 0.93;

function isOwn(family: string): boolean {
  return family.startsWith('attack.seed-');
}

function injectionSection(folder: string, prose: string): string {
  const rows = injectionCorpus(folder, prose);
  const harmful = sharedRows(folder, 'harmful');
  const proseCount = rows.filter(({ family }) => family.startsWith('benign.prose-')).length;
  const isTold = (learned: Learned, row: Row) => {
    const least = row.untrusted ? LEARNED_OF_DOCUMENTS : suspectOf('user');
    return scoreOf(learned, row) > Math.log(least / (1 - least));
  };
  const [byRow, byFamily]: [Shares, Shares] = [new Map(), new Map()];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const learned = learn(
      rows.filter((_, at) => at % FOLDS !== fold),
      harmful.filter((_, at) => at % FOLDS !== fold),
    );
    for (const [at, row] of rows.entries()) {
      if (at % FOLDS === fold) count(byRow, row.family, isTold(learned, row));
    }
  }
  // To learn takes a while: only the families that others wrote are left out, one at a time.
  const families = new Set(rows.filter(({ attack, family }) => attack && !isOwn(family)).map(({ family }) => family));
  for (const held of families) {
    const learned = learn(
      rows.filter(({ family }) => family !== held),
      harmful,
    );
    for (const row of rows) if (row.family === held) count(byFamily, held, isTold(learned, row));
  }
  const lines = [...byRow]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([family, share]) => {
      const [kind, name] = family.split('.');
      const whole = kind === 'attack' ? [percent(share), percent(byFamily.get(family)), ''] : ['', '', percent(share)];
      return `| ${name} | ${share.of} | ${whole.join(' | ')} |`;
    });
  return `## injection

Learned from development rows, from texts made of seeds of our own (\`seed-\`) and from ${proseCount} passages of installed
documentation (\`prose-\`; those with \`-read\` are read as documents), and judged here on those left out: every fourth row, or a
whole family of other people's attacks at a time. Texts made of the same seeds are alike, so that those figures are high; what
is found of attacks in other words, the texts that were kept apart say, further below. Documents are judged by weights and a
threshold of their own: ${suspectOf('document')}, and ${suspectOf('user')} for what a user says. Beside what is learned, a reader of orders
(\`orders/\`) looks for models that documents call, tasks that they take away and answers that they dictate; what is learned counts
only where there is a sign of that. This table is of what is learned alone, of documents at ${LEARNED_OF_DOCUMENTS}.

The passages are others' and stand in no repository: \`npm run gather:passages\` gathers such from manuals, HTML, READMEs, lists of
changes and docstrings that a machine has. Those that the shipped weights were learned from were gathered in the same way before
that tool stood; weights learned with its passages, or on another machine, differ a little from those that ship.
With 3900 that it gathered on one machine, 48 % of the attacks kept apart in messages are told at false alarms of 1.0 %: compare what is
told all together further below.

| rows | of | found, rows left out | found, family left out | false alarms, rows left out |
| --- | --- | --- | --- | --- |
${lines.join('\n')}`;
}

function contentSection(folder: string): string {
  const rows = contentRows(folder);
  const illicit = illicitRows(folder);
  const [byRow, bySet]: [Shares, Shares] = [new Map(), new Map()];
  const name = (row: (typeof rows)[number]) =>
    `${row.source}${row.source === 'prompts' ? '' : row.toxic ? ', toxic' : ', not toxic'}`;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const inside = illicit.filter((_, at) => at % FOLDS !== fold);
    const learned = learnContent(
      rows.filter((_, at) => at % FOLDS !== fold),
      inside,
    );
    const read = createContentReader(learned.models);
    for (const [at, row] of rows.entries())
      if (at % FOLDS === fold) count(byRow, name(row), isToxic(learned, read, row.text));
    for (const [at, row] of illicit.entries()) {
      if (at % FOLDS === fold)
        count(byRow, row.positive ? 'requests for harm' : 'other requests', read(row.text).illicit > ILLICIT_SUSPECT);
    }
  }
  for (const held of ['tox.davidson', 'tox.surge']) {
    const learned = learnContent(
      rows.filter(({ source }) => source !== held),
      illicit,
    );
    const read = createContentReader(learned.models);
    for (const row of rows) if (row.source === held) count(bySet, name(row), isToxic(learned, read, row.text));
  }
  const lines = [...byRow].map(
    ([set, share]) => `| ${set} | ${share.of} | ${percent(share)} | ${percent(bySet.get(set))} |`,
  );
  return `## content

The two learned scores, toxicity and requests for harm, in the same way; the rules beside them are not counted here. *Not
toxic* and *other requests* are false alarms.

| rows | of | told, rows left out | told, set left out |
| --- | --- | --- | --- |
${lines.join('\n')}`;
}

function isToxic({ final }: ContentLearned, read: ReturnType<typeof createContentReader>, text: string): boolean {
  return dot(final.weights, read(text).toxic) + final.bias > Math.log(TOXIC / (1 - TOXIC));
}

function count(shares: Shares, name: string, found: boolean): void {
  const share = shares.get(name) ?? { found: 0, of: 0 };
  share.of += 1;
  if (found) share.found += 1;
  shares.set(name, share);
}

function percent(share: { readonly found: number; readonly of: number } | undefined): string {
  return share === undefined ? '' : `${((100 * share.found) / share.of).toFixed(1)} %`;
}
