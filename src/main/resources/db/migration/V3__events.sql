create table event (
    id           bigint      primary key,
    code         text        not null unique,
    programme_id text        references programme,   -- null: feeds no figure
    type         text        not null check (type in (
        'GUIDANCE', 'JOINT_BRIEFING', 'COMPANY_TOUR', 'SEMINAR', 'WORK_EXPERIENCE', 'SCHOOL_VISIT', 'OUTSIDE_FAIR',
        'COMPANY_EXCHANGE', 'OTHER')),
    title        text        not null check (char_length(title) between 1 and 200),
    description  text        not null default '' check (char_length(description) <= 4000),
    state        text        not null check (state in ('DRAFT', 'PUBLISHED', 'CANCELLED')),
    -- companies that took part, as the organiser reported them; null: not recorded
    companies    int         check (companies >= 0),
    -- what staff should know beside the numbers, for instance how a date was read from a paper
    note         text        not null default '',
    published_at timestamptz,
    version      int         not null,
    check (state <> 'PUBLISHED' or published_at is not null)
);
create index event_programme on event (programme_id);

-- One meeting of an event. Old papers sometimes name only the month or the fiscal year: the missing day stays missing.
create table event_session (
    id          bigint      primary key,
    event_id    bigint      not null references event,
    number      int         not null check (number >= 1),
    title       text        not null default '' check (char_length(title) <= 100),
    known_to    text        not null check (known_to in ('TIME', 'DAY', 'MONTH', 'FISCAL_YEAR')),
    held_on     date,          -- for MONTH the first day of that month
    starts_at   timestamptz,
    ends_at     timestamptz,
    fiscal_year int         not null,
    place       text        not null default '' check (char_length(place) <= 200),
    online_url  text        not null default '' check (char_length(online_url) <= 500),
    capacity    int         check (capacity > 0),   -- null: no limit
    taken       int         not null default 0 check (taken >= 0),
    outcome     text        not null check (outcome in ('PLANNED', 'HELD', 'NOT_HELD')),
    version     int         not null,
    unique (event_id, number),
    constraint seats_within_capacity check (capacity is null or taken <= capacity),
    check ((known_to = 'FISCAL_YEAR') = (held_on is null)),
    check ((known_to = 'TIME') = (starts_at is not null)),
    check ((known_to = 'TIME') = (ends_at is not null)),
    check (ends_at > starts_at),
    -- 年度 follows the day, and the day is the one in Japan
    check (held_on is null or fiscal_year = extract(year from held_on - interval '3 months')),
    check (starts_at is null or (starts_at at time zone 'Asia/Tokyo')::date = held_on)
);
create index event_session_day on event_session (held_on);
create index event_session_year on event_session (fiscal_year, event_id);

-- Who this session is for, in the sense of the figures: companies' and city staff in the hall are present, not counted.
create table session_counted_role (
    session_id bigint not null references event_session,
    role       text   not null,
    primary key (session_id, role)
);

create table registration (
    id           bigint      primary key,
    session_id   bigint      not null references event_session,
    person_id    bigint      not null references person,
    role         text        not null,
    state        text        not null check (state in ('CONFIRMED', 'CANCELLED')),
    ticket_token text        not null unique,   -- 128 random bits: whoever has it holds the ticket
    short_code   text        not null,          -- eight digits to read aloud, told apart within its session
    created_at   timestamptz not null,
    cancelled_at timestamptz,
    version      int         not null,
    unique (session_id, short_code)
);
create unique index one_live_registration on registration (session_id, person_id) where state = 'CONFIRMED';
create index registration_person on registration (person_id);

-- 出席: this person was there. 延べ counts these rows, 実人数 the persons in them.
create table attendance (
    id              bigint      primary key,
    session_id      bigint      not null references event_session,
    person_id       bigint      not null references person,
    registration_id bigint      references registration,
    role            text        not null,
    checked_in_at   timestamptz not null,
    recorded_by     bigint      references account,
    version         int         not null,
    constraint present_once unique (session_id, person_id)
);
create index attendance_person on attendance (person_id);

-- Every reading of a ticket, also the refused ones: a scan is a fact, its validity a judgement.
create table scan (
    id              bigint      primary key,
    session_id      bigint      not null references event_session,
    registration_id bigint      references registration,
    nonce           text        not null unique,
    outcome         text        not null,
    scanned_at      timestamptz not null,
    recorded_by     bigint      references account
);
create index scan_session on scan (session_id, id);

-- 頭数: people without an account, counted by role. Zero is a statement; no row means nobody counted.
create table head_count (
    id          bigint      primary key,
    session_id  bigint      not null references event_session,
    role        text        not null,
    persons     int         not null check (persons >= 0),
    -- of whom not already counted at an earlier session of the same event; 実人数 adds these
    new_persons int         not null check (new_persons >= 0),
    source      text        not null check (source <> ''),
    recorded_at timestamptz not null,
    recorded_by bigint      references account,
    version     int         not null,
    constraint counted_once unique (session_id, role),
    check (new_persons <= persons)
);

create trigger audit after insert or update or delete on event
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on event_session
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on session_counted_role
    for each row execute function audit_change('session_id');
create trigger audit after insert or update or delete on registration
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on attendance
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on head_count
    for each row execute function audit_change('id');
