-- 保存した検索 and followed companies: what is new is told once, by mail or on the person's own page.
create table saved_search (
    id         bigint      primary key,
    person_id  bigint      not null references person,
    kind       text        not null check (kind in ('JOB', 'COMPANY', 'INTERNSHIP', 'EVENT')),
    address    text        not null check (char_length(address) <= 2000),   -- "?q=…&area=…", as SearchQuery writes it; "" for the whole list
    name       text        not null check (char_length(name) between 1 and 100),
    rhythm     text        not null check (rhythm in ('DAILY', 'WEEKLY', 'NEVER')),
    created_at timestamptz not null,
    unique (person_id, kind, address)
);
create table followed_company (
    person_id   bigint      not null references person,
    company_id  bigint      not null references company,
    followed_at timestamptz not null,
    primary key (person_id, company_id)
);
create index followed_company_company on followed_company (company_id);

-- Whoever watches something has a secret of his own, with which letters can be stopped without signing in (RFC 8058).
create table watcher (
    person_id bigint  primary key references person,
    token     text    not null unique,
    mail      boolean not null default true
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

-- Where a letter can be stopped with one press; "" for letters that nobody can stop, because they answer something.
alter table mail_outbox add column unsubscribe text not null default '';
