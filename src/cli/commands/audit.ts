import { join } from 'node:path';
import type { Command } from 'commander';
import type { AuditVerification } from '../../contract/control/auditor.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { count, whole } from '../numbers.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';

interface KeyOptions extends RemoteOptions {
  readonly key?: string;
}
interface VerifyOptions extends KeyOptions {
  readonly checkpoint?: string;
  readonly keep?: string;
}
interface WitnessOptions extends KeyOptions {
  readonly name: string;
  readonly signWith: string;
  readonly state: string;
}

const HELP = `
The log is a Merkle tree (RFC 6962). Keep a checkpoint somewhere that the server cannot reach: whatever is rewritten, cut off
or forked later is then found, and named. Hashes and proofs are computed here, not taken on the server's word.

Examples:
  weighbridge audit list --since 100
  weighbridge audit list --all
  weighbridge audit checkpoint > kept.checkpoint
  weighbridge audit verify --checkpoint kept.checkpoint --keep kept.checkpoint
  weighbridge audit prove 41
  weighbridge audit export ./log                         files as c2sp.org/tlog-tiles has them
  weighbridge audit witness --name witness.example.org --sign-with witness.key --state witness.checkpoint

Exit codes: 0 it holds · 1 it does not · 2 wrong call · 5 not yours to do`;

export const register: Register = (program, io, done) => {
  const audit = program
    .command('audit')
    .description('Read the log of every act, verify it, prove an entry, cosign it, take it with you.')
    .addHelpText('after', HELP);
  remote(audit, 'list', 'Acts and refusals, oldest first.', 'list --since 100')
    .option('--since <position>', 'from this entry on', count, 0)
    .option('--limit <number>', 'so many, up to 1000', whole, 100)
    .option('--all', 'all that there are from there on')
    .action(async (options: ListOptions) => done(await list(options, io)));
  remote(audit, 'checkpoint', 'What the log says of itself now, signed.', 'checkpoint > kept.checkpoint').action(
    async (options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('audit.checkpoint', {});
      print(io, options, answer, ({ note }) => note);
      done(EXIT.ok);
    },
  );
  keyed(audit, 'verify', 'Read it all and hold it against what it signed.', 'verify --checkpoint kept.checkpoint')
    .option('--checkpoint <file>', 'one that was kept before')
    .option('--keep <file>', 'write the newest checkpoint there, if all holds')
    .action(async (options: VerifyOptions) => done(await verify(options, io)));
  keyed(audit, 'prove', 'Whether an entry is in the log, by its proof.', 'prove 41')
    .argument('<position>', 'which', count)
    .action(async (position: number, options: KeyOptions) => {
      const auditor = await io.auditor();
      const answer = await auditor.prove(await controlFor(options, io), { position, key: options.key ?? null });
      print(
        io,
        options,
        answer,
        ({ holds, size, entry }) =>
          `${holds ? 'is' : 'IS NOT'} entry ${position} of the ${size} that the log signed\n  ${printable(entry)}\n`,
      );
      done(answer.holds ? EXIT.ok : EXIT.deny);
    });
  keyed(audit, 'export', 'The log as files that verify without this server.', 'export ./log')
    .argument('<folder>', 'where to')
    .action(async (folder: string, options: KeyOptions) => {
      const auditor = await io.auditor();
      let files = 0;
      for await (const [path, bytes] of auditor.export(await controlFor(options, io), { key: options.key ?? null })) {
        await io.write(join(folder, path), bytes);
        files += 1;
      }
      print(io, options, { folder, files }, () => `${files} files in ${printable(folder)}\n`);
      done(EXIT.ok);
    });
  keyed(
    audit,
    'witness',
    'Cosign the log, if it continues what was cosigned.',
    'witness --name w.example.org --sign-with w.key --state w.checkpoint',
  )
    .requiredOption('--name <name>', 'yours, as an address without a scheme')
    .requiredOption('--sign-with <file>', 'your Ed25519 key')
    .requiredOption('--state <file>', 'where what was cosigned last is kept; made with the first time')
    .action(async (options: WitnessOptions) => done(await witness(options, io)));
};

