-- Room: scout. スカウト: adults who want to can be found by what they wish and bring along, without a name. What a company can learn by
-- comparing searches is bounded: docs/decisions/0023-scout.md.

-- Who turned it on. Off until somebody does.
create table scout_profile (
    person_id bigint      primary key references person,
    since     timestamptz not null
);

-- What a person says, and since which day: something said yesterday fills no group. Follows seeker_wish once a day.
create table scout_said (
    person_id bigint not null references person,
    wish      text   not null,
    value     text   not null,
    since     date   not null,
    primary key (person_id, wish, value)
);

-- What a company looked for. An answer stands as it was given.
create table scout_search (
    id          bigint      primary key,
    code        text        not null,
    company_id  bigint      not null references company,
    conditions  text        not null,    -- what was asked for, written before it saw anybody
    found       int         not null,    -- the step that was told ("at least 10"), never the number
    searched_at timestamptz not null,
    constraint scout_search_code unique (code)
);
create index scout_search_company on scout_search (company_id, searched_at);

-- Under which letters somebody was shown, in one search of one company; gone when the answer is too old to invite from. The same
-- letters in every search and for every company would make people recognisable.
create table scout_shown (
    search_id bigint not null references scout_search,
    alias     text   not null unique,
    person_id bigint not null references person,
    place     int    not null,
    primary key (search_id, person_id)
);

-- Groups into which the answers of a company have cut those it was shown: no later answer may cut off fewer than five.
create table scout_seen (
    company_id bigint not null references company,
    person_id  bigint not null references person,
    part       bigint not null,     -- number of the group, within the company
    said       text   not null,     -- who no longer says this is no longer of the group
    seen_on    date   not null,
    primary key (company_id, person_id)
);

-- An invitation of a company to somebody it was shown.
create table scout_invitation (
    id          bigint      primary key,
    code        text        not null unique,
    company_id  bigint      not null references company,
    person_id   bigint      not null references person,
    alias       text        not null,            -- the letters under which the company found the person
    posting     text        not null,            -- code of the posting it is about
    words       text        not null check (char_length(words) between 1 and 1000),
    state       text        not null check (state in ('SENT', 'ACCEPTED', 'DECLINED', 'LAPSED')),
    -- An invitation to somebody who cannot be reached is kept and counted like any other: otherwise the refusal would tell who they are.
    reached     boolean     not null default true,
    sent_at     timestamptz not null,
    lapses_at   timestamptz not null,
    answered_at timestamptz
);
create unique index one_scout on scout_invitation (company_id, person_id) where state in ('SENT', 'ACCEPTED') and reached;
create index scout_invitation_person on scout_invitation (person_id);
create index scout_invitation_company on scout_invitation (company_id, sent_at);
create index scout_invitation_alias on scout_invitation (company_id, alias);
-- Rows are seen by whom they are about (R__10_seen_rows.sql).
alter table scout_invitation enable row level security;
