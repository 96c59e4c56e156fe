-- 課長: approves what staff submit.
alter table account_role drop constraint account_role_role_check;
alter table account_role add constraint account_role_role_check
    check (role in ('SEEKER', 'COMPANY', 'STAFF', 'DOOR', 'COMMITTEE', 'ADMINISTRATOR', 'MANAGER'));

-- 自己評価の調書 of a programme for a fiscal year. The grades of its documents are in "evaluation".
create table evaluation_sheet (
    id           bigint      primary key,
    programme_id text        not null references programme,
    fiscal_year  int         not null,
    state        text        not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED')),
    done         text        not null default '' check (char_length(done) <= 4000),      -- 事業実施状況
    effect       text        not null default '' check (char_length(effect) <= 4000),    -- 成果・効果
    problem      text        not null default '' check (char_length(problem) <= 4000),   -- 課題
    sent_back    text        not null default '' check (char_length(sent_back) <= 500),
    submitted_by bigint      references account,
    version      int         not null,
    constraint one_sheet unique (programme_id, fiscal_year)
);
create trigger audit after insert or update or delete on evaluation_sheet
    for each row execute function audit_change('id');
alter table evaluation add column reason text not null default '' check (char_length(reason) <= 1000);
alter table evaluation add column decided_at timestamptz;
alter table evaluation add column decided_by bigint references account;
alter table evaluation add column version int not null default 1;