function remote(parent: Command, name: string, description: string, example: string): Command {
  return remotely(
    parent.command(name).description(description).addHelpText('after', `\nExamples:\n  weighbridge audit ${example}`),
  );
}

function keyed(parent: Command, name: string, description: string, example: string): Command {
  return remote(parent, name, description, example).option(
    '--key <key>',
    'the log’s, as it is known to you; without it, what the server says is believed',
  );
}

async function verify(options: VerifyOptions, io: Io): Promise<number> {
  const { checkpoint: file, key = null } = options;
  const kept = file === undefined ? null : { name: file, text: await io.readText(file, LIMITS.document) };
  const answer = await (await io.auditor()).verify(await controlFor(options, io), { key, kept });
  if (answer.ok && options.keep !== undefined) await io.write(options.keep, answer.checkpoint);
  print(io, options, answer, verificationText);
  return answer.ok ? EXIT.ok : EXIT.deny;
}

function verificationText({ ok, size, root, key, problems, checkpoints }: AuditVerification): string {
  const lines = problems.map(({ kind, message }) => `  ${kind.padEnd(9)}  ${message}\n`);
  return `${ok ? 'holds' : 'DOES NOT HOLD'}  ${size} entries, root ${root}\n  key        ${printable(key)}\n  held       against ${checkpoints} checkpoint${checkpoints === 1 ? '' : 's'}\n${lines.join('')}`;
}

async function witness(options: WitnessOptions, io: Io): Promise<number> {
  const { name, signWith: keyFile, state: file, key = null } = options;
  const before = await io.readText(file, LIMITS.document).catch((error: { readonly code?: unknown }) => {
    if (error.code === 'path-missing') return null;
    throw error;
  });
  const state = before === null ? null : { name: file, text: before };
  const cosigned = await (await io.auditor()).witness(await controlFor(options, io), { name, keyFile, key, state });
  await io.write(file, cosigned.state);
  await cosigned.submit();
  const { size, witnessKey } = cosigned;
  print(io, options, { size, witnessKey }, () => `cosigned  ${size} entries\n  key       ${witnessKey}\n`);
  return EXIT.ok;
}

interface ListOptions extends RemoteOptions {
  readonly since: number;
  readonly limit: number;
  readonly all?: true;
}

/** With `--all` page after page, each as it comes: as text, or as one JSON document a page. */
async function list(options: ListOptions, io: Io): Promise<number> {
  const { since, limit, all = false } = options;
  const call = await controlFor(options, io);
  for (let from = since; ; ) {
    const answer = await call('audit.list', { since: from, limit: all ? PAGE : limit });
    const last = answer.items.at(-1)?.position ?? null;
    const more = last !== null && answer.items.length === (all ? PAGE : limit);
    const next = more && !all ? `More: weighbridge audit list --since ${last + 1}, or --all.\n` : '';
    print(io, options, answer, ({ items }) => items.map(entryLine).join('') + next);
    if (!all || !more) return EXIT.ok;
    if (io.signal.aborted) throw new WeighbridgeError('stopped', `at ${last}`);
    from = last + 1;
  }
}

/** Entries of one call: as many as a server gives. */
const PAGE = 1000;

function entryLine({ position, entry, about }: { position: number; entry: string; about: string | null }): string {
  const { at, actor, act, subject, detail } = JSON.parse(entry) as Readonly<Record<string, unknown>>;
  const more = JSON.stringify(detail);
  const said = [at, actor, act, subject].map((word) => printable(String(word))).join('  ');
  return `${position}  ${said}${more === '{}' ? '' : `  ${printable(more)}`}${about === null ? '' : `  ${printable(about)}`}\n`;
}
