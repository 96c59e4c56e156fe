-- Room: privacy. Who read persons' records, what was deleted when it was due, and what people ask of the city under 個人情報保護法.

-- Somebody of the city or of a company opened records of persons: one row for a page or file, however many persons it shows. Written after
-- the page was made and before it is sent; nothing of the records themselves. Only ever added to; what is older than three years goes.
create table person_viewing (
    id         bigint      generated always as identity primary key,
    at         timestamptz not null default now(),
    account_id bigint      not null references account,    -- who read
    company_id bigint      references company,             -- for which company; null: for the city
    what       text        not null check (char_length(what) between 1 and 40),    -- shared.Viewing.What
    record     text        not null default '' check (char_length(record) <= 80),    -- id or code of what was opened
    persons    bigint[]    not null,                        -- whose: ids, so that the row names nobody once a person is forgotten
    why        text        not null default '' check (char_length(why) <= 200)     -- as it was typed; '': what was opened says it
);
create index person_viewing_persons on person_viewing using gin (persons);
create index person_viewing_account on person_viewing (account_id, at);
create index person_viewing_at on person_viewing (at);

-- What the nightly task did for one rule of how long something is kept (shared.Keep). Counts only.
create table retention_run (
    day  date   not null,    -- in Japan
    keep text   not null check (char_length(keep) <= 40),
    gone bigint not null check (gone >= 0),    -- rows deleted or blanked
    primary key (day, keep)
);
