import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readOwnIndex, readOwnText } from '../adapters/files/own-files.ts';
import { within } from '../adapters/isolation/within.ts';
import { worked } from '../adapters/process/worked.ts';
import { createKeyFolder } from '../adapters/signers/key-folder.ts';
import { remembered, type SnapshotParts } from '../app/gateway/parts.ts';
import type { Loaded } from '../app/gateway/serve.ts';
import { openGuard } from '../app/guard.ts';
import type { GatewayConfig } from '../domain/gateway.ts';
import { LIMITS } from '../kernel/limits.ts';
import { parseGateway } from '../policy/gateway/parse.ts';
import type { Clock } from '../ports/clock.ts';
import { SURFACES } from '../wire/table.ts';
import { type AdvisersWorld, advisersIn } from './advisers.ts';
import { issuersOf } from './gateway-issuers.ts';

export interface SourceWorld extends AdvisersWorld {
  readonly keyFolder: string;
  readonly clock: Clock;
}

/** The files that a gateway is made of. */
export interface GatewaySource {
  /** Reads them anew. */
  load(): Promise<Loaded>;
  /** What tells that one of them changed: those that people write, and those that `weighbridge run` renews. */
  stamps(config: GatewayConfig): Promise<{ readonly config: string; readonly proofs: string }>;
}

/** Nobody is asked about what was heard in a recording. */
const PASSING = ['transcript'] as const;
/** Texts of which judges' and classifiers' opinions are kept in mind: conversations say what was said before again. */
const REMEMBERED = 10_000;

export function gatewaySource(file: string, world: SourceWorld): GatewaySource {
  const { keyFolder, env, clock } = world;
  const advisers = advisersIn(world, dirname(file));
  const beside = (path: string): string => resolve(dirname(file), path);
  const parts: SnapshotParts = {
    readText: (path) => readOwnText(beside(path), LIMITS.document),
    trusted: (files) => createKeyFolder(keyFolder).trusted(files.map(beside)),
    openGuard: async (path) =>
      openGuard({
        policy: path === null ? null : { name: beside(path), text: await readOwnText(beside(path), LIMITS.document) },
        readIndex: readOwnIndex,
        advisers,
        passing: PASSING,
        remember: REMEMBERED,
        within,
        clock: () => clock.monotonic(),
        worked,
      }),
    issuer: issuersOf(env),
    newestLists: new Map(),
    env,
    now: () => clock.now(),
  };
  return {
    load: async () => {
      const text = await readOwnText(file, LIMITS.document);
      const surfaces = SURFACES.map(({ id }) => id);
      return { config: parseGateway(text, file, surfaces), parts: remembered(parts) };
    },
    stamps: async (config) => ({
      config: await stampOf([file, ...filesOf(config).map(beside)]),
      proofs: await stampOf(attestationsOf(config).map(beside)),
    }),
  };
}

function filesOf({ guard, channels, trust, attesters, revocations }: GatewayConfig): readonly string[] {
  const given = [guard, revocations, ...channels.map((channel) => channel.guard)].filter((path) => path !== null);
  const decisions = channels.flatMap(({ releases }) => releases.map(({ decision }) => decision));
  return [...given, ...decisions, ...trust, ...attesters];
}

/** Renewed again and again by `weighbridge run`: no news for people. */
function attestationsOf({ channels }: GatewayConfig): readonly string[] {
  return channels.flatMap(({ releases, servers }) =>
    [...servers, ...releases.flatMap((release) => release.servers)].flatMap(({ attestation }) =>
      attestation === null ? [] : [attestation],
    ),
  );
}

/** A missing one counts as well. */
async function stampOf(files: readonly string[]): Promise<string> {
  const stamps = files.map(async (file) => {
    try {
      const { mtimeMs, size, ino } = await stat(file);
      return `${mtimeMs} ${size} ${ino}`;
    } catch {
      return 'missing';
    }
  });
  return (await Promise.all(stamps)).join('\n');
}
