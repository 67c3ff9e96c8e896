-- Who of ours is who at an identity provider: by issuer and subject, never by an address.

create table identities (
  organisation text not null,
  issuer text not null,
  subject text not null,
  person text not null,
  linked_at timestamptz not null,
  primary key (organisation, issuer, subject),
  foreign key (organisation, person) references people
);
create index identities_of on identities (organisation, person);

alter table identities enable row level security;
alter table identities force row level security;
create policy own_organisation on identities using (organisation = current_setting('weighbridge.organisation', true));
