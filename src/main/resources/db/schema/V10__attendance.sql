-- Room: attendance. Who was there: the door and its devices, every fact they report, head counts, what did not fit together.

-- A link by which helpers without an account open the door of one session. Its secret is a seal of its id: nothing of it is kept.
create table door_invitation (
    id         bigint      primary key,
    session_id bigint      not null references event_session,
    made_by    bigint      not null references account,    -- in whose name its phones report, as long as that account may
    made_at    timestamptz not null,
    expires_at timestamptz not null,    -- opens no further phone from then on
    ended_at   timestamptz,             -- its phones are shut out since
    version    int         not null
);
create index door_invitation_session on door_invitation (session_id);

-- A phone at the door, which works without a network, too. Opened by somebody who is signed in or was invited, good for one session.
create table door_device (
    id            bigint      primary key,
    session_id    bigint      not null references event_session,
    secret_hash   text        not null unique,
    phone_mark    text,                                 -- digest of what the phone is known by in all sessions; null: unknown
    called        text        not null default '' check (char_length(called) <= 40),    -- the name both sides show
    invitation_id bigint      references door_invitation,    -- null: whoever opened it was signed in
    opened_by     bigint      not null references account,
    opened_at     timestamptz not null,
    expires_at    timestamptz not null,                 -- its list is gone then; what it reports later is marked as late
    seen_at       timestamptz not null,                 -- when it last reported
    clock_off     int         not null default 0,       -- seconds by which its clock was behind ours when it last reported
    clock_told_at timestamptz,                          -- staff were told that its clock is wrong: once
    revoked_at    timestamptz,                          -- shut out; null: may report
    records_at    timestamptz,                          -- shut out, but what it had not sent is taken since
    seal_key      text        check (char_length(seal_key) <= 64),    -- under which the phone sealed that; only we have it
    version       int         not null,
    constraint door_phone_once_invited unique (invitation_id, phone_mark),
    check (records_at is null or revoked_at is not null)
);
create index door_device_session on door_device (session_id);
create index door_device_phone on door_device (phone_mark);

-- 出席: this person was there. 延べ counts these rows, 実人数 the persons in them.
create table attendance (
    id              bigint      primary key,
    session_id      bigint      not null references event_session,
    person_id       bigint      not null references person,
    registration_id bigint      references registration,    -- null: came without one
    role            text        not null,                   -- AttendanceRole
    source          text        not null default 'SCAN' check (source in ('SCAN', 'WALK_IN', 'PAPER', 'IMPORT')),
    companions      int         not null default 0 check (companions between 0 and 200),    -- persons who came along
    companion_kinds text,                                   -- as in registration
    checked_in_at   timestamptz not null,                   -- the first time, also when it was taken back and given again
    undone_at       timestamptz,                            -- taken back; null: was there
    recorded_by     bigint      references account,
    version         int         not null,
    constraint present_once unique (session_id, person_id),
    check (case when companion_kinds is null then companions = 0 else companions = companions_in(companion_kinds) end)
);
create index attendance_person on attendance (person_id);
create index attendance_companions on attendance (session_id) where companions > 0;

-- Every reading of a ticket, also the refused ones, and whatever else was said at the door: a scan is a fact, its validity a judgement.
create table scan (
    id              bigint      primary key,
    session_id      bigint      not null references event_session,
    registration_id bigint      references registration,
    kind            text        not null default 'SCAN'
        check (kind in ('SCAN', 'UNDO', 'WALK_IN', 'PAPER', 'COMPANIONS', 'IMPORT')),
    nonce           text        not null,    -- names the fact: repeated, it changes nothing
    outcome         text        not null,    -- ScanOutcome
    attendance_id   bigint      references attendance,    -- what it made or changed
    answered        text,                                 -- what the device told the person; null: it asked us
    force_asked     boolean     not null default false,   -- the person at the door let them in all the same
    overrode        text,                                 -- the refusal that was overridden
    device_id       bigint      references door_device,
    device_time     timestamptz,                          -- as the device said; scanned_at is when we received it
    scanned_at      timestamptz not null,
    late            boolean     not null default false,   -- reported when the device's time was over
    recorded_by     bigint      references account,
    -- A nonce names a fact within its own session: what was said at another door is unknown here.
    constraint scan_nonce unique (session_id, nonce)
);
create index scan_session on scan (session_id, id);
create index scan_device on scan (device_id);

-- What two devices, or a device and the lists, did not agree about: staff look at it.
create table door_conflict (
    id         bigint      primary key,
    session_id bigint      not null references event_session,
    scan_id    bigint      not null unique references scan,
    -- MISMATCH: the number that was read is not the person's who was named. FROZEN: the year was approved, and a rule was in the way.
    -- IMPOSSIBLE: a phone showed as done what we could not keep.
    kind       text        not null check (kind in
        ('LET_IN_TWICE', 'CANCELLED', 'OTHER_SESSION', 'WAITING', 'NOT_OPEN', 'CLOCK', 'MISMATCH', 'FROZEN', 'IMPOSSIBLE')),
    said       text        not null default '' check (char_length(said) <= 300),    -- of what was impossible; goes after 30 days
    raised_at  timestamptz not null,
    settled_at timestamptz,                                                         -- null: waits for staff
    settled_by bigint      references account,
    clock_off  int,                                                                 -- of CLOCK: seconds by which it was behind ours
    note       text        not null default '' check (char_length(note) <= 500),
    version    int         not null
);
create index door_conflict_session on door_conflict (session_id) where settled_at is null;

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

-- 頭数 by pressing a button; each press is a fact, their sum the head count of its role.
create table door_click (
    id          bigint      primary key,
    session_id  bigint      not null references event_session,
    nonce       text        not null,
    role        text        not null,
    delta       int         not null check (delta between -50 and 50 and delta <> 0),    -- persons
    device_id   bigint      references door_device,
    device_time timestamptz not null,
    received_at timestamptz not null,
    late        boolean     not null default false,                                -- as of a scan
    constraint door_click_nonce unique (session_id, nonce)
);
create index door_click_session on door_click (session_id, role);

-- What the report of an event and the answers to its questions said when it was closed: numbers only, nobody's name and nobody's words. Added at
-- each closing; the newest is what is shown as long as the event is closed.
create table event_closing (
    event_id  bigint      not null references event,
    closed_at timestamptz not null,
    figures   jsonb       not null,    -- ClosedFigures
    primary key (event_id, closed_at)
);

-- Who was at an event of the plan, as its page shows it to everybody: put together every night (decision 0056).
create table public_presence (
    event_id bigint primary key references event on delete cascade,
    heads    jsonb,              -- [{role, persons, sources}]; null: no head count
    recorded int,                -- one by one at the door or on a list, with who came along; null: nobody was
    people   int    not null,    -- both together
    as_of    date   not null     -- the night it was put together, in Japan
);
