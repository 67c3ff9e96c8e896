import { z } from 'zod';
import { ANALYZERS } from '../src/analyzers/table.ts';
import type { Rule } from '../src/domain/finding.ts';
import { ORIGINS } from '../src/domain/guard.ts';
import { DEPTHS } from '../src/formats/depth.ts';
import type { DefaultAction } from '../src/guard/detector.ts';
import { insecureCode } from '../src/guard/detectors/code/detector.ts';
import { CODE_RULES } from '../src/guard/detectors/code/rules.ts';
import { DETECTORS } from '../src/guard/detectors/table.ts';
import { ERRORS } from '../src/kernel/errors.ts';
import { GATEWAY_FILE } from '../src/policy/gateway/parse.ts';
import { GUARD_POLICY_FILE } from '../src/policy/guard/parse.ts';
import { POLICY_CHOICE_FILE } from '../src/policy/house/choices.ts';
import { OPENNESS_FILE } from '../src/policy/house/openness.ts';

/** The pages of docs/reference that are made from the tables, by file name. `npm run docs` writes them; a test holds them current. */
export function referencePages(): Readonly<Record<string, string>> {
  return { 'rules.md': rulesPage(), 'errors.md': errorsPage(), 'formats.md': formatsPage() };
}

function rulesPage(): string {
  const sections = ANALYZERS.map(({ id, version, question, rules }) =>
    [
      `## ${id}`,
      '',
      `*${question}* Version ${version}.`,
      '',
      '| rule | says | severity | title | what to do | weakness, technique, advisories |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rules.map(ruleRow),
    ].join('\n'),
  );
  return `# Rules\n\nMade from \`src/analyzers/*/rules.ts\` by \`npm run docs\`. A rule's id is never renamed and never reused.\n\n${sections.join('\n\n')}\n`;
}

function ruleRow({ id, says, severity, title, remedy, references }: Rule): string {
  return `| \`${id}\` | ${says} | ${severity} | ${cell(title)} | ${cell(remedy)} | ${references.join(', ')} |`;
}

function errorsPage(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { kind, title, remedy }]) => `| \`${code}\` | ${kind} | ${cell(title)} | ${cell(remedy)} |`,
  );
  return `# Errors\n\nMade from \`src/kernel/errors.ts\` by \`npm run docs\`. A code is never renamed and never reused. Exit codes: caller and\nconflict 2, bug 70, stopped 130, all others 4.\n\n| code | kind | what | what to do |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function formatsPage(): string {
  const rows = Object.entries(DEPTHS).map(
    ([id, { files, reach, rest }]) => `| \`${id}\` | ${cell(files)} | ${reach} | ${cell(rest)} |`,
  );
  return `# Formats\n\nMade from \`src/formats/depth.ts\` by \`npm run docs\`. *Proved*: every byte is accounted for, values of tensors and columns\nbeing opaque. *Load effects*: what loading would run or open is found, and some bytes are passed over. *Recognised*: known\nby its first bytes, and not read. What no format claims is unscannable: Feather 1 and Torch7 among others.\n\nValues of tensors, rows and columns are not searched. They are asked whether they *begin* as a file: a pickle, a program, an\narchive, a stream or a script (in tables no scripts), as they stand, behind noughts, compressed, in letters, or a byte a number. Of a file that is\nread afar, by ranges, only the first 64 tensors that are told as bytes are asked, and of messages, rows, columns and records\nnone, since each would cost a request: what has to be asked whole is fetched first.\n\n| format | files | how far | not looked at |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** `docs/reference/guard.md`. */
export function guardPage(): string {
  const sections = DETECTORS.map(({ id, title, types, origins, defaults }) =>
    [
      `## ${id}`,
      '',
      `*${title}.* Looks at ${origins.length === ORIGINS.length ? 'every origin' : origins.join(', ')}. By itself: ${defaults.map(defaultRow).join('; ') || 'nothing'}.`,
      '',
      ...(id === insecureCode.id ? weaknessRows(types) : typeRows(types)),
    ].join('\n'),
  );
  return `# What the guard finds\n\nMade from \`src/guard/detectors\` by \`npm run docs\`. How to use it: [guard-texts](../how-to/guard-texts.md).\n\n${sections.join('\n\n')}\n`;
}

type Types = (typeof DETECTORS)[number]['types'];

function typeRows(types: Types): readonly string[] {
  return ['| type | what |', '| --- | --- |', ...types.map(({ type, title }) => `| \`${type}\` | ${cell(title)} |`)];
}

/** More would be no row of a table: a finding's own advice is for its place. */
const MOST_ADVICE = 4;

/** With what most of the rules say to write instead. */
function weaknessRows(types: Types): readonly string[] {
  const rows = types.map(({ type, title }) => {
    const advice = CODE_RULES.filter(({ cwe }) => type === `code/CWE-${cwe}`).map((rule) => rule.safer);
    const timesSaid = (one: string) => advice.filter((other) => other === one).length;
    const safer = [...new Set(advice)].sort((a, b) => timesSaid(b) - timesSaid(a)).slice(0, MOST_ADVICE);
    return `| \`${type}\` | ${cell(title)} | ${cell(safer.join(' '))} |`;
  });
  return ['| type | what | safer |', '| --- | --- | --- |', ...rows];
}

function defaultRow({ types, origins, threshold, action }: DefaultAction): string {
  const where = origins.length === 0 ? '' : ` from ${origins.join(', ')}`;
  return `${action} ${types.length === 0 ? 'all' : types.map((type) => `\`${type}\``).join(', ')}${where} at ${threshold} or more`;
}

const HOUSE = 'See docs/how-to/keep-policies-on-a-server.md.';

/** The schemas that are made of what reads the files, by the name of the file below `schemas`. */
export function madeSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(MADE).map(([name, { shape, title, description }]) => {
      const about = { $id: `urn:weighbridge:schema:${name}`, title: `Weighbridge ${title}`, description };
      return [`${name}.schema.json`, schemaOf(shape, about)];
    }),
  );
}

const MADE = {
  'guard-policy-v1': {
    shape: GUARD_POLICY_FILE,
    title: 'guard policy',
    description: 'What the guard does about what it finds. See docs/how-to/guard-texts.md.',
  },
  'gateway-v1': {
    shape: GATEWAY_FILE,
    title: 'gateway',
    description: 'What a gateway serves, from where, to whom. See docs/how-to/run-a-gateway.md.',
  },
  'policy-choice-v1': {
    shape: POLICY_CHOICE_FILE,
    title: 'choice of policies',
    description: `Which policies count for which requests; the last choice has no when. ${HOUSE}`,
  },
  'openness-policy-v1': {
    shape: OPENNESS_FILE,
    title: 'policy of openness',
    description: `What a model of ours must have before it goes out, by how far it goes; no level asks for less than the one before. ${HOUSE}`,
  },
} as const;

function schemaOf(shape: z.ZodType, about: Readonly<Record<string, string>>): string {
  const schema = z.toJSONSchema(shape, { io: 'input' });
  const head = { $schema: schema.$schema, ...about };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}
