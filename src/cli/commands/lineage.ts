import { SILENT } from '../../contract/progress.ts';
import { findingsOf } from '../../domain/check.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { SAYS_WORDS } from '../../reports/words.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { FORMAT, QUIET, several } from '../options.ts';
import type { Register } from '../register.ts';
import { clean, fold, type Paper, paperFor, signOf } from '../terminal/paper.ts';
import { terminalProgress } from '../terminal/progress.ts';

const HELP = `
Weights are compared by exact values, in F32, F16 and BF16 of safetensors and GGUF: the same, rounded to fewer bits, or some
tensors the same. Whoever is built alike and shares no tensor is called just that. A checkpoint that lies beside safetensors
is converted again, and compared. vet asks the same; this shows the answer alone.

Examples:
  weighbridge lineage register hf:org/base@v1.0
  weighbridge lineage register ./base --name org/base --alias org/base-hf
  weighbridge lineage list
  weighbridge lineage ./my-model
  weighbridge lineage hf:org/name --format json

Exit codes: 0 nothing stands against it · 3 a person should look · 4 could not look`;

export const register: Register = (program, io, done) => {
  const lineage = program
    .command('lineage')
    .description('Tie a model to registered bases by its weights.')
    .argument('[reference]', 'a model, as for vet')
    .addOption(FORMAT)
    .addOption(QUIET)
    .addHelpText('after', HELP)
    .action(async (reference: string | undefined, options: { readonly format: string; readonly quiet?: boolean }) => {
      if (reference === undefined) lineage.help();
      else done(await compare(reference, options, io));
    });
  lineage
    .command('register')
    .description('Register a base, so that its weights are known again in others. Keeps digests, no weights.')
    .addHelpText('after', '\nExamples:\n  weighbridge lineage register ./base --name org/base')
    .argument('<reference>', 'the base, as for vet; every tensor of it is looked at')
    .option('--name <name>', 'as cards name it: org/name')
    .option('--alias <name>', 'another name for it; several', several)
    .addOption(QUIET)
    .action(
      async (
        reference: string,
        options: { readonly name?: string; readonly alias?: readonly string[]; readonly quiet?: boolean },
      ) => {
        const progress = options.quiet === true ? SILENT : terminalProgress(io);
        const weighbridge = await io.weighbridge();
        const input = { reference, name: options.name ?? null, aliases: options.alias ?? [] };
        const { name, tensors, storedAt } = await weighbridge.registerBase(input, { signal: io.signal, progress });
        io.stdout.write(`Registered ${clean(name)}, ${tensors} tensors, kept as ${clean(storedAt ?? '')}\n`);
        done(EXIT.ok);
      },
    );
  lineage
    .command('list')
    .description('Every registered base.')
    .addHelpText('after', '\nExamples:\n  weighbridge lineage list')
    .addOption(FORMAT)
    .action(async ({ format }: { format: string }) => {
      const bases = await (await io.weighbridge()).listBases();
      const lines = bases.map(
        ({ name, revision, tensors }) => `${clean(name)}  ${revision?.slice(0, 12) ?? ''}  ${tensors} tensors\n`,
      );
      const text =
        lines.length === 0 ? 'No base is registered yet: weighbridge lineage register <reference>.\n' : lines.join('');
      io.stdout.write(format === 'json' ? `${JSON.stringify(bases, null, 2)}\n` : text);
      done(EXIT.ok);
    });
};

async function compare(
  reference: string,
  options: { readonly format: string; readonly quiet?: boolean },
  io: Io,
): Promise<number> {
  const progress = options.quiet === true ? SILENT : terminalProgress(io);
  const nothing = { policy: null, use: null, useFlags: {}, downloadTo: null, sign: null, keep: false };
  const vetting = await (await io.weighbridge()).vet({ reference, ...nothing }, { signal: io.signal, progress });
  const check = vetting.dossier.checks.find(({ analyzer }) => analyzer === 'lineage');
  const evidence = vetting.dossier.evidence.find(({ kind }) => kind === 'lineage')?.body ?? null;
  io.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify({ reference: vetting.reference, check, evidence }, null, 2)}\n`
      : render(vetting, paperFor(io.stdout, io.env)),
  );
  return check !== undefined && findingsOf(check).some(({ says }) => says !== 'note') ? EXIT.review : EXIT.ok;
}

const LABEL = 13;

function render({ dossier, reference }: Vetting, paper: Paper): string {
  const check = dossier.checks.find(({ analyzer }) => analyzer === 'lineage');
  const lines = [paper.bold(clean(reference))];
  if (check?.outcome.kind === 'not-applicable')
    lines.push(...fold(`Not compared: ${check.outcome.reason}.`, paper.width, 2));
  const findings = check === undefined ? [] : findingsOf(check);
  for (const { says, message } of findings) {
    const word = SAYS_WORDS[says];
    const [first = '', ...rest] = fold(message, paper.width, LABEL);
    lines.push(
      `  ${paper.tone(word.tone)(`${signOf(paper, word)} ${says}`.padEnd(LABEL - 2))}${first.trimStart()}`,
      ...rest,
    );
  }
  if (check?.outcome.kind === 'completed' && findings.length === 0)
    lines.push('  No registered base has anything to do with it.');
  return `${lines.join('\n')}\n`;
}
