-- What somebody would loosen on a channel, as JSON, until somebody else says so too.
alter table channels add column loosening text;
