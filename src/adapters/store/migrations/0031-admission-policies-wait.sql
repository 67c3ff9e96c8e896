-- A version of a policy that requesters may name waits for a second person too: one for each name, and one for each other kind, at a time.
alter table house_policy_loosenings drop constraint house_policy_loosenings_kind_check;
alter table house_policy_loosenings drop constraint house_policy_loosenings_organisation_kind_key;
alter table house_policy_loosenings add check (kind in ('AdmissionPolicy', 'PolicyChoice', 'OpennessPolicy'));
alter table house_policy_loosenings add unique (organisation, digest);
