-- Room: internship. インターンシップ and the three other types of the four (三省合意 2022-06); what is on its way to the public.

create table internship (
    id             bigint      primary key,
    code           text        not null unique,
    company_id     bigint      not null references company,
    type           int         not null check (type between 1 and 4),   -- 三省合意: 3 and 4 are インターンシップ
    title          text        not null check (char_length(title) between 1 and 100),
    content        text        not null check (char_length(content) between 1 and 4000),
    area           text        not null,
    place          text        not null default '' check (char_length(place) <= 200),
    starts_on      date        not null,
    ends_on        date        not null,
    hours          text        not null default '' check (char_length(hours) <= 100),     -- of each day, in words
    days           int         not null check (days > 0),                                -- in all
    workplace_days int         not null check (workplace_days between 0 and days),       -- of them at the place of work
    supervision    text        not null default '' check (char_length(supervision) <= 500),
    data_used      boolean     not null,    -- what is learnt of a student may be used in recruiting
    pay            text        not null default '' check (char_length(pay) <= 500),
    subsidy        text        not null default '' check (char_length(subsidy) <= 500),     -- 交通費・宿泊費
    selection      text        not null default '' check (char_length(selection) <= 500),
    capacity       int         check (capacity > 0),    -- null: no limit
    opens_on       date        not null,
    closes_on      date        not null,                -- the last day for applying, included
    as_of          date        not null,                -- いつの時点の情報か
    ended_at       timestamptz,                         -- ended before its last day; null: was not
    taken_down_why text        not null default '' check (char_length(taken_down_why) <= 500),    -- the city's reason; '': it did not
    published_at   timestamptz not null,
    public_since   timestamptz not null,                -- became public: publication, or the first day where that is later
    changed_at     timestamptz not null,
    version        int         not null,
    check (ends_on >= starts_on),
    check (closes_on >= opens_on),
    -- Only a type 3 that meets the five conditions may hand student data to recruiting.
    check (not data_used or (type = 3 and days >= 5 and workplace_days * 2 > days)),
    check (taken_down_why = '' or ended_at is not null)
);
create index internship_company on internship (company_id);

-- 対象: who it is for.
create table internship_audience (
    internship_id bigint not null references internship,
    audience      text   not null,
    primary key (internship_id, audience)
);

-- The nine disclosures of type 3.
create table internship_disclosure (
    internship_id bigint not null references internship,
    item          text   not null,    -- Disclosure
    words         text   not null check (char_length(words) between 1 and 1000),
    primary key (internship_id, item)
);

-- An internship on its way to the public, like a posting.
create table internship_submission (
    id            bigint      primary key,
    code          text        not null unique,
    company_id    bigint      not null references company,
    internship_id bigint      references internship,        -- null: a new one
    state         text        not null
        check (state in ('DRAFT', 'SUBMITTED', 'SENT_BACK', 'PUBLISHED', 'REFUSED', 'DISCARDED')),
    comment       text        not null default '' check (char_length(comment) <= 1000),   -- of the city, to the company
    changed_at    timestamptz not null,
    changed_by    bigint      references account,
    submitted_at  timestamptz,
    decided_at    timestamptz,
    decided_by    bigint      references account,
    version       int         not null
);
create unique index one_live_internship_submission on internship_submission (internship_id)
    where state in ('DRAFT', 'SUBMITTED', 'SENT_BACK');
create index internship_submission_company on internship_submission (company_id);

-- What was typed, field by field.
create table internship_submission_answer (
    submission_id bigint not null references internship_submission,
    field       text   not null check (char_length(field) <= 60),
    answer      text   not null check (char_length(answer) between 1 and 4000),
    primary key (submission_id, field)
);

-- Warnings the company has read and means so: rule and field.
create table internship_submission_acknowledged (
    submission_id bigint not null references internship_submission,
    finding     text   not null,
    primary key (submission_id, finding)
);
