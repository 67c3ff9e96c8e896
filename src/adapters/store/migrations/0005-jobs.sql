-- Jobs that are tried again later, and tell how far they are.
alter table jobs add column not_before timestamptz;
alter table jobs add column progress text;
