-- Refusals of the last minute, so that a flood of them is one line of the log with a count.
create table refusals (
  organisation text not null,
  actor text not null,
  operation text not null,
  code text not null,
  since timestamptz not null,
  folded integer not null,
  primary key (organisation, actor, operation, code)
);
alter table refusals enable row level security;
alter table refusals force row level security;
create policy own_organisation on refusals using (organisation = current_setting('weighbridge.organisation', true));
