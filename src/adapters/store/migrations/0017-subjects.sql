-- What is admitted besides weights: hosted models, images, and what is composed of admitted parts.

create table subjects (
  organisation text not null references organisations,
  id text not null,
  subject text not null,
  digest text not null,
  use_text text not null,
  owner text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null,
  revoked text,
  place bigint generated always as identity,
  primary key (organisation, id),
  foreign key (organisation, owner) references people,
  foreign key (organisation, requested_by) references people
);

create table subject_rulings (
  organisation text not null,
  subject text not null,
  person text not null,
  role text not null,
  ruling text not null,
  reason text not null,
  ruled_at timestamptz not null,
  place bigint generated always as identity,
  primary key (organisation, subject, person),
  foreign key (organisation, subject) references subjects
);

create table subject_decisions (
  organisation text not null,
  subject text not null,
  envelope text not null,
  decided_at timestamptz not null,
  primary key (organisation, subject),
  foreign key (organisation, subject) references subjects
);

do $$
declare
  name text;
begin
  foreach name in array array['subjects', 'subject_rulings', 'subject_decisions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
  end loop;
  foreach name in array array['subject_rulings', 'subject_decisions'] loop
    execute format('create trigger only_added before update or delete on %I for each row execute function refuse_change()', name);
  end loop;
end $$;
