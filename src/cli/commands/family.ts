import { type Command, Option } from 'commander';
import type { InputOf } from '../../contract/control/operations.ts';
import { BASELINE_ROLES } from '../../domain/family.ts';
import { RULING_ROLES } from '../../domain/people.ts';
import { EXIT } from '../exit.ts';
import { whole } from '../numbers.ts';
import type { Register } from '../register.ts';
import { controlFor, IF_MATCH, print, type RemoteOptions, remotely } from '../remote.ts';
import {
  contributionLine,
  familyLine,
  renderComparison,
  renderContribution,
  renderFamily,
  versionLine,
} from '../terminal/family.ts';
import { renderRelease } from '../terminal/release.ts';

type Policy = NonNullable<InputOf<'family.change'>['contribution']>;

interface PolicyOptions extends RemoteOptions {
  readonly owner?: string;
  readonly checks?: string[];
  readonly reviewer?: Policy['reviewer'];
  readonly candidate?: string;
}

interface OpenOptions extends PolicyOptions {
  readonly baselineRole?: (typeof BASELINE_ROLES)[number];
  readonly baselinePeople?: number;
}

const HELP = `
A family holds models that are made from one another. One version is its baseline, which the others are held against; it moves
only when enough people in a named role say so. A fork is proposed with a request, and becomes a version when it has what the
family asks for. A channel may be one family's (channel open --family): nothing else is released there.

Examples:
  weighbridge family open plover --checks pickle-imports,licence --reviewer security --candidate candidate
  weighbridge family add plover 1.0 41c0…
  weighbridge family baseline plover 1.0 --reason 'Evaluated in March; see the report.'
  weighbridge request open plover-1m-harbour --family plover --version 1.1 --fork-of 1.0
  weighbridge family contributions plover
  weighbridge family contribution 90ab…
  weighbridge family accept 90ab…
  weighbridge family compare plover 1.1

Exit codes: 0 done · 2 wrong call, or something is missing still · 5 not yours to do`;

