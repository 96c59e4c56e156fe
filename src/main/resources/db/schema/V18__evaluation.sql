-- Room: evaluation. 自己評価 of programmes: the sheet, grades and directions, what the committee said.

-- 判定の目安: from which share of the target on a grade is suggested. Without a row for a year the usual ones hold.
create table grade_rule (
    fiscal_year int     primary key,
    a_from      numeric not null default 1.00,
    near_from   numeric not null default 0.95,    -- an A as a near thing
    b_from      numeric not null default 0.50,
    check (0 < b_from and b_from <= near_from and near_from <= a_from)
);

-- 自己評価の調書 of a programme for a fiscal year. The grades of its documents are in "evaluation".
create table evaluation_sheet (
    id           bigint      primary key,
    programme_id text        not null references programme,
    fiscal_year  int         not null,
    state        text        not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED')),
    done         text        not null default '' check (char_length(done) <= 4000),      -- 事業実施状況
    effect       text        not null default '' check (char_length(effect) <= 4000),    -- 成果・効果
    problem      text        not null default '' check (char_length(problem) <= 4000),   -- 課題
    -- 要約: the facts of the printed paper in words of the portal, until the city writes its own
    summary      boolean     not null default false,
    sent_back    text        not null default '' check (char_length(sent_back) <= 500),  -- why; '': was not
    submitted_by bigint      references account,
    submitted_at timestamptz,                                                            -- the last time; null: never was
    version      int         not null,
    constraint one_sheet unique (programme_id, fiscal_year)
);

-- Grade and direction of a programme in one of a year's papers, which may differ from each other.
create table evaluation (
    programme_id text        not null references programme,
    fiscal_year  int         not null,
    document     text        not null,    -- 資料2, 資料4
    grade        text        check (grade in ('A', 'B', 'C', 'D')),    -- null: the paper gives none
    -- 今後の方向性; null: not decided, or in another paper as in 資料2; BLANK: the paper says nothing
    direction    text        check (direction in
        ('EXPAND', 'CONTINUE', 'REVISE', 'REDUCE', 'MERGE', 'ABOLISH', 'END', 'BLANK')),
    detail       text        not null default '' check (char_length(detail) <= 500),     -- words beside the direction
    listed       boolean     not null default true,    -- false: the paper has no line for the programme
    reason       text        not null default '' check (char_length(reason) <= 1000),    -- why another grade than suggested
    decided_at   timestamptz,             -- null: from a paper of before
    decided_by   bigint      references account,
    version      int         not null default 1,
    primary key (programme_id, fiscal_year, document)
);

-- 推進会議の委員の意見, and what was answered. Kept: a comment is never changed, an answer is given once.
create table evaluation_comment (
    id           bigint      primary key,
    programme_id text        not null references programme,
    fiscal_year  int         not null,
    text         text        not null check (char_length(text) between 1 and 2000),
    said_by      bigint      not null references account,
    said_at      timestamptz not null,
    answer       text        not null default '' check (char_length(answer) <= 2000),
    answered_by  bigint      references account,
    answered_at  timestamptz,
    version      int         not null
);
create index evaluation_comment_programme on evaluation_comment (programme_id, fiscal_year);
