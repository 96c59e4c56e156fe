-- Rooms: city, desk, job, notification, pageview, platform. What the installation itself keeps.

-- Where people turn to with a question: under every page, error and letter. One row, empty until the administrator has set it.
create table city_office (
    id      int  primary key check (id = 1),
    office  text not null default '' check (char_length(office) <= 100),
    phone   text not null default '' check (char_length(phone) <= 60),
    hours   text not null default '' check (char_length(hours) <= 100),    -- when the office answers, in its own words
    mail    text not null default '' check (char_length(mail) <= 254),
    -- Hours in Japan between which people are written to who did not ask just now (reminders, news).
    mail_from  int not null default 8 check (mail_from between 0 and 23),
    mail_until int not null default 21 check (mail_until between 1 and 24),
    -- 自治体: whose portal it is, as texts name it; of the city it was made for until another sets its own.
    name               text not null default '一関市',
    reading            text not null default 'いちのせきし',
    english            text not null default 'Ichinoseki',
    code               text not null default '032093' check (code ~ '^[0-9]{6}$'),    -- 全国地方公共団体コード
    prefecture         text not null default '岩手県',
    prefecture_reading text not null default 'いわてけん',
    prefecture_english text not null default 'Iwate',
    crest              text not null default '',    -- 市章: digest of city_crest's content; '' for none
    version int  not null default 1,
    check (mail_until > mail_from)
);
insert into city_office (id) values (1);

-- The picture itself, drawn anew from what came in. Which one it was when is in the trail of city_office.
create table city_crest (
    id         int   primary key check (id = 1),
    media_type text  not null check (media_type in ('image/png', 'image/jpeg')),
    content    bytea not null check (octet_length(content) <= 2097152)
);

-- 地域: where in and around the city a company or a job is. What ships (areas.csv) is entered at the start, what the city adds by its workbook.
create table area (
    code         text    primary key check (code ~ '^[A-Z][A-Z_]{0,29}$'),
    name         text    not null check (char_length(name) between 1 and 40),
    english      text    not null check (char_length(english) between 1 and 60),
    reading      text    not null check (char_length(reading) between 1 and 60),
    municipality text    not null check (municipality ~ '^([0-9]{6})?$'),   -- 全国地方公共団体コード; '' for "somewhere else"
    inside       boolean not null,                                          -- belongs to the city
    grid_x       int     check (grid_x between 0 and 5),                   -- its tile on the map; null for none
    grid_y       int     check (grid_y between 0 and 5),
    position     int     not null,                                          -- in lists
    check ((grid_x is null) = (grid_y is null))
);

-- 支援制度: what the guide for people who come back knows of, and until when.
create table support_programme (
    code        text primary key check (code ~ '^[a-z][a-z0-9-]{0,59}$'),
    title       text not null check (char_length(title) between 1 and 100),
    summary     text not null check (char_length(summary) <= 500),
    amount      text not null check (char_length(amount) <= 300),
    conditions  text not null check (char_length(conditions) <= 2000),  -- to be checked at the office, one in each line
    lives       text not null,                                          -- answers of the guide with which it may apply; '' excludes nobody
    years       text not null,
    household   text not null,
    status      text not null,
    valid_from  date not null,                                          -- first day on which somebody can apply
    valid_until date not null check (valid_until >= valid_from),
    as_of       date not null,                                          -- day of the information
    source      text not null check (char_length(source) between 1 and 300),
    office      text not null check (char_length(office) <= 100),       -- whom to ask
    phone       text not null default '' check (char_length(phone) <= 60),
    link        text not null default '' check (char_length(link) <= 300), -- of the source
    most_alone  int  check (most_alone >= 0),                           -- yen at most, for who moves alone; null: not known
    most_family int  check (most_family >= 0),
    most_child  int  check (most_child >= 0),                           -- for each child below 18, beside what a family gets
    position    int  not null
);

-- Titles and column headings of the papers, as this city prints them. shipped: what the portal would print.
create table paper_word (
    key     text primary key check (key ~ '^(title|col)[.][A-Za-z0-9]{1,30}$'),
    shipped text not null,
    word    text not null check (char_length(word) between 1 and 100)
);

-- What the portal signs (forms of visitors, known devices) is signed under this key; made at the first use, the same for all nodes.
create table installation_key (
    only_row boolean primary key default true check (only_row),
    secret   bytea   not null check (octet_length(secret) = 32)
);

-- Background work: what became of it, on whichever node. Counts and kinds only, nothing of persons.
create table job_state (
    job           text        primary key check (job ~ '^[a-z-]{1,40}$'),
    done_at       timestamptz,                       -- last round that ended well; null: none did
    failing_since timestamptz,                       -- null: it goes well
    failures      int         not null default 0,    -- rounds since then
    failure       text        not null default '' check (char_length(failure) <= 100)    -- kind of the last one; '': it goes well
);

-- What runs once a day runs once among all nodes: whoever writes the row does it.
create table daily_task_run (
    task   text        not null,
    day    date        not null,    -- in Japan
    ran_at timestamptz not null,
    primary key (task, day)
);

