-- People who work together, and whose request it is.

create table teams (
  organisation text not null references organisations,
  id text not null,
  name text not null,
  created_at timestamptz not null,
  place bigint generated always as identity,
  primary key (organisation, id),
  unique (organisation, name)
);

create table team_members (
  organisation text not null,
  team text not null,
  person text not null,
  primary key (organisation, team, person),
  foreign key (organisation, team) references teams,
  foreign key (organisation, person) references people
);

alter table requests add column team text;
alter table requests add foreign key (organisation, team) references teams;

do $$
declare
  name text;
begin
  foreach name in array array['teams', 'team_members'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
  end loop;
end $$;
