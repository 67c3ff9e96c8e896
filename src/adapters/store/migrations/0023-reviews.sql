-- Whom the policy asks to rule, as JSON; null for whoever may.
alter table requests add column review_text text;
