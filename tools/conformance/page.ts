/** One check of one client, and how it went. */
export interface Result {
  /** `scripted`, `runner` or `foreign`. */
  readonly on: string;
  readonly client: string;
  readonly what: string;
  /** Null: it holds. */
  readonly wrong: string | null;
}

export interface Told {
  readonly results: readonly Result[];
  readonly versions: Readonly<Record<string, string>>;
  /** Null: the real runner was asked. */
  readonly noRunner: string | null;
  /** What the server that others wrote is called; null: none was asked. */
  readonly foreign: string | null;
  readonly seconds: number;
}

/** The results as a page of the documents. */
export function pageOf({ results, versions, noRunner, foreign, seconds }: Told): string {
  const wrong = results.filter((one) => one.wrong !== null).length;
  const named = Object.entries(versions).map(([name, version]) => `\`${name}\` ${version}`);
  return `# Conformance of the gateway

Made by \`npm run conformance -- docs/proofs/conformance.md\`: the official SDKs, with only address and key changed, against a gateway
that runs as a process of its own, from a signed decision on the example model. Behind it stands a server that is scripted to say what
each vendor's says, or fails to; the vendors' own services were not asked. "Before OpenAI's words" means that the gateway translates.

${named.join(', ')}, Node ${process.version}. ${results.length} checks, ${wrong} wrong, in ${seconds.toFixed(0)} s.

${[...new Set(results.map(({ on }) => on))]
  .map((on) =>
    sectionOf(
      on,
      results.filter((one) => one.on === on),
    ),
  )
  .join(
    '\n',
  )}${foreign === null ? '' : `\nThe server that we did not write: ${foreign}. It is started by hand and named by \`WEIGHBRIDGE_CONFORMANCE_SERVER\` and\n\`WEIGHBRIDGE_CONFORMANCE_SERVER_NAME\`.\n`}${noRunner === null ? '' : `\nThe real runner was skipped: ${noRunner}.\n`}`;
}

const TITLES: Readonly<Record<string, string>> = {
  scripted: 'On a scripted server',
  runner: 'On the example model, by the real runner',
  foreign: 'On the example model, by a server that we did not write',
};

function sectionOf(on: string, results: readonly Result[]): string {
  const clients = [...new Set(results.map(({ client }) => client))];
  const whats = [...new Set(results.map(({ what }) => what))];
  const cell = (what: string, client: string): string => {
    const found = results.find((one) => one.what === what && one.client === client);
    return found === undefined ? ' ' : found.wrong === null ? 'holds' : `**${found.wrong.replaceAll(/[|\n]/g, ' ')}**`;
  };
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return `## ${TITLES[on] ?? on}

${row(['', ...clients])}${row(['---', ...clients.map(() => '---')])}${whats.map((what) => row([what, ...clients.map((client) => cell(what, client))])).join('')}`;
}
