-- Companies, their postings and internships, as anyone may read them. Codes of industries (日本標準産業分類), occupations
-- (厚生労働省編職業分類) and areas are those of the reference tables that ship with the portal.
create table company (
    id               bigint      primary key,
    code             text        not null unique,
    corporate_number text        check (corporate_number ~ '^[1-9][0-9]{12}$'),   -- 法人番号; null: none, e.g. sole proprietor
    name             text        not null check (char_length(name) between 1 and 100),
    reading          text        not null check (char_length(reading) between 1 and 200),   -- 全角カタカナ
    industry         text        not null,            -- middle group, 'E09'
    summary          text        not null check (char_length(summary) between 1 and 200),
    business         text        not null default '' check (char_length(business) <= 4000),
    appeal           text        not null default '' check (char_length(appeal) <= 4000),
    plain_words      text        not null default '' check (char_length(plain_words) <= 1000),
    welfare          text        not null default '' check (char_length(welfare) <= 2000),
    day_of           text        not null default '' check (char_length(day_of) <= 100),
    founded          int         check (founded between 1000 and 2200),
    capital          bigint      check (capital >= 0),       -- yen
    employees        int         check (employees >= 0),
    website          text        not null default '' check (char_length(website) <= 500),
    published_at     timestamptz not null,
    changed_at       timestamptz not null,
    version          int         not null
);

-- 事業所: the first is the head office. Several places share one corporate number.
create table company_place (
    company_id bigint not null references company,
    number     int    not null,
    name       text   not null check (char_length(name) between 1 and 100),
    area       text   not null,
    address    text   not null check (char_length(address) between 1 and 200),
    primary key (company_id, number)
);

-- The day of a young employee.
create table company_hour (
    company_id bigint not null references company,
    number     int    not null,
    at         time   not null,
    what       text   not null check (char_length(what) between 1 and 200),
    primary key (company_id, number)
);

-- What is offered or not; no row: not stated.
create table company_feature (
    company_id bigint  not null references company,
    feature    text    not null,
    offered    boolean not null,
    primary key (company_id, feature)
);

create table company_certificate (
    company_id  bigint not null references company,
    certificate text   not null,
    primary key (company_id, certificate)
);

-- 青少年雇用情報 (若者雇用促進法 13条), each value with the fiscal year it is of.
create table company_youth_fact (
    company_id  bigint  not null references company,
    item        text    not null,
    fiscal_year int     not null,
    amount      numeric check (amount >= 0),
    words       text    not null default '' check (char_length(words) <= 300),
    primary key (company_id, item, fiscal_year),
    check (amount is not null or words <> '')
);

create table company_picture (
    company_id bigint not null references company,
    number     int    not null,
    alt        text   not null check (char_length(alt) between 1 and 200),
    media_type text   not null check (media_type in ('image/png', 'image/jpeg', 'image/svg+xml')),
    width      int    not null check (width > 0),
    height     int    not null check (height > 0),
    content    bytea  not null,
    primary key (company_id, number)
);

create table posting (
    id                 bigint      primary key,
    code               text        not null unique,
    company_id         bigint      not null references company,
    title              text        not null check (char_length(title) between 1 and 100),
    occupation         text        not null,            -- middle group, '062'
    employment         text        not null,
    area               text        not null,
    wage_unit          text        not null check (wage_unit in ('MONTH', 'HOUR', 'DAY', 'YEAR')),
    wage_min           int         not null check (wage_min > 0),   -- yen
    wage_max           int         check (wage_max >= wage_min),
    days_off           int         check (days_off between 0 and 366),   -- a year; null: not stated
    openings           int         check (openings > 0),
    hello_work_number  text        not null default '',
    relocation_url     text        not null default '',   -- the prefecture's posting that makes it a 移住支援金 target
    relocation_since   date,
    opens_on           date        not null,
    closes_on          date        not null,            -- the last day, included
    as_of              date        not null,            -- いつの時点の情報か (職業安定法5条の4)
    ended_at           timestamptz,                     -- ended by the company before its last day
    first_published_at timestamptz not null,
    changed_at         timestamptz not null,
    version            int         not null,
    check (closes_on >= opens_on),
    check ((relocation_url = '') = (relocation_since is null))
);
create index posting_company on posting (company_id);

create table posting_audience (
    posting_id bigint not null references posting,
    audience   text   not null,
    primary key (posting_id, audience)
);

create table posting_feature (
    posting_id bigint  not null references posting,
    feature    text    not null,
    offered    boolean not null,
    primary key (posting_id, feature)
);

-- 労働条件明示 by item, every published edition kept: an applicant can see the one he applied to.
create table posting_term (
    posting_id bigint not null references posting,
    edition    int    not null,
    term       text   not null,
    words      text   not null check (char_length(words) between 1 and 2000),
    primary key (posting_id, edition, term)
);
create table posting_edition (
    posting_id   bigint      not null references posting,
    edition      int         not null check (edition >= 1),
    published_at timestamptz not null,
    primary key (posting_id, edition)
);

create table internship (
    id             bigint      primary key,
    code           text        not null unique,
    company_id     bigint      not null references company,
    type           int         not null check (type between 1 and 4),   -- 三省合意 (2022-06)
    title          text        not null check (char_length(title) between 1 and 100),
    content        text        not null check (char_length(content) between 1 and 4000),
    area           text        not null,
    place          text        not null default '' check (char_length(place) <= 200),
    starts_on      date        not null,
    ends_on        date        not null,
    days           int         not null check (days > 0),
    workplace_days int         not null check (workplace_days between 0 and days),
    supervision    text        not null default '' check (char_length(supervision) <= 500),
    data_used      boolean     not null,
    pay            text        not null default '' check (char_length(pay) <= 500),
    subsidy        text        not null default '' check (char_length(subsidy) <= 500),
    selection      text        not null default '' check (char_length(selection) <= 500),
    capacity       int         check (capacity > 0),
    opens_on       date        not null,
    closes_on      date        not null,
    as_of          date        not null,
    ended_at       timestamptz,
    published_at   timestamptz not null,
    changed_at     timestamptz not null,
    version        int         not null,
    check (ends_on >= starts_on),
    check (closes_on >= opens_on),
    -- Only a type 3 that meets the five conditions may hand student data to recruiting.
    check (not data_used or (type = 3 and days >= 5 and workplace_days * 2 > days))
);
create index internship_company on internship (company_id);

create table internship_audience (
    internship_id bigint not null references internship,
    audience      text   not null,
    primary key (internship_id, audience)
);

-- The nine disclosures of type 3.
create table internship_disclosure (
    internship_id bigint not null references internship,
    item          text   not null,
    words         text   not null check (char_length(words) between 1 and 1000),
    primary key (internship_id, item)
);

alter table event add column area text;   -- null: outside the list, or online only
alter table event add column access text not null default '' check (char_length(access) <= 1000);
alter table event add column bring text not null default '' check (char_length(bring) <= 1000);

create table event_exhibitor (
    event_id   bigint not null references event,
    company_id bigint not null references company,
    booth      text   not null default '' check (char_length(booth) <= 20),
    primary key (event_id, company_id)
);
create index event_exhibitor_company on event_exhibitor (company_id);

-- キープ of those who have an account; without one the list stays on the device.
create table kept (
    person_id bigint      not null references person,
    kind      text        not null check (kind in ('COMPANY', 'JOB', 'INTERNSHIP', 'EVENT')),
    code      text        not null,
    kept_at   timestamptz not null,
    primary key (person_id, kind, code)
);

create trigger audit after insert or update or delete on company
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on posting
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on internship
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on event_exhibitor
    for each row execute function audit_change('event_id');
