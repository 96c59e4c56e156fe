-- Room: contractor. 委託先 (ジョブカフェ, サポステ) and the numbers they report.

-- For which programmes an account with the role PARTNER reports.
create table partner_programme (
    account_id   bigint not null references account,
    programme_id text   not null references programme,
    primary key (account_id, programme_id)
);

-- Numbers that a contractor reports for a month; never a row about a person. Only ever added: the highest revision holds.
create table monthly_total (
    id           bigint      primary key,
    programme_id text        not null references programme,
    kind         text        not null check (kind in ('CONSULTATIONS', 'REGISTRANTS', 'PLACED')),
    month        date        not null check (extract(day from month) = 1),
    revision     int         not null check (revision >= 1),
    quantity     int         check (quantity between 0 and 1000000),    -- persons or consultations; null: taken back, nothing is reported
    source       text        not null check (char_length(source) between 1 and 200),
    entered_at   timestamptz not null,
    entered_by   bigint      references account,
    unique (programme_id, kind, month, revision)
);

-- Which of these numbers the city lets stand: from then on they are counted, and public. A number that waits changes nothing; until it is
-- released, the one released before stands. What staff enter themselves stands at once.
create table monthly_release (
    monthly_id   bigint      primary key references monthly_total,
    programme_id text        not null references programme,    -- of the number
    released_at  timestamptz not null,
    released_by  bigint      references account    -- null: the system
);
