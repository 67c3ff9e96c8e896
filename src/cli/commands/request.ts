import { type Command, Option } from 'commander';
import type { Control, OutputOf } from '../../contract/control/operations.ts';
import { type Role, RULING_ROLES, type RulingRole } from '../../domain/people.ts';
import { REQUEST_STATES, STANDINGS } from '../../domain/request.ts';
import { demandInWords, USUAL_REVIEW } from '../../domain/review.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import { assertRead, dossierPrefix, shortDossier, whichDossier } from '../dossier-read.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { USE_OPTIONS, useFlagsIn } from '../options.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';

type Request = OutputOf<'request.open'>;

interface OpenOptions extends RemoteOptions {
  readonly publish?: true;
  readonly owner?: string;
  readonly family?: string;
  readonly version?: string;
  readonly forkOf?: string;
  readonly team?: string;
  readonly role: Request['role'];
  readonly policy?: string;
  readonly wait: boolean;
}

interface RuleOptions extends RemoteOptions {
  readonly as?: RulingRole;
  readonly dossier?: string;
  readonly reason: string;
}

const HELP = `
A request is vetted at once, and the policy rules on it. Where it says review, the roles that it names rule, each by another
person (any two people where it names none), with a reason; nobody on what they asked for or answer for; one denial denies.
Then the decision is signed. \`request show\` says who is still missing, and gives the command: with --dossier it rules on the
dossier that was shown, and is refused where a newer one has come.

Examples:
  weighbridge request open hf:org/name --exposure internal --role deployer
  weighbridge request open ./plover-fork --publish --family plover --version 1.1 --fork-of 1.0
  weighbridge request list --state review
  weighbridge request show 41c0…
  weighbridge request cancel 41c0…
  weighbridge request admit 41c0… --dossier 1a2b3c4d --as legal --reason 'The licence allows this use; see clause 2.'
  weighbridge request deny 41c0… --dossier 1a2b3c4d --as security --reason 'Nobody could say what the pickle is for.'
  weighbridge request decision 41c0… > name.decision.json
  weighbridge request key > server.pub
  weighbridge verify ./name --decision name.decision.json --key server.pub

Exit codes: 0 admitted · 1 denied · 2 wrong call · 3 in review · 4 could not look · 5 not yours to do`;

