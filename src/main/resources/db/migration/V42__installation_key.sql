-- What the portal signs (forms of visitors, known devices) is signed under this key; made at the first use, the same for all nodes.
create table installation_key (
    only_row boolean primary key default true check (only_row),
    secret   bytea   not null check (octet_length(secret) = 32)
);
