import { z } from 'zod';
import {
  ACCESS_LEVELS,
  type Channel,
  type Frozen,
  type Gate,
  type Loosening,
  OPEN_GATE,
} from '../../../domain/channel.ts';
import type { StandingRelease } from '../../../domain/release.ts';
import type { ReleaseBook } from '../../../ports/control/releases.ts';
import { beforeOf, digestText, moment, pageOf, place } from '../columns.ts';
import { tellReleases } from '../release-changes.ts';
import type { Sql } from '../sql.ts';

const CHANNEL = 'name, family, environment, access, gate, frozen, upstreams, loosening';
const OPEN = `insert into channels (organisation, name, family, environment, access, gate, frozen, upstreams)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`;
const CHANNELS = `select ${CHANNEL} from channels order by name`;
const BY_NAME = `select ${CHANNEL} from channels where name = $1 for update`;
const CHANGE = `update channels set family = $2, environment = $3, access = $4, gate = $5, frozen = $6, upstreams = $7, loosening = $8
  where name = $1`;
const RELEASE = `select releases.id, channel, coalesce(releases.request, releases.subject) as request,
  case when releases.subject is null then 'weights' else 'subject' end as rests, model, manifest, dossier, releases.expires_at,
  share, cause, replaces, restores, releases.reason, released_by, released_at,
  coalesce(revoked_at, (subjects.revoked::jsonb ->> 'at')::timestamptz) as revoked_at, withdrawn_at,
  exists (select from obligations
    where obligations.request = releases.request and state = 'lapsed' and consequence <> 'tell') as held, releases.place from releases
  left join revocations on revocations.request = releases.request
  left join subjects on subjects.id = releases.subject
  left join withdrawals on withdrawals.release = releases.id`;
