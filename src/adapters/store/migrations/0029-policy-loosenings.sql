-- What would loosen the choice among policies, or what levels of openness ask, until somebody else says so too: one of a kind at a time.
create table house_policy_loosenings (
  organisation text not null,
  id text not null,
  kind text not null check (kind in ('PolicyChoice', 'OpennessPolicy')),
  digest text not null,
  act text not null check (act in ('put', 'withdraw')),
  reason text,
  asked_by text not null,
  asked_at timestamptz not null,
  primary key (organisation, id),
  unique (organisation, kind),
  foreign key (organisation, digest) references house_policies,
  foreign key (organisation, asked_by) references people
);

alter table house_policy_loosenings enable row level security;
alter table house_policy_loosenings force row level security;
create policy own_organisation on house_policy_loosenings using (organisation = current_setting('weighbridge.organisation', true));
