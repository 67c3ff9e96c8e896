import { z } from 'zod';
import type { GatewayConfig } from '../../domain/gateway.ts';
import { suggest } from '../../kernel/nearest.ts';
import { type PositionedYaml, readYaml } from '../yaml/document.ts';
import { isMistakes, type Mistake, mistakesIn } from '../yaml/mistakes.ts';
import { line, shaped } from '../yaml/shape.ts';
import { wrongFollowing } from './following.ts';
import { ISSUER_FIELDS, issuer } from './issuers.ts';
import { allowed, count, limits, NO_LIMITS, name } from './shapes.ts';

const path = line(1000);
const environment = z.string().regex(/^[A-Z_][A-Z0-9_]*$/, 'must be the name of an environment variable');

const tls = z
  .strictObject({
    ca: path.nullable().default(null),
    certificate: path.nullable().default(null),
    key: path.nullable().default(null),
  })
  .refine(({ certificate, key }) => (certificate === null) === (key === null), 'needs certificate and key, or neither');

const server = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
      .refine((text) => new URL(text).username === '' && new URL(text).search === '', 'must hold no name and no query'),
    model: line(200).nullable().default(null),
    keyFrom: environment.nullable().default(null),
    speaks: z.enum(['openai', 'anthropic', 'gemini', 'azure']).default('openai'),
    apiVersion: z
      .string()
      .regex(/^[0-9A-Za-z.-]{1,40}$/, 'must be a version as 2024-10-21')
      .nullable()
      .default(null),
    tls: tls.nullable().default(null),
    unattested: line(500).nullable().default(null),
    attestation: path.nullable().default(null),
    holds: line(500).nullable().default(null),
  })
  .refine(({ url, tls }) => tls === null || !url.startsWith('http:'), 'has tls, and an address without it');

const price = z.number().min(0).max(1e6).default(0);

const channel = z.strictObject({
  name,
  surfaces: z.array(line(40)).default([]),
  media: z.enum(['pass', 'refuse']).default('refuse'),
  guard: path.nullable().default(null),
  limits: limits.default(NO_LIMITS),
  perUser: limits.nullable().default(null),
  monthlyUsers: count,
  regions: z.array(z.string().regex(/^[A-Z]{2}$/, 'must be a country as DE')).default([]),
  price: z
    .strictObject({ input: price, output: price, picture: price, minute: price })
    .default({ input: 0, output: 0, picture: 0, minute: 0 }),
  releases: z
    .array(
      z.strictObject({
        decision: path,
        share: z.number().min(0).max(100).default(100),
        servers: z.array(server).min(1).max(256),
      }),
    )
    .max(16)
    .default([]),
  follows: name.nullable().default(null),
  servers: z.array(server).max(256).default([]),
  pinning: z.enum(['allowed', 'refused']).default('refused'),
  shadow: z
    .strictObject({ to: name, share: z.number().positive().max(100).default(100) })
    .nullable()
    .default(null),
  fallbacks: z.array(name).max(8).default([]),
});

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of a key: weighbridge gateway key prints it');
const time = z.iso.datetime({ error: 'must be a time as 2027-01-31T00:00:00Z' });

const key = z.strictObject({
  name,
  sha256,
  previous: z.strictObject({ sha256, until: time }).nullable().default(null),
  ...allowed,
  expires: time.nullable().default(null),
});

const controlPlane = z.strictObject({
  databaseFrom: environment.default('WEIGHBRIDGE_DATABASE_URL'),
  organisation: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be the name of an organisation')
    .default('main'),
  keep: path.nullable().default(null),
});

