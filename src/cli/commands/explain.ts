import type { Rule } from '../../domain/finding.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { nearest } from '../../kernel/nearest.ts';
import { printable } from '../../kernel/printable.ts';
import { SAYS_WORDS } from '../../reports/words.ts';
import { EXIT } from '../exit.ts';
import { FORMAT, several } from '../options.ts';
import type { Register } from '../register.ts';
import { rulePacksFrom } from '../rule-packs.ts';
import { fold, type Paper, paperFor, signOf } from '../terminal/paper.ts';

const HELP = `
Examples:
  weighbridge explain                              every rule, a line each
  weighbridge explain pickle-imports/runs-code     what it means, why it matters, what to do
  weighbridge explain acme/internal-host --rules acme.rules.yaml
  weighbridge explain secret/openai                a type of the guard's findings`;

interface Options {
  readonly format: string;
  readonly rules?: readonly string[];
}

export const register: Register = (program, io, done) => {
  program
    .command('explain')
    .description('Say what a rule means, why it matters and what to do.')
    .argument('[rule]', 'its id, as findings give it, or a type of the guard; without one, all rules are listed')
    .addOption(FORMAT)
    .option('--rules <file>', 'rules of your own too; several at once', several)
    .addHelpText('after', HELP)
    .action(async (id: string | undefined, { format, rules: files }: Options) => {
      const packs = await rulePacksFrom(files, [], null, io);
      const all = await (await io.weighbridge()).listRules(packs);
      const rules = id === undefined ? all : all.filter((rule) => rule.id === id);
      const paper = paperFor(io.stdout, io.env);
      if (id !== undefined && rules.length === 0) {
        io.stdout.write(await guardType(id, { format, paper, known: all.map((rule) => rule.id) }));
        done(EXIT.ok);
        return;
      }
      const [only] = rules;
      if (format === 'json') io.stdout.write(`${JSON.stringify(id === undefined ? rules : only, null, 2)}\n`);
      else if (id !== undefined && only !== undefined) io.stdout.write(whole(only, paper));
      else io.stdout.write(rules.map((rule) => line(rule, paper)).join(''));
      done(EXIT.ok);
    });
};

