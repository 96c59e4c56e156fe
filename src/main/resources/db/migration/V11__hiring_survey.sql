-- 新規雇用者数: each company says once a year how many it has hired.
create table hiring_answer (
    id          bigint      primary key,
    company_id  bigint      not null references company,
    fiscal_year int         not null check (fiscal_year between 2019 and 2099),
    hired       int         not null check (hired >= 0),               -- persons, in the fiscal year
    graduates   int         not null check (graduates between 0 and hired),   -- of whom new graduates
    from_city   int         not null check (from_city between 0 and hired),   -- of whom from schools or homes in the city
    note        text        not null default '' check (char_length(note) <= 500),
    answered_at timestamptz not null,
    answered_by bigint      references account,
    version     int         not null
);
create unique index one_hiring_answer on hiring_answer (company_id, fiscal_year);
create trigger audit after insert or update or delete on hiring_answer
    for each row execute function audit_change('id');
