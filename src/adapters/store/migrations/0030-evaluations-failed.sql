-- Which of its evaluators said that the model failed.
alter table evaluations add column said_failed text not null default '[]';