-- 判定の目安: from which share of the target on a grade is suggested. Without a row for a year the usual ones hold.
create table grade_rule (
    fiscal_year int     primary key,
    a_from      numeric not null default 1.00,
    near_from   numeric not null default 0.95,
    b_from      numeric not null default 0.50,
    check (0 < b_from and b_from <= near_from and near_from <= a_from)
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
create trigger audit after insert or update or delete on evaluation_comment
    for each row execute function audit_change('id');

-- 確定した実績, as a chain: each entry holds the hash of the one before, and its own hash is that of its content.
create table official_record (
    seq          bigint      primary key,
    kind         text        not null check (kind in ('APPROVAL', 'REOPENING', 'YEAR')),
    programme_id text        references programme,     -- null: the whole year
    fiscal_year  int         not null,
    content      text        not null,     -- JSON, exactly as it was hashed
    previous     text        not null,     -- hash of seq - 1; 64 zeros for the first
    hash         text        not null unique,
    decided_at   timestamptz not null,
    decided_by   bigint      references account,
    check ((kind = 'YEAR') = (programme_id is null))
);
create index official_record_programme on official_record (programme_id, fiscal_year, seq);
-- What an approval froze, in a form that can be asked.
create table approved_figure (
    seq             bigint  not null references official_record deferrable initially deferred,
    measure_id      bigint  not null references measure,
    fiscal_year     int     not null,
    target          numeric,
    target_revision int,
    reported        numeric,
    source          text,
    counting        text    not null,
    basis           text    not null,
    primary key (seq, measure_id)
);
create table approved_row (
    -- The rows are copied first and the record is made of the copies, so that both are the same moment's.
    seq          bigint  not null references official_record deferrable initially deferred,
    measure_id   bigint  not null references measure,
    fiscal_year  int     not null,
    kind         text    not null,
    event_id     bigint,
    session_id   bigint,
    person_id    bigint,     -- a number without a name once the person had it deleted
    role         text,
    quantity     numeric not null,
    grant_id     bigint,
    placement_id bigint
);
create index approved_row_measure on approved_row (measure_id, fiscal_year, seq);
create trigger no_change before update or delete on official_record for each row execute function refuse_change();
create trigger no_change before update or delete on approved_figure for each row execute function refuse_change();
create trigger no_change before update or delete on approved_row for each row execute function refuse_change();
create trigger no_truncate before truncate on official_record for each statement execute function refuse_change();
create trigger no_truncate before truncate on approved_figure for each statement execute function refuse_change();
create trigger no_truncate before truncate on approved_row for each statement execute function refuse_change();

-- The approval that holds now: the latest word about a programme's year, unless that is a re-opening.
create view approval_in_force as
select r.seq, r.programme_id, r.fiscal_year, r.hash, r.decided_at, r.decided_by
from official_record r
where r.kind = 'APPROVAL' and not exists (
    select 1 from official_record later
    where later.programme_id = r.programme_id and later.fiscal_year = r.fiscal_year and later.seq > r.seq);

-- The rows a figure is shown with: the frozen ones where the year is approved, the live ones where it is not. Totals and lists
-- are both made of these, so they are equal in both cases.
create view official_row as
select f.measure_id, f.fiscal_year, f.kind, f.event_id, f.session_id, f.person_id, f.role, f.quantity::numeric as quantity,
       f.grant_id, f.placement_id
from figure_row f
where not exists (
    select 1 from approval_in_force a join measure m on m.programme_id = a.programme_id
    where m.id = f.measure_id and a.fiscal_year = f.fiscal_year)
union all
select w.measure_id, w.fiscal_year, w.kind, w.event_id, w.session_id, w.person_id, w.role, w.quantity, w.grant_id,
       w.placement_id
from approved_row w
join approval_in_force a on a.seq = w.seq;

-- 差分: what the records say now beside what was approved, row by row. Nothing of it changes the approved figure.
create view official_difference as
with frozen as (
    select w.seq, w.measure_id, w.fiscal_year, w.kind, w.event_id, w.session_id, w.person_id, w.role, w.grant_id, w.placement_id,
           sum(w.quantity) as quantity
    from approved_row w join approval_in_force a on a.seq = w.seq
    group by w.seq, w.measure_id, w.fiscal_year, w.kind, w.event_id, w.session_id, w.person_id, w.role, w.grant_id, w.placement_id
), live as (
    select a.seq, f.measure_id, f.fiscal_year, f.kind, f.event_id, f.session_id, f.person_id, f.role, f.grant_id, f.placement_id,
           sum(f.quantity) as quantity
    from figure_row f
    join measure m on m.id = f.measure_id
    join approval_in_force a on a.programme_id = m.programme_id and a.fiscal_year = f.fiscal_year
    group by a.seq, f.measure_id, f.fiscal_year, f.kind, f.event_id, f.session_id, f.person_id, f.role, f.grant_id, f.placement_id
)
select coalesce(z.seq, l.seq) as seq, coalesce(z.measure_id, l.measure_id) as measure_id,
       coalesce(z.fiscal_year, l.fiscal_year) as fiscal_year, coalesce(z.kind, l.kind) as kind,
       coalesce(z.event_id, l.event_id) as event_id, coalesce(z.session_id, l.session_id) as session_id,
       coalesce(z.person_id, l.person_id) as person_id, coalesce(z.role, l.role) as role,
       coalesce(z.grant_id, l.grant_id) as grant_id, coalesce(z.placement_id, l.placement_id) as placement_id,
       z.quantity as frozen, l.quantity as live
from frozen z
full join live l on l.seq = z.seq and l.measure_id = z.measure_id and l.kind = z.kind
    and coalesce(l.event_id, 0) = coalesce(z.event_id, 0) and coalesce(l.session_id, 0) = coalesce(z.session_id, 0)
    and coalesce(l.person_id, 0) = coalesce(z.person_id, 0) and coalesce(l.role, '') = coalesce(z.role, '')
    and coalesce(l.grant_id, 0) = coalesce(z.grant_id, 0) and coalesce(l.placement_id, 0) = coalesce(z.placement_id, 0)
where z.quantity is distinct from l.quantity;

-- The lock: what staff enter by hand for an approved year stays as it was, unless an exception was made, which is listed and
-- can be taken back. Facts (a late scan, an undo, a merge, a deletion) are always kept; they are differences.
create table lock_exception (
    id           bigint      primary key,
    programme_id text        not null references programme,
    fiscal_year  int         not null,
    reason       text        not null check (char_length(reason) between 1 and 500),
    made_by      bigint      references account,
    made_at      timestamptz not null,
    revoked_at   timestamptz,
    version      int         not null
);
create trigger audit after insert or update or delete on lock_exception
    for each row execute function audit_change('id');

create function year_locked(programme text, year int) returns boolean language sql stable as $$
    select exists (select 1 from approval_in_force a where a.programme_id = programme and a.fiscal_year = year)
       and not exists (select 1 from lock_exception x where x.programme_id = programme and x.fiscal_year = year
                       and x.revoked_at is null)
$$;

create function refuse_when_locked() returns trigger language plpgsql as $$
declare
    locked boolean;
begin
    -- A count pressed at a door is a fact, however late its device reports.
    if current_setting('tsunagu.fact', true) = 'yes' then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    if tg_table_name = 'head_count' or tg_table_name = 'session_counted_role' then
        select bool_or(year_locked(e.programme_id, s.fiscal_year)) into locked
        from event_session s join event e on e.id = s.event_id
        where s.id in (case when tg_op = 'DELETE' then old.session_id else new.session_id end);
    elsif tg_table_name = 'event_session' then
        if tg_op = 'INSERT' or old.fiscal_year <> new.fiscal_year
           or old.outcome <> new.outcome and new.outcome = 'NOT_HELD' then
            select year_locked(e.programme_id, new.fiscal_year)
                   or tg_op = 'UPDATE' and year_locked(e.programme_id, old.fiscal_year) into locked
            from event e where e.id = new.event_id;
        end if;
    elsif tg_table_name = 'event' then
        if old.programme_id is distinct from new.programme_id or old.type <> new.type
           or old.companies is distinct from new.companies then
            select bool_or(year_locked(p.id, s.fiscal_year)) into locked
            from event_session s, (values (old.programme_id), (new.programme_id)) as p (id)
            where s.event_id = new.id and p.id is not null;
        end if;
    elsif tg_table_name = 'grant_decision' then
        if tg_op = 'INSERT' then
            locked := year_locked(new.programme_id, extract(year from new.decided_on - interval '3 months')::int);
        end if;
    elsif tg_table_name = 'measure_definition' then
        select bool_or(year_locked(m.programme_id, a.fiscal_year)) into locked
        from measure m join approval_in_force a on a.programme_id = m.programme_id and a.fiscal_year >= new.from_year
        where m.id = new.measure_id and not exists (
            select 1 from measure_definition d where d.measure_id = new.measure_id and d.from_year > new.from_year
              and d.from_year <= a.fiscal_year);
    else
        select year_locked(m.programme_id, new.fiscal_year) into locked from measure m where m.id = new.measure_id;
    end if;
    if locked then
        raise exception '% of an approved year', tg_table_name using errcode = 'TS003';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger locked before insert or update or delete on head_count for each row execute function refuse_when_locked();
create trigger locked before insert or delete on session_counted_role for each row execute function refuse_when_locked();
create trigger locked before insert or update on event_session for each row execute function refuse_when_locked();
create trigger locked before update on event for each row execute function refuse_when_locked();
create trigger locked before insert on grant_decision for each row execute function refuse_when_locked();
create trigger locked before insert or update on measure_definition for each row execute function refuse_when_locked();
create trigger locked before insert on target for each row execute function refuse_when_locked();
create trigger locked before insert on reported_figure for each row execute function refuse_when_locked();

-- Grades, too, stay as they were approved.
create function refuse_grade_when_locked() returns trigger language plpgsql as $$
begin
    if year_locked(new.programme_id, new.fiscal_year) then
        raise exception 'grade of an approved year' using errcode = 'TS003';
    end if;
    return new;
end $$;
create trigger locked before insert or update on evaluation for each row execute function refuse_grade_when_locked();
