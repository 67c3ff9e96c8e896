-- A ruling on an opening counts for what was read: the level, to whom, under which terms, and the papers by their digests. What
-- was ruled before says nothing of that, and is ruled again. Whoever ruled may rule again once a paper has changed.
alter table publication_rulings add column reading text not null default 'unknown';
alter table publication_rulings alter column reading drop default;
alter table publication_rulings drop constraint publication_rulings_pkey;
alter table publication_rulings add primary key (organisation, publication, proposed_at, person, reading);
