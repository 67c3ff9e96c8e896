import { type Command, InvalidArgumentError, Option } from 'commander';
import type { InputOf } from '../../contract/control/operations.ts';
import { RULING_ROLES, type RulingRole } from '../../domain/people.ts';
import { PART_ROLES } from '../../domain/subject.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { USE_OPTIONS, useFlagsIn } from '../options.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';
import { renderSubject, subjectLine } from '../terminal/subject.ts';

type What = InputOf<'subject.open'>['what'];
type Part = Extract<What, { kind: 'composite' }>['parts'][number];
type Evaluation = Extract<What, { kind: 'hosted' }>['evaluations'][number];

interface RuleOptions extends RemoteOptions {
  readonly as: RulingRole;
  readonly reason: string;
}

const HELP = `
What is admitted besides weights: a model that somebody else hosts, on its terms, evaluations and region; a container image, on a
report about it; and a composite of parts, each of which must be admitted, or the composite is not. Two people rule. Nobody here
has looked at weights, so that no folder can be held against such a decision.

Examples:
  weighbridge subject hosted Acme large 2026-03-01 --terms sha256:… --region EU --evaluation harm=sha256:…
  weighbridge subject image vllm --image sha256:… --report sha256:…
  weighbridge subject composite assistant --part base=request:41c0… --part runtime-image=subject:7ab2…
  weighbridge subject admit 7ab2… --as legal --reason 'The terms allow this use; see clause 4.'
  weighbridge subject show 7ab2…
  weighbridge subject revoke 7ab2… --reason 'The provider changed its terms.'

Exit codes: 0 done · 2 wrong call, or something is missing still · 5 not yours to do`;

export const register: Register = (program, io, done) => {
  const subject = program
    .command('subject')
    .description('Hosted models, images and composites on a server: what is admitted besides weights.')
    .addHelpText('after', HELP);
  const open = async (what: What, options: RemoteOptions & { owner?: string }, all: Command) => {
    await asked(what, options, all.opts(), io);
    done(EXIT.ok);
  };
  opened(subject, 'hosted', 'A model that somebody else hosts.', 'hosted Acme large 2026-03-01 --terms sha256:…')
    .argument('<provider>', 'who hosts it')
    .argument('<model>', 'as they call it')
    .argument('<version>', 'with its date')
    .requiredOption('--terms <sha256>', 'of the text that was agreed to')
    .option('--region <region...>', 'where it is computed: EU, US, …')
    .option('--evaluation <name=sha256>', 'a report on it; again for more', evaluations)
    .action(async (...[provider, model, version, options, all]: HostedCall) => {
      const { terms, region: regions = [], evaluation = [] } = options;
      await open({ kind: 'hosted', provider, model, version, terms, regions, evaluations: evaluation }, options, all);
    });
  opened(subject, 'image', 'A container image, on a report about it.', 'image vllm --image sha256:… --report sha256:…')
    .argument('<name>', 'of the image')
    .requiredOption('--image <sha256>', 'its digest')
    .requiredOption('--report <sha256>', 'of the report')
    .action(async (name: string, options: ImageOptions, all: Command) =>
      open({ kind: 'image', name, image: options.image, report: options.report }, options, all),
    );
  opened(subject, 'composite', 'What runs together.', 'composite assistant --part base=request:41c0…')
    .argument('<name>', 'of the whole')
    .requiredOption(
      '--part <role=from:id>',
      `${PART_ROLES.join(', ')} = request:ID or subject:ID; again for more`,
      parts,
    )
    .action(async (name: string, options: RemoteOptions & { part: Part[] }, all: Command) =>
      open({ kind: 'composite', name, parts: options.part }, options, all),
    );
  remote(subject, 'list', 'All of them, newest first.', 'list').action(async (options: RemoteOptions) => {
    const answer = await (await controlFor(options, io))('subject.list', { limit: 100 });
    print(io, options, answer, ({ items }) => items.map(subjectLine).join('') || 'There is none.\n');
    done(EXIT.ok);
  });
  remote(subject, 'show', 'One, and why it may not be used.', 'show 7ab2…')
    .argument('<subject>', 'its id')
    .action(async (id: string, options: RemoteOptions) => {
      print(io, options, await (await controlFor(options, io))('subject.show', { subject: id }), renderSubject);
      done(EXIT.ok);
    });
  for (const [name, ruling] of [
    ['admit', 'admitted'],
    ['deny', 'denied'],
  ] as const) {
    remote(subject, name, `Rule that it is ${ruling}.`, `${name} 7ab2… --as legal --reason 'See clause 4.'`)
      .argument('<subject>', 'its id')
      .addOption(
        new Option('--as <role>', 'in the name of which of your roles').choices(RULING_ROLES).makeOptionMandatory(),
      )
      .requiredOption('--reason <text>', 'why; it is signed')
      .action(async (id: string, { as: role, reason, ...options }: RuleOptions) => {
        const call = await controlFor(options, io);
        print(io, options, await call('subject.rule', { subject: id, role, ruling, reason }), renderSubject);
        done(EXIT.ok);
      });
  }
  remote(subject, 'revoke', 'Take its admission back.', "revoke 7ab2… --reason 'The provider changed its terms.'")
    .argument('<subject>', 'its id')
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, options: RemoteOptions & { readonly reason: string }) => {
      const call = await controlFor(options, io);
      const answer = await call('subject.revoke', { subject: id, reason: options.reason });
      const off = ({ channels }: typeof answer) =>
        channels.map((name) => `  off       ${name}: weighbridge rollback ${name}\n`).join('');
      print(io, options, answer, (one) => renderSubject(one) + off(one));
      done(EXIT.ok);
    });
  remote(subject, 'decision', 'The signed decision.', 'decision 7ab2… > large.decision.json')
    .argument('<subject>', 'its id')
    .action(async (id: string, options: RemoteOptions) => {
      const envelope = await (await controlFor(options, io))('subject.decision', { subject: id });
      io.stdout.write(`${JSON.stringify(envelope, null, 2)}\n`);
      done(EXIT.ok);
    });
};

