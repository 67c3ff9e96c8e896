-- A house's own policies, the choice among them, and what its levels of openness ask. Versions are only ever added.
create table house_policies (
  organisation text not null references organisations,
  digest text not null,
  kind text not null check (kind in ('AdmissionPolicy', 'PolicyChoice', 'OpennessPolicy')),
  name text not null,
  version integer not null,
  text text not null,
  resolved text not null,
  put_by text not null,
  put_at timestamptz not null,
  place bigint generated always as identity,
  primary key (organisation, digest),
  unique (organisation, kind, name, version),
  foreign key (organisation, put_by) references people
);

create table house_policy_withdrawals (
  organisation text not null,
  digest text not null,
  withdrawn_by text not null,
  withdrawn_at timestamptz not null,
  reason text not null,
  primary key (organisation, digest),
  foreign key (organisation, digest) references house_policies,
  foreign key (organisation, withdrawn_by) references people
);

do $$
declare
  name text;
begin
  foreach name in array array['house_policies', 'house_policy_withdrawals'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
    execute format('create trigger only_added before update or delete on %I for each row execute function refuse_change()', name);
  end loop;
end $$;

-- Which version of its policy a request is ruled under; null for what was asked before anybody wrote it down.
alter table requests add column policy_digest text;
