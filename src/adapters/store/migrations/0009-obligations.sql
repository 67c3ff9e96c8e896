-- What admissions leave to somebody: findings that are still there, and duties; and who answers for one until when.

create table obligations (
  organisation text not null,
  id text not null,
  request text not null,
  kind text not null,
  target text not null,
  text text not null,
  severity text,
  owner text not null,
  due text not null check (due ~ '^\d{4}-\d{2}-\d{2}$'),
  state text not null,
  told text not null,
  consequence text,
  inherited_from text,
  opened_at timestamptz not null,
  closing text,
  place bigint generated always as identity,
  primary key (organisation, id),
  unique (organisation, request, kind, target),
  foreign key (organisation, request) references requests,
  foreign key (organisation, inherited_from) references requests,
  foreign key (organisation, owner) references people
);
create index obligations_due on obligations (organisation, due) where state in ('open', 'accepted');

create table waivers (
  organisation text not null,
  obligation text not null,
  waived_by text not null,
  until text not null,
  waived_at timestamptz not null,
  envelope text not null,
  place bigint generated always as identity,
  primary key (organisation, place),
  foreign key (organisation, obligation) references obligations,
  foreign key (organisation, waived_by) references people
);
create index waivers_of on waivers (organisation, obligation, place desc);

-- What somebody is to be told by mail; a row goes when its mail has gone out.
create table mails (
  organisation text not null,
  id text not null,
  person text not null,
  subject text not null,
  body text not null,
  queued_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, person) references people
);

do $$
declare
  name text;
begin
  foreach name in array array['obligations', 'waivers', 'mails'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
  end loop;
end $$;

create trigger only_added before update or delete on waivers for each row execute function refuse_change();

-- Whatever is done for every organisation at its time is queued by any worker.
create policy worker_sees_organisations on organisations for select using (current_setting('weighbridge.worker', true) = 'on');
