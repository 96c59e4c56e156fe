-- Rooms: booth, meeting. What happens at a fair: visits at booths (訪問カード) and meetings by appointment (面談会).

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

-- 出展の申込み: a company asks for a booth at a fair that lets it. A company has at most one open request for an event.
create table booth_request (
    id         bigint      primary key,
    event_id   bigint      not null references event,
    company_id bigint      not null references company,
    words      text        not null default '' check (char_length(words) <= 500),    -- what staff should know
    state      text        not null check (state in ('ASKED', 'GIVEN', 'REFUSED', 'WITHDRAWN')),
    asked_at   timestamptz not null,
    decided_at timestamptz,
    why        text        not null default '' check (char_length(why) <= 500),      -- as the company was told, when it was refused
    version    int         not null,
    check ((state = 'ASKED') = (decided_at is null))
);
create unique index one_open_booth_request on booth_request (event_id, company_id) where state = 'ASKED';
create index booth_request_company on booth_request (company_id);

-- 面談会: at an event, people and companies say whom they want to meet; who meets whom and when is computed, and every run is kept.
-- Slots and panels are numbered from 0.
create table meeting_round (
    id           bigint      primary key,
    event_id     bigint      not null unique references event,
    session_id   bigint      not null references event_session,
    first_at     timestamptz not null,                                    -- beginning of slot 0
    minutes      int         not null check (minutes between 5 and 120),  -- of a slot
    pause        int         not null check (pause between 0 and 60),     -- minutes between two slots
    slots        int         not null check (slots between 1 and 40),
    most         int         not null check (most between 1 and 40),      -- meetings of one person
    closes_at    timestamptz not null,                                    -- until when wishes are taken
    seed         text        not null,          -- of the lottery: its digest is public before, itself after the run
    published_at timestamptz,                   -- null: the timetable is not public yet
    version      int         not null
);

-- Who takes part, by a number that tells nothing.
create table meeting_seeker (
    round_id  bigint      not null references meeting_round,
    person_id bigint      not null references person,
    number    int         not null,
    away      int[]       not null default '{}',    -- slots in which they are away
    wished_at timestamptz not null default now(),   -- since when the companies they named see their name
    left_at   timestamptz,
    primary key (round_id, person_id),
    unique (round_id, number)
);

-- Whom they want to meet, in the order of place.
create table meeting_wish (
    round_id   bigint not null,
    person_id  bigint not null,
    place      int    not null,
    company_id bigint not null references company,
    primary key (round_id, person_id, place),
    unique (round_id, person_id, company_id),
    foreign key (round_id, person_id) references meeting_seeker on delete cascade
);

-- What a company said.
create table meeting_table (
    round_id   bigint      not null references meeting_round,
    company_id bigint      not null references company,
    panels     int         not null default 1 check (panels between 1 and 20),    -- conversations at the same time
    most       int         check (most between 0 and 400),                        -- meetings; null: as many as there are slots
    closed     int[]       not null default '{}',                                 -- slots in which it has a break
    roles      text[]      not null default '{}',                                 -- of registration it meets; empty: all
    left_at    timestamptz,
    primary key (round_id, company_id)
);

-- Whom a company wants to meet, in the order of place.
create table meeting_favour (
    round_id   bigint not null references meeting_round,
    company_id bigint not null references company,
    place      int    not null,
    number     int    not null,       -- meeting_seeker.number
    primary key (round_id, company_id, place),
    unique (round_id, company_id, number)
);

-- What came out. Published ones stay where they are; a change is another run.
create table meeting (
    round_id   bigint not null references meeting_round,
    number     int    not null,       -- meeting_seeker.number
    company_id bigint not null references company,
    slot       int    not null,
    panel      int    not null,
    primary key (round_id, number, company_id),
    unique (round_id, number, slot),
    unique (round_id, company_id, panel, slot)
);

-- Every run of the allocation, with the certificate by which anybody can compute it again. Only ever added.
create table meeting_run (
    id          bigint      primary key,
    round_id    bigint      not null references meeting_round,
    kind        text        not null check (kind in ('RUN', 'CHANGE')),
    certificate text        not null,          -- JSON, exactly as it was hashed
    hash        text        not null,
    made_at     timestamptz not null
);
