-- Room: evaluation. Approved years: 確定した実績, 差分 and the lock (docs/decisions/0017-official-figures.md). What reads and guards these
-- tables is in R__06_official.sql.

-- 確定した実績, as a chain: each entry holds the hash of the one before, and its own hash is that of its content. Only ever added.
create table official_record (
    seq          bigint      primary key,
    kind         text        not null check (kind in ('APPROVAL', 'REOPENING', 'YEAR', 'EXCEPTION', 'REVOCATION', 'DIFFERENCES')),
    programme_id text        references programme,     -- null: the whole year
    fiscal_year  int         not null,
    content      text        not null,     -- JSON, exactly as it was hashed
    previous     text        not null,     -- hash of seq - 1; 64 zeros for the first
    hash         text        not null unique,
    decided_at   timestamptz not null,
    decided_by   bigint      references account,
    key_id       text        references seal_key,    -- null: the server had no key
    signature    text,       -- Ed25519, base64; of the text "official <seq> <hash>"
    -- A year that was closed stays closed when one programme of it is opened again: its indicators keep their lock. To open them too,
    -- the year itself is opened again, which is an entry of its own.
    constraint official_record_about
        check (case kind when 'YEAR' then programme_id is null when 'REOPENING' then true else programme_id is not null end)
);
create index official_record_programme on official_record (programme_id, fiscal_year, seq);

-- What an approval froze of a measure, in a form that can be asked: target, reported actual and definition, as they were then.
create table approved_figure (
    seq             bigint  not null references official_record deferrable initially deferred,
    measure_id      bigint  not null references measure,
    fiscal_year     int     not null,
    target          numeric,
    target_revision int,
    reported        numeric,
    source          text,
    counting        text    not null,
    basis           text    not null,
    direction       text    not null,
    definition_from int,
    dated_by        text,
    primary key (seq, measure_id)
);

-- The rows of figure_row an approval froze. They are copied first and the record is made of the copies, so that both are the same
-- moment's.
create table approved_row (
    seq             bigint  not null references official_record deferrable initially deferred,
    measure_id      bigint  not null references measure,
    fiscal_year     int     not null,
    kind            text    not null,
    event_id        bigint,
    session_id      bigint,
    person_id       bigint,     -- a number without a name once the person had it deleted
    role            text,
    quantity        numeric not null,
    grant_id        bigint,
    placement_id    bigint,
    company_id      bigint,
    monthly_id      bigint,
    consultation_id bigint
);
create index approved_row_measure on approved_row (measure_id, fiscal_year, seq);

-- 差分: what is another one now than when it was approved: rows, and what was entered by hand (TARGET, REPORTED).
create type figure_difference as (
    measure_id bigint, kind text, event_id bigint, session_id bigint, person_id bigint, role text, grant_id bigint, placement_id bigint,
    company_id bigint, monthly_id bigint, consultation_id bigint,
    frozen numeric,    -- null: was not there when it was approved
    live numeric       -- null: is not there any more
);

-- A difference keeps its number: what was said of 差分 3 in a meeting is found under 3 afterwards. One that is no more keeps it too,
-- with the day it ended; one that changes again ends and gets a new number.
create table numbered_difference (
    seq             bigint      not null references official_record,    -- of the approval
    number          int         not null,
    programme_id    text        not null references programme,
    measure_id      bigint      not null references measure,
    fiscal_year     int         not null,
    kind            text        not null,
    event_id        bigint,
    session_id      bigint,
    person_id       bigint,
    role            text,
    grant_id        bigint,
    placement_id    bigint,
    company_id      bigint,
    monthly_id      bigint,
    consultation_id bigint,
    frozen          numeric,
    live            numeric,
    found_at        timestamptz not null default now(),
    ended_at        timestamptz,    -- null: is a difference still
    primary key (seq, number)
);

-- Which entries of the chain tell that a difference was found, and that it ended.
create table difference_in_record (
    approval bigint not null,
    number   int    not null,
    what     text   not null check (what in ('FOUND', 'ENDED')),
    record   bigint not null references official_record,
    primary key (approval, number, what),
    foreign key (approval, number) references numbered_difference
);

-- The lock: what staff enter by hand for an approved year stays as it was, unless an exception was made, which is listed and
-- can be taken back. Facts (a late scan, an undo, a merge, a deletion) are always kept; they are differences.
create table lock_exception (
    id           bigint      primary key,
    programme_id text        not null references programme,
    fiscal_year  int         not null,
    reason       text        not null check (char_length(reason) between 1 and 500),
    made_by      bigint      references account,
    made_at      timestamptz not null,
    revoked_at   timestamptz,    -- null: holds
    granted_in   bigint      not null references official_record,
    version      int         not null
);
