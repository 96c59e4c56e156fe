-- 面談会: at an event, people and companies say whom they want to meet; who meets whom and when is computed, and every run is kept.
create table meeting_round (
    id           bigint      primary key,
    event_id     bigint      not null unique references event,
    session_id   bigint      not null references event_session,
    first_at     timestamptz not null,
    minutes      int         not null check (minutes between 5 and 120),
    pause        int         not null check (pause between 0 and 60),     -- minutes between two slots
    slots        int         not null check (slots between 1 and 40),
    most         int         not null check (most between 1 and 40),      -- meetings of one person
    closes_at    timestamptz not null,                                    -- until when wishes are taken
    seed         text        not null,          -- of the lottery: its digest is public before, itself after the run
    published_at timestamptz,
    version      int         not null
);
create trigger audit after insert or update or delete on meeting_round
    for each row execute function audit_change('id');
-- Who takes part, by a number that tells nothing; slots (from 0) in which he is away.
create table meeting_seeker (
    round_id  bigint not null references meeting_round,
    person_id bigint not null references person,
    number    int    not null,
    away      int[]  not null default '{}',
    wished_at timestamptz not null default now(),   -- since when the companies he named see his name
    left_at   timestamptz,
    primary key (round_id, person_id),
    unique (round_id, number)
);
create table meeting_wish (
    round_id   bigint not null,
    person_id  bigint not null,
    place      int    not null,
    company_id bigint not null references company,
    primary key (round_id, person_id, place),
    unique (round_id, person_id, company_id),
    foreign key (round_id, person_id) references meeting_seeker on delete cascade
);
-- What a company said: panels, breaks, how many at most, which roles of registration it meets (none: all).
create table meeting_table (
    round_id   bigint not null references meeting_round,
    company_id bigint not null references company,
    panels     int    not null default 1 check (panels between 1 and 20),
    most       int    check (most between 0 and 400),
    closed     int[]  not null default '{}',
    roles      text[] not null default '{}',
    left_at    timestamptz,
    primary key (round_id, company_id)
);
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
    number     int    not null,
    company_id bigint not null references company,
    slot       int    not null,
    panel      int    not null,
    primary key (round_id, number, company_id),
    unique (round_id, number, slot),
    unique (round_id, company_id, panel, slot)
);
create table meeting_run (
    id          bigint      primary key,
    round_id    bigint      not null references meeting_round,
    kind        text        not null check (kind in ('RUN', 'CHANGE')),
    certificate text        not null,          -- JSON, exactly as it was hashed
    hash        text        not null,
    made_at     timestamptz not null
);
create trigger no_change before update or delete on meeting_run for each row execute function refuse_change();
-- Whom somebody wants to meet is nobody's business afterwards: the trail says that something changed, not what.
create trigger audit after insert or update or delete on meeting_seeker for each row execute function audit_quietly('round_id');
create trigger audit after insert or update or delete on meeting_table for each row execute function audit_quietly('round_id');
create trigger audit after insert or delete on meeting for each row execute function audit_quietly('round_id');
