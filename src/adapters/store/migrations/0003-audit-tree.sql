-- The audit log as a Merkle tree (RFC 6962). Beside each entry stand the hashes that it completed: its own, then of every
-- subtree that ends with it, 32 bytes each. With them any proof is a handful of rows, and the next entry is one insert.

create table audit_nodes (
  organisation text not null,
  position bigint not null,
  hashes bytea not null,
  primary key (organisation, position),
  foreign key (organisation, position) references audit_entries
);

-- What is needed to add the next entry. Its row is locked by whoever adds, so that the log never forks.
create table audit_heads (
  organisation text primary key references organisations,
  -- The log's name in its checkpoints; it stays when keys change.
  origin text not null,
  size bigint not null,
  peaks bytea not null
);

-- What the log said of itself, signed: it is held to it.
create table audit_checkpoints (
  organisation text not null references organisations,
  size bigint not null,
  note text not null,
  made_at timestamptz not null,
  primary key (organisation, size)
);

create table audit_cosignatures (
  organisation text not null,
  size bigint not null,
  witness text not null,
  line text not null,
  signed_at timestamptz not null,
  primary key (organisation, size, witness),
  foreign key (organisation, size) references audit_checkpoints
);

-- Texts about a person stand in entries under that person's key alone; without it they are noise, and the hashes hold.
create table person_keys (
  organisation text not null,
  person text not null,
  key bytea not null,
  primary key (organisation, person),
  foreign key (organisation, person) references people
);

do $$
declare
  name text;
begin
  foreach name in array array['audit_nodes', 'audit_heads', 'audit_checkpoints', 'audit_cosignatures', 'person_keys'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I using (organisation = current_setting(''weighbridge.organisation'', true))', name);
  end loop;
end $$;

create trigger only_added before update or delete on audit_nodes for each row execute function refuse_change();
create trigger only_added before update or delete on audit_checkpoints for each row execute function refuse_change();
create trigger only_added before update or delete on audit_cosignatures for each row execute function refuse_change();
