import { writeFileSync } from 'node:fs';
import { WORDING, wordingOf } from './wording/rows.ts';
import { bandsOf } from './wording/words.ts';

/**
 * `npm run count:programs -- [FILE]`: counts the words of what programs say and of their comments, as `gather:wording` put them
 * into FILE, and lists those that are common there, by how common.
 */
const lines = wordingOf(process.argv[2] ?? WORDING).filter(({ kind }) => kind === 'message' || kind === 'comment');
const bands = bandsOf(lines.map(({ text }) => text));
const WIDTH = 138;

writeFileSync(
  'src/guard/detectors/hidden-text/orders/programs.ts',
  `/**
 * Words of comments in programs and of the messages that programs have, by how often they stand there: counted by \`npm run
 * count:programs\` in what one machine has installed, forms joined. What speaks of other things was not written for those who make
 * or use programs.
 */
export const WORDS_OF_PROGRAMS: readonly string[] = [
${bands.map(({ share, words }) => `  // In ${share} and more.\n  \`${wrapped(words)}\`,`).join('\n')}
];
`,
);
process.stdout.write(`${bands.map(({ words }) => words.length).join(', ')} words of ${lines.length} lines\n`);

function wrapped(words: readonly string[]): string {
  const rows: string[] = [''];
  for (const word of words) {
    const row = rows.at(-1) ?? '';
    if (row.length + word.length + 1 > WIDTH) rows.push(word);
    else rows[rows.length - 1] = row === '' ? word : `${row} ${word}`;
  }
  return rows.join('\n');
}