export const register: Register = (program, io, done) => {
  const request = program
    .command('request')
    .description('Ask a server for a model, rule on requests, fetch decisions.')
    .addHelpText('after', HELP);
  remote(
    request,
    'open',
    'Ask for a model, for a use; wait until the policy has ruled.',
    'open hf:org/name --role deployer',
  )
    .argument('<reference>', 'hf:org/name[@revision], https://…, or a path below the server’s models')
    .option('--publish', 'it is ours, and is to go out; without it, somebody else’s is to come in')
    .option('--team <team>', 'the id of the team whose it is')
    .option('--family <name>', 'propose it as a fork in this family; with --version and --fork-of')
    .option('--version <version>', 'which version of the family it is to be')
    .option('--fork-of <version>', 'the version that it was made from')
    .option('--owner <person>', 'the id of who answers for it; you, unless said')
    .addOption(new Option('--role <role>', 'what you are to the model').choices(STANDINGS).default('deployer'))
    .option('--policy <name>', 'of those that the house has for such requests; its first, unless said')
    .option('--no-wait', 'do not wait for the verdict')
    .action(async (reference: string, options: OpenOptions, self: Command) =>
      done(await open(reference, options, self.opts(), io)),
    );
  const openCommand = request.commands.find((one) => one.name() === 'open');
  for (const option of USE_OPTIONS) openCommand?.addOption(option);
  remote(request, 'list', 'Requests, newest first.', 'list --state review')
    .addOption(new Option('--state <state>', 'only these').choices(REQUEST_STATES))
    .action(async (options: RemoteOptions & { state?: Request['state'] }) => {
      const call = await controlFor(options, io);
      const answer = await call('request.list', { limit: 100, state: options.state });
      print(io, options, answer, ({ items }) => items.map(requestLine).join('') || 'There is no such request.\n');
      done(EXIT.ok);
    });
  remote(request, 'show', 'A request, with the rulings on it.', 'show 41c0…')
    .argument('<request>', 'its id')
    .action(async (id: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('request.show', { request: id });
      print(io, options, answer, renderRequest);
      done(EXIT.ok);
    });
  remote(request, 'cancel', 'Give up a request that is still being vetted.', 'cancel 41c0…')
    .argument('<request>', 'its id')
    .action(async (id: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('request.cancel', { request: id });
      print(io, options, answer, renderRequest);
      done(EXIT.ok);
    });
  for (const [name, ruling] of [
    ['admit', 'admitted'],
    ['deny', 'denied'],
  ] as const) {
    remote(
      request,
      name,
      `Rule that it is ${ruling}.`,
      `${name} 41c0… --dossier 1a2b3c4d --as legal --reason 'See clause 2.'`,
    )
      .argument('<request>', 'its id')
      .addOption(
        new Option('--as <role>', 'in the name of which of your roles; needed where several may').choices(RULING_ROLES),
      )
      .addOption(
        new Option('--dossier <digest>', 'the dossier that you read, or its first 8 digits or more').argParser(
          dossierPrefix,
        ),
      )
      .requiredOption('--reason <text>', 'why; it is signed')
      .action(async (id: string, options: RuleOptions) => done(await rule(id, ruling, options, io)));
  }
  remote(request, 'decision', 'The signed decision, for weighbridge verify.', 'decision 41c0… > name.decision.json')
    .argument('<request>', 'its id')
    .action(async (id: string, options: RemoteOptions) => {
      const envelope = await (await controlFor(options, io))('decision.show', { request: id });
      io.stdout.write(`${JSON.stringify(envelope, null, 2)}\n`);
      done(EXIT.ok);
    });
  remote(request, 'key', 'The public key that the server signs with.', 'key > server.pub').action(
    async (options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('key.show', {});
      print(io, options, answer, ({ publicKey }) => publicKey);
      done(EXIT.ok);
    },
  );
};

function remote(request: Command, name: string, description: string, example: string): Command {
  return remotely(
    request
      .command(name)
      .description(description)
      .addHelpText('after', `\nExamples:\n  weighbridge request ${example}`),
  );
}

