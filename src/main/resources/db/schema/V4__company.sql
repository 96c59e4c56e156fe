-- Room: company. Companies as anyone may read them; how they are admitted; who acts for them; what they are asked once a year.
-- Codes of industries (日本標準産業分類), occupations (厚生労働省編職業分類) and areas are those of the reference tables that ship with
-- the portal; codes of records are the last part of their addresses.

create table company (
    id               bigint      primary key,
    code             text        not null unique,
    corporate_number text        check (corporate_number ~ '^[1-9][0-9]{12}$'),   -- 法人番号; null: none, e.g. sole proprietor
    name             text        not null check (char_length(name) between 1 and 100),
    reading          text        not null check (char_length(reading) between 1 and 200),   -- 全角カタカナ
    industry         text        not null,                      -- middle group, 'E09'
    summary          text        not null check (char_length(summary) between 1 and 200),
    business         text        not null default '' check (char_length(business) <= 4000),
    appeal           text        not null default '' check (char_length(appeal) <= 4000),
    plain_words      text        not null default '' check (char_length(plain_words) <= 1000),    -- the same for pupils
    welfare          text        not null default '' check (char_length(welfare) <= 2000),
    day_of           text        not null default '' check (char_length(day_of) <= 100),    -- whose day company_hour tells
    videos           text        not null default '' check (char_length(videos) <= 1000),   -- films elsewhere, an address a line
    founded          int         check (founded between 1000 and 2200),    -- year
    capital          bigint      check (capital >= 0),                     -- yen
    employees        int         check (employees >= 0),                   -- persons; null: not stated
    website          text        not null default '' check (char_length(website) <= 500),
    published_at     timestamptz not null,                                 -- admitted
    -- Became public, which is a fact with a time: later than published_at for a company that left and came back. New for saved
    -- searches, followers, orders of lists and the sitemap.
    public_since     timestamptz not null,
    changed_at       timestamptz not null,
    -- Two entries of one company became one: the merged one stays as a row, so that its address leads on and the trail is whole.
    merged_into      bigint      references company,
    merged_at        timestamptz,
    version          int         not null,
    check ((merged_into is null) = (merged_at is null)),
    check (merged_into <> id)
);
-- 法人番号 is one company's; its places share it.
create unique index company_number on company (corporate_number);

