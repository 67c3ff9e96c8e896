import { z } from 'zod';
import type { Team } from '../../../domain/team.ts';
import type { TeamBook } from '../../../ports/control/teams.ts';
import { beforeOf, moment, pageOf, place } from '../columns.ts';
import type { Sql } from '../sql.ts';

const TEAM = `id, name, created_at, place,
  array(select person from team_members where team = teams.id order by person) as members`;
const ADD = `insert into teams (organisation, id, name, created_at) values ($1, $2, $3, $4)
  on conflict (organisation, name) do nothing`;
const LIST = `select ${TEAM} from teams where place < $1 order by place desc limit $2`;
const BY_ID = `select ${TEAM} from teams where id = $1 for update`;
const BY_NAME = `select ${TEAM} from teams where name = $1 for update`;
const RENAME = `update teams set name = $2 where id = $1 and not exists (select from teams where name = $2 and id <> $1)`;
const CLEAR = 'delete from team_members where team = $1';
const JOIN = 'insert into team_members (organisation, team, person) select $1, $2, unnest($3::text[])';

const teamRow = z.object({
  id: z.string(),
  name: z.string(),
  created_at: moment,
  members: z.array(z.string()),
  place,
});

export function teamBook(sql: Sql, organisation: string): TeamBook {
  const join = async ({ id, members }: Team): Promise<void> => {
    await sql.run(CLEAR, [id]);
    await sql.run(JOIN, [organisation, id, members]);
  };
  return {
    add: async (team) => {
      if ((await sql.run(ADD, [organisation, team.id, team.name, team.createdAt])) === 0) return false;
      await join(team);
      return true;
    },
    list: async (wanted) => pageOf(await sql.rows(teamRow, LIST, [beforeOf(wanted), wanted.limit + 1]), wanted, teamIn),
    byId: async (id) => (await sql.rows(teamRow, BY_ID, [id])).map(teamIn)[0] ?? null,
    byName: async (name) => (await sql.rows(teamRow, BY_NAME, [name])).map(teamIn)[0] ?? null,
    change: async (team) => {
      if ((await sql.run(RENAME, [team.id, team.name])) === 0) return false;
      await join(team);
      return true;
    },
  };
}

function teamIn({ id, name, created_at, members }: z.output<typeof teamRow>): Team {
  return { id, name, members, createdAt: created_at };
}
