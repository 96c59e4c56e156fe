-- Room: privacy. Who read persons' records, what was deleted when it was due, and what people ask of the city under 個人情報保護法.

-- Somebody of the city or of a company opened records of persons: one row for a page or file, however many persons it shows. Written after
-- the page was made and before it is sent; nothing of the records themselves. Only ever added to; what is older than three years goes.
create table person_viewing (
    id         bigint      generated always as identity primary key,
    at         timestamptz not null default now(),
    account_id bigint      not null references account,    -- who read
    company_id bigint      references company,             -- for which company; null: for the city
    what       text        not null check (char_length(what) between 1 and 40),    -- shared.Viewing.What
    -- id or code of what was opened; of a list as a file, by what it was filtered (of words that were looked for: that there were some)
    record     text        not null default '' check (char_length(record) <= 200),
    taken      int         check (taken > 0),    -- rows of a list that was taken as a file; null: nothing was, or one whole record
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

-- 開示・訂正・利用停止の請求 (個人情報保護法 76条, 90条, 98条) as they came to the office, also from people without an account. Answered within thirty
-- days; once thirty more, when the person was told why (83条, 94条, 102条).
create table privacy_case (
    id           bigint primary key,
    kind         text   not null check (kind in ('DISCLOSURE', 'CORRECTION', 'SUSPENSION')),
    channel      text   not null check (channel in ('COUNTER', 'POST', 'MAIL', 'TELEPHONE', 'FORM')),    -- FORM: the portal's own
    -- How it was made sure who asks (77条2項): papers, the account, the link in a letter of the portal; NONE: not yet.
    identity     text   not null check (identity in ('DOCUMENT', 'ACCOUNT', 'LETTER', 'NONE')),
    -- For whom: themselves, as 法定代理人 (a parent), as 任意代理人 (76条2項).
    asker        text   not null default 'SELF' check (asker in ('SELF', 'GUARDIAN', 'AGENT')),
    name         text   not null check (char_length(name) between 1 and 100),
    mail         sealed_text,    -- where the receipt went; null: none was given
    mail_key     mark,
    contact      sealed_text,    -- telephone, postal address; null: none was given
    words        text   not null check (char_length(words) between 1 and 2000),    -- what is asked for
    received_on  date   not null,
    due_on       date   not null check (due_on > received_on),
    extended_why text   not null default '' check (char_length(extended_why) <= 500),    -- '': was not
    outcome      text   check (outcome in ('GRANTED', 'PARTLY', 'REFUSED', 'WITHDRAWN')),    -- null: waits
    answer       text   not null default '' check (char_length(answer) <= 2000),
    decided_on   date,
    record       text   not null default '' check (char_length(record) <= 200),    -- page of the desk with what the asker's link holds
    asked_by     bigint references account,    -- who was signed in when they asked by the form; null: nobody was
    entered_by   bigint references account,    -- null: they asked by the form
    decided_by   bigint references account,
    version      int    not null default 1,
    check (mail is not null or contact is not null),
    check ((outcome is null) = (decided_on is null)),
    constraint nobody_unknown_is_answered check (outcome is null or identity <> 'NONE' or outcome in ('REFUSED', 'WITHDRAWN'))
);

-- 漏えい等 (68条): what happened, whom it touches, and what has to be said to whom and when.
create table privacy_incident (
    id          bigint primary key,
    found_on    date   not null,
    what        text   not null check (char_length(what) between 1 and 2000),
    -- 施行規則43条: 要配慮個人情報, 財産的被害のおそれ, 不正の目的, 百人を超える; OTHER: nothing has to be reported.
    kind        text   not null check (kind in ('SENSITIVE', 'PROPERTY', 'MALICE', 'HUNDRED', 'OTHER')),
    persons     int    check (persons >= 0),    -- null: not known yet
    first_due   date,     -- 速報: within five days; null: nothing has to be reported
    first_on    date,     -- null: not reported yet
    final_due   date,     -- 確報: thirty days, sixty where somebody meant harm
    final_on    date,
    told_on     date,     -- the persons were told (68条2項); null: not yet, or cannot be
    measures    text   not null default '' check (char_length(measures) <= 2000),
    closed_on   date,
    unreported_why text not null default '' check (char_length(unreported_why) <= 500),    -- why none was due; '': both were made
    entered_by  bigint references account,
    version     int    not null default 1,
    check ((first_due is null) = (kind = 'OTHER') and (final_due is null) = (kind = 'OTHER')),
    constraint closed_when_reported check (closed_on is null or unreported_why <> '' or first_on is not null and final_on is not null)
);
