import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { clean } from '../terminal/paper.ts';

const HELP = `
The waiver is about this model's very bytes, and about one finding. It counts where the signer's key is trusted, to the end
of its day, and shows in every report. A policy file can hold waivers too: those are the ruler's, this is anybody's whom you
trust, counsel's above all.

Examples:
  weighbridge waive 7d0e4b91 licence/forbids --owner "A. Counsel" --reason "Written licence of 3 May" --until 2027-03-31 \\
    --sign counsel.key --to licence.waiver.json
  weighbridge vet ./my-model --evidence licence.waiver.json

Exit codes: 0 written · 2 wrong call`;

interface Options {
  readonly owner: string;
  readonly reason: string;
  readonly until: string;
  readonly sign: string;
  readonly to: string;
}

export const register: Register = (program, io, done) => {
  program
    .command('waive')
    .description('Answer for one finding of one model until a day, with a signature.')
    .argument('<dossier>', 'the first digits of its digest')
    .argument('<finding>', 'its identity (first digits), its rule where one finding is of it, or check:ID')
    .requiredOption('--owner <name>', 'who answers for it')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--until <day>', 'the last day it holds: 2027-03-31')
    .requiredOption('--sign <key>', 'the private key')
    .requiredOption('--to <file>', 'where the waiver goes')
    .addHelpText('after', HELP)
    .action(async (dossier: string, target: string, { owner, reason, until, sign, to }: Options) => {
      const waiver = await (await io.weighbridge()).waive({
        dossier,
        target,
        owner,
        reason,
        until,
        keyFile: sign,
        file: to,
      });
      io.stdout.write(`${clean(to)}: ${waiver.target} is waived by ${clean(owner)} until ${until}\n`);
      done(EXIT.ok);
    });
};
