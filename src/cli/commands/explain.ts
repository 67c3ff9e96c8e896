import type { Rule } from '../../domain/finding.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { SAYS_WORDS } from '../../reports/words.ts';
import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { fold, type Paper, paperFor, signOf } from '../terminal/paper.ts';

const HELP = `
Examples:
  weighbridge explain                              every rule, a line each
  weighbridge explain pickle-imports/runs-code     what it means, why it matters, what to do`;

export const register: Register = (program, io, done) => {
  program
    .command('explain')
    .description('Say what a rule means, why it matters and what to do.')
    .argument('[rule]', 'its id, as findings give it; without one, all are listed')
    .option('-f, --format <format>', 'text or json', 'text')
    .addHelpText('after', HELP)
    .action(async (id: string | undefined, { format }: { format: string }) => {
      const all = await (await io.weighbridge()).listRules();
      const rules = id === undefined ? all : all.filter((rule) => rule.id === id);
      if (rules.length === 0) throw new WeighbridgeError('rule-not-found', id ?? '');
      const paper = paperFor(io.stdout, io.env);
      const [only] = rules;
      if (format === 'json') io.stdout.write(`${JSON.stringify(id === undefined ? rules : only, null, 2)}\n`);
      else if (id !== undefined && only !== undefined) io.stdout.write(whole(only, paper));
      else io.stdout.write(rules.map((rule) => line(rule, paper)).join(''));
      done(EXIT.ok);
    });
};

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
