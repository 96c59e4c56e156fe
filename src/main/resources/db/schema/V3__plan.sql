-- Room: plan. 計画: 基本方針 > 戦略 > 推進事業, what is measured of a programme, and what is known of it year by year.
-- A fiscal year (年度) is the year its 1 April is in. The views that count are in R__05_figures.sql.

-- The city's plans, one after the other; no year is in two of them.
create table plan (
    first_year int  primary key check (first_year between 2019 and 2099),
    last_year  int  not null check (last_year between first_year and 2099),
    name       text not null check (char_length(name) between 1 and 100),
    constraint plan_years exclude using gist (int4range(first_year, last_year, '[]') with &&)
);

-- 基本方針
create table policy (
    no     int  primary key,    -- through all plans
    number int,                 -- as printed: each plan begins with 1; null: its no
    name   text not null
);

-- 戦略
create table strategy (
    no        int  primary key,
    policy_no int  not null references policy,
    number    int,    -- as printed; null: its no
    name      text not null
);

-- 推進事業. The id is stable; the number is issued anew each fiscal year.
create table programme (
    id          text primary key,
    strategy_no int  not null references strategy,
    name        text not null,
    summary     text not null default ''
);

-- The number of a programme in the papers of a year.
create table programme_number (
    programme_id text not null references programme,
    fiscal_year  int  not null,
    number       int,     -- through all programmes; null: the paper gives none
    code         text check (code ~ '^[0-9]{1,4}(-[0-9]{1,4})*$'),    -- policy, strategy and place within it: '1-2-3'
    strategy_no  int  references strategy,    -- of the year, where it is another one than the programme's own
    primary key (programme_id, fiscal_year)
);

-- What the papers of a year say of a programme beside its number.
create table programme_year (
    programme_id text    not null references programme,
    fiscal_year  int     not null,
    name         text    check (char_length(name) between 1 and 200),    -- from this year on; null: as before
    added        boolean not null default false,                         -- 【新規】: begins in this year
    remark       text    not null default '' check (char_length(remark) <= 500),    -- 備考 of the year's plan
    primary key (programme_id, fiscal_year)
);

-- A programme that a year's plan names without saying to which strategy it belongs: printed, and counted nowhere.
create table unplaced_programme (
    fiscal_year int  not null,
    name        text not null,
    remark      text not null,    -- 備考
    note        text not null,    -- why it has no place
    primary key (fiscal_year, name)
);

-- 評価指標 of a programme.
create table measure (
    id           bigint primary key,
    programme_id text   not null references programme,
    code         text   not null,
    label        text   not null,    -- as printed
    unit         text   not null,    -- 人, 回, 社 …
    position     int    not null,    -- in the order of the papers
    unique (programme_id, code)
);

-- How a measure is counted, from a fiscal year on. An old year keeps the definition that was in force for it.
create table measure_definition (
    id          bigint      primary key,
    measure_id  bigint      not null references measure,
    from_year   int         not null,
    counting    text        not null check (counting in (
        'SESSIONS_HELD', 'EVENTS_HELD', 'ATTENDANCE_TOTAL', 'PERSONS_DISTINCT', 'COMPANIES_DISTINCT', 'BOOTH_VISITORS',
        'BOOTH_VISITS', 'COMPANIES_NEW', 'COMPANIES_REGISTERED', 'COMPANIES_EVER', 'PLACEMENTS', 'GRANT_CASES', 'GRANT_COMPANIES',
        'GRANT_HOUSEHOLDS', 'GRANT_SINGLES', 'GRANT_PERSONS', 'GRANT_AMOUNT', 'MONTHLY_CONSULTATIONS', 'MONTHLY_REGISTRANTS',
        'MONTHLY_PLACED', 'CONSULTATIONS_KEPT', 'INTERNS', 'MANUAL')),
    -- RECORDS: the actual is computed from the portal's own records; REPORTED: it is entered with a source
    basis       text        not null check (basis in ('RECORDS', 'REPORTED')),
    event_types text[],     -- null: every type
    event_codes text[],     -- null: every event of the programme
    roles       text[],     -- null: the roles each session says it counts
    -- どの日で年度を決めるか, where a record has more than one: the first day of work or the day both sides agreed on; the first or the
    -- last day of a run. Null: the usual one, the first named here.
    dated_by    text        check (dated_by in ('FIRST_DAY', 'AGREED', 'START', 'END')),
    direction   text        not null default 'HIGHER' check (direction in ('HIGHER', 'LOWER', 'KEEP')),    -- which way is good
    reason      text        not null default '' check (char_length(reason) <= 500),    -- why it was changed; '': as shipped
    entered_at  timestamptz,                                                           -- null: as shipped
    entered_by  bigint      references account,
    unique (measure_id, from_year)
);

-- Which definition holds for a measure in a year: made of measure_definition by a trigger and by nothing else, so that roll-ups are
-- planned with statistics. With a view in its place a million attendances took minutes. The columns are those of the definition.
create table measure_year (
    measure_id   bigint not null references measure,
    programme_id text   not null references programme,
    fiscal_year  int    not null,    -- 2019 to 2099
    counting     text   not null,
    basis        text   not null,
    event_types  text[],
    event_codes  text[],
    roles        text[],
    direction    text   not null,
    from_year    int    not null,
    dated_by     text,
    primary key (measure_id, fiscal_year)
);
create index measure_year_programme on measure_year (programme_id, fiscal_year);

