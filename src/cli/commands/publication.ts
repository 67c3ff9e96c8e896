import { type Command, Option } from 'commander';
import { OPENNESS, type Openness, PAPER_KINDS, type PaperKind } from '../../domain/openness.ts';
import { RULING_ROLES, type RulingRole } from '../../domain/people.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';
import {
  descendantLine,
  openedPublication,
  publicationLine,
  renderPublication,
  ruledPublication,
} from '../terminal/publication.ts';

const HELP = `
A model of ours goes out by levels: internal, api-only, gated-weights, open-weights, open-weights-and-data. Each asks for papers,
each in the name of a role, for a card, for a licence that what binds the model allows, and for rulings. What is out, to whom and
under which terms is signed, and so is its withdrawal. Whoever rules, rules on the
papers by their digests: a paper that changes afterwards voids the rulings, and they are asked for anew.

Examples:
  weighbridge request open ./plover-fork --publish --exposure redistributed --role modifier
  weighbridge publication open 41c0…
  weighbridge publication attach 7ab2… dual-use --digest sha256:… --summary 'Low: one million parameters; see the note.'
  weighbridge publication propose 7ab2… gated-weights --audience 'Partners who signed' --terms apache-2.0
  weighbridge publication show 7ab2…
  weighbridge publication admit 7ab2… gated-weights --as security --reason 'Read the evaluation.' --reading sha256:…
  weighbridge publication retract 7ab2…
  weighbridge publication statement 7ab2… > plover.publication.json
  weighbridge publication withdraw 7ab2… --reason 'It repeats an address.'

Exit codes: 0 done · 2 wrong call, or something is missing still · 5 not yours to do`;

interface RuleOptions extends RemoteOptions {
  readonly as: RulingRole;
  readonly reason: string;
  readonly reading?: string;
}

export const register: Register = (program, io, done) => {
  const publication = program
    .command('publication')
    .description('Let models of yours out by levels, and take them back.')
    .addHelpText('after', HELP);
  remote(publication, 'open', 'What was admitted to be published begins, internal.', 'open 41c0…')
    .argument('<request>', 'its id')
    .action(async (request: string, options: RemoteOptions) => {
      print(io, options, await (await controlFor(options, io))('publication.open', { request }), openedPublication);
      done(EXIT.ok);
    });
  remote(publication, 'list', 'Models of ours, and how far each is out.', 'list').action(
    async (options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('publication.list', { limit: 100 });
      print(io, options, answer, ({ items }) => items.map(publicationLine).join('') || 'Nothing of ours goes out.\n');
      done(EXIT.ok);
    },
  );
  named(publication, 'show', 'How far it is out, and what the proposed level asks for.', 'show 7ab2…').action(
    async (id: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('publication.show', { publication: id });
      print(io, options, answer, renderPublication);
      done(EXIT.ok);
    },
  );
  named(
    publication,
    'attach',
    'Answer for a document, by its digest.',
    'attach 7ab2… dual-use --digest sha256:… --summary Low.',
  )
    .argument('<kind>', PAPER_KINDS.join(', '))
    .requiredOption('--digest <sha256>', 'sha256:… of the document, which is kept elsewhere')
    .requiredOption('--summary <text>', 'what it says')
    .action(
      async (
        id: string,
        kind: PaperKind,
        options: RemoteOptions & { readonly digest: string; readonly summary: string },
      ) => {
        const { digest, summary } = options;
        const call = await controlFor(options, io);
        const answer = await call('publication.attach', { publication: id, kind, digest, summary });
        print(io, options, answer, renderPublication);
        done(EXIT.ok);
      },
    );
  named(
    publication,
    'propose',
    'Propose a more open level.',
    'propose 7ab2… gated-weights --audience Partners --terms mit',
  )
    .argument('<level>', OPENNESS.join(', '))
    .requiredOption('--audience <text>', 'to whom')
    .requiredOption('--terms <licence>', 'under which licence')
    .action(
      async (
        id: string,
        level: Openness,
        options: RemoteOptions & { readonly audience: string; readonly terms: string },
      ) => {
        const { audience, terms } = options;
        const call = await controlFor(options, io);
        const answer = await call('publication.propose', { publication: id, level, audience, terms });
        print(io, options, answer, renderPublication);
        done(EXIT.ok);
      },
    );
  named(publication, 'retract', 'Take back what was proposed and not yet settled.', 'retract 7ab2…').action(
    async (id: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('publication.retract', { publication: id });
      print(io, options, answer, renderPublication);
      done(EXIT.ok);
    },
  );
  for (const [name, ruling] of [
    ['admit', 'admitted'],
    ['deny', 'denied'],
  ] as const) {
    named(publication, name, `Rule that the level is ${ruling}.`, `${name} 7ab2… api-only --as security --reason Fine.`)
      .argument('<level>', 'the proposed one')
      .addOption(
        new Option('--as <role>', 'in the name of which of your roles').choices(RULING_ROLES).makeOptionMandatory(),
      )
      .requiredOption('--reason <text>', 'why; it is signed')
      .option(
        '--reading <digest>',
        'what you read, as show printed it: the ruling is refused when a paper changed since',
      )
      .action(async (id: string, level: Openness, { as: role, reason, reading: read, ...options }: RuleOptions) => {
        const call = await controlFor(options, io);
        const reading = read ?? (await call('publication.show', { publication: id })).reading;
        if (reading === null) throw new WeighbridgeError('nothing-proposed', level);
        const answer = await call('publication.rule', { publication: id, level, reading, role, ruling, reason });
        print(io, options, answer, ruledPublication);
        done(EXIT.ok);
      });
  }
  named(
    publication,
    'statement',
    'The signed statement of what is out.',
    'statement 7ab2… > plover.publication.json',
  ).action(async (id: string, options: RemoteOptions) => {
    const envelope = await (await controlFor(options, io))('publication.statement', { publication: id });
    io.stdout.write(`${JSON.stringify(envelope, null, 2)}\n`);
    done(EXIT.ok);
  });
  named(publication, 'withdraw', 'Take it back.', "withdraw 7ab2… --reason 'It repeats an address.'")
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, options: RemoteOptions & { readonly reason: string }) => {
      const call = await controlFor(options, io);
      const answer = await call('publication.withdraw', { publication: id, reason: options.reason });
      print(io, options, answer, ({ was, plan, releases, others, descendants, ...after }) =>
        [
          publicationLine(after),
          `  was       ${was.level}: copies that were taken are not taken back by this\n`,
          ...(plan === null ? [] : [`  plan      ${plan}\n`]),
          ...others.map((id) => `  with it   ${id}, of the same weights\n`),
          ...descendants.map(descendantLine),
          ...releases.map(
            ({ release, channel }) => `  off       ${channel}, release ${release}: weighbridge rollback ${channel}\n`,
          ),
        ].join(''),
      );
      done(EXIT.ok);
    });
};

function named(parent: Command, name: string, description: string, example: string): Command {
  return remote(parent, name, description, example).argument('<publication>', 'its id');
}

function remote(parent: Command, name: string, description: string, example: string): Command {
  return remotely(
    parent
      .command(name)
      .description(description)
      .addHelpText('after', `\nExamples:\n  weighbridge publication ${example}`),
  );
}
