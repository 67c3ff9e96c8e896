-- Who is told what was done. What they are told is read from the audit log, whose positions come one after the other: a
-- number given out before its transaction ends would let a reader pass an act that is not there yet.

create table webhooks (
  organisation text not null references organisations,
  id text not null,
  url text not null,
  kinds text[] not null,
  secret text not null,
  created_at timestamptz not null,
  position bigint not null,
  failures integer not null,
  state text not null,
  next_at timestamptz not null,
  leased_until timestamptz,
  place bigint generated always as identity,
  primary key (organisation, id)
);
create index webhooks_due on webhooks (next_at) where state = 'active';

create table deliveries (
  organisation text not null,
  webhook text not null,
  position bigint not null,
  at timestamptz not null,
  status integer,
  failure text,
  place bigint generated always as identity,
  primary key (organisation, place),
  foreign key (organisation, webhook) references webhooks
);
create index deliveries_of on deliveries (organisation, webhook, place);

do $$
declare
  name text;
begin
  foreach name in array array['webhooks', 'deliveries'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
  end loop;
end $$;

-- A worker takes the next one that is due, of anybody; what it then does, it does within that organisation.
create policy worker_sees_webhooks on webhooks using (current_setting('weighbridge.worker', true) = 'on');
