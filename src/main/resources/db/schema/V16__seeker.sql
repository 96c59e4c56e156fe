-- Rooms: seeker, kept, watch. What a person says of themselves, keeps, follows, and is told about.

-- What a person says of themselves, in small steps, each for one purpose (consent). Never read by companies.
create table seeker_profile (
    person_id  bigint      primary key references person,
    born       date        check (extract(day from born) = 1),   -- the month of birth: only whether somebody is 18
    stage      text        check (stage in ('JUNIOR_HIGH', 'HIGH_SCHOOL', 'UNIVERSITY', 'KOSEN', 'JUNIOR_COLLEGE', 'GRADUATED', 'WORKING',
                                            'SEEKING', 'GUARDIAN', 'TEACHER', 'OTHER')),
    changed_at timestamptz not null
);

-- 応募に使うこと: what forms to companies begin with. Companies get it when the person sends it.
create table seeker_sheet (
    person_id    bigint      primary key references person,
    school       text        not null check (char_length(school) <= 100),
    course       text        not null check (char_length(course) <= 100),
    finishes     int         check (finishes between 1950 and 2100),    -- the year in which they leave the school
    phone        sealed_text,    -- null: not stated
    career       text        not null check (char_length(career) <= 2000),
    presentation text        not null check (char_length(presentation) <= 1000),
    changed_at   timestamptz not null
);

-- 希望と条件: what they wish for or bring along.
create table seeker_wish (
    person_id bigint not null references person,
    wish      text   not null,    -- Wish: AREA, OCCUPATION, LICENCE …
    value     text   not null check (char_length(value) <= 40),
    primary key (person_id, wish, value)
);

-- How much a wish weighs, moved by the person; without a row the usual weight.
create table seeker_weight (
    person_id bigint  not null references person,
    wish      text    not null,
    weight    int     not null check (weight between 0 and 5),
    must      boolean not null,    -- without it nothing else helps
    primary key (person_id, wish)
);

-- The address of a private calendar; only its digest is kept.
create table calendar_key (
    person_id bigint      primary key references person,
    digest    text        not null unique,
    made_at   timestamptz not null
);

-- キープ of those who have an account; without one the list stays on the device.
create table kept (
    person_id bigint      not null references person,
    kind      text        not null check (kind in ('COMPANY', 'JOB', 'INTERNSHIP', 'EVENT')),
    code      text        not null,
    kept_at   timestamptz not null,
    primary key (person_id, kind, code)
);

-- 保存した検索: what is new in it is told once, by mail or on the person's own page.
create table saved_search (
    id         bigint      primary key,
    person_id  bigint      not null references person,
    kind       text        not null check (kind in ('JOB', 'COMPANY', 'INTERNSHIP', 'EVENT')),
    address    text        not null check (char_length(address) <= 2000),   -- "?q=…&area=…", as SearchQuery writes it; '': the whole list
    name       text        not null check (char_length(name) between 1 and 100),
    rhythm     text        not null check (rhythm in ('DAILY', 'WEEKLY', 'NEVER')),    -- of letters
    created_at timestamptz not null,
    unique (person_id, kind, address)
);

-- フォロー: what these companies publish is told like a saved search.
create table followed_company (
    person_id   bigint      not null references person,
    company_id  bigint      not null references company,
    followed_at timestamptz not null,
    primary key (person_id, company_id)
);
create index followed_company_company on followed_company (company_id);

-- Whoever watches something has a secret of their own, with which letters can be stopped without signing in (RFC 8058).
create table watcher (
    person_id bigint  primary key references person,
    token     text    not null unique,
    mail      boolean not null default true    -- wants letters
);

-- Something new that fits. A record is told to a person once, whatever searches found it.
create table watch_match (
    person_id  bigint      not null references person,
    kind       text        not null,
    record_id  bigint      not null,
    search_id  bigint      references saved_search on delete cascade,
    company_id bigint      references company,               -- found because it is followed
    found_at   timestamptz not null,
    told_at    timestamptz,                                  -- null: not in a letter yet
    primary key (person_id, kind, record_id),
    check ((search_id is null) <> (company_id is null))
);
create index watch_match_search on watch_match (search_id);
create index watch_match_untold on watch_match (person_id) where told_at is null;

-- Up to when what became open was looked at.
create table watch_pass (
    only_row     boolean     primary key default true check (only_row),
    looked_until timestamptz not null
);