-- 事業所: number 0 is the head office.
create table company_place (
    company_id bigint not null references company,
    number     int    not null,
    name       text   not null check (char_length(name) between 1 and 100),
    area       text   not null,
    address    text   not null check (char_length(address) between 1 and 200),
    industry   text   not null default '',      -- middle group; '': the company's
    employees  int    check (employees between 0 and 1000000),    -- persons; null: not stated
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

-- くるみん, えるぼし … : certificates the company holds.
create table company_certificate (
    company_id  bigint not null references company,
    certificate text   not null,
    primary key (company_id, certificate)
);

-- 青少年雇用情報 (若者雇用促進法 13条), each value with the fiscal year it is of.
create table company_youth_fact (
    company_id  bigint  not null references company,
    item        text    not null,    -- YouthItem
    fiscal_year int     not null,
    amount      numeric check (amount >= 0),    -- in the item's unit; null: said in words
    words       text    not null default '' check (char_length(words) <= 300),
    primary key (company_id, item, fiscal_year),
    check (amount is not null or words <> '')
);

-- Pictures of the company's page; the lowest number stands on cards.
create table company_picture (
    company_id bigint not null references company,
    number     int    not null,
    alt        text   not null check (char_length(alt) between 1 and 200),    -- for those who cannot see it
    media_type text   not null check (media_type in ('image/png', 'image/jpeg', 'image/svg+xml')),
    width      int    not null check (width > 0),     -- pixels
    height     int    not null check (height > 0),    -- pixels
    content    bytea  not null,
    primary key (company_id, number)
);

-- 登録の申込み: somebody asks for their company to be admitted. The columns that a company has, too, mean the same.
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
    place_name       text        not null check (char_length(place_name) between 1 and 100),    -- the head office
    area             text        not null,
    address          text        not null check (char_length(address) between 1 and 200),
    employees        int         not null check (employees >= 0),
    website          text        not null default '' check (char_length(website) <= 500),
    phone            sealed_text not null,                                                      -- for the city's questions, not public
    comment          text        not null default '' check (char_length(comment) <= 1000),      -- of the city, to the company
    submitted_at     timestamptz not null,
    decided_at       timestamptz,
    company_id       bigint      references company,    -- what came of it
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

-- Who acts for a company: 代表の担当者 (OWNER) and 担当者 (EDITOR). An account may act for several (an accountant for two firms).
create table company_member (
    id         bigint      primary key,
    company_id bigint      not null references company,
    account_id bigint      not null references account,
    role       text        not null check (role in ('OWNER', 'EDITOR')),
    joined_at  timestamptz not null,
    left_at    timestamptz,    -- null: still acts for it
    version    int         not null
);
create unique index one_membership on company_member (company_id, account_id) where left_at is null;
create index company_member_account on company_member (account_id);
create index company_member_company on company_member (company_id);

-- Which of their companies somebody chose last: their next session begins with it, as long as they act for it.
create table company_choice (
    account_id bigint      primary key references account,
    company_id bigint      not null references company,
    chosen_at  timestamptz not null
);

-- A link by which somebody joins a company. Only a digest of the secret in it is kept.
create table company_invitation (
    id           bigint      primary key,
    company_id   bigint      not null references company,
    role         text        not null check (role in ('OWNER', 'EDITOR')),
    note         text        not null check (char_length(note) between 1 and 100),   -- for whom, as the inviter calls them
    secret_hash  text        not null unique,
    -- To how many addresses a company writes, and how many companies to one address, is limited. The address itself is not kept: a
    -- digest is enough to count; '': an invitation that was handed over.
    mail_digest  text        not null default '',
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    withdrawn_at timestamptz,
    version      int         not null
);
create index company_invitation_company on company_invitation (company_id);
create index company_invitation_mail on company_invitation (mail_digest, created_at) where mail_digest <> '';

-- What a company is called, and where its address on the web leads, is public only after the city has looked at it: a changed name,
-- reading or website waits here. Decided ones stay, as what was asked and what the city said.
create table company_name_change (
    id         bigint      primary key,
    code       text        not null unique,
    company_id bigint      not null references company,
    state      text        not null check (state in ('WAITING', 'ACCEPTED', 'REFUSED', 'TAKEN_BACK')),
    name       text        not null check (char_length(name) between 1 and 100),
    reading    text        not null check (char_length(reading) between 1 and 200),
    website    text        not null default '' check (char_length(website) <= 500),
    comment    text        not null default '' check (char_length(comment) <= 1000),   -- of the city, to the company
    asked_at   timestamptz not null,
    decided_at timestamptz,
    version    int         not null,
    check ((state = 'WAITING') = (decided_at is null))
);
create unique index one_waiting_name on company_name_change (company_id) where state = 'WAITING';
create index company_name_change_company on company_name_change (company_id);

-- Whom the city calls: not public. From what was stated when the company was admitted, and the company's to change.
create table company_contact (
    company_id bigint      primary key references company,
    name       text        not null default '' check (char_length(name) <= 100),     -- of a department or a person; '': not stated
    phone      sealed_text not null,
    phone_key  mark        not null,
    stated_at  timestamptz not null
);

-- 登録の抹消: a company that left, and came back or not. 登録事業所数 at a year's end needs both days.
create table company_leaving (
    id          bigint primary key,
    company_id  bigint not null references company,
    left_on     date   not null,
    reason      text   not null check (char_length(reason) between 1 and 500),
    returned_on date   check (returned_on >= left_on),    -- null: is not back
    version     int    not null
);
create unique index left_once on company_leaving (company_id) where returned_on is null;

-- 新規雇用者数: each company says once a year how many it has hired.
create table hiring_answer (
    id          bigint      primary key,
    company_id  bigint      not null references company,
    fiscal_year int         not null check (fiscal_year between 2019 and 2099),
    hired       int         not null check (hired >= 0),                      -- persons, in the fiscal year
    graduates   int         not null check (graduates between 0 and hired),   -- of whom new graduates
    from_city   int         not null check (from_city between 0 and hired),   -- of whom from schools or homes in the city
    note        text        not null default '' check (char_length(note) <= 500),
    answered_at timestamptz not null,
    answered_by bigint      references account,
    version     int         not null
);
create unique index one_hiring_answer on hiring_answer (company_id, fiscal_year);
