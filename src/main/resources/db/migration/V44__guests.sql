-- Guests prove their mailbox: until the link in the letter was opened, the seat is held and no longer than proof_until.
alter table registration
    add column proof_until   timestamptz,                       -- null: nothing to prove, or proven
    add column mail_proven   boolean not null default false,    -- whoever has the address's letters confirmed
    add column by_token      boolean not null default false,    -- a guest: the ticket's address alone is the key
    add column origin        text,                              -- sealed network of who asked, for 30 days: to tell machines
    add column open_seconds  int;                               -- how long the form was open before it was sent
select set_config('tsunagu.actor', 'system:migration', true);
update registration set by_token = guest_email is not null;
create index registration_unproven on registration (proof_until) where proof_until is not null;
create index registration_origin on registration (origin, created_at) where origin is not null;

-- What an organiser asks of people who register; an event without a row has the ordinary rules.
create table event_intake_rule (
    event_id      bigint  primary key references event,
    proof         boolean not null default true,                     -- guests confirm by the letter's link
    most_seats    int     check (most_seats between 1 and 1000),     -- with one registration; null: as many as there are
    most_sessions int     check (most_sessions between 1 and 60),    -- of the event, for one address or person; null: all
    version       int     not null
);
create trigger audit after insert or update or delete on event_intake_rule
    for each row execute function audit_change('event_id');
