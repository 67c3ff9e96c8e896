-- Channels and what was released on them. A release is only ever added: going back is one more.

create table families (
  organisation text not null references organisations,
  name text not null,
  owner text not null,
  -- The decision on the version that all others are held against; set once.
  baseline text,
  contribution text not null,
  created_at timestamptz not null,
  place bigint generated always as identity,
  primary key (organisation, name),
  foreign key (organisation, owner) references people,
  foreign key (organisation, baseline) references decisions
);

create table family_versions (
  organisation text not null,
  family text not null,
  version text not null,
  request text not null,
  fork_of text,
  added_by text not null,
  added_at timestamptz not null,
  place bigint generated always as identity,
  primary key (organisation, family, version),
  foreign key (organisation, family) references families,
  foreign key (organisation, request) references decisions,
  foreign key (organisation, family, fork_of) references family_versions
);

create table channels (
  organisation text not null references organisations,
  name text not null,
  family text,
  environment text not null,
  access text not null,
  gate text not null,
  frozen text,
  place bigint generated always as identity,
  primary key (organisation, name),
  foreign key (organisation, family) references families
);

create table releases (
  organisation text not null,
  id text not null,
  channel text not null,
  request text not null,
  model text not null,
  manifest text not null,
  dossier text not null,
  expires_at timestamptz not null,
  share integer not null check (share between 1 and 100),
  cause text not null,
  replaces text,
  restores text,
  reason text,
  released_by text not null,
  released_at timestamptz not null,
  place bigint generated always as identity,
  primary key (organisation, id),
  foreign key (organisation, channel) references channels,
  foreign key (organisation, request) references decisions,
  foreign key (organisation, replaces) references releases,
  foreign key (organisation, restores) references releases
);
create index releases_of on releases (organisation, channel, place desc);
create index releases_resting_on on releases (organisation, request);

create table revocations (
  organisation text not null,
  request text not null,
  revoked_by text not null,
  reason text not null,
  revoked_at timestamptz not null,
  primary key (organisation, request),
  foreign key (organisation, request) references decisions
);

create table withdrawals (
  organisation text not null,
  release text not null,
  withdrawn_by text not null,
  reason text not null,
  withdrawn_at timestamptz not null,
  primary key (organisation, release),
  foreign key (organisation, release) references releases
);

do $$
declare
  name text;
begin
  foreach name in array array['families', 'family_versions', 'channels', 'releases', 'revocations', 'withdrawals'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
  end loop;
  foreach name in array array['family_versions', 'releases', 'revocations', 'withdrawals'] loop
    execute format('create trigger only_added before update or delete on %I for each row execute function refuse_change()', name);
  end loop;
end $$;