async function open(
  reference: string,
  options: OpenOptions,
  all: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<number> {
  const call = await controlFor(options, io);
  const { regions, ...rest } = useFlagsIn(all);
  const opened = await call('request.open', {
    direction: options.publish === true ? 'publish' : 'adopt',
    reference,
    use: { ...rest, ...(regions === undefined ? {} : { regions: [...regions] }) },
    policy: options.policy,
    owner: options.owner ?? (await call('me.show', {})).id,
    role: options.role,
    team: options.team,
    contribution: contributionIn(options),
  });
  const request = options.wait ? await settledRequest(call, opened, io) : opened;
  print(io, options, request, renderRequest);
  return EXIT_OF_STATE[request.state];
}

function contributionIn({ family, version, forkOf }: OpenOptions) {
  if (family === undefined && version === undefined && forkOf === undefined) return undefined;
  if (family === undefined || version === undefined || forkOf === undefined)
    throw new WeighbridgeError('call-invalid', 'a fork is proposed with --family, --version and --fork-of together');
  return { family, version, forkOf };
}

export const EXIT_OF_STATE: Readonly<Record<Request['state'], number>> = {
  vetting: EXIT.ok,
  admitted: EXIT.ok,
  denied: EXIT.deny,
  review: EXIT.review,
  failed: EXIT.couldNotLook,
  cancelled: EXIT.couldNotLook,
};

/** Asks every half second: vetting takes seconds, or minutes for what is large. */
async function settledRequest(call: Control, opened: Request, io: Io): Promise<Request> {
  let request = opened;
  while (request.state === 'vetting') {
    if (io.signal.aborted) throw new WeighbridgeError('stopped', request.id);
    await new Promise((resolve) => setTimeout(resolve, 500));
    request = await call('request.show', { request: request.id });
  }
  return request;
}

async function rule(id: string, ruling: 'admitted' | 'denied', options: RuleOptions, io: Io): Promise<number> {
  const call = await controlFor(options, io);
  const { dossier, state, missing } = await call('request.show', { request: id });
  if (dossier === null) throw new WeighbridgeError('not-in-review', `${id} is ${state}`);
  assertRead(options.dossier, dossier);
  const role = options.as ?? soleRole((await call('me.show', {})).roles, missing?.roles ?? []);
  const answer = await call('request.rule', { request: id, ruling, role, reason: options.reason, dossier });
  if (options.dossier === undefined) io.stderr.write(await whichDossier(call, dossier));
  print(io, options, answer, renderRequest);
  return EXIT_OF_STATE[answer.state];
}

/** The one role that somebody holds and may rule in, here. */
function soleRole(held: readonly Role[], asked: readonly RulingRole[]): RulingRole {
  const may = RULING_ROLES.filter((one) => held.includes(one));
  const wanted = may.filter((one) => asked.includes(one));
  const [role, ...others] = wanted.length > 0 ? wanted : may;
  if (role !== undefined && others.length === 0) return role;
  if (role === undefined) throw new WeighbridgeError('role-not-held', `none of ${RULING_ROLES.join(', ')}`);
  throw new WeighbridgeError('call-invalid', `you may rule as ${[role, ...others].join(' or ')}: say --as`);
}

function requestLine({ id, state, reference, direction, requestedAt }: Request): string {
  return `${id}  ${state.padEnd(8)}  ${direction.padEnd(7)}  ${requestedAt.slice(0, 10)}  ${printable(reference)}\n`;
}

function renderRequest(
  request: Request &
    Partial<Pick<OutputOf<'request.show'>, 'rulings' | 'progress' | 'against' | 'missing' | 'evaluation'>>,
): string {
  const { id, state, outcome, reference, direction, owner, role, dossier, failure, progress } = request;
  const { rulings = [], against = [], missing, evaluation = null, use, policy, policyDigest } = request;
  return `${[
    `${state}  ${printable(reference)}`,
    `  request   ${id}, to ${direction}, as ${role}; ${owner} answers for it`,
    `  for       ${printable(use.purpose) || 'no stated purpose'}; ${use.exposure} use, by the policy ${policy}${policyDigest == null ? '' : ` (${policyDigest.slice(0, 19)}…)`}`,
    ...(dossier === null ? [] : [`  dossier   ${dossier}; the policy says ${outcome ?? ''}`]),
    ...(progress == null
      ? []
      : [`  ${progress.step.padEnd(8)}  ${progress.done} of ${progress.total} ${progress.unit}`]),
    ...against.map((text) => `  AGAINST   ${text}`),
    ...(evaluation === null
      ? []
      : [`  evaluates ${evaluation.evaluators.join(', ')} (${evaluation.id}); rulings given by its end may be void`]),
    ...(failure === null ? [] : [`  failed    ${printable(failure)}`]),
    ...rulings.map(
      ({ by, role: as, ruling, reason, void: gone }) =>
        `  ${(gone ? 'void' : ruling).padEnd(8)}  by ${by} as ${as}: ${printable(reason)}${gone ? ` (${ruling} on an earlier dossier)` : ''}`,
    ),
    ...(state === 'review'
      ? [
          `  waits     for ${demandInWords(missing ?? request.review ?? USUAL_REVIEW)} to rule; one denial denies`,
          ...(dossier === null
            ? []
            : [
                `            weighbridge request admit ${id} --dossier ${shortDossier(dossier)} --reason '…'`,
                `            weighbridge request deny ${id} --dossier ${shortDossier(dossier)} --reason '…'`,
              ]),
        ]
      : []),
  ].join('\n')}\n`;
}