/** What the guard means by a type of its findings. Throws `rule-not-found` for what is none. */
async function guardType(type: string, { format, paper, known }: Asked): Promise<string> {
  const [{ DETECTORS }, { OWN_TYPES }] = await Promise.all([
    import('../../guard/detectors/table.ts'),
    import('../../guard/own-types.ts'),
  ]);
  for (const { id, title: about, types } of DETECTORS) {
    const found = types.find((one) => one.type === type);
    if (found === undefined) continue;
    if (format === 'json') return `${JSON.stringify({ type, title: found.title, detector: id, about }, null, 2)}\n`;
    return [
      `${paper.bold(type)} ${paper.dim('a type of the guard')}`,
      ...fold(`${found.title}.`, paper.width, 0),
      '',
      ...fold(`The detector ${id} finds it: ${about}.`, paper.width, 0),
      ...fold('What becomes of it a guard policy says; docs/reference/guard-detectors.md has all.', paper.width, 0),
      '',
    ].join('\n');
  }
  const own = OWN_TYPES.find((one) => one.type === type);
  if (own !== undefined) {
    if (format === 'json')
      return `${JSON.stringify({ type, title: own.title, detector: own.detector, about: own.about }, null, 2)}\n`;
    return [
      `${paper.bold(type)} ${paper.dim('a type of the guard')}`,
      ...fold(`${own.title}.`, paper.width, 0),
      '',
      ...fold(own.about, paper.width, 0),
      ...fold(
        'It blocks, unless a guard policy says "broken: flag"; rules and thresholds are not asked.',
        paper.width,
        0,
      ),
      '',
    ].join('\n');
  }
  const made = MADE_BY_POLICIES[type.split('/')[0] ?? ''];
  if (made !== undefined && type.includes('/')) return madeByPolicy(type, made, { format, paper });
  const types = [...DETECTORS.flatMap((detector) => detector.types), ...OWN_TYPES].map((one) => one.type);
  const near = nearby(type, [...new Set([...known, ...types])]);
  const meant = near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`;
  throw new WeighbridgeError(
    'rule-not-found',
    `${printable(type)}${meant}; a rule of a pack is known with --rules FILE`,
  );
}

/** Types that there are once a guard policy names them, by what stands before the stroke. */
const MADE_BY_POLICIES: Readonly<Record<string, { readonly section: string; readonly about: string }>> = {
  term: { section: 'terms', about: 'A word or a pattern that a guard policy names.' },
  form: { section: 'forms', about: 'A message that is not as long, or not the JSON, that a guard policy asks for.' },
  judge: { section: 'judges', about: 'What a model that a guard policy asks says of a text.' },
  classifier: { section: 'classifiers', about: 'What a classifier that a guard policy names makes of a text.' },
};

function madeByPolicy(
  type: string,
  { section, about }: { readonly section: string; readonly about: string },
  { format, paper }: Pick<Asked, 'format' | 'paper'>,
): string {
  if (format === 'json') return `${JSON.stringify({ type, title: about, detector: section, about }, null, 2)}\n`;
  return [
    `${paper.bold(printable(type))} ${paper.dim('a type of the guard')}`,
    ...fold(about, paper.width, 0),
    '',
    ...fold(
      `It stands under "${section}" of the policy, by its id; docs/how-to/guard-texts.md has more.`,
      paper.width,
      0,
    ),
    '',
  ].join('\n');
}

interface Asked {
  readonly format: string;
  readonly paper: Paper;
  /** Ids of all rules. */
  readonly known: readonly string[];
}

/** Ids that are offered at most. */
const MOST_MEANT = 5;

/** What was probably meant: by a slip of the keyboard, or with its part before or behind the stroke forgotten or mistaken. */
function nearby(id: string, known: readonly string[]): readonly string[] {
  const near = nearest(id, known);
  if (near !== undefined) return [near];
  const asked = id.toLowerCase();
  const named = asked.split('/').at(-1) ?? asked;
  const same = known.filter((one) => one.toLowerCase().split('/').at(-1) === named);
  if (same.length > 0) return same.slice(0, MOST_MEANT);
  const [room = '', name] = asked.split('/');
  const rooms = [...new Set(known.map((one) => one.split('/')[0] ?? ''))];
  const meant = nearest(room, rooms);
  const within = known.filter((one) => one.startsWith(`${meant}/`));
  const word =
    name === undefined
      ? undefined
      : nearest(
          name,
          within.map((one) => one.slice((meant ?? '').length + 1)),
        );
  if (word !== undefined) return [`${meant}/${word}`];
  const holding = known.filter((one) => one.toLowerCase().includes(asked));
  return (holding.length > 0 && asked.length > 2 ? holding : within).slice(0, MOST_MEANT);
}

function line({ id, says, title }: Rule, paper: Paper): string {
  const word = SAYS_WORDS[says];
  const [first = '', ...rest] = fold(title, paper.width, 4);
  return `${paper.tone(word.tone)(`${signOf(paper, word)} ${word.label.padEnd(12)}`)} ${paper.bold(id)}\n${[first, ...rest].join('\n')}\n`;
}

function whole({ id, says, severity, title, why, remedy, references }: Rule, paper: Paper): string {
  const word = SAYS_WORDS[says];
  const lines = [
    `${paper.tone(word.tone)(`${signOf(paper, word)} ${word.label}`)}  ${paper.bold(id)} ${paper.dim(`severity ${severity}`)}`,
    ...fold(title, paper.width, 0),
    '',
    paper.bold('Why it matters'),
    ...fold(why, paper.width, 2),
    paper.bold('What to do'),
    ...fold(remedy, paper.width, 2),
    ...(references.length === 0 ? [] : [paper.bold('References'), ...fold(references.join(', '), paper.width, 2)]),
  ];
  return `${lines.join('\n')}\n`;
}
