#!/bin/sh
# Runs once, when the database is made. The role is no superuser, since row-level security keeps organisations apart.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$WEIGHBRIDGE_DATABASE_PASSWORD" --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
create role weighbridge login nosuperuser nobypassrls password :'password';
create database weighbridge owner weighbridge;
SQL
