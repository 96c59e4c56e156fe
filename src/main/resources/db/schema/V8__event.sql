-- Rooms: event, question. Events and their sessions as staff write them, what is asked of people, files, exhibitors.

create table event (
    id            bigint      primary key,
    code          text        not null unique,
    programme_id  text        references programme,   -- null: feeds no figure
    type          text        not null check (type in (
        'GUIDANCE', 'JOINT_BRIEFING', 'COMPANY_TOUR', 'SEMINAR', 'WORK_EXPERIENCE', 'SCHOOL_VISIT', 'OUTSIDE_FAIR',
        'COMPANY_EXCHANGE', 'OTHER')),
    title         text        not null check (char_length(title) between 1 and 200),
    description   text        not null default '' check (char_length(description) <= 4000),
    series        text        not null default '' check (char_length(series) <= 100),    -- シリーズ; '': belongs to none
    area          text,                                -- null: outside the list, or online only
    access        text        not null default '' check (char_length(access) <= 1000),   -- how to get there
    bring         text        not null default '' check (char_length(bring) <= 1000),    -- 持ち物
    fee           int         check (fee between 0 and 1000000),   -- 参加費 in yen; null: not said as one number
    fee_words     text        not null default '' check (char_length(fee_words) <= 200),   -- what is said beside it
    course        boolean     not null default false,   -- 通しの講座: one registration takes a seat at every session (view seat)
    state         text        not null check (state in ('DRAFT', 'PUBLISHED', 'CANCELLED')),
    published_at  timestamptz,
    cancelled_at  timestamptz,
    cancelled_why text        not null default '' check (char_length(cancelled_why) <= 500),
    booths_until  date,                                -- companies may ask for a booth to the end of this day; null: they cannot
    closed_at     timestamptz,                         -- its door is shut and its report final since; null: is worked with
    companies     int         check (companies >= 0),  -- that took part, as the organiser reported them; null: not recorded
    keeper_id     bigint      references account,       -- 担当: who of the staff looks after it; null: nobody has said so
    note          text        not null default '',     -- what staff should know beside the numbers, e.g. how a date was read from a paper
    version       int         not null,
    check (state <> 'PUBLISHED' or published_at is not null),
    check (closed_at is null or state = 'PUBLISHED')
);
create index event_programme on event (programme_id);
create index event_series on event (series) where series <> '';

-- One meeting of an event. Old papers sometimes name only the month or the fiscal year: the missing day stays missing.
create table event_session (
    id               bigint      primary key,
    event_id         bigint      not null references event,
    number           int         not null check (number >= 1),
    title            text        not null default '' check (char_length(title) <= 100),
    known_to         text        not null check (known_to in ('TIME', 'DAY', 'MONTH', 'FISCAL_YEAR')),
    held_on          date,                                      -- in Japan; for MONTH the first day of that month
    starts_at        timestamptz,
    ends_at          timestamptz,
    fiscal_year      int         not null,
    place            text        not null default '' check (char_length(place) <= 200),
    itinerary        text        not null default '' check (char_length(itinerary) <= 2000),    -- 行程 of a tour: a stop a line
    online_url       text        not null default '' check (char_length(online_url) <= 500),    -- '': only at the place
    sequence         int         not null default 0,            -- SEQUENCE of RFC 5545: rises when day, time or place change
    revised_at       timestamptz,                               -- when it rose last; null: never
    capacity         int         check (capacity > 0),          -- seats; null: no limit
    taken            int         not null default 0 check (taken >= 0),    -- seats; moved by SeatCounter only
    beyond           int         not null default 0 check (beyond >= 0),   -- of these, seats staff gave beyond the capacity, with a reason
    -- 受付: from when to when people may ask for a seat, and how seats are given.
    intake           text        not null default 'FIRST_COME' check (intake in ('FIRST_COME', 'APPROVAL', 'LOTTERY')),
    intake_opens_at  timestamptz,                               -- null: from publication
    intake_closes_at timestamptz,                               -- null: until the session begins
    -- 抽選: the number is made when the session is written and kept secret until the draw; its SHA-256 is public from the beginning.
    lottery_seed     text,
    drawn_at         timestamptz,
    outcome          text        not null check (outcome in ('PLANNED', 'HELD', 'NOT_HELD')),
    off_why          text        not null default '' check (char_length(off_why) <= 500),    -- why this one of several was called off
    version          int         not null,
    unique (event_id, number),
    constraint seats_within_capacity check (capacity is null or taken <= capacity + beyond),
    check ((known_to = 'FISCAL_YEAR') = (held_on is null)),
    check ((known_to = 'TIME') = (starts_at is not null)),
    check ((known_to = 'TIME') = (ends_at is not null)),
    check (ends_at > starts_at),
    -- 年度 follows the day, and the day is the one in Japan
    check (held_on is null or fiscal_year = extract(year from held_on - interval '3 months')),
    check (starts_at is null or (starts_at at time zone 'Asia/Tokyo')::date = held_on),
    check (intake_closes_at > intake_opens_at),
    check (intake <> 'LOTTERY' or intake_closes_at is not null)
);
create index event_session_day on event_session (held_on);
create index event_session_year on event_session (fiscal_year, event_id);

