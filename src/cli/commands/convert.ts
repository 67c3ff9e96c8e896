import { realpath } from 'node:fs/promises';
import { SILENT } from '../../contract/progress.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { formatBytes, plural } from '../../reports/words.ts';
import { EXIT } from '../exit.ts';
import { QUIET } from '../options.ts';
import type { Register } from '../register.ts';
import { clean, paperFor } from '../terminal/paper.ts';

const HELP = `
Takes what torch.save writes of a state dict of plain tensors, since 1.6 and before, and pickles, .npy and .npz files of
NumPy's arrays. Nothing is unpickled; a file that is not clean, or holds what is neither a tensor nor a plain value, is refused
with the reason. One dict of tensors beside plain values is taken by itself, others by their names with dots; items of a list
have their numbers for names, a tensor that stands alone is 0. What is left out is said. With --sign, a statement binds both
digests and says so too.

Examples:
  weighbridge convert pytorch_model.bin
  weighbridge convert last.ckpt --key state_dict
  weighbridge convert arrays.npz
  weighbridge convert pytorch_model.bin --out model.safetensors --sign release.key`;

/** Names of what was left out that a terminal shows. */
const SHOWN = 12;

interface Options {
  readonly out?: string;
  readonly key?: string;
  readonly sign?: string;
  readonly statement?: string;
  readonly force?: boolean;
}

export const register: Register = (program, io, done) => {
  program
    .command('convert')
    .description('Rewrite a PyTorch checkpoint, or arrays of NumPy, as safetensors, without unpickling.')
    .argument('<file>', 'a checkpoint, pickle, .npy or .npz on this machine')
    .option('-o, --out <file>', 'where the safetensors file goes (beside the checkpoint)')
    .option('--key <name>', 'which entry holds the tensors, as in state_dict or model.encoder; all else is left out')
    .option('--sign <key>', 'sign a statement that binds both files, with this private key')
    .option('--statement <file>', 'where the statement goes (beside the new file)')
    .option('--force', 'replace a file that lies where the new one goes')
    .addOption(QUIET)
    .addHelpText('after', HELP)
    .action(async (file: string, { out, key, sign, statement, force }: Options) => {
      const to = out ?? `${file.replace(/\.(bin|pt|pth|ckpt|pkl|pickle|npy|npz)$/, '')}.safetensors`;
      const input = {
        file,
        to,
        replace: force === true,
        key: key ?? null,
        sign: sign === undefined ? null : { keyFile: sign, statementFile: statement ?? `${to}.intoto.json` },
      };
      if (await isOneFile(file, to))
        throw new WeighbridgeError('call-invalid', `${to} is the file that is converted`, {
          remedy: 'Name another with --out: what was converted stays, so that both can be compared.',
        });
      const weighbridge = await io.weighbridge();
      const {
        tensors,
        size,
        from,
        to: digest,
        key: taken,
        leftOut,
      } = await weighbridge.convert(input, { signal: io.signal, progress: SILENT });
      const paper = paperFor(io.stdout, io.env);
      io.stdout.write(`${paper.bold(clean(to))}  ${plural(tensors, 'tensor')}, ${formatBytes(size)}\n`);
      io.stdout.write(`${paper.dim('from')}  ${from}\n${paper.dim('to  ')}  ${digest}\n`);
      if (taken !== null) io.stdout.write(`${paper.dim('key ')}  ${clean(taken)}\n`);
      if (leftOut.length > 0) {
        const more = leftOut.length > SHOWN ? `, and ${leftOut.length - SHOWN} more` : '';
        io.stdout.write(`${paper.dim('left out')}  ${clean(leftOut.slice(0, SHOWN).join(', '))}${more}\n`);
      }
      if (input.sign !== null) io.stdout.write(`${paper.dim('statement')}  ${clean(input.sign.statementFile)}\n`);
      done(EXIT.ok);
    });
};

/** Whether both ways end at one file; a new one is nowhere yet. */
async function isOneFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => realpath(path).catch(() => null)));
  return a !== null && a === b;
}
