-- Rollbacks that were tried and not done, and where a channel's models are served.

alter table channels add column upstreams text not null default '[]';

create table drills (
  organisation text not null,
  id text not null,
  channel text not null,
  release text,
  state text not null,
  steps text not null,
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  place bigint generated always as identity,
  primary key (organisation, id),
  foreign key (organisation, channel) references channels,
  foreign key (organisation, release) references releases
);
create index drills_of on drills (organisation, channel, place desc);

do $$
declare
  name text;
begin
  foreach name in array array['drills'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
  end loop;
end $$;
