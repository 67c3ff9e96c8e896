-- A decision is taken back because of the model, or because the key that signed it counts no more. Only the former speaks
-- against the same bytes when they are asked for again.
alter table revocations add column about text not null default 'model' check (about in ('model', 'signature'));