/** The shape of a Gateway file; `schemas/gateway-v1.schema.json` is made of it. */
export const GATEWAY_FILE = z.strictObject({
  apiVersion: z.literal('weighbridge/v1'),
  kind: z.literal('Gateway'),
  metadata: z.strictObject({ name }),
  spec: z.strictObject({
    listen: z
      .strictObject({ host: line(255).default('127.0.0.1'), port: z.int().min(0).max(65_535).default(7204) })
      .default({ host: '127.0.0.1', port: 7204 }),
    trust: z.array(path).max(100).default([]),
    attesters: z.array(path).max(100).default([]),
    revocations: path.nullable().default(null),
    controlPlane: controlPlane.nullable().default(null),
    guard: path.nullable().default(null),
    sharedLimits: z
      .strictObject({ urlFrom: environment, whenLost: z.enum(['local', 'refuse']).default('local') })
      .nullable()
      .default(null),
    regionHeader: z
      .string()
      .regex(/^[a-z0-9-]{1,64}$/, 'must be the name of a header, in small letters')
      .nullable()
      .default(null),
    metrics: z
      .strictObject({ host: line(255).default('127.0.0.1'), port: z.int().min(0).max(65_535).default(9464) })
      .nullable()
      .default(null),
    teams: z
      .array(z.strictObject({ name, limits: limits.default(NO_LIMITS) }))
      .max(10_000)
      .default([]),
    channels: z.array(channel).min(1).max(1000),
    keys: z.array(key).max(100_000).default([]),
    issuers: z.array(issuer).max(20).default([]),
  }),
});

type GatewayFile = z.output<typeof GATEWAY_FILE>;

/** For did-you-mean: every field of the file, whatever its place. */
const FIELDS = [
  ...ISSUER_FIELDS,
  ...'apiVersion kind metadata spec name listen host port trust guard channels keys surfaces media releases'.split(' '),
  ...'attesters attestation decision share servers url model keyFrom speaks apiVersion unattested sha256 team expires previous until'.split(
    ' ',
  ),
  ...'requestsPerMinute tokensPerMinute parallel tokensPerDay tokensPerMonth moneyPerDay moneyPerMonth limits'.split(
    ' ',
  ),
  ...'revocations controlPlane databaseFrom organisation keep follows holds pinning shadow to'.split(' '),
  ...'tls ca certificate sharedLimits urlFrom whenLost metrics regionHeader teams perUser monthlyUsers regions price input output picture minute fallbacks'.split(
    ' ',
  ),
];

/** Reads a Gateway file. Throws `gateway-invalid` with every mistake, one a line, each as `name:line:column: sentence`. */
export function parseGateway(text: string, fileName: string, surfaces: readonly string[]): GatewayConfig {
  const yaml = readYaml(text);
  if (isMistakes(yaml)) throw mistakesIn('gateway-invalid', fileName, yaml);
  const file = shaped(yaml, GATEWAY_FILE, FIELDS);
  if (isMistakes(file)) throw mistakesIn('gateway-invalid', fileName, file);
  const mistakes = [
    ...unproven(file, yaml),
    ...wrongFollowing(file.spec, yaml),
    ...wrongShares(file, yaml),
    ...wrongNames(file, yaml, surfaces),
    ...repeated(file, yaml),
    ...nobody(file, yaml),
  ];
  if (mistakes.length > 0) throw mistakesIn('gateway-invalid', fileName, mistakes);
  return { name: file.metadata.name, ...file.spec };
}

/** A server that nobody vouches for, and nobody answers for, serves nothing. */
function unproven({ spec }: GatewayFile, yaml: PositionedYaml): readonly Mistake[] {
  return spec.channels.flatMap(({ releases, servers }, channel) => {
    const pools = [
      { way: ['servers'], servers },
      ...releases.map((release, at) => ({ way: ['releases', at, 'servers'], servers: release.servers })),
    ];
    return pools.flatMap((pool) =>
      pool.servers.flatMap(({ unattested, attestation }, server) => {
        if ((unattested === null) !== (attestation === null)) return [];
        const place = yaml.at(['spec', 'channels', channel, ...pool.way, server]);
        return [
          { ...place, sentence: 'needs either attestation, which weighbridge run writes, or unattested with a reason' },
        ];
      }),
    );
  });
}

function wrongShares({ spec }: GatewayFile, yaml: PositionedYaml): readonly Mistake[] {
  return spec.channels.flatMap(({ name, releases }, at) => {
    if (releases.length === 0) return [];
    const sum = releases.reduce((all, { share }) => all + share, 0);
    if (Math.abs(sum - 100) < 1e-6) return [];
    return [
      {
        ...yaml.at(['spec', 'channels', at, 'releases']),
        sentence: `the shares of ${name} come to ${sum}, not to 100`,
      },
    ];
  });
}

