import { InvalidArgumentError, Option } from 'commander';
import type { AdvisoryListing, AdvisoryUpdate } from '../../contract/advisories.ts';
import { SILENT } from '../../contract/progress.ts';
import type { Advisory, Affected, AffectedRange } from '../../domain/advisory.ts';
import { ECOSYSTEMS, type Ecosystem, isEcosystem } from '../../domain/dependency.ts';
import { formatMoment, plural } from '../../reports/words.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { FORMAT, QUIET, several } from '../options.ts';
import type { Register } from '../register.ts';
import { clean, type Paper, paperFor } from '../terminal/paper.ts';
import { terminalProgress } from '../terminal/progress.ts';
import { follow, registerFeeds, takeVex } from './model-feeds.ts';

const HELP = `
vet matches the packages that a model names against advisories on this machine; without them, or when they are old, the
check stays unanswered. They come from OSV (OSV_ENDPOINT), or from files for machines without a network.

Examples:
  weighbridge advisories update                            PyPI, and whatever else is indexed
  weighbridge advisories update --ecosystem npm            one more
  weighbridge advisories update --from ./PyPI-all.zip      from an archive or a folder of OSV records
  weighbridge advisories update --feed https://example.org/feed.json --key publisher.pub   advisories about models
  weighbridge advisories list                              what is indexed, and how old it is
  weighbridge advisories list transformers                 what is known of a package
  weighbridge advisories show CVE-2024-3568

Exit codes: 0 all of it was indexed · 2 wrong call · 3 some records were not as OSV has them and were left out · 4 no feed`;

interface UpdateOptions {
  readonly ecosystem?: readonly Ecosystem[];
  readonly from?: string;
  readonly whole?: boolean;
  readonly feed?: string;
  readonly vex?: string;
  readonly key?: readonly string[];
  readonly quiet?: boolean;
}

function ecosystems(value: string, before: readonly Ecosystem[] = []): readonly Ecosystem[] {
  const names = value.split(',').map((name) => name.trim());
  if (!names.every(isEcosystem)) throw new InvalidArgumentError(`They are ${ECOSYSTEMS.join(', ')}.`);
  return [...before, ...names.filter(isEcosystem)];
}

export const register: Register = (program, io, done) => {
  const command = program
    .command('advisories')
    .description('Keep advisories about packages on this machine, and look into them.')
    .addHelpText('after', HELP);
  command
    .command('update')
    .description('Bring the index up to date: what changed since the last time, or all of it at first.')
    .addOption(new Option('--ecosystem <name>', `${ECOSYSTEMS.join(', ')}; several at once`).argParser(ecosystems))
    .option('--from <path>', 'a folder or an archive of OSV records instead of the network')
    .option('--whole', 'replace what is indexed')
    .option('--feed <url|file>', 'follow this signed feed of advisories about models, and do nothing else')
    .option('--vex <file>', 'take this signed VEX document, and do nothing else')
    .option('--key <file>', 'a public key to trust for --feed or --vex; several at once', several)
    .addOption(QUIET)
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge advisories update\n  weighbridge advisories update --from ./advisories --quiet',
    )
    .action(async (options: UpdateOptions) => {
      if (options.feed !== undefined || options.vex !== undefined) {
        if (options.feed !== undefined) await follow(io, { feed: options.feed, key: options.key ?? [] });
        if (options.vex !== undefined) await takeVex(io, { vex: options.vex, key: options.key ?? [] });
        done(EXIT.ok);
        return;
      }
      const input = {
        ecosystems: options.ecosystem ?? [],
        from: options.from ?? null,
        whole: options.whole === true,
      };
      const progress = options.quiet === true ? SILENT : terminalProgress(io);
      const update = await (await io.weighbridge()).updateAdvisories(input, { signal: io.signal, progress });
      io.stdout.write(renderUpdate(update, paperFor(io.stdout, io.env)));
      // What was left out is known to nobody: an index that lacks it must not look whole to a script.
      done(update.problems.length === 0 ? EXIT.ok : EXIT.review);
    });
  registerFeeds(command, io, done);
  command
    .command('list')
    .description('What is indexed; with a package or a vetted model, what is known of it.')
    .argument('[package|model]', 'torch, npm:lodash, a dossier, or a model as it was vetted')
    .addOption(FORMAT)
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge advisories list\n  weighbridge advisories list torch --format json\n  weighbridge advisories list hf:org/name',
    )
    .action(async (wanted: string | undefined, { format }: { format: string }) => {
      const listing = await (await io.weighbridge()).listAdvisories({ package: wanted ?? null });
      io.stdout.write(
        format === 'json' ? `${JSON.stringify(listing, null, 2)}\n` : renderListing(listing, wanted ?? null, io),
      );
      done(EXIT.ok);
    });
  command
    .command('show')
    .description('One advisory, by any of its ids.')
    .argument('<id>', 'CVE-…, GHSA-…, PYSEC-…')
    .addOption(FORMAT)
    .addHelpText('after', '\nExamples:\n  weighbridge advisories show CVE-2024-3568')
    .action(async (id: string, { format }: { format: string }) => {
      const found = await (await io.weighbridge()).showAdvisory({ id });
      const paper = paperFor(io.stdout, io.env);
      io.stdout.write(
        format === 'json'
          ? `${JSON.stringify(found, null, 2)}\n`
          : found.map((one) => renderAdvisory(one, paper)).join('\n'),
      );
      done(EXIT.ok);
    });
};

