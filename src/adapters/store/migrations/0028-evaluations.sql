-- Evaluators run on what somebody asked for. What a job needs not every worker has: only one that has all of it takes the job.
alter table jobs add column needs text[] not null default '{}';

create table evaluations (
  organisation text not null,
  id text not null,
  request text not null,
  evaluators text not null,
  state text not null,
  dossier_before text not null,
  dossier text,
  outcome text,
  failure text,
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  place bigint generated always as identity,
  primary key (organisation, id),
  foreign key (organisation, request) references requests,
  foreign key (organisation, started_by) references people
);
create index evaluations_of on evaluations (organisation, request, place desc);
-- Of two that ran at once, the second would undo what the first found.
create unique index one_evaluation on evaluations (organisation, request) where state = 'running';

alter table evaluations enable row level security;
alter table evaluations force row level security;
create policy own_organisation on evaluations using (organisation = current_setting('weighbridge.organisation', true));
