-- スカウト: adults who want to can be found by what they wish and bring along, without a name. Off until somebody turns it on.
create table scout_profile (
    person_id bigint      primary key references person,
    code      text        not null unique,      -- what companies see instead of a name; another one each time it is turned on
    since     timestamptz not null
);
-- What a company looked for, before it saw anybody, and how many there were.
create table scout_search (
    id         bigint      primary key,
    company_id bigint      not null references company,
    conditions text        not null,
    found      int         not null,
    searched_at timestamptz not null
);
create table scout_invitation (
    id          bigint      primary key,
    code        text        not null unique,
    company_id  bigint      not null references company,
    person_id   bigint      not null references person,
    alias       text        not null,            -- the code under which the company found the person
    posting     text        not null,            -- code of the posting it is about
    words       text        not null check (char_length(words) between 1 and 1000),
    state       text        not null check (state in ('SENT', 'ACCEPTED', 'DECLINED', 'LAPSED')),
    sent_at     timestamptz not null,
    lapses_at   timestamptz not null,
    answered_at timestamptz
);
create unique index one_scout on scout_invitation (company_id, person_id) where state in ('SENT', 'ACCEPTED');
create index scout_invitation_person on scout_invitation (person_id);
create index scout_invitation_company on scout_invitation (company_id, sent_at);
create trigger audit after insert or update or delete on scout_profile for each row execute function audit_quietly('person_id');
create trigger audit after insert or update on scout_invitation for each row execute function audit_quietly('person_id');
