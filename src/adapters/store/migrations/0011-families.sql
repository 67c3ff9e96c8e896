-- Families begin to be used: who moves a baseline, and forks that are proposed.

alter table families add column baseline_rule text not null default '{"role":"security","people":2}';
alter table families alter column baseline_rule drop default;
alter table families drop column baseline;
alter table families add column baseline text;
-- The baseline is a version of the family itself.
alter table families add foreign key (organisation, name, baseline) references family_versions (organisation, family, version);
alter table family_versions add unique (organisation, family, request);
create index family_versions_by_place on family_versions (organisation, family, place desc);

create table baseline_voices (
  organisation text not null,
  family text not null,
  version text not null,
  person text not null,
  reason text not null,
  said_at timestamptz not null,
  -- With this one there were enough: the baseline changed.
  sets boolean not null,
  place bigint generated always as identity,
  primary key (organisation, place),
  foreign key (organisation, family, version) references family_versions,
  foreign key (organisation, person) references people
);

create table contributions (
  organisation text not null,
  request text not null,
  family text not null,
  version text not null,
  fork_of text not null,
  place bigint generated always as identity,
  primary key (organisation, request),
  foreign key (organisation, request) references requests,
  foreign key (organisation, family, fork_of) references family_versions (organisation, family, version)
);

do $$
declare
  name text;
begin
  foreach name in array array['baseline_voices', 'contributions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
    execute format('create trigger only_added before update or delete on %I for each row execute function refuse_change()', name);
  end loop;
end $$;
