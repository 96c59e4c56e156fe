-- Room: application. Applications for postings, what both sides write, and hires.

create table job_application (
    id         bigint      primary key,
    code       text        not null unique,
    posting_id bigint      not null references posting,
    edition    int         not null,              -- the terms the person applied to (職業安定法5条の3第3項)
    company_id bigint      not null references company,
    person_id  bigint      not null references person,
    state      text        not null
        check (state in ('RECEIVED', 'IN_PROGRESS', 'INTERVIEW', 'OFFER', 'HIRED', 'DECLINED', 'WITHDRAWN')),
    name       text        not null check (char_length(name) between 1 and 100),
    email      sealed_text,                       -- null: taken away
    email_key  mark,
    phone      sealed_text,                       -- null: not stated, or taken away
    phone_key  mark,                              -- null also where it is too short to tell people apart
    career     text        not null default '' check (char_length(career) <= 2000),
    message    text        not null check (char_length(message) between 1 and 2000),
    applied_at timestamptz not null,
    moved_at   timestamptz not null,              -- last change of state
    version    int         not null,
    check ((email is null) = (email_key is null)),
    foreign key (posting_id, edition) references posting_edition
);
create unique index one_application on job_application (posting_id, person_id);
create index job_application_company on job_application (company_id, state);
create index job_application_person on job_application (person_id);

-- What the company asked of applicants, as it was worded then, and what this one answered.
create table job_application_answer (
    application_id bigint not null references job_application,
    number         int    not null check (number between 1 and 3),
    question       text   not null,
    answer         text   not null check (char_length(answer) between 1 and 1000),
    primary key (application_id, number)
);

-- Each change of state, and which side made it.
create table job_application_step (
    id             bigint      primary key,
    application_id bigint      not null references job_application,
    state          text        not null,
    by_company     boolean     not null,    -- otherwise by the applicant
    at             timestamptz not null
);
create index job_application_step_of on job_application_step (application_id);

-- Messages between the two.
create table job_application_message (
    id             bigint      primary key,
    application_id bigint      not null references job_application,
    by_company     boolean     not null,    -- otherwise by the applicant
    words          text        not null check (char_length(words) between 1 and 2000),
    sent_at        timestamptz not null,
    read_at        timestamptz              -- by the other side; null: not yet
);
create index job_application_message_of on job_application_message (application_id);

-- 履歴書 and other papers of the applicant.
create table job_application_file (
    id             bigint      primary key,
    application_id bigint      not null references job_application,
    code           text        not null unique,
    name           text        not null check (char_length(name) between 1 and 200),
    media_type     text        not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
    content        bytea       not null,
    added_at       timestamptz not null
);
create index job_application_file_of on job_application_file (application_id);

-- Rows are seen by whom they are about (R__10_seen_rows.sql).
alter table job_application enable row level security;
alter table job_application_answer enable row level security;
alter table job_application_step enable row level security;
alter table job_application_message enable row level security;
alter table job_application_file enable row level security;

-- 就職決定: counts once, when company and person both said so, in the fiscal year of the first day of work.
create table placement (
    id               bigint      primary key,
    application_id   bigint      not null references job_application,
    posting_id       bigint      not null references posting,
    company_id       bigint      not null references company,
    person_id        bigint      not null references person,
    programme_id     text        references programme,    -- whose result it is, as staff said; null: of none
    adviser_said_by  bigint      references account,      -- the adviser (相談員) who said it for the person
    hired_on         date        not null,                -- first day of work
    in_city          boolean     not null,                -- the place of work is in the city
    route            text        check (route in ('PORTAL', 'EVENT', 'JOB_CAFE', 'HELLO_WORK', 'SCHOOL', 'OTHER')),    -- 就職の経路
    company_said_at  timestamptz not null,
    person_said_at   timestamptz,                         -- null: has not confirmed it
    person_denied_at timestamptz,
    version          int         not null,
    check (person_said_at is null or person_denied_at is null)
);
create unique index one_placement on placement (application_id);