-- Who this session is for, in the sense of the figures: companies' and city staff in the hall are present, not counted.
create table session_counted_role (
    session_id bigint not null references event_session,
    role       text   not null,    -- AttendanceRole
    primary key (session_id, role)
);

-- 区分ごとの定員, within the session's own. Counted from the registrations under the session's row lock: no counter to drift.
create table session_limit (
    session_id bigint not null references event_session,
    role       text   not null,
    capacity   int    not null check (capacity between 0 and 100000),    -- seats
    primary key (session_id, role)
);

-- What an organiser asks of people who register; an event without a row has the ordinary rules.
create table event_intake_rule (
    event_id      bigint  primary key references event,
    proof         boolean not null default true,                     -- guests confirm by the letter's link
    audience_only boolean not null default false,                    -- nobody registers without one of the session's counted roles
    most_seats    int     check (most_seats between 1 and 1000),     -- with one registration; null: as many as there are
    most_sessions int     check (most_sessions between 1 and 60),    -- of the event, for one address or person; null: all
    version       int     not null
);

-- Who has a booth.
create table event_exhibitor (
    event_id   bigint not null references event,
    company_id bigint not null references company,
    booth      text   not null default '' check (char_length(booth) <= 20),     -- 'A-1'
    staff      text   not null default '' check (char_length(staff) <= 200),    -- who stands at it
    primary key (event_id, company_id)
);
create index event_exhibitor_company on event_exhibitor (company_id);

-- Firms and bodies without an entry in the register that have a booth.
create table event_outside_exhibitor (
    event_id bigint not null references event,
    name     text   not null check (char_length(name) between 1 and 200),
    booth    text   not null default '' check (char_length(booth) <= 20),
    staff    text   not null default '' check (char_length(staff) <= 200),      -- who stands at it
    contact  sealed_text not null,    -- whom to reach and where, for the organiser only; '' sealed: nothing was stated
    mail     sealed_text not null,    -- '' sealed: is told nothing by letter
    primary key (event_id, name)
);

-- 配布資料
create table event_file (
    id       bigint      primary key,
    event_id bigint      not null references event,
    name     text        not null check (char_length(name) between 1 and 120),
    type     text        not null,    -- media type
    content  bytea       not null,
    added_at timestamptz not null,
    version  int         not null
);
create index event_file_event on event_file (event_id);

-- 申込者に聞くこと: asked when registering, at the door, or afterwards (アンケート). The answers are with the registrations.
create table event_question (
    id            bigint      primary key,
    event_id      bigint      not null references event,
    number        int         not null,    -- in this order
    moment        text        not null check (moment in ('REGISTRATION', 'DOOR', 'AFTERWARDS')),
    kind          text        not null check (kind in ('TEXT', 'NUMBER', 'ONE', 'SOME')),    -- ONE, SOME: of the options
    text          text        not null check (char_length(text) between 1 and 200),
    options       text        not null default '',              -- of a choice, a line each
    required      boolean     not null default false,
    role          text,                                         -- asked of these only; null: of everybody
    depends_on    bigint      references event_question,        -- asked only when that one was answered with depends_value
    depends_value text        not null default '',
    withdrawn_at  timestamptz,                                  -- not asked any more; what was answered stays
    version       int         not null,
    check (kind not in ('ONE', 'SOME') or options ~ E'.\\n.'),
    check ((depends_on is null) = (depends_value = ''))
);
create index event_question_event on event_question (event_id);
