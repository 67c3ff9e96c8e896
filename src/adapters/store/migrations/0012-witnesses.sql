-- Who cosigns our log, asked with every checkpoint that is made at its time.
create table witnesses (
  organisation text not null references organisations,
  id text not null,
  url text not null,
  key text not null,
  -- Of the last checkpoint that it cosigned.
  size bigint not null,
  failure text,
  added_at timestamptz not null,
  ended_at timestamptz,
  place bigint generated always as identity,
  primary key (organisation, id)
);

-- Logs that we cosign. What was cosigned last stays when one is no longer followed: who forgets may sign two histories.
create table witnessed_logs (
  organisation text not null references organisations,
  id text not null,
  origin text not null,
  key text not null,
  size bigint not null,
  note text,
  added_at timestamptz not null,
  ended_at timestamptz,
  place bigint generated always as identity,
  primary key (organisation, id),
  unique (organisation, origin)
);

do $$
declare
  name text;
begin
  foreach name in array array['witnesses', 'witnessed_logs'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
  end loop;
end $$;
