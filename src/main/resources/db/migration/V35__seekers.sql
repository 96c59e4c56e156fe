-- What a person says of himself, in small steps, each for one purpose (consent). Never read by companies.
create table seeker_profile (
    person_id  bigint      primary key references person,
    born       date        check (extract(day from born) = 1),   -- the month of birth: only whether somebody is 18
    stage      text        check (stage in ('JUNIOR_HIGH', 'HIGH_SCHOOL', 'UNIVERSITY', 'KOSEN', 'JUNIOR_COLLEGE', 'GRADUATED', 'WORKING',
                                            'SEEKING', 'GUARDIAN', 'TEACHER', 'OTHER')),
    changed_at timestamptz not null
);
create table seeker_wish (
    person_id bigint not null references person,
    wish      text   not null,
    value     text   not null check (char_length(value) <= 40),
    primary key (person_id, wish, value)
);
-- How much a wish weighs, moved by the person; without a row the usual weight.
create table seeker_weight (
    person_id bigint  not null references person,
    wish      text    not null,
    weight    int     not null check (weight between 0 and 5),
    must      boolean not null,
    primary key (person_id, wish)
);
-- The address of a private calendar; only its digest is kept.
create table calendar_key (
    person_id bigint      primary key references person,
    digest    text        not null unique,
    made_at   timestamptz not null
);
-- That something changed, and by whom; what it says stays out of the trail, which is never deleted.
create function audit_quietly() returns trigger language plpgsql as $$
begin
    if nullif(current_setting('tsunagu.actor', true), '') is null then
        raise exception 'change of % without a named actor', tg_table_name using errcode = 'TS001';
    end if;
    insert into audit_entry (actor, reason, table_name, row_id, action)
    values (current_setting('tsunagu.actor', true), nullif(current_setting('tsunagu.reason', true), ''), tg_table_name,
            (case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end) ->> tg_argv[0], tg_op);
    return null;
end $$;
create trigger audit after insert or update or delete on seeker_profile for each row execute function audit_quietly('person_id');
create trigger audit after insert or delete on calendar_key for each row execute function audit_quietly('person_id');
create index consent_person on consent (person_id, purpose);