/** A key for what does not exist would open nothing, and look as if it did. */
function wrongNames({ spec }: GatewayFile, yaml: PositionedYaml, surfaces: readonly string[]): readonly Mistake[] {
  const channels = spec.channels.map(({ name }) => name);
  const teams = spec.teams.map(({ name }) => name);
  const wrong = (list: readonly string[], known: readonly string[], what: string, way: readonly PropertyKey[]) =>
    list.flatMap((one, at) =>
      known.includes(one)
        ? []
        : [{ ...yaml.at([...way, at]), sentence: `there is no ${what} ${one}${suggest(one, known)}` }],
    );
  return [
    ...spec.channels.flatMap((one, at) =>
      one.shadow === null ? [] : wrong([one.shadow.to], channels, 'channel', ['spec', 'channels', at, 'shadow']),
    ),
    ...spec.channels.flatMap((one, at) =>
      wrong(one.surfaces, surfaces, 'surface', ['spec', 'channels', at, 'surfaces']),
    ),
    ...spec.channels.flatMap((one, at) =>
      wrong(
        one.fallbacks,
        channels.filter((other) => other !== one.name),
        'other channel',
        ['spec', 'channels', at, 'fallbacks'],
      ),
    ),
    ...allowances(spec).flatMap(([one, way]) => [
      ...wrong(one.surfaces, surfaces, 'surface', [...way, 'surfaces']),
      ...wrong(one.channels, channels, 'channel', [...way, 'channels']),
      ...(one.team !== null && spec.teams.length > 0 ? wrong([one.team], teams, 'team', way) : []),
    ]),
  ];
}

/** What each key and each group of an issuer's may do, and where that stands. */
function allowances({ keys, issuers }: GatewayFile['spec']) {
  return [
    ...keys.map((one, at) => [one, ['spec', 'keys', at]] as const),
    ...issuers.flatMap(({ callers }, issuer) =>
      callers.map((one, at) => [one, ['spec', 'issuers', issuer, 'callers', at]] as const),
    ),
  ];
}

function nobody({ spec }: GatewayFile, yaml: PositionedYaml): readonly Mistake[] {
  if (spec.keys.length > 0 || spec.issuers.length > 0) return [];
  return [{ ...yaml.at(['spec']), sentence: 'needs keys or issuers: nobody may call it' }];
}

function repeated({ spec }: GatewayFile, yaml: PositionedYaml): readonly Mistake[] {
  const twice = (
    list: 'channels' | 'keys' | 'issuers',
    field: 'name' | 'sha256' | 'issuer',
    values: readonly string[],
  ) =>
    values.flatMap((value, at) =>
      values.indexOf(value) === at
        ? []
        : [
            {
              ...yaml.at(['spec', list, at, field]),
              sentence: `${field === 'sha256' ? 'this key' : value} stands there twice`,
            },
          ],
    );
  return [
    ...twice(
      'channels',
      'name',
      spec.channels.map(({ name }) => name),
    ),
    ...twice(
      'keys',
      'name',
      spec.keys.map(({ name }) => name),
    ),
    ...twice(
      'issuers',
      'name',
      spec.issuers.map(({ name }) => name),
    ),
    ...twice(
      'issuers',
      'issuer',
      spec.issuers.map(({ issuer }) => issuer),
    ),
    ...twice(
      'keys',
      'sha256',
      spec.keys.map(({ sha256 }) => sha256),
    ),
    ...formerTwice(spec.keys, yaml),
  ];
}

/** A key that is another's former one would be two callers. */
function formerTwice(keys: GatewayFile['spec']['keys'], yaml: PositionedYaml): readonly Mistake[] {
  const former = keys.map(({ previous }) => previous?.sha256 ?? null);
  const all = [...keys.map((one) => one.sha256), ...former];
  return former.flatMap((hash, at) =>
    hash === null || all.filter((one) => one === hash).length === 1
      ? []
      : [{ ...yaml.at(['spec', 'keys', at, 'previous']), sentence: 'this key stands there twice' }],
  );
}
