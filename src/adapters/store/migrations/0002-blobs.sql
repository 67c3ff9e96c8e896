-- A dossier's document lies in its row, or where it is large, in the store of blobs, under its digest.

alter table vettings alter column document drop not null;
alter table vettings add column blob text;
alter table vettings add column blob_size bigint;
alter table vettings add constraint one_place check ((document is null) <> (blob is null) and (blob is null) = (blob_size is null));
