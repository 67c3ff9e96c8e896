-- What an authenticator app and the server both know of somebody.

create table second_factors (
  organisation text not null,
  person text not null,
  secret bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null,
  recovery text[] not null,
  primary key (organisation, person),
  foreign key (organisation, person) references people
);

do $$
declare
  name text;
begin
  foreach name in array array['second_factors'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
  end loop;
end $$;