const ADD = `insert into releases (organisation, id, channel, request, subject, model, manifest, dossier, expires_at, share, cause,
  replaces, restores, reason, released_by, released_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;
const OF = `${RELEASE} where channel = $1 order by releases.place desc`;
const BY_ID = `${RELEASE} where releases.id = $1`;
const PAGE = `${RELEASE} where channel = $1 and releases.place < $2 order by releases.place desc limit $3`;
const RESTING = `${RELEASE} where releases.request = $1 or releases.subject = $1 order by releases.place desc`;
const WITHDRAW = `insert into withdrawals (organisation, release, withdrawn_by, reason, withdrawn_at) values ($1, $2, $3, $4, $5)
  on conflict do nothing`;
const REVOKE = `insert into revocations (organisation, request, revoked_by, reason, revoked_at, about)
  values ($1, $2, $3, $4, $5, $6)
  on conflict do nothing`;
const CONDEMNED = `select revocations.request, envelope, revoked_at as at from revocations
  join decisions on decisions.organisation = revocations.organisation and decisions.request = revocations.request
  where about = 'model' order by revoked_at, revocations.request`;
const OTHERS = `select distinct request from releases where manifest = $1 and request <> $2
  and not exists (select from revocations where revocations.request = releases.request) order by request`;
const REVOKED = 'select revoked_at from revocations where request = $1';

const LOCK_OUTSIDE = {
  shared: 'select pg_advisory_xact_lock_shared(7203006, hashtext($1))',
  alone: 'select pg_advisory_xact_lock(7203006, hashtext($1))',
} as const;

const channelRow = z.object({
  name: z.string(),
  family: z.string().nullable(),
  environment: z.string(),
  access: z.enum(ACCESS_LEVELS),
  gate: z.string(),
  frozen: z.string().nullable(),
  upstreams: z.string(),
  loosening: z.string().nullable(),
});
const releaseRow = z.object({
  id: z.string(),
  channel: z.string(),
  request: z.string(),
  rests: z.enum(['weights', 'subject']),
  model: z.string(),
  manifest: digestText,
  dossier: digestText,
  expires_at: moment,
  share: z.number(),
  cause: z.enum(['promotion', 'rollback']),
  replaces: z.string().nullable(),
  restores: z.string().nullable(),
  reason: z.string().nullable(),
  released_by: z.string(),
  released_at: moment,
  revoked_at: moment.nullable(),
  withdrawn_at: moment.nullable(),
  held: z.boolean(),
  place,
});
const requestRow = z.object({ request: z.string() });
const condemnedRow = z.object({ request: z.string(), envelope: z.string(), at: moment });
const revokedRow = z.object({ revoked_at: moment });

export function releaseBook(sql: Sql, organisation: string): ReleaseBook {
  const tell = () => tellReleases(sql, organisation);
  return {
    openChannel: async ({ name, family, environment, access, gate, frozen, upstreams }) => {
      const texts = [JSON.stringify(gate), textOf(frozen), JSON.stringify(upstreams)];
      return (await sql.run(OPEN, [organisation, name, family, environment, access, ...texts])) === 1;
    },
    channels: async () => (await sql.rows(channelRow, CHANNELS, [])).map(channelIn),
    channel: async (name) => (await sql.rows(channelRow, BY_NAME, [name])).map(channelIn)[0] ?? null,
    changeChannel: async ({ name, family, environment, access, gate, frozen, upstreams, loosening }) => {
      const texts = [
        JSON.stringify(gate),
        textOf(frozen),
        JSON.stringify(upstreams),
        loosening && JSON.stringify(loosening),
      ];
      await sql.run(CHANGE, [name, family, environment, access, ...texts]);
      await tell();
    },
    add: async (release) => {
      const { id, channel, request, rests, model, manifest, dossier, expiresAt, share, cause } = release;
      const on = rests === 'weights' ? [request, null] : [null, request];
      const { replaces, restores, reason, by, at } = release;
      const what = [id, channel, ...on, model, manifest, dossier, expiresAt, share, cause];
      await sql.run(ADD, [organisation, ...what, replaces, restores, reason, by, at]);
      await tell();
    },
    of: async (channel) => (await sql.rows(releaseRow, OF, [channel])).map(releaseIn),
    byId: async (id) => (await sql.rows(releaseRow, BY_ID, [id])).map(releaseIn)[0] ?? null,
    page: async (channel, wanted) =>
      pageOf(await sql.rows(releaseRow, PAGE, [channel, beforeOf(wanted), wanted.limit + 1]), wanted, releaseIn),
    lockOutside: async (how) => void (await sql.run(LOCK_OUTSIDE[how], [organisation])),
    restingOn: async (request) => (await sql.rows(releaseRow, RESTING, [request])).map(releaseIn),
    withdraw: async (...[release, by, reason, at]) => {
      const done = (await sql.run(WITHDRAW, [organisation, release, by, reason, at])) === 1;
      await tell();
      return done;
    },
    condemned: () => sql.rows(condemnedRow, CONDEMNED, []),
    othersOn: async (manifest, request) =>
      (await sql.rows(requestRow, OTHERS, [manifest, request])).map((row) => row.request),
    revoke: async (...[request, by, reason, at, about]) => {
      const done = (await sql.run(REVOKE, [organisation, request, by, reason, at, about])) === 1;
      await tell();
      return done;
    },
    revokedAt: async (request) => (await sql.rows(revokedRow, REVOKED, [request]))[0]?.revoked_at ?? null,
  };
}

function textOf(frozen: Frozen | null): string | null {
  return frozen === null ? null : JSON.stringify(frozen);
}

/** Gates and who froze it are written by us, from an input that was parsed. */
function channelIn({ gate, frozen, upstreams, loosening, ...row }: z.output<typeof channelRow>): Channel {
  return {
    ...row,
    // Gates from before they could ask for something ask nothing of it.
    gate: { ...OPEN_GATE, ...(JSON.parse(gate) as Partial<Gate>) },
    loosening: loosening === null ? null : (JSON.parse(loosening) as Loosening),
    frozen: frozen === null ? null : (JSON.parse(frozen) as Frozen),
    upstreams: JSON.parse(upstreams) as string[],
  };
}

function releaseIn(row: z.output<typeof releaseRow>): StandingRelease {
  const { id, channel, request, rests, model, manifest, dossier, share, cause, replaces, restores, reason } = row;
  const when = {
    expiresAt: row.expires_at,
    at: row.released_at,
    revokedAt: row.revoked_at,
    withdrawnAt: row.withdrawn_at,
    held: row.held,
  };
  return {
    id,
    channel,
    request,
    rests,
    model,
    manifest,
    dossier,
    share,
    cause,
    replaces,
    restores,
    reason,
    by: row.released_by,
    ...when,
  };
}
