-- Whoever found it is asked whether it is gone.
alter table obligations add column rule text;

-- Which request asks for an admission anew, and because of what.
create table renewals (
  organisation text not null,
  request text not null,
  cause text not null,
  renewal text not null,
  renewed_at timestamptz not null,
  primary key (organisation, request, cause),
  foreign key (organisation, request) references requests,
  foreign key (organisation, renewal) references requests
);

-- What went wrong with a model that was admitted. Who was made from it has it, too: that is found when it is asked.
create table incidents (
  organisation text not null,
  id text not null,
  request text not null,
  title text not null,
  state text not null,
  -- What we opened it for, so that we open it once; null where a person did.
  cause text,
  opened_by text not null,
  opened_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  place bigint generated always as identity,
  primary key (organisation, id),
  unique (organisation, request, cause),
  foreign key (organisation, request) references requests
);
create index incidents_of on incidents (organisation, request);

create table incident_notes (
  organisation text not null,
  incident text not null,
  noted_by text not null,
  text text not null,
  noted_at timestamptz not null,
  place bigint generated always as identity,
  primary key (organisation, place),
  foreign key (organisation, incident) references incidents
);
create index incident_notes_of on incident_notes (organisation, incident, place);

do $$
declare
  name text;
begin
  foreach name in array array['renewals', 'incidents', 'incident_notes'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
  end loop;
end $$;

create trigger only_added before update or delete on renewals for each row execute function refuse_change();
create trigger only_added before update or delete on incident_notes for each row execute function refuse_change();
