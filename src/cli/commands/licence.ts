import type { Command } from 'commander';
import type { DeclarationAnswer, LicenceInput, LicenceRead } from '../../contract/licences.ts';
import { SILENT } from '../../contract/progress.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { renderLicence, renderOutbound } from '../../reports/licence.ts';
import { EXIT, exitOfLicence } from '../exit.ts';
import type { Io } from '../io.ts';
import { QUIET, USE_OPTIONS, useFlagsIn } from '../options.ts';
import type { Register } from '../register.ts';
import { renderError } from '../terminal/error.ts';
import { clean, paperFor } from '../terminal/paper.ts';
import { terminalProgress } from '../terminal/progress.ts';

interface Options {
  readonly declaration?: string;
  readonly use?: string;
  readonly format: string;
  readonly quiet?: boolean;
}

const FORMATS = ['text', 'json', 'markdown'];

const HELP = `
A verdict is allow, conditions (with duties), unknown or deny: the worst over the weights' licence, card against file,
every base model, every dataset and the use policies. It is engineering guidance, not legal advice.

Examples:
  weighbridge licence hf:org/name --commercial yes --exposure hosted --regions EU
  weighbridge licence ./my-model --use claims.yaml --format markdown
  weighbridge licence outbound ./my-model                           what may be put on a derivative of it, at what cost
  weighbridge licence facts llama3.3                                what is known of a licence; as JSON a file to start from
  weighbridge licence --declaration case.yaml                       what if: a model that is not at hand
  weighbridge licence --declaration cases.jsonl --format json       JSON lines in, JSON lines out, in order
  cat case.json | weighbridge licence --declaration - --format json

Exit codes: 0 allow, conditions · 1 deny · 2 wrong call, or a declaration that cannot be read · 3 unknown
            JSON lines: 0 when every line was answered, 2 when one could not be read`;

export const register: Register = (program, io, done) => {
  const command = program
    .command('licence')
    .alias('license')
    .description('Read the licences of a model, and of what it was made from, against an intended use.')
    .argument(
      '[what...]',
      'a reference that vet takes; outbound before it asks what a derivative may be put under; facts NAME shows a record',
    )
    .option(
      '-d, --declaration <file>',
      'judge what this file declares (YAML, JSON or JSON lines); - for standard input',
    )
    .option('-u, --use <file>', 'what the model is for, in YAML');
  for (const option of USE_OPTIONS) command.addOption(option);
  command
    .option('-f, --format <format>', FORMATS.join(', '), 'text')
    .addOption(QUIET)
    .addHelpText('after', HELP)
    .action(async (what: string[], options: Options, self: Command) =>
      done(await licence(what, options, self.opts(), io)),
    );
};

async function licence(
  what: readonly string[],
  options: Options,
  all: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<number> {
  const { format, declaration } = options;
  if (!FORMATS.includes(format)) {
    throw new WeighbridgeError('call-invalid', `--format ${format}: the formats are ${FORMATS.join(', ')}`);
  }
  if (declaration !== undefined) {
    if (what.length > 0) throw new WeighbridgeError('call-invalid', 'give a reference or --declaration, not both');
    return judgeDeclarations(declaration, format, io);
  }
  const [first, second] = what;
  if (first === 'facts') return facts(what.slice(1), format, io);
  const outbound = first === 'outbound' && second !== undefined;
  const reference = outbound ? second : first;
  if (reference === undefined || what.length > (outbound ? 2 : 1)) {
    throw new WeighbridgeError('call-invalid', 'give one reference, outbound and one reference, or --declaration FILE');
  }
  const read = await readLicence(reference, options, all, io);
  io.stdout.write(outbound ? outboundText(read, format) : readingText(read, format));
  return outbound ? EXIT.ok : exitOfLicence(read.reading.verdict);
}

/** Records as a table, one of them as all its fields; as JSON a file that `licences.json` in the settings can be. */
async function facts([name, ...more]: readonly string[], format: string, io: Io): Promise<number> {
  if (more.length > 0) throw new WeighbridgeError('call-invalid', 'licence facts takes one name, or none');
  const file = await (await io.weighbridge()).licenceFacts({ name: name ?? null });
  const all = member(file, 'licences');
  const records = Array.isArray(all) ? all : [];
  const lines = records.map((record) =>
    ['id', 'name', 'category', 'confidence'].map((key) => clean(textOfField(member(record, key)))).join('\t'),
  );
  const whole = format === 'json' || name !== undefined;
  io.stdout.write(whole ? `${JSON.stringify(file, null, 2)}\n` : `${lines.join('\n')}\n`);
  return EXIT.ok;
}

function textOfField(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

async function readLicence(
  reference: string,
  options: Options,
  all: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<LicenceRead> {
  const file = options.use ?? (await io.ownFile('use', { reference, downloadTo: null }));
  const use = file === null ? null : { name: file, text: await io.readText(file, LIMITS.policyFile) };
  const input: LicenceInput = { reference, use, useFlags: useFlagsIn(all) };
  const progress = options.quiet === true || options.format !== 'text' ? SILENT : terminalProgress(io);
  return (await io.weighbridge()).readLicence(input, { signal: io.signal, progress });
}

function readingText({ reference, reading }: LicenceRead, format: string): string {
  if (format === 'json') return `${JSON.stringify({ reference, ...reading }, null, 2)}\n`;
  return renderLicence(format === 'markdown' ? 'markdown' : 'text', reading);
}

function outboundText({ reference, outbound }: LicenceRead, format: string): string {
  if (format === 'json') return `${JSON.stringify({ reference, ...outbound }, null, 2)}\n`;
  return renderOutbound(format === 'markdown' ? 'markdown' : 'text', outbound);
}

async function judgeDeclarations(file: string, format: string, io: Io): Promise<number> {
  const stdin = file === '-';
  const text = stdin ? await textOf(io.stdin) : await io.readText(file, LIMITS.declarations);
  const weighbridge = await io.weighbridge();
  const { lines, answers } = await weighbridge.judgeDeclarations({ name: stdin ? 'standard input' : file, text });
  let code: number = EXIT.ok;
  for (const answer of answers) {
    if (answer.kind === 'mistake' && !(lines && format === 'json')) {
      const { error, line } = answer;
      throw new WeighbridgeError(error.code, `${stdin ? 'standard input' : file}:${line}: ${error.detail}`);
    }
    io.stdout.write(rendered(answer, format, lines, io));
    if (answer.kind === 'mistake') code = EXIT.wrongCall;
    else if (!lines) code = exitOfLicence(answer.reading.verdict);
  }
  return code;
}

/** Standard input to its end, as UTF-8. */
async function textOf(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    size += chunk.length;
    if (size > LIMITS.declarations) {
      throw new WeighbridgeError('call-invalid', `standard input has more than ${LIMITS.declarations} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function rendered(answer: DeclarationAnswer, format: string, lines: boolean, io: Io): string {
  if (format === 'json') return `${JSON.stringify(jsonOf(answer), null, lines ? 0 : 2)}\n`;
  if (answer.kind === 'mistake') return renderError(answer.error, paperFor(io.stderr, io.env));
  return renderLicence(format === 'markdown' ? 'markdown' : 'text', answer.reading);
}

function jsonOf(answer: DeclarationAnswer): object {
  const id = answer.id === null ? {} : { id: answer.id };
  if (answer.kind === 'reading') return { ...id, ...answer.reading };
  const { code, detail } = answer.error;
  return { id: answer.id, error: { code, line: answer.line, message: detail } };
}
