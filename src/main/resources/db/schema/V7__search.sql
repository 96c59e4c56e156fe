-- Room: search. What the lists are searched by: written in the transaction of the record itself, so a list is never behind it.

-- A record as the lists find it.
create sequence search_no as int;
create table search_entry (
    no           int         primary key default nextval('search_no'),   -- dense: the place in the bitmaps
    kind         text        not null check (kind in ('COMPANY', 'JOB', 'INTERNSHIP', 'EVENT')),
    record_id    bigint      not null,    -- in its own room
    code         text        not null,
    facets       text[]      not null,    -- 'area=SENMAYA'; a facet without a value is there as 'area=-'
    opens_at     timestamptz not null,
    closes_at    timestamptz,             -- the first instant after the last day; null: no end
    public_since timestamptz not null,    -- what "new" means in every list; in the future for what is published ahead of its day
    spans        bigint[]    not null check (cardinality(spans) >= 2),    -- epoch seconds: begin and end of each session, or of the whole
    wage         int,                     -- yen a month or an hour
    days_off     int,                     -- a year
    name         text        collate "C" not null default '',   -- for lists in the order of names: a reading
    links        bigint[]    not null default '{}',             -- records of other kinds it belongs to (a job's company)
    removed      boolean     not null default false,
    -- The transaction of the last change: readers ask for everything at or after the oldest one still running.
    changed      xid8        not null,
    -- Rises with every change: a transaction that began earlier may write later, so transactions do not tell which is newer.
    edition      int         not null default 1,
    unique (kind, record_id)
);
create index search_entry_changed on search_entry (changed);
create index search_entry_public_since on search_entry (public_since) where not removed;

-- The text, apart from the narrow table above. grams: every character and every pair of neighbours, without positions;
-- a word of three characters or more is checked against body. Readings are there by their beginnings, marked by ^; those of
-- titles and names once more marked by h:, those of what a record is about by c:, for the order of results.
create table search_text (
    no     int      primary key references search_entry on delete cascade,
    body   text     collate "C" not null,   -- normalised, fields parted by line ends
    grams  tsvector not null,
    fields jsonb    not null                -- [[field, words], ...] as people wrote them
);
create index search_text_grams on search_text using gin (grams);

-- Which edition of the analysis filled the tables; another one in the code fills them anew at start-up.
create table search_edition (
    only_row boolean primary key default true check (only_row),
    edition  text    not null    -- of the analysis, and a digest of the areas that are named in entries
);

-- Words that staff made the same, parted by spaces.
create table search_synonym (
    no    int  primary key generated always as identity,
    words text not null check (words like '_% %_')
);

-- Words that found nothing, by day. Nothing about who typed them.
create table search_miss (
    word  text   not null,   -- in its compared form
    kind  text   not null check (kind in ('COMPANY', 'JOB', 'INTERNSHIP', 'EVENT')),
    day   date   not null,
    times bigint not null check (times > 0),
    primary key (word, kind, day)
);
create index search_miss_day on search_miss (day);
