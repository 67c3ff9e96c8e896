-- Models of ours: how far each is out, to whom, under which terms, and who said so.

create table publications (
  organisation text not null,
  id text not null,
  request text not null,
  owner text not null,
  level text not null,
  audience text,
  terms text,
  proposal text,
  withdrawn text,
  opened_by text not null,
  opened_at timestamptz not null,
  place bigint generated always as identity,
  primary key (organisation, id),
  unique (organisation, request),
  foreign key (organisation, request) references decisions,
  foreign key (organisation, owner) references people
);

create table publication_papers (
  organisation text not null,
  publication text not null,
  kind text not null,
  digest text not null,
  summary text not null,
  person text not null,
  attached_at timestamptz not null,
  place bigint generated always as identity,
  primary key (organisation, place),
  foreign key (organisation, publication) references publications
);

create table publication_rulings (
  organisation text not null,
  publication text not null,
  proposed_at timestamptz not null,
  person text not null,
  role text not null,
  ruling text not null,
  reason text not null,
  ruled_at timestamptz not null,
  place bigint generated always as identity,
  primary key (organisation, publication, proposed_at, person),
  foreign key (organisation, publication) references publications
);

create table publication_statements (
  organisation text not null,
  publication text not null,
  envelope text not null,
  stated_at timestamptz not null,
  place bigint generated always as identity,
  primary key (organisation, place),
  foreign key (organisation, publication) references publications
);

do $$
declare
  name text;
begin
  foreach name in array array['publications', 'publication_papers', 'publication_rulings', 'publication_statements'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
  end loop;
  foreach name in array array['publication_papers', 'publication_rulings', 'publication_statements'] loop
    execute format('create trigger only_added before update or delete on %I for each row execute function refuse_change()', name);
  end loop;
end $$;
