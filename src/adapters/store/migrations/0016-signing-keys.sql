-- The keys that the server signs with: public halves, which every organisation may see and the first one keeps.

create table signing_keys (
  organisation text not null references organisations,
  key_id text not null,
  public_key text not null,
  made_at timestamptz,
  reason text,
  ended_at timestamptz,
  place bigint generated always as identity,
  primary key (key_id),
  check ((reason is null) = (ended_at is null))
);

alter table signing_keys enable row level security;
alter table signing_keys force row level security;
create policy own_organisation on signing_keys using (organisation = current_setting('weighbridge.organisation', true));
create policy everybody_sees on signing_keys for select using (true);
