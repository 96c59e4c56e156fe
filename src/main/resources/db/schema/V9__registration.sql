-- Rooms: registration, question. Who has a seat at a session, or a place in the line for one.

-- Kinds of people who come along are written "PUPIL:28 TEACHER:1", in the row they belong to: so they are in its trail, and closed with it.
-- All of them together; the rows' checks ask it, and so it is here and not among what is edited in place.
create function companions_in(kinds text) returns int language sql immutable parallel safe as
$$ select coalesce(sum(split_part(each, ':', 2)::int), 0)::int from string_to_table(kinds, ' ') as each $$;

create table registration (
    id             bigint      primary key,
    session_id     bigint      not null references event_session,
    event_id       bigint      not null references event,   -- of the session; filled by a trigger (R__04)
    person_id      bigint      not null references person,
    role           text        not null,                    -- AttendanceRole: as whom they come
    -- CONFIRMED has a seat; WAITING in the line; OFFERED a seat that is held until offer_until, LAPSED when nobody took it; APPLIED for
    -- a seat that staff give or a lottery draws, REFUSED when it was not given.
    state          text        not null
        check (state in ('CONFIRMED', 'CANCELLED', 'WAITING', 'OFFERED', 'LAPSED', 'APPLIED', 'REFUSED')),
    -- 同伴者・引率: one registration for several people: a mother with two children, a teacher with a class. They have seats and are
    -- counted, in roles of their own; nothing else is known of them.
    companions     int         not null default 0 check (companions between 0 and 200),
    companion_kinds text       check (companion_kinds ~ '^[A-Z_]+:[1-9][0-9]*( [A-Z_]+:[1-9][0-9]*)*$'),
    -- 学級: which class they are; "" for all others. The telephone, null for none, is taken away after thirty days.
    school_name    text        not null default '' check (char_length(school_name) <= 100),
    class_name     text        not null default '' check (char_length(class_name) <= 50),
    day_telephone  sealed_text,                             -- where the class is reached on the day
    ticket_token   text        not null unique,             -- 128 random bits: whoever has it holds the ticket
    short_code     text        not null,                    -- eight digits to read aloud, told apart within its event
    language       text        not null default 'ja' check (language in ('ja', 'easy', 'en')),    -- of letters to a guest; an account has its own
    by_token       boolean     not null default false,      -- a guest: the ticket's address alone is the key
    guest_email    sealed_text,                             -- null: has an account, or none was asked for
    guest_email_key mark,
    -- Guests prove their mailbox: until the link in the letter was opened, the seat is held and no longer than proof_until.
    proof_until    timestamptz,                             -- null: nothing to prove, or proven
    mail_proven    boolean     not null default false,      -- whoever has the address's letters confirmed
    origin         text,                                    -- sealed network of who asked, for 30 days: to tell machines
    open_seconds   int,                                     -- how long the form was open before it was sent
    offer_until    timestamptz,
    lot            int,                                     -- 抽選番号, from 1 in its session
    line_place     int,                                     -- drawn place in the line; null: after those, as they came
    channel        text        check (channel in ('TELEPHONE', 'FAX', 'COUNTER', 'OTHER')),    -- entered by staff; null: by the person
    beyond_why     text        check (char_length(beyond_why) between 1 and 500),    -- a seat beyond the limits or the line; null: an ordinary one
    created_at     timestamptz not null,
    cancelled_at   timestamptz,
    version        int         not null,
    -- At the door of one session tickets of the event's other ones are read, too: one number there is one person.
    constraint code_in_event unique (event_id, short_code),
    check ((state = 'OFFERED') = (offer_until is not null)),
    check (case when companion_kinds is null then companions = 0 else companions = companions_in(companion_kinds) end),
    check ((guest_email is null) = (guest_email_key is null)),
    check (school_name <> '' or (class_name = '' and day_telephone is null))
);
create unique index one_live_registration on registration (session_id, person_id)
    where state in ('CONFIRMED', 'WAITING', 'OFFERED', 'APPLIED');
create unique index one_live_guest on registration (session_id, guest_email_key)
    where guest_email_key is not null and state in ('CONFIRMED', 'WAITING', 'OFFERED', 'APPLIED');
create unique index one_lot on registration (session_id, lot) where lot is not null;
create index registration_person on registration (person_id);
create index registration_waiting on registration (session_id, id) where state in ('WAITING', 'OFFERED');
-- Who registered before with the same address is looked for at every registration without an account.
create index registration_guest on registration (guest_email_key) where guest_email_key is not null;
create index registration_unproven on registration (proof_until) where proof_until is not null;
create index registration_origin on registration (origin, created_at) where origin is not null;

-- 引率する学級の名簿: names of those who come along, where the school gives them; no more than names.
create table companion_name (
    registration_id bigint not null references registration,
    number          int    not null,
    name            text   not null check (char_length(name) between 1 and 100),
    primary key (registration_id, number)
);

-- What staff write down about a registration, and the labels they sort by. Not in the trail, which is never deleted: both are about a
-- person and go when the person asks for deletion.
create table registration_note (
    id              bigint      primary key,
    registration_id bigint      not null references registration,
    words           text        not null check (char_length(words) between 1 and 1000),
    written_at      timestamptz not null,
    written_by      bigint      references account    -- null: the system
);
create index registration_note_of on registration_note (registration_id, id);

create table registration_tag (
    registration_id bigint not null references registration,
    tag             text   not null check (char_length(tag) between 1 and 30),
    primary key (registration_id, tag)
);

-- What somebody who registered answered.
create table event_answer (
    id              bigint      primary key,
    question_id     bigint      not null references event_question,
    registration_id bigint      not null references registration,
    value           text        not null check (char_length(value) between 1 and 1000),   -- several choices: a line each
    answered_at     timestamptz not null,
    version         int         not null,
    unique (question_id, registration_id)
);
create index event_answer_registration on event_answer (registration_id);
