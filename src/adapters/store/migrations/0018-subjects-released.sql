-- What has no weights here is released too: a hosted model, a composite. A release rests on one of both.
alter table releases alter column request drop not null;
alter table releases add column subject text;
alter table releases add foreign key (organisation, subject) references subjects;
alter table releases add check (num_nonnulls(request, subject) = 1);
create index releases_resting_on_subject on releases (organisation, subject);