export const register: Register = (program, io, done) => {
  const family = program
    .command('family')
    .description(
      'Families of models on a server: versions, forks that are proposed, and a baseline that two people move.',
    )
    .addHelpText('after', HELP);
  policed(remote(family, 'open', 'A family, with what a fork must bring.', 'open plover --reviewer security'))
    .argument('<name>', 'of the family')
    .addOption(
      new Option('--baseline-role <role>', 'who moves the baseline; fixed from now on').choices(BASELINE_ROLES),
    )
    .option('--baseline-people <number>', 'how many of them it takes; two, unless said', whole)
    .action(async (name: string, options: OpenOptions) => {
      const call = await controlFor(options, io);
      const owner = options.owner ?? (await call('me.show', {})).id;
      const baselineRule = { role: options.baselineRole, people: options.baselinePeople };
      const answer = await call('family.open', { name, owner, contribution: policyIn(options), baselineRule });
      print(io, options, answer, familyLine);
      done(EXIT.ok);
    });
  remote(family, 'list', 'Every family.', 'list').action(async (options: RemoteOptions) => {
    const answer = await (await controlFor(options, io))('family.list', { limit: 100 });
    print(io, options, answer, ({ items }) => items.map(familyLine).join('') || 'There is no family.\n');
    done(EXIT.ok);
  });
  remote(family, 'show', 'A family, and how its baseline stands.', 'show plover')
    .argument('<family>', 'its name')
    .action(async (name: string, options: RemoteOptions) => {
      print(io, options, await (await controlFor(options, io))('family.show', { family: name }), renderFamily);
      done(EXIT.ok);
    });
  policed(remote(family, 'change', 'Another owner, or another policy for forks.', 'change plover --checks licence'))
    .argument('<family>', 'its name')
    .action(async (name: string, options: PolicyOptions) => {
      const call = await controlFor(options, io);
      const { owner } = options;
      const answer = await call('family.change', { family: name, owner, contribution: policyIn(options) });
      print(io, options, answer, familyLine);
      done(EXIT.ok);
    });
  remote(family, 'add', 'What was admitted becomes a version.', 'add plover 1.0 41c0…')
    .argument('<family>', 'its name')
    .argument('<version>', 'how it is called')
    .argument('<request>', 'whose decision it rests on')
    .option('--fork-of <version>', 'what it was made from')
    .addOption(IF_MATCH)
    .action(async (name: string, version: string, request: string, options: RemoteOptions & { forkOf?: string }) => {
      const { forkOf } = options;
      const call = await controlFor(options, io);
      print(io, options, await call('version.add', { family: name, version, request, forkOf }), versionLine);
      done(EXIT.ok);
    });
  remote(family, 'versions', 'A family’s versions, newest first.', 'versions plover')
    .argument('<family>', 'its name')
    .action(async (name: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('version.list', { family: name, limit: 100 });
      print(io, options, answer, ({ items }) => items.map(versionLine).join('') || 'It has no version yet.\n');
      done(EXIT.ok);
    });
  remote(family, 'compare', 'How a version differs from the baseline.', 'compare plover 1.1')
    .argument('<family>', 'its name')
    .argument('<version>', 'which')
    .option('--with <version>', 'another than the baseline')
    .action(async (name: string, version: string, options: RemoteOptions & { with?: string }) => {
      const call = await controlFor(options, io);
      const answer = await call('version.compare', { family: name, version, with: options.with });
      print(io, options, answer, renderComparison);
      done(EXIT.ok);
    });
  remote(family, 'baseline', 'Speak for a version as the baseline.', "baseline plover 1.1 --reason 'See the report.'")
    .argument('<family>', 'its name')
    .argument('<version>', 'which')
    .requiredOption('--reason <text>', 'why')
    .action(async (name: string, version: string, options: RemoteOptions & { reason: string }) => {
      const { reason } = options;
      const call = await controlFor(options, io);
      print(io, options, await call('baseline.set', { family: name, version, reason }), renderFamily);
      done(EXIT.ok);
    });
  remote(family, 'contributions', 'Forks that were proposed, newest first.', 'contributions plover')
    .argument('<family>', 'its name')
    .action(async (name: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('contribution.list', { family: name, limit: 100 });
      print(io, options, answer, ({ items }) => items.map(contributionLine).join('') || 'Nobody proposed a fork.\n');
      done(EXIT.ok);
    });
  remote(family, 'contribution', 'A proposed fork, and what is missing still.', 'contribution 90ab…')
    .argument('<request>', 'by which it was proposed')
    .action(async (request: string, options: RemoteOptions) => {
      print(io, options, await (await controlFor(options, io))('contribution.show', { request }), renderContribution);
      done(EXIT.ok);
    });
  remote(family, 'accept', 'A fork that has all becomes a version, on the candidate channel.', 'accept 90ab…')
    .argument('<request>', 'by which it was proposed')
    .action(async (request: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('contribution.accept', { request });
      const text = ({ release, ...version }: typeof answer) =>
        `${versionLine(version)}${release === null ? '' : renderRelease(release)}`;
      print(io, options, answer, text);
      done(EXIT.ok);
    });
};

function remote(parent: Command, name: string, description: string, example: string): Command {
  return remotely(
    parent.command(name).description(description).addHelpText('after', `\nExamples:\n  weighbridge family ${example}`),
  );
}

function policed(command: Command): Command {
  return command
    .option('--owner <person>', 'the id of who answers for it')
    .option('--checks <analyzers>', 'with commas: must have answered, and found nothing against a fork', names)
    .addOption(new Option('--reviewer <role>', 'in whose name somebody must rule on a fork').choices(RULING_ROLES))
    .option('--candidate <channel>', 'where an accepted fork is released first');
}

function policyIn({ checks, reviewer, candidate }: PolicyOptions): Policy {
  return { checks, reviewer, candidate };
}

function names(value: string): string[] {
  return value.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}
