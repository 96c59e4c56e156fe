-- Ids of all rows. 50 at a time, because EclipseLink takes blocks of 50 that end at the value it read.
create sequence tsunagu_seq start with 50 increment by 50;

-- Who changed what, when, why. Written by triggers in the transaction of the change itself, so that no code path can
-- forget it; a change without a named actor is refused.
create table audit_entry (
    id         bigint generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    actor      text        not null,
    reason     text,
    table_name text        not null,
    row_id     text        not null,
    action     text        not null check (action in ('INSERT', 'UPDATE', 'DELETE')),
    before     jsonb,
    after      jsonb
);
create index audit_entry_row on audit_entry (table_name, row_id, id);

create function audit_change() returns trigger language plpgsql as $$
declare
    acting text := nullif(current_setting('tsunagu.actor', true), '');
    old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
    new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
begin
    if acting is null then
        raise exception 'change of % without a named actor', tg_table_name using errcode = 'TS001';
    end if;
    -- Secrets and addresses never reach the trail: a ticket in the audit would be a ticket, and it is never deleted.
    old_row := old_row - array['ticket_token', 'short_code', 'password_hash', 'email'];
    new_row := new_row - array['ticket_token', 'short_code', 'password_hash', 'email'];
    -- Counters and versions move with every registration; the registration itself is in the trail.
    if tg_op = 'UPDATE' and old_row - array['version', 'taken'] = new_row - array['version', 'taken'] then
        return null;
    end if;
    insert into audit_entry (actor, reason, table_name, row_id, action, before, after)
    values (acting, nullif(current_setting('tsunagu.reason', true), ''), tg_table_name,
            coalesce(new_row, old_row) ->> tg_argv[0], tg_op, old_row, new_row);
    return null;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'TS002';
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_entry_no_truncate before truncate on audit_entry
    for each statement execute function refuse_change();

-- A person as figures count people: outlives the account and loses the name when the person asks for deletion.
create table person (
    id         bigint      primary key,
    name       text        check (char_length(name) between 1 and 100),
    created_at timestamptz not null,
    version    int         not null
);

create table account (
    id            bigint      primary key,
    person_id     bigint      not null references person,
    email         text        not null check (char_length(email) <= 254),
    password_hash text        not null,
    state         text        not null check (state in ('ACTIVE', 'DISABLED')),
    -- raised at every change of password, state or roles: sessions opened before it end
    epoch         int         not null default 0,
    created_at    timestamptz not null,
    version       int         not null
);
create unique index account_email on account (lower(email));

create table account_role (
    account_id bigint not null references account,
    role       text   not null check (role in ('SEEKER', 'COMPANY', 'STAFF', 'DOOR', 'COMMITTEE', 'ADMINISTRATOR')),
    primary key (account_id, role)
);

-- Which text a person agreed to, and when (個人情報保護法 62条: the purpose is stated when data are taken).
create table consent (
    id           bigint      primary key,
    person_id    bigint      not null references person,
    purpose      text        not null,
    text_version text        not null,
    given_at     timestamptz not null,
    withdrawn_at timestamptz
);

create trigger audit after insert or update or delete on account
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on account_role
    for each row execute function audit_change('account_id');
