import { Option } from 'commander';
import type { DisassembledLine } from '../../contract/pickles.ts';
import { SILENT } from '../../contract/progress.ts';
import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { clean, type Paper, paperFor } from '../terminal/paper.ts';

const HELP = `
Each line: byte, instruction, argument, and what it does to the stack. Calls are marked. Nothing is imported or called.

Examples:
  weighbridge disasm model.pkl
  weighbridge disasm pytorch_model.bin                          the data.pkl of a PyTorch zip
  weighbridge disasm model.joblib                               the first pickle within
  weighbridge disasm model.pt --member archive/constants.pkl
  weighbridge disasm model.pkl --format jsonl | jq 'select(.call)'`;

export const register: Register = (program, io, done) => {
  program
    .command('disasm')
    .description('Show the program of a pickle, annotated, without running it.')
    .argument('<file>', 'a pickle, or what holds one: a PyTorch zip, .joblib, .npy, .gz; any reference of one file')
    .option('-m, --member <name>', 'the member of an archive to show, as a scan names it')
    .addOption(new Option('-f, --format <format>', 'text or jsonl').choices(['text', 'jsonl']).default('text'))
    .addHelpText('after', HELP)
    .action(async (reference: string, { member, format }: { member?: string; format: string }) => {
      const weighbridge = await io.weighbridge();
      const paper = paperFor(io.stdout, io.env);
      const caller = { signal: io.signal, progress: SILENT };
      for await (const line of weighbridge.disassemble({ reference, member: member ?? null }, caller)) {
        io.stdout.write(format === 'jsonl' ? `${JSON.stringify(line)}\n` : `${text(line, paper)}\n`);
      }
      done(EXIT.ok);
    });
};

function text({ offset, opcode, argument, effect, call, lookup }: DisassembledLine, paper: Paper): string {
  const place = paper.dim(`${offset.toString(16).padStart(8, '0')} `);
  if (opcode === '') return `${place} ${paper.tone('unknown')(clean(effect))}`;
  const instruction = `${opcode.padEnd(17)} ${clean(argument)}`.padEnd(52);
  if (call !== null) return `${place} ${instruction} ${paper.tone('deny')(`▸ calls ${clean(call)}`)}`;
  if (lookup !== null) return `${place} ${instruction} ${paper.tone('review')(clean(effect))}`;
  return `${place} ${instruction} ${paper.dim(clean(effect))}`;
}
