-- Refusals of different things are told apart: a line says on what, and repeats are counted on the same thing.
delete from refusals;
alter table refusals add column about text not null default '';
alter table refusals drop constraint refusals_pkey;
alter table refusals add primary key (organisation, actor, operation, code, about);
