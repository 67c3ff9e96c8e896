-- The control plane. Every row belongs to one organisation, and row-level security shows a transaction only the rows of
-- the organisation it was opened for. Documents are text, not jsonb: jsonb cannot hold U+0000, and digests cover texts.

create table organisations (
  organisation text primary key,
  name text not null,
  created_at timestamptz not null
);

create table people (
  organisation text not null references organisations,
  id text not null,
  email text not null,
  name text not null,
  password_hash text not null,
  roles text[] not null,
  created_at timestamptz not null,
  disabled_at timestamptz,
  place bigint generated always as identity,
  primary key (organisation, id),
  unique (organisation, email)
);

create table sessions (
  organisation text not null,
  hash text not null,
  person text not null,
  csrf text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organisation, hash),
  foreign key (organisation, person) references people
);

create table sign_in_failures (
  organisation text not null,
  email text not null,
  at timestamptz not null
);
create index sign_in_failures_recent on sign_in_failures (organisation, email, at);

create table tokens (
  organisation text not null,
  id text not null,
  hash text not null,
  person text not null,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  place bigint generated always as identity,
  primary key (organisation, id),
  unique (organisation, hash),
  foreign key (organisation, person) references people
);

create table vettings (
  organisation text not null references organisations,
  dossier text not null,
  vetting text not null,
  reference text not null,
  outcome text not null,
  policy text not null,
  vetted_at timestamptz not null,
  document text not null,
  place bigint generated always as identity,
  primary key (organisation, dossier, vetting)
);

create table dossier_touches (
  organisation text not null references organisations,
  key text not null,
  dossier text not null,
  primary key (organisation, key, dossier)
);

create table requests (
  organisation text not null references organisations,
  id text not null,
  direction text not null,
  reference text not null,
  use_text text not null,
  policy text not null,
  owner text not null,
  role text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  state text not null,
  dossier text,
  outcome text,
  failure text,
  place bigint generated always as identity,
  primary key (organisation, id),
  foreign key (organisation, owner) references people,
  foreign key (organisation, requested_by) references people
);

create table rulings (
  organisation text not null,
  request text not null,
  person text not null,
  role text not null,
  ruling text not null,
  reason text not null,
  ruled_at timestamptz not null,
  place bigint generated always as identity,
  primary key (organisation, request, person),
  foreign key (organisation, request) references requests,
  foreign key (organisation, person) references people
);

create table decisions (
  organisation text not null,
  request text not null,
  ruling text not null,
  envelope text not null,
  decided_at timestamptz not null,
  primary key (organisation, request),
  foreign key (organisation, request) references requests
);

create table jobs (
  organisation text not null references organisations,
  id text not null,
  kind text not null,
  subject text not null,
  state text not null,
  tries integer not null default 0,
  worker text,
  leased_until timestamptz,
  failure text,
  queued_at timestamptz not null,
  primary key (organisation, id),
  -- A job is named by what it makes, so that asking twice makes nothing twice.
  unique (organisation, kind, subject)
);
create index jobs_waiting on jobs (queued_at) where state = 'waiting' or state = 'running';

create table answers (
  organisation text not null,
  person text not null,
  key text not null,
  operation text not null,
  input text not null,
  output text,
  answered_at timestamptz not null,
  primary key (organisation, person, key)
);

create table audit_entries (
  organisation text not null references organisations,
  position bigint not null,
  entry text not null,
  primary key (organisation, position)
);

do $$
declare
  name text;
begin
  foreach name in array array['organisations', 'people', 'sessions', 'sign_in_failures', 'tokens', 'vettings', 'dossier_touches',
    'requests', 'rulings', 'decisions', 'jobs', 'answers', 'audit_entries'] loop
    execute format('alter table %I enable row level security', name);
    -- The owner of a table is not above its rows.
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
  end loop;
end $$;

-- A worker takes the next job of anybody; what it then does, it does within that job's organisation.
create policy worker_sees_jobs on jobs using (current_setting('weighbridge.worker', true) = 'on');

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only ever added', tg_table_name;
end $$;

create trigger only_added before update or delete on vettings for each row execute function refuse_change();
create trigger only_added before update or delete on rulings for each row execute function refuse_change();
create trigger only_added before update or delete on decisions for each row execute function refuse_change();
create trigger only_added before update or delete on audit_entries for each row execute function refuse_change();
