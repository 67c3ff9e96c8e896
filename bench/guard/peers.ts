import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Looks at one message. */
export type Look = (text: string) => unknown;

/** What is used of the peers, as their documents have it: they are there only when the bench installs them. */
interface Exports {
  readonly vard: { safe(text: string): unknown };
  readonly LLMGuard: new (options: object) => { validate(text: string): Promise<unknown> };
  readonly checkPlainText: (text: string, bundle: object, context: object) => Promise<unknown>;
  readonly SyncRedactor: new () => { redact(text: string): string };
  readonly lintSource: (call: object) => Promise<unknown>;
  readonly creator: object;
}

interface Peer {
  readonly packages: readonly string[];
  /** What it looks for, as it is asked here. */
  readonly looksFor: string;
  /** Its look at a message, from all that its packages export. */
  readonly start: (exports: Exports) => Look;
}

const ENTITIES = ['EMAIL_ADDRESS', 'CREDIT_CARD', 'US_SSN', 'PHONE_NUMBER', 'IBAN_CODE', 'IP_ADDRESS'];

/** The packages on npm that guard texts in this process, without asking a model; each as its own documents have it. */
const PEERS: readonly Peer[] = [
  {
    packages: ['@andersmyrmel/vard@1.2.0'],
    looksFor: 'injection',
    start: ({ vard }) => {
      return (text) => vard.safe(text);
    },
  },
  {
    packages: ['llm-guard@0.1.9'],
    looksFor: 'injection, jailbreak, personal data, toxicity',
    start: ({ LLMGuard }) => {
      const guard = new LLMGuard({
        pii: true,
        jailbreak: true,
        promptInjection: true,
        toxicity: true,
        profanity: true,
      });
      return (text) => guard.validate(text);
    },
  },
  {
    packages: ['@openai/guardrails@0.2.1'],
    looksFor: 'personal data, secrets',
    start: ({ checkPlainText }) => {
      const guardrails = [
        { name: 'Contains PII', config: { entities: ENTITIES, block: true } },
        { name: 'Secret Keys', config: { threshold: 'balanced' } },
      ];
      return (text) => checkPlainText(text, { version: 1, stageName: 'input', guardrails }, {}).catch(() => undefined);
    },
  },
  {
    packages: ['redact-pii@3.4.0'],
    looksFor: 'personal data',
    start: ({ SyncRedactor }) => {
      const redactor = new SyncRedactor();
      return (text) => redactor.redact(text);
    },
  },
  {
    packages: ['@secretlint/core@12.0.0', '@secretlint/secretlint-rule-preset-recommend@12.0.0'],
    looksFor: 'secrets',
    start: ({ lintSource, creator }) => {
      const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
      return (text) => {
        const source = { content: text, filePath: 'message.txt', ext: '.txt', contentType: 'text' };
        return lintSource({ source, options: { config } });
      };
    },
  },
];

export interface StartedPeer {
  readonly name: string;
  readonly looksFor: string;
  /** Null, with the reason, where it does not start on this Node. */
  readonly look: Look | null;
  readonly reason: string;
}

/** Installs the peers, without running their scripts, in a folder that is gone when `use` is done. */
export async function withPeers(use: (peers: readonly StartedPeer[]) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'guard-peers-'));
  try {
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
    // Names are looked up from where the importing file stands.
    writeFileSync(path.join(folder, 'load.mjs'), 'export const load = (name) => import(name);');
    const packages = PEERS.flatMap((peer) => peer.packages);
    const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...packages];
    execFileSync('npm', install, { cwd: folder, stdio: 'inherit' });
    const { load } = await import(pathToFileURL(path.join(folder, 'load.mjs')).href);
    const started: StartedPeer[] = [];
    for (const peer of PEERS) started.push(await start(peer, load));
    await use(started);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(peer: Peer, load: (name: string) => Promise<Partial<Exports>>): Promise<StartedPeer> {
  const { packages, looksFor } = peer;
  const name = packages[0] ?? '';
  try {
    const modules = await Promise.all(packages.map((one) => load(one.slice(0, one.lastIndexOf('@')))));
    const look = peer.start(Object.assign({}, ...modules));
    await look('Hello there.');
    return { name, looksFor, look, reason: '' };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : 'it does not start';
    return { name, looksFor, look: null, reason };
  }
}