-- 目標. A changed target is a new revision with its reason, never an overwrite.
create table target (
    id          bigint      primary key,
    measure_id  bigint      not null references measure,
    fiscal_year int         not null,
    basis       text        not null default '' check (char_length(basis) <= 30),    -- '': the city's own; 国の交付金KPI beside it
    revision    int         not null check (revision >= 1),                          -- the highest holds
    value       numeric     check (value >= 0),    -- in the measure's unit; null: taken back, there is no target
    reason      text        not null,
    set_at      timestamptz not null,
    unique (measure_id, fiscal_year, basis, revision)
);

-- An actual that was entered by hand, with where it comes from.
create table reported_figure (
    id          bigint      primary key,
    measure_id  bigint      not null references measure,
    fiscal_year int         not null,
    revision    int         not null check (revision >= 1),    -- the highest holds
    value       numeric     check (value >= 0),    -- in the measure's unit; null: taken back, which is not zero
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

-- 計画の指標 (level plan, of a policy) and 戦略の指標 (level strategy).
create table indicator (
    id           bigint  primary key,
    code         text    not null,    -- 'plan-1'
    level        text    not null check (level in ('plan', 'strategy')),
    policy_no    int     references policy,
    strategy_no  int     references strategy,
    position     int     not null unique,    -- in the order of the papers
    number       int,                        -- as printed; null: without one
    name         text    not null,
    unit         text    not null,
    -- stock: as it is at the end of the year; annual: of the year alone; rate: a share; cumulative: since the plan's first year
    accumulation text    not null check (accumulation in ('stock', 'annual', 'rate', 'cumulative')),
    direction    text    not null check (direction in ('at_least', 'at_most', 'keep')),    -- which way is good
    base_value   numeric,             -- 現状; null: the paper gives none
    base_year    int,
    target_value numeric not null,
    target_year  int     not null,
    method       text    not null default '' check (char_length(method) <= 300),    -- 現状把握の方法; '': the papers name none
    explanation  text    not null default '' check (char_length(explanation) <= 500),    -- 説明, as 資料3 prints it
    -- 現況 of 資料3 where it is another one than the plan's own, with the period as printed; null: the same
    printed_base numeric,
    printed_base_period text not null default '',
    note         text    not null default '',    -- how the numbers are to be read; never printed
    constraint indicator_code unique (code),
    check (num_nonnulls(policy_no, strategy_no) = 1)
);

-- An outside statistic, with the period it describes, the year in which it was reported, and its source. A figure for R3 reported in R5
-- is normal. Only ever added.
create table indicator_value (
    id            bigint      primary key,
    indicator_id  bigint      not null references indicator,
    fiscal_year   int         not null,                             -- reported in
    observed_year int         not null,                             -- describes
    revision      int         not null check (revision >= 1),       -- the highest holds
    value         numeric     not null check (value between 0 and 1000000000000),
    numerator     numeric     check (numerator >= 0),               -- of a rate; null: only the rate is known
    denominator   numeric     check (denominator > 0),
    source        text        not null check (char_length(source) between 1 and 500),
    entered_at    timestamptz not null,
    unique (indicator_id, fiscal_year, revision),
    check (observed_year <= fiscal_year),
    check ((numerator is null) = (denominator is null))
);

-- What the path to the target should have reached in a year, where it is not the straight line from base to target.
create table indicator_target (
    indicator_id bigint  not null references indicator,
    fiscal_year  int     not null,
    value        numeric not null check (value >= 0),
    reason       text    not null,
    primary key (indicator_id, fiscal_year)
);

-- A formula: the sum of these measures' actuals. Versioned by its first year, like a measure's definition.
create table indicator_formula (
    id           bigint      primary key,
    indicator_id bigint      not null references indicator,
    from_year    int         not null,
    measures     bigint[]    not null,    -- ids; empty: no formula from this year on
    reason       text        not null check (char_length(reason) between 1 and 500),
    entered_at   timestamptz not null,
    unique (indicator_id, from_year)
);

-- Kept totals. Whoever changes something that figures are made of leaves a note here, in the same transaction; a reader who
-- sees notes counts again what they name and takes exactly these notes away. A note that becomes visible later stays, so a kept
-- total is never older than what the reader sees. Adding a note waits for nobody: the door never queues for the plan.
create table figure_change (
    id           bigint generated always as identity primary key,
    programme_id text,    -- null: all
    fiscal_year  int      -- null: all
);

-- The sum of official_row for a measure's year, as of the last count; no row: not recorded, which is not 0.
create table figure_total (
    measure_id  bigint  not null references measure,
    fiscal_year int     not null,
    total       numeric not null,
    primary key (measure_id, fiscal_year)
);

-- What the public sees of a year that is not approved: put together every night, so that nobody can tell by the minute who came
-- (decision 0056). The rows are those it opens to, those of few people together.
create table public_figure (
    measure_id  bigint  not null references measure,
    fiscal_year int     not null,
    total       numeric not null,
    people      numeric not null,    -- how many people its rows tell about; 0: it is not about people
    as_of       date    not null,    -- the night it was put together, in Japan
    primary key (measure_id, fiscal_year)
);
create table public_figure_row (
    measure_id    bigint  not null,
    fiscal_year   int     not null,
    no            int     not null,
    kind          text    not null,
    event_code    text,
    event_title   text,
    session_title text    not null,
    place         text    not null,
    known_to      text    not null,
    held_on       date,
    role          text,
    quantity      numeric not null,
    present       numeric,
    corrections   int     not null,
    primary key (measure_id, fiscal_year, no),
    foreign key (measure_id, fiscal_year) references public_figure on delete cascade
);
