-- 訪問カード: who was at which booth, and whether the company may know who it was.
create table booth_visit (
    id              bigint      primary key,
    event_id        bigint      not null references event,
    company_id      bigint      not null references company,
    registration_id bigint      not null references registration,
    person_id       bigint      not null references person,
    visited_at      timestamptz not null,
    by_company      boolean     not null,     -- the company read the ticket; otherwise the visitor said so
    consented_at    timestamptz,              -- the company may see name and address; null: it may not (any more)
    version         int         not null,
    constraint one_visit unique (event_id, company_id, person_id)
);
create index booth_visit_company on booth_visit (company_id, event_id);
create index booth_visit_registration on booth_visit (registration_id);

create function audit_visit() returns trigger language plpgsql as $$
begin
    if nullif(current_setting('tsunagu.actor', true), '') is null then
        raise exception 'change of % without a named actor', tg_table_name using errcode = 'TS001';
    end if;
    insert into audit_entry (actor, reason, table_name, row_id, action, before, after)
    values (current_setting('tsunagu.actor', true), nullif(current_setting('tsunagu.reason', true), ''), tg_table_name,
            coalesce(new.id, old.id)::text, tg_op,
            case when tg_op = 'INSERT' then null else jsonb_build_object('consented_at', old.consented_at) end,
            case when tg_op = 'DELETE' then null
                 else jsonb_build_object('consented_at', new.consented_at, 'event_id', new.event_id, 'company_id', new.company_id) end);
    return null;
end $$;
create trigger audit after insert or update or delete on booth_visit
    for each row execute function audit_visit();