interface HostedOptions extends RemoteOptions {
  readonly owner?: string;
  readonly terms: string;
  readonly region?: string[];
  readonly evaluation?: Evaluation[];
}
type HostedCall = [provider: string, model: string, version: string, options: HostedOptions, all: Command];

interface ImageOptions extends RemoteOptions {
  readonly image: string;
  readonly report: string;
}

async function asked(
  what: What,
  options: RemoteOptions & { readonly owner?: string },
  all: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<void> {
  const call = await controlFor(options, io);
  const { regions, ...rest } = useFlagsIn(all);
  const use = { ...rest, ...(regions === undefined ? {} : { regions: [...regions] }) };
  const owner = options.owner ?? (await call('me.show', {})).id;
  print(io, options, await call('subject.open', { what, use, owner }), renderSubject);
}

function opened(parent: Command, name: string, description: string, example: string): Command {
  const command = remote(parent, name, description, example);
  command.option('--owner <person>', 'the id of who answers for it; you, unless said');
  for (const option of USE_OPTIONS) command.addOption(option);
  return command;
}

function remote(parent: Command, name: string, description: string, example: string): Command {
  return remotely(
    parent.command(name).description(description).addHelpText('after', `\nExamples:\n  weighbridge subject ${example}`),
  );
}

function evaluations(value: string, before: Evaluation[] = []): Evaluation[] {
  const [, name, digest] = /^(.+)=(sha256:[0-9a-f]{64})$/.exec(value) ?? [];
  if (name === undefined || digest === undefined) throw new InvalidArgumentError('Give NAME=sha256:….');
  return [...before, { name, digest }];
}

function parts(value: string, before: Part[] = []): Part[] {
  const [, said, from, id] = /^([a-z-]+)=(request|subject):([a-z0-9-]+)$/.exec(value) ?? [];
  const role = PART_ROLES.find((one) => one === said);
  if (role === undefined || id === undefined)
    throw new InvalidArgumentError('Give ROLE=request:ID or ROLE=subject:ID.');
  return [...before, { role, from: from === 'request' ? 'request' : 'subject', id }];
}
