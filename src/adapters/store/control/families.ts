import { z } from 'zod';
import type {
  BaselineRule,
  BaselineVoice,
  Contribution,
  ContributionPolicy,
  Family,
  FamilyVersion,
} from '../../../domain/family.ts';
import type { FamilyBook } from '../../../ports/control/families.ts';
import { beforeOf, moment, pageOf, place } from '../columns.ts';
import type { Sql } from '../sql.ts';

const FAMILY = 'name, owner, contribution, baseline_rule, baseline, created_at, place';
const OPEN = `insert into families (organisation, name, owner, contribution, baseline_rule, baseline, created_at)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`;
const LIST = `select ${FAMILY} from families where place < $1 order by place desc limit $2`;
const BY_NAME = `select ${FAMILY} from families where name = $1 for update`;
const CHANGE = 'update families set owner = $2, contribution = $3, baseline = $4 where name = $1';
const VERSION = 'family, version, request, fork_of, added_by, added_at, place';
const ADD_VERSION = `insert into family_versions (organisation, family, version, request, fork_of, added_by, added_at)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`;
const VERSION_BY = `select ${VERSION} from family_versions where family = $1 and version = $2`;
const VERSION_ON = `select ${VERSION} from family_versions where family = $1 and request = $2`;
const VERSIONS_ON = `select ${VERSION} from family_versions where request = $1 order by place`;
const FORKS_OF = `select request from family_versions where family = $1 and fork_of = $2
  union select request from contributions where family = $1 and fork_of = $2 order by request`;
const VERSIONS = `select ${VERSION} from family_versions where family = $1 and place < $2 order by place desc limit $3`;
const SPEAK = `insert into baseline_voices (organisation, family, version, person, reason, said_at, sets)
  values ($1, $2, $3, $4, $5, $6, $7)`;
const VOICES = 'select version, person, reason, said_at, sets from baseline_voices where family = $1 order by place';
const PROPOSE =
  'insert into contributions (organisation, request, family, version, fork_of) values ($1, $2, $3, $4, $5)';
const CONTRIBUTION = 'request, family, version, fork_of, place';
const CONTRIBUTION_BY = `select ${CONTRIBUTION} from contributions where request = $1`;
const CONTRIBUTIONS = `select ${CONTRIBUTION} from contributions where family = $1 and place < $2 order by place desc limit $3`;

const familyRow = z.object({
  name: z.string(),
  owner: z.string(),
  contribution: z.string(),
  baseline_rule: z.string(),
  baseline: z.string().nullable(),
  created_at: moment,
  place,
});
const versionRow = z.object({
  family: z.string(),
  version: z.string(),
  request: z.string(),
  fork_of: z.string().nullable(),
  added_by: z.string(),
  added_at: moment,
  place,
});
const forkRow = z.object({ request: z.string() });
const voiceRow = z.object({
  version: z.string(),
  person: z.string(),
  reason: z.string(),
  said_at: moment,
  sets: z.boolean(),
});
const contributionRow = z.object({
  request: z.string(),
  family: z.string(),
  version: z.string(),
  fork_of: z.string(),
  place,
});

export function familyBook(sql: Sql, organisation: string): FamilyBook {
  return {
    open: async ({ name, owner, contribution, baselineRule, baseline, createdAt }) => {
      const rules = [JSON.stringify(contribution), JSON.stringify(baselineRule)];
      return (await sql.run(OPEN, [organisation, name, owner, ...rules, baseline, createdAt])) === 1;
    },
    list: async (wanted) =>
      pageOf(await sql.rows(familyRow, LIST, [beforeOf(wanted), wanted.limit + 1]), wanted, familyIn),
    byName: async (name) => (await sql.rows(familyRow, BY_NAME, [name])).map(familyIn)[0] ?? null,
    change: async ({ name, owner, contribution, baseline }) =>
      void (await sql.run(CHANGE, [name, owner, JSON.stringify(contribution), baseline])),
    addVersion: async ({ family, version, request, forkOf, by, at }) =>
      (await sql.run(ADD_VERSION, [organisation, family, version, request, forkOf, by, at])) === 1,
    version: async (...ids) => (await sql.rows(versionRow, VERSION_BY, ids)).map(versionIn)[0] ?? null,
    versionOn: async (...ids) => (await sql.rows(versionRow, VERSION_ON, ids)).map(versionIn)[0] ?? null,
    versionsOn: async (request) => (await sql.rows(versionRow, VERSIONS_ON, [request])).map(versionIn),
    forksOf: async (...ids) => (await sql.rows(forkRow, FORKS_OF, ids)).map(({ request }) => request),
    versions: async (family, wanted) =>
      pageOf(await sql.rows(versionRow, VERSIONS, [family, beforeOf(wanted), wanted.limit + 1]), wanted, versionIn),
    speak: async (family, { version, by, reason, at, sets }) =>
      void (await sql.run(SPEAK, [organisation, family, version, by, reason, at, sets])),
    voices: async (family) => (await sql.rows(voiceRow, VOICES, [family])).map(voiceIn),
    propose: async ({ request, family, version, forkOf }) =>
      void (await sql.run(PROPOSE, [organisation, request, family, version, forkOf])),
    contribution: async (request) =>
      (await sql.rows(contributionRow, CONTRIBUTION_BY, [request])).map(contributionIn)[0] ?? null,
    contributions: async (family, wanted) => {
      const rows = await sql.rows(contributionRow, CONTRIBUTIONS, [family, beforeOf(wanted), wanted.limit + 1]);
      return pageOf(rows, wanted, contributionIn);
    },
  };
}

/** Policies are written by us, from an input that was parsed. */
function familyIn({
  name,
  owner,
  contribution,
  baseline_rule,
  baseline,
  created_at,
}: z.output<typeof familyRow>): Family {
  return {
    name,
    owner,
    contribution: JSON.parse(contribution) as ContributionPolicy,
    baselineRule: JSON.parse(baseline_rule) as BaselineRule,
    baseline,
    createdAt: created_at,
  };
}

function versionIn({
  family,
  version,
  request,
  fork_of,
  added_by,
  added_at,
}: z.output<typeof versionRow>): FamilyVersion {
  return { family, version, request, forkOf: fork_of, by: added_by, at: added_at };
}

function voiceIn({ version, person, reason, said_at, sets }: z.output<typeof voiceRow>): BaselineVoice {
  return { version, by: person, reason, at: said_at, sets };
}

function contributionIn({ request, family, version, fork_of }: z.output<typeof contributionRow>): Contribution {
  return { request, family, version, forkOf: fork_of };
}