-- Work that takes longer than a page (shared.LongWork): handed over, looked at, begun, done in the background by one node at a time. The input
-- is what it is made of (the text of a table, which may name people): it goes when the work ends, and after a day when it is never begun.
create table long_work (
    code       text        primary key check (code ~ '^[a-z0-9]{16}$'),
    account_id bigint      not null references account on delete cascade,
    input      text        not null check (char_length(input) <= 12000000),
    kind       text        not null default '' check (kind ~ '^[a-z-]{0,40}$'),    -- '': not begun
    about      text        not null default '' check (char_length(about) <= 40),   -- what it is done to: an id, or ''
    state      text        not null check (state in ('KEPT', 'WAITING', 'RUNNING', 'DONE', 'FAILED', 'STOPPED')),
    kept_at    timestamptz not null,
    begun_at   timestamptz,
    runner     text        not null default '',    -- the node that has it
    heard_at   timestamptz,                        -- when that node last told of it
    tries      int         not null default 0,
    done       int         not null default 0,     -- records of total
    total      int         not null default 0,
    result     int         not null default 0,     -- records made
    problem    text        not null default '',    -- why it failed, as a sentence
    ended_at   timestamptz,
    seen       boolean     not null default false, -- whoever began it knows that it has ended
    check ((state = 'KEPT') = (begun_at is null)),
    check ((state in ('DONE', 'FAILED', 'STOPPED')) = (ended_at is not null)),
    check (ended_at is null or input = '')
);
create index long_work_open on long_work (begun_at) where state in ('WAITING', 'RUNNING');
create index long_work_of on long_work (account_id, begun_at);

-- Letters on their way: written in the transaction of what they tell, sent by a job that runs on every node.
create sequence mail_outbox_seq;
create table mail_outbox (
    id          bigint      primary key,
    once        text        not null,                -- what the letter is about; the same is never sent twice to one address
    recipient   sealed_text not null,
    recipient_key mark      not null,
    subject     text        not null,
    body        sealed_text not null,
    calendar    sealed_text,                         -- an .ics file; null: none
    unsubscribe text        not null default '',     -- where it is stopped with one press (RFC 8058); '': nobody can, it answers something
    message_id  text        not null,                -- Message-ID: the same when it is sent again after a node died
    state       text        not null check (state in ('WAITING', 'SENT', 'FAILED')),
    tries       int         not null default 0,
    next_try    timestamptz not null,                -- while it is being sent: when another node may try
    trouble     text        not null default '',     -- what the mail server said last; '': nothing
    written_at  timestamptz not null,
    sent_at     timestamptz,
    unique (once, recipient_key),
    check ((state = 'SENT') = (sent_at is not null))
);
create index mail_outbox_due on mail_outbox (next_try) where state = 'WAITING';
create index mail_outbox_recipient on mail_outbox (recipient_key, written_at);

-- How often a public page was opened, by day; without who.
create table page_view (
    kind  text   not null check (kind in ('COMPANY', 'JOB', 'INTERNSHIP', 'EVENT')),
    code  text   not null,    -- the record's, as in its address
    day   date   not null,    -- in Japan
    views bigint not null check (views > 0),
    primary key (kind, code, day)
);

-- What is limited for all nodes together (shared.Limit): a bucket that fills by itself, as the instant at which it will be full again. No row: it is
-- full. Rows that are full again are deleted every few minutes. Neither addresses nor networks, their digests only.
create table allowance (
    what    text        not null check (char_length(what) <= 40),
    who     text        not null check (char_length(who) <= 64),
    full_at timestamptz not null,
    primary key (what, who)
);
create index allowance_full on allowance (full_at);

-- Sessions of people who are signed in, where more than one node serves (docker/image/overrides/sessions.xml): written by the server itself
-- (Open Liberty, sessionDatabase-1.0; the columns are the ones it asks for), so that a session outlives its node. Empty with one node. Not in
-- backups: it holds what people are just typing.
create table http_session (
    id              varchar(128) not null,
    propid          varchar(128) not null,
    appname         varchar(128) not null,
    listenercnt     smallint,
    lastaccess      bigint,
    creationtime    bigint,
    maxinactivetime integer,
    username        varchar(255),
    small           bytea,
    medium          bytea,
    large           bytea,
    primary key (id, propid, appname)
);

-- After a restore: people who had asked for deletion since the backup was made, or since (docker/restore fills it from the list that is kept apart
-- from backups). They are deleted again as they were at first, and their row here goes with it. Nobody's but the restoring owner's to write.
create table deletion_again (
    person_id bigint primary key
);

-- Views of the desks' lists that people keep: what was asked of a list, under a name of their own. Nothing of what the list shows.
create table desk_view (
    id         bigint      primary key,
    account_id bigint      not null references account on delete cascade,
    list       text        not null check (list ~ '^[a-z-]{1,40}$'),
    name       text        not null check (char_length(name) between 1 and 60),
    path       text        not null check (path ~ '^/' and char_length(path) <= 200),    -- where the list stands, in every language
    query      text        not null check (char_length(query) <= 2000),    -- as in the address, without "?"
    made_at    timestamptz not null,
    unique (account_id, list, path, name)
);
