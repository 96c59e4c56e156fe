-- Companies ask to be admitted, and have members; postings pass a review; the minimum wage is a dated table.

-- 法人番号 is one company's; its places share it.
create unique index company_number on company (corporate_number);

create table company_admission (
    id               bigint      primary key,
    code             text        not null unique,
    applicant_id     bigint      not null references account,
    state            text        not null check (state in ('SUBMITTED', 'SENT_BACK', 'ADMITTED', 'REFUSED')),
    corporate_number text        check (corporate_number ~ '^[1-9][0-9]{12}$'),
    no_number_why    text        not null default '' check (char_length(no_number_why) <= 300),
    name             text        not null check (char_length(name) between 1 and 100),
    reading          text        not null check (char_length(reading) between 1 and 200),
    summary          text        not null check (char_length(summary) between 1 and 200),
    industry         text        not null,
    place_name       text        not null check (char_length(place_name) between 1 and 100),
    area             text        not null,
    address          text        not null check (char_length(address) between 1 and 200),
    employees        int         not null check (employees >= 0),
    website          text        not null default '' check (char_length(website) <= 500),
    phone            text        not null check (char_length(phone) between 1 and 30),
    comment          text        not null default '' check (char_length(comment) <= 1000),   -- of the city, to the company
    submitted_at     timestamptz not null,
    decided_at       timestamptz,
    company_id       bigint      references company,
    version          int         not null,
    check (corporate_number is not null or no_number_why <> ''),
    check ((state = 'ADMITTED') = (company_id is not null))
);
create unique index one_open_admission on company_admission (applicant_id) where state in ('SUBMITTED', 'SENT_BACK');

-- Grounds the company declares (所在地, 雇用保険, 納税, 暴力団排除).
create table company_admission_ground (
    admission_id bigint not null references company_admission,
    ground       text   not null,
    primary key (admission_id, ground)
);

create table company_member (
    id         bigint      primary key,
    company_id bigint      not null references company,
    account_id bigint      not null references account,
    role       text        not null check (role in ('OWNER', 'EDITOR')),
    joined_at  timestamptz not null,
    left_at    timestamptz,
    version    int         not null
);
create unique index one_company_per_account on company_member (account_id) where left_at is null;
create index company_member_company on company_member (company_id);

-- Only a digest of the secret in the link is kept.
create table company_invitation (
    id           bigint      primary key,
    company_id   bigint      not null references company,
    role         text        not null check (role in ('OWNER', 'EDITOR')),
    note         text        not null check (char_length(note) between 1 and 100),   -- for whom, as the inviter calls him
    secret_hash  text        not null unique,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    withdrawn_at timestamptz,
    version      int         not null
);
create index company_invitation_company on company_invitation (company_id);

-- A posting on its way to the public: a new one, or a change to a published one whose old edition stays public meanwhile.
create table posting_proposal (
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
create unique index one_live_proposal on posting_proposal (posting_id) where state in ('DRAFT', 'SUBMITTED', 'SENT_BACK');
create index posting_proposal_company on posting_proposal (company_id);
create index posting_proposal_waiting on posting_proposal (submitted_at) where state = 'SUBMITTED';

-- What was typed, field by field: a draft keeps a number that is no number.
create table posting_proposal_answer (
    proposal_id bigint not null references posting_proposal,
    field       text   not null check (char_length(field) <= 60),
    answer      text   not null check (char_length(answer) between 1 and 4000),
    primary key (proposal_id, field)
);

-- Warnings the company has read and means so: rule and field.
create table posting_proposal_acknowledged (
    proposal_id bigint not null references posting_proposal,
    finding     text   not null,
    primary key (proposal_id, finding)
);

-- The sheet each edition was published from; editions older than this table have none.
create table posting_edition_answer (
    posting_id bigint not null references posting,
    edition    int    not null,
    field      text   not null,
    answer     text   not null,
    primary key (posting_id, edition, field),
    -- both are rows of one posting, written in any order
    foreign key (posting_id, edition) references posting_edition deferrable initially deferred
);

-- Why a posting is closed: by its last day, or because the company said so.
alter table posting add column ended_because text check (ended_because in ('FILLED', 'CLOSED', 'CITY', 'UNCONFIRMED'));
-- 職業安定法5条の4: kept correct. When the company last said so.
alter table posting add column confirmed_at timestamptz;
update posting set confirmed_at = changed_at;
alter table posting alter column confirmed_at set not null;

create table minimum_wage (
    id         bigint      primary key,
    name       text        not null check (char_length(name) between 1 and 100),
    industries text        not null default '',       -- middle groups, parted by spaces; '': every industry
    partly     boolean     not null default false,    -- for some small groups of these industries only
    yen        int         not null check (yen between 1 and 10000),   -- an hour
    valid_from date        not null,
    unique (name, industries, valid_from)
);

create trigger audit after insert or update or delete on company_admission
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on company_member
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on posting_proposal
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on minimum_wage
    for each row execute function audit_change('id');

-- A posting nobody has confirmed for 90 days (Posting.CONFIRMED_FOR) is closed like one that was ended then.
create or replace view finding_job_card as
select p.id, p.code, p.title, p.occupation, p.employment, p.area, p.wage_unit, p.wage_min, p.wage_max, p.days_off,
       p.opens_on, p.closes_on,
       least(p.ended_at, greatest(p.confirmed_at, p.opens_on::timestamp at time zone 'Asia/Tokyo') + interval '90 days')
           as ended_at,
       p.changed_at, p.relocation_url <> '' as relocation,
       array(select a.audience from posting_audience a where a.posting_id = p.id order by a.audience) as audiences,
       array(select f.feature from posting_feature f where f.posting_id = p.id and f.offered order by f.feature)
           as features,
       c.id as company_id, c.code as company_code, c.name as company_name, c.industry
from posting p
join company c on c.id = p.company_id;
