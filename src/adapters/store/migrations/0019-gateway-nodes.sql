-- The gateways that serve channels, and what each says it serves: a row is one gateway's own word, renewed every two seconds.

create table gateway_nodes (
  organisation text not null references organisations,
  name text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  channels text not null,
  primary key (organisation, name)
);

alter table gateway_nodes enable row level security;
alter table gateway_nodes force row level security;
create policy own_organisation on gateway_nodes using (organisation = current_setting('weighbridge.organisation', true));
