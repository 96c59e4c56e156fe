-- 計画: 基本方針 > 戦略 > 推進事業. A programme's id is stable; its number is re-issued each fiscal year.
create table policy (
    no   int  primary key,
    name text not null
);
create table strategy (
    no        int  primary key,
    policy_no int  not null references policy,
    name      text not null
);
create table programme (
    id          text primary key,
    strategy_no int  not null references strategy,
    name        text not null,
    summary     text not null default ''
);
create table programme_number (
    programme_id text not null references programme,
    fiscal_year  int  not null,
    number       int,
    code         text,
    primary key (programme_id, fiscal_year)
);

-- 評価指標
create table measure (
    id           bigint primary key,
    programme_id text   not null references programme,
    code         text   not null,
    label        text   not null,
    unit         text   not null,
    position     int    not null,
    unique (programme_id, code)
);

-- How a measure is counted, from a fiscal year on. An old year keeps the definition that was in force for it.
create table measure_definition (
    id          bigint primary key,
    measure_id  bigint not null references measure,
    from_year   int    not null,
    counting    text   not null check (counting in (
        'SESSIONS_HELD', 'EVENTS_HELD', 'ATTENDANCE_TOTAL', 'PERSONS_DISTINCT', 'COMPANIES_DISTINCT', 'BOOTH_VISITORS',
        'COMPANIES_NEW', 'PLACEMENTS', 'GRANT_CASES', 'GRANT_COMPANIES', 'GRANT_HOUSEHOLDS', 'GRANT_SINGLES',
        'GRANT_PERSONS', 'MANUAL')),
    -- RECORDS: the actual is computed from the portal's own records; REPORTED: it is entered with a source
    basis       text   not null check (basis in ('RECORDS', 'REPORTED')),
    event_types text[],   -- null: every type
    event_codes text[],   -- null: every event of the programme
    roles       text[],   -- null: the roles each session says it counts
    unique (measure_id, from_year)
);

-- 目標. A changed target is a new revision with its reason, never an overwrite.
create table target (
    id          bigint      primary key,
    measure_id  bigint      not null references measure,
    fiscal_year int         not null,
    revision    int         not null check (revision >= 1),
    value       numeric     not null check (value >= 0),
    reason      text        not null,
    set_at      timestamptz not null,
    unique (measure_id, fiscal_year, revision)
);

-- An actual that was entered by hand, with where it comes from.
create table reported_figure (
    id          bigint      primary key,
    measure_id  bigint      not null references measure,
    fiscal_year int         not null,
    revision    int         not null check (revision >= 1),
    value       numeric     not null check (value >= 0),
    source      text        not null check (source <> ''),
    reported_at timestamptz not null,
    unique (measure_id, fiscal_year, revision)
);

-- What is to be said beside a year's figures of a measure, above all where the paper itself is unclear.
create table figure_note (
    measure_id  bigint not null references measure,
    fiscal_year int    not null,
    confidence  text   not null check (confidence in ('certain', 'corrected', 'doubtful')),
    note        text   not null,
    primary key (measure_id, fiscal_year),
    check (confidence = 'certain' or note <> '')
);

create table evaluation (
    programme_id text not null references programme,
    fiscal_year  int  not null,
    document     text not null,
    grade        text check (grade in ('A', 'B', 'C', 'D')),
    direction    text not null,
    primary key (programme_id, fiscal_year, document)
);

-- 計画の指標 and 戦略の指標
create table indicator (
    id             bigint  primary key,
    level          text    not null check (level in ('plan', 'strategy')),
    policy_no      int     references policy,
    strategy_no    int     references strategy,
    position       int     not null unique,
    number         int,
    name           text    not null,
    unit           text    not null,
    accumulation   text    not null check (accumulation in ('stock', 'annual', 'rate', 'cumulative')),
    direction      text    not null check (direction in ('at_least', 'at_most', 'keep')),
    base_value     numeric,
    base_year      int,
    target_value   numeric not null,
    target_year    int     not null,
    latest_actual  numeric,
    observed_year  int,
    note           text    not null default '',
    check (num_nonnulls(policy_no, strategy_no) = 1),
    check ((latest_actual is null) = (observed_year is null))
);

create trigger audit after insert or update or delete on measure
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on measure_definition
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on target
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on reported_figure
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on figure_note
    for each row execute function audit_change('measure_id');
create trigger audit after insert or update or delete on evaluation
    for each row execute function audit_change('programme_id');
create trigger audit after insert or update or delete on indicator
    for each row execute function audit_change('id');
