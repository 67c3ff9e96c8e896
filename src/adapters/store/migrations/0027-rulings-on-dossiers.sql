-- A ruling on a request counts for the dossier that was read. So far a request had one; whoever ruled may rule again once it has
-- another. While the rows of every organisation are filled, row-level security does not bind the owner of these two tables.
alter table rulings add column dossier text;
alter table rulings no force row level security;
alter table requests no force row level security;
alter table rulings disable trigger only_added;
update rulings set dossier = requests.dossier
  from requests where requests.organisation = rulings.organisation and requests.id = rulings.request;
alter table rulings enable trigger only_added;
alter table rulings force row level security;
alter table requests force row level security;
alter table rulings alter column dossier set not null;
alter table rulings drop constraint rulings_pkey;
alter table rulings add primary key (organisation, request, person, dossier);