function renderUpdate({ ecosystems: updates, problems }: AdvisoryUpdate, paper: Paper): string {
  const lines = updates.map(({ ecosystem, read, how, state }) => {
    const what = how === 'whole' ? 'replaced whole' : `${read} changed`;
    return `${paper.bold(ecosystem.padEnd(10))} ${plural(state.advisories, 'advisory', 'advisories')}, ${what}, as of ${formatMoment(state.updatedAt)}\n`;
  });
  const broken = problems.slice(0, 10).map(({ name, why }) => `  left out  ${clean(name)}: ${clean(why)}\n`);
  const more =
    problems.length > 10 ? [`  and ${problems.length - 10} more records that are not as OSV has them\n`] : [];
  return [...lines, ...broken, ...more].join('');
}

function renderListing({ ecosystems: indexed, advisories }: AdvisoryListing, wanted: string | null, io: Io): string {
  const paper = paperFor(io.stdout, io.env);
  if (wanted === null) {
    if (indexed.length === 0) return 'Nothing is indexed yet: weighbridge advisories update\n';
    return indexed
      .map(({ ecosystem, advisories: count, updatedAt, source }) => {
        const days = Math.floor((io.now().getTime() - Date.parse(updatedAt)) / 86_400_000);
        return `${paper.bold(ecosystem.padEnd(10))} ${plural(count, 'advisory', 'advisories')}, as of ${formatMoment(updatedAt)} (${days} days old), from ${clean(source)}\n`;
      })
      .join('');
  }
  if (advisories.length === 0) return `No advisory about ${clean(wanted)} in what is indexed.\n`;
  return advisories.map((advisory) => `${lineOf(advisory, paper)}\n`).join('');
}

function lineOf({ id, score, summary, withdrawn }: Advisory, paper: Paper): string {
  const value = score === null ? '  – ' : score.value.toFixed(1).padStart(4);
  return `${value}  ${paper.bold(clean(id))}  ${clean(summary)}${withdrawn === null ? '' : paper.dim(' (withdrawn)')}`;
}

function renderAdvisory(advisory: Advisory, paper: Paper): string {
  const { aliases, score, affected, details, links, modified } = advisory;
  const lines = [
    lineOf(advisory, paper),
    aliases.length === 0 ? '' : `Also known as  ${clean(aliases.join(', '))}`,
    score === null ? '' : `Score          ${score.value.toFixed(1)} by ${clean(score.by)}`,
    `Modified       ${clean(modified)}`,
    ...affected.map((one) => `Affects        ${one.ecosystem} ${clean(one.name)}: ${clean(rangesOf(one))}`),
    ...links.map((link) => `See            ${clean(link)}`),
    details === '' ? '' : `\n${details.split('\n').map(clean).join('\n')}`,
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

/** Versions in words; a long list of single versions by its ends. */
function rangesOf({ ranges, versions }: Affected): string {
  if (ranges.length > 0) return ranges.map(rangeOf).join('; ');
  if (versions.length <= 5) return versions.join(', ') || 'commits alone';
  return `${versions.length} versions, ${versions[0]} to ${versions.at(-1)}`;
}

function rangeOf(events: AffectedRange): string {
  const words = { introduced: 'from', fixed: 'until', last_affected: 'up to', limit: 'within' } as const;
  return events
    .map(({ kind, version }) => (kind === 'introduced' && version === '0' ? 'all' : `${words[kind]} ${version}`))
    .join(', ');
}
