#!/usr/bin/env bash
# Run once by the database's image: the portal's two users (docs/operation.md).
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v owner="$(cat /run/secrets/TSUNAGU_DB_OWNER_PASSWORD)" -v portal="$(cat /run/secrets/TSUNAGU_DB_PASSWORD)" \
  -U postgres -d postgres <<'SQL'
create role tsunagu_owner login password :'owner';
create role tsunagu login password :'portal';
create database tsunagu owner tsunagu_owner;
revoke temporary on database tsunagu from public;
SQL
