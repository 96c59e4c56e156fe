-- Room: posting. 求人: what is published, its terms by the law's items, edition by edition; what is on its way to the public.

create table posting (
    id                 bigint      primary key,
    code               text        not null unique,
    company_id         bigint      not null references company,
    title              text        not null check (char_length(title) between 1 and 100),
    occupation         text        not null,              -- middle group, '062'
    employment         text        not null,              -- Employment: 正社員, 契約社員 …
    area               text        not null,              -- of the place of work
    wage_unit          text        not null check (wage_unit in ('MONTH', 'HOUR', 'DAY', 'YEAR')),
    wage_min           int         not null check (wage_min > 0),        -- yen
    wage_max           int         check (wage_max >= wage_min),         -- yen; null: no range
    days_off           int         check (days_off between 0 and 366),   -- a year; null: not stated
    openings           int         check (openings > 0),                 -- persons; null: not stated
    hello_work_number  text        not null default '',
    relocation_url     text        not null default '',   -- the prefecture's posting that makes it a 移住支援金 target
    relocation_since   date,
    opens_on           date        not null,
    closes_on          date        not null,              -- the last day, included
    as_of              date        not null,              -- いつの時点の情報か (職業安定法5条の4)
    confirmed_at       timestamptz not null,              -- when the company last said that it is still correct (職業安定法5条の4)
    ended_at           timestamptz,                       -- ended before its last day; null: was not
    ended_because      text        check (ended_because in ('FILLED', 'CLOSED', 'CITY', 'UNCONFIRMED', 'LEFT')),
    taken_down_why     text        not null default '' check (char_length(taken_down_why) <= 500),    -- the city's reason; '': it did not
    first_published_at timestamptz not null,
    -- Became public: publication, or the first day where that is later. What is published at ten in the morning of its first day is new
    -- at ten, not at midnight of that day, when nobody could read it yet.
    public_since       timestamptz not null,
    changed_at         timestamptz not null,
    version            int         not null,
    check (closes_on >= opens_on),
    check ((relocation_url = '') = (relocation_since is null)),
    check (taken_down_why = '' or ended_because = 'CITY')
);
create index posting_company on posting (company_id);

-- 対象: who it is for.
create table posting_audience (
    posting_id bigint not null references posting,
    audience   text   not null,
    primary key (posting_id, audience)
);

-- What is offered or not; no row: not stated.
create table posting_feature (
    posting_id bigint  not null references posting,
    feature    text    not null,
    offered    boolean not null,
    primary key (posting_id, feature)
);

-- Every published edition is kept: an applicant can see the one they applied to (職業安定法5条の3第3項).
create table posting_edition (
    posting_id   bigint      not null references posting,
    edition      int         not null check (edition >= 1),
    published_at timestamptz not null,
    primary key (posting_id, edition)
);

-- 労働条件明示 of an edition, by item (職業安定法5条の3).
create table posting_term (
    posting_id bigint not null references posting,
    edition    int    not null,
    term       text   not null,    -- Term
    words      text   not null check (char_length(words) between 1 and 2000),
    primary key (posting_id, edition, term)
);

-- The sheet each edition was published from, field by field.
create table posting_edition_answer (
    posting_id bigint not null references posting,
    edition    int    not null,
    field      text   not null,
    answer     text   not null,
    primary key (posting_id, edition, field),
    -- both are rows of one posting, written in any order
    foreign key (posting_id, edition) references posting_edition deferrable initially deferred
);

-- A posting on its way to the public: a new one, or a change to a published one whose old edition stays public meanwhile.
create table posting_submission (
    id           bigint      primary key,
    code         text        not null unique,
    company_id   bigint      not null references company,
    posting_id   bigint      references posting,            -- null: a new one
    state        text        not null
        check (state in ('DRAFT', 'SUBMITTED', 'SENT_BACK', 'PUBLISHED', 'REFUSED', 'DISCARDED')),
    comment      text        not null default '' check (char_length(comment) <= 1000),   -- of the city, to the company
    changed_at   timestamptz not null,
    changed_by   bigint      references account,
    submitted_at timestamptz,
    decided_at   timestamptz,
    decided_by   bigint      references account,
    version      int         not null
);
create unique index one_live_submission on posting_submission (posting_id) where state in ('DRAFT', 'SUBMITTED', 'SENT_BACK');
create index posting_submission_company on posting_submission (company_id);
create index posting_submission_waiting on posting_submission (submitted_at) where state = 'SUBMITTED';

-- What was typed, field by field: a draft keeps a number that is no number.
create table posting_submission_answer (
    submission_id bigint not null references posting_submission,
    field       text   not null check (char_length(field) <= 60),
    answer      text   not null check (char_length(answer) between 1 and 4000),
    primary key (submission_id, field)
);

-- Warnings the company has read and means so: rule and field.
create table posting_submission_acknowledged (
    submission_id bigint not null references posting_submission,
    finding     text   not null,
    primary key (submission_id, finding)
);

-- 最低賃金: of the prefecture, and of industries that have one of their own (特定最低賃金).
create table minimum_wage (
    id         bigint  primary key,
    name       text    not null check (char_length(name) between 1 and 100),
    industries text    not null default '',       -- middle groups, parted by spaces; '': every industry
    partly     boolean not null default false,    -- for some small groups of these industries only
    yen        int     not null check (yen between 1 and 10000),   -- an hour
    valid_from date    not null,
    entered_at timestamptz,                       -- by staff; null: came with the portal
    unique (name, industries, valid_from)
);
