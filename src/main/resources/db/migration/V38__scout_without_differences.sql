-- What a company can learn by comparing searches (docs/decisions/0023-scout.md).

-- The same letters in every search and for every company made people recognisable.
alter table scout_profile drop column code;

-- What a person says, and since which day: something said yesterday fills no group. Follows seeker_wish once a day.
create table scout_said (
    person_id bigint not null references person,
    wish      text   not null,
    value     text   not null,
    since     date   not null,
    primary key (person_id, wish, value)
);
insert into scout_said (person_id, wish, value, since)
select w.person_id, w.wish, w.value, (s.since at time zone 'Asia/Tokyo')::date
  from seeker_wish w join scout_profile s on s.person_id = w.person_id
 where w.wish in ('AREA', 'OCCUPATION', 'LICENCE') and w.value <> 'NONE';

-- An answer stands as it was given; "found" is the step that was told, no longer the number.
alter table scout_search add column code text;
update scout_search set code = 'before ' || id;
alter table scout_search alter column code set not null;
alter table scout_search add constraint scout_search_code unique (code);
create index scout_search_company on scout_search (company_id, searched_at);

-- Under which letters somebody was shown, in one search of one company; gone when the answer is too old to invite from.
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
    part       bigint not null,
    said       text   not null,     -- who no longer says this is no longer of the group
    seen_on    date   not null,
    primary key (company_id, person_id)
);

-- An invitation to somebody who cannot be reached is kept and counted like any other: otherwise the refusal would tell who he is.
alter table scout_invitation add column reached boolean not null default true;
drop index one_scout;
create unique index one_scout on scout_invitation (company_id, person_id) where state in ('SENT', 'ACCEPTED') and reached;
create index scout_invitation_alias on scout_invitation (company_id, alias);
