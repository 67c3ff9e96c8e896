import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import type { InputOf, OutputOf } from '../../contract/control/operations.ts';
import { type Digest, digestFromHex } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';

const HELP = `
What an admission leaves to somebody: each finding that is still there, and each duty, with an owner and a day. Owners are reminded
before it and on it; what lapses has the consequence that the policy names (spec.followUp): its owner is told, the model is
promoted no further, or its releases are withdrawn and their channels rolled back.

Examples:
  weighbridge obligation list --state lapsed
  weighbridge obligation list --request 41c0… --kind duty
  weighbridge obligation show 7d0e… --format json > waiver.json      with its signed waivers
  weighbridge obligation assign 7d0e… --owner 6f1c…
  weighbridge obligation close 7d0e… --dossier sha256:90ab…          a later dossier, in which it is gone
  weighbridge obligation close 7d0e… --document notice.pdf           only its digest and its name are sent
  weighbridge obligation waive 7d0e… --until 2027-03-31 --reason 'Read; the import is the tokenizer’s own.'

Exit codes: 0 done · 2 wrong call · 5 not yours to do`;

type Obligation = OutputOf<'obligation.close'>;

export const register: Register = (program, io, done) => {
  const obligation = program
    .command('obligation')
    .description('See to what admissions left open: findings and duties, with owners and days.')
    .addHelpText('after', HELP);
  remote(obligation, 'list', 'All that fits, newest first.', 'list --state open --owner 6f1c…')
    .option('--state <state>', 'open, accepted, lapsed or closed')
    .option('--kind <kind>', 'finding or duty')
    .option('--owner <person>', 'whose')
    .option('--request <request>', 'of which admission')
    .action(async (options: RemoteOptions & InputOf<'obligation.list'>) => {
      const { state, kind, owner, request } = options;
      const call = await controlFor(options, io);
      const items: Obligation[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await call('obligation.list', { state, kind, owner, request, cursor, limit: 100 });
        items.push(...page.items);
        if (page.next === null) break;
        cursor = page.next;
      }
      print(io, options, { items }, () => items.map(obligationLine).join('') || 'Nothing is left open there.\n');
      done(EXIT.ok);
    });
  remote(obligation, 'show', 'One, with its waivers.', 'show 7d0e…')
    .argument('<obligation>', 'its id')
    .action(async (id: string, options: RemoteOptions) => {
      const call = await controlFor(options, io);
      print(io, options, await call('obligation.show', { obligation: id }), shownText);
      done(EXIT.ok);
    });
  remote(obligation, 'assign', 'Give it to somebody, who is told.', 'assign 7d0e… --owner 6f1c…')
    .argument('<obligation>', 'its id')
    .requiredOption('--owner <person>', 'the id of a person')
    .action(async (id: string, options: RemoteOptions & { owner: string }) => {
      const call = await controlFor(options, io);
      print(io, options, await call('obligation.assign', { obligation: id, owner: options.owner }), obligationLine);
      done(EXIT.ok);
    });
  remote(obligation, 'close', 'Close it with what shows that it is done.', 'close 7d0e… --dossier sha256:90ab…')
    .argument('<obligation>', 'its id')
    .option('--dossier <digest>', 'a later one that the server made, in which it is gone')
    .option('--document <file>', 'a document; its digest and its name are sent, and you keep it')
    .action(async (id: string, options: RemoteOptions & { dossier?: string; document?: string }) => {
      const proof = await proofFrom(options, io);
      const call = await controlFor(options, io);
      print(io, options, await call('obligation.close', { obligation: id, proof }), obligationLine);
      done(EXIT.ok);
    });
  remote(obligation, 'waive', 'Answer for a finding until a day.', "waive 7d0e… --until 2027-03-31 --reason 'Read it.'")
    .argument('<obligation>', 'its id')
    .requiredOption('--until <day>', 'the last day it holds, UTC')
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, options: RemoteOptions & { until: string; reason: string }) => {
      const { until, reason } = options;
      const call = await controlFor(options, io);
      print(io, options, await call('obligation.waive', { obligation: id, until, reason }), shownText);
      done(EXIT.ok);
    });
};

function remote(parent: Command, name: string, description: string, example: string): Command {
  return remotely(
    parent
      .command(name)
      .description(description)
      .addHelpText('after', `\nExamples:\n  weighbridge obligation ${example}`),
  );
}

async function proofFrom(
  { dossier, document }: { readonly dossier?: string; readonly document?: string },
  io: Io,
): Promise<InputOf<'obligation.close'>['proof']> {
  if ((dossier === undefined) === (document === undefined))
    throw new WeighbridgeError('call-invalid', 'give --dossier or --document, one of them');
  if (dossier !== undefined) return { kind: 'dossier', dossier: digestGiven(dossier) };
  const name = document ?? '';
  const hash = createHash('sha256');
  for await (const chunk of io.readChunks(name)) hash.update(chunk);
  return { kind: 'document', digest: digestFromHex(hash.digest('hex')), name: fileName(name) };
}

function digestGiven(text: string): Digest {
  const hex = text.replace(/^sha256:/, '');
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new WeighbridgeError('call-invalid', '--dossier wants all of its digest');
  return digestFromHex(hex);
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function obligationLine({ id, kind, state, due, owner, text, consequence }: Obligation): string {
  const came = consequence === null ? '' : `, ${consequence}`;
  return `${id}  ${kind.padEnd(7)}  ${`${state}${came}`.padEnd(8)}  due ${due}  owner ${owner}\n  ${printable(text)}\n`;
}

function shownText({ waivers, ...rest }: OutputOf<'obligation.show'>): string {
  const { closing, inheritedFrom } = rest;
  return [
    obligationLine(rest),
    `  request  ${rest.request}${inheritedFrom === null ? '' : `, from its base ${inheritedFrom}`}\n`,
    ...waivers.map(({ by, until, at }) => `  waived   ${at} by ${by} until ${until}\n`),
    closing === null ? '' : `  closed   ${closing.at} by ${closing.by}: ${proofText(closing.proof)}\n`,
  ].join('');
}

function proofText(proof: NonNullable<Obligation['closing']>['proof']): string {
  return proof.kind === 'dossier' ? `dossier ${proof.dossier}` : `${printable(proof.name)} (${proof.digest})`;
}
