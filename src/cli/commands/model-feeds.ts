import type { Command } from 'commander';
import type { FeedAnswer } from '../../contract/advisories.ts';
import { SILENT } from '../../contract/progress.ts';
import { formatDay, plural } from '../../reports/words.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { several } from '../options.ts';
import { clean } from '../terminal/paper.ts';

/** One feed of model advisories. */
const LONGEST = 64 * 1024 * 1024;

/** `advisories publish`, `sign` and `verify`: for whoever warns others of models. */
export function registerFeeds(advisories: Command, io: Io, done: (code: number) => void): void {
  advisories
    .command('publish')
    .description('Make a feed of advisories about models, for others to follow.')
    .argument('<files...>', 'advisories in JSON: one a file, or a list')
    .requiredOption('--name <name>', 'what the feed is called')
    .option('--days <n>', 'how long it may be relied on', '30')
    .option('--sign <key>', 'sign it with this private key')
    .requiredOption('--to <file>', 'where it goes')
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge advisories publish ./warnings/*.json --name our-models --sign ~/feed.key --to feed.json',
    )
    .action(async (files: readonly string[], options: { name: string; days: string; sign?: string; to: string }) => {
      const documents = await Promise.all(files.map((name) => named(io, name)));
      const weighbridge = await io.weighbridge();
      const days = /^\d{1,4}$/.test(options.days) ? Number(options.days) : 30;
      const text = await weighbridge.publishFeed({ name: options.name, documents, days });
      const signed =
        options.sign === undefined
          ? text
          : await weighbridge.signFeed({ name: options.to, text, keyFile: options.sign });
      await io.write(options.to, signed);
      io.stdout.write(`${clean(options.to)}: ${options.sign === undefined ? 'not signed yet' : 'signed'}\n`);
      done(EXIT.ok);
    });
  advisories
    .command('sign')
    .description('Sign a feed, or a VEX document (OpenVEX, CycloneDX, CSAF).')
    .argument('<file>', 'what publish wrote, or a VEX document')
    .requiredOption('--key <key>', 'the private key')
    .requiredOption('--to <file>', 'where the signed document goes')
    .addHelpText('after', '\nExamples:\n  weighbridge advisories sign feed.json --key ~/feed.key --to feed.signed.json')
    .action(async (feed: string, { key, to }: { key: string; to: string }) => {
      const text = await (await io.weighbridge()).signFeed({ ...(await named(io, feed)), keyFile: key });
      await io.write(to, text);
      io.stdout.write(`${clean(to)}: signed\n`);
      done(EXIT.ok);
    });
  advisories
    .command('verify')
    .description('Hold a signed feed against the keys you trust.')
    .argument('<feed>', 'a signed feed')
    .option('--key <file>', 'a public key to trust; several at once', several)
    .addHelpText('after', '\nExamples:\n  weighbridge advisories verify feed.json --key publisher.pub')
    .action(async (feed: string, { key }: { key?: readonly string[] }) => {
      const answer = await (await io.weighbridge()).verifyFeed({ ...(await named(io, feed)), keyFiles: key ?? [] });
      io.stdout.write(renderFeed(answer));
      done(EXIT.ok);
    });
}

/** Follows a feed: `advisories update --feed`. */
export async function follow(
  io: Io,
  { feed, key }: { readonly feed: string; readonly key: readonly string[] },
): Promise<void> {
  const answer = await (await io.weighbridge()).followFeed(
    { source: feed, keyFiles: key },
    { signal: io.signal, progress: SILENT },
  );
  io.stdout.write(renderFeed(answer));
}

/** Takes a signed VEX document: `advisories update --vex`. */
export async function takeVex(
  io: Io,
  { vex, key }: { readonly vex: string; readonly key: readonly string[] },
): Promise<void> {
  const answer = await (await io.weighbridge()).trustVex({ ...(await named(io, vex)), keyFiles: key });
  const { author, statements, keyId } = answer;
  io.stdout.write(`${clean(author)}: ${plural(statements, 'statement')}, signed by ${keyId.slice(0, 16)}\n`);
}

async function named(io: Io, name: string): Promise<{ readonly name: string; readonly text: string }> {
  return { name, text: await io.readText(name, LONGEST) };
}

function renderFeed({ name, issuedAt, expiresAt, advisories, keyId }: FeedAnswer): string {
  return `${clean(name)}: ${advisories} advisories about models, issued ${formatDay(issuedAt)}, good until ${formatDay(expiresAt)}, signed by ${keyId.slice(0, 16)}\n`;
}
