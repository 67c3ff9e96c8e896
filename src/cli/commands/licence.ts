import type { Command } from 'commander';
import type { DeclarationAnswer } from '../../contract/weighbridge.ts';
import { worstLicenceVerdict } from '../../domain/licence.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { renderLicence } from '../../reports/licence.ts';
import { EXIT, exitOfLicence } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Register } from '../register.ts';
import { renderError } from '../terminal/error.ts';
import { paperFor } from '../terminal/paper.ts';

interface Options {
  readonly declaration?: string;
  readonly format?: string;
}

const FORMATS = ['text', 'json', 'markdown'];

const HELP = `
A verdict is allow, conditions (with duties), unknown or deny: the worst over the weights' licence, card against file,
every base model, every dataset and the use policies. It is engineering guidance, not legal advice.

Examples:
  weighbridge licence --declaration case.yaml                       what if: a model that is not at hand
  weighbridge licence --declaration cases.jsonl --format json       JSON lines in, JSON lines out, in order
  cat case.json | weighbridge licence --declaration - --format json

Exit codes: 0 allow, conditions · 1 deny · 2 wrong call, or a declaration that cannot be read · 3 unknown
            JSON lines: 0 when every line was answered, 2 when one could not be read`;

export const register: Register = (program, io, done) => {
  program
    .command('licence')
    .alias('license')
    .description('Read the licences of a model, and of what it was made from, against an intended use.')
    .option(
      '-d, --declaration <file>',
      'judge what this file declares (YAML, JSON or JSON lines); - for standard input',
    )
    .option('-f, --format <format>', FORMATS.join(', '), 'text')
    .addHelpText('after', HELP)
    .action(async (options: Options, self: Command) => done(await licence(options, self, io)));
};

async function licence(options: Options, _self: Command, io: Io): Promise<number> {
  const format = formatOf(options.format ?? 'text');
  if (options.declaration === undefined) throw new WeighbridgeError('call-invalid', 'give --declaration FILE');
  return judgeDeclarations(options.declaration, format, io);
}

function formatOf(wanted: string): (typeof FORMATS)[number] {
  if (FORMATS.includes(wanted)) return wanted;
  throw new WeighbridgeError('call-invalid', `--format ${wanted}: the formats are ${FORMATS.join(', ')}`);
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
      throw new WeighbridgeError(error.code, `${file}:${line}: ${error.detail}`);
    }
    io.stdout.write(rendered(answer, format, lines, io));
    if (answer.kind === 'mistake') code = EXIT.wrongCall;
    else if (!lines) code = exitOfLicence(worstLicenceVerdict([answer.reading.verdict]));
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
