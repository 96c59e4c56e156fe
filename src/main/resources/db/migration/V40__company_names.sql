-- What a company is called, and where its address on the web leads, is public only after the city has looked at it: a changed name,
-- reading or website waits here. Decided ones stay, as what was asked and what the city said.
create table company_name_change (
    id         bigint      primary key,
    code       text        not null unique,
    company_id bigint      not null references company,
    state      text        not null check (state in ('WAITING', 'ACCEPTED', 'REFUSED', 'TAKEN_BACK')),
    name       text        not null check (char_length(name) between 1 and 100),
    reading    text        not null check (char_length(reading) between 1 and 200),
    website    text        not null default '' check (char_length(website) <= 500),
    comment    text        not null default '' check (char_length(comment) <= 1000),   -- of the city, to the company
    asked_at   timestamptz not null,
    decided_at timestamptz,
    version    int         not null,
    check ((state = 'WAITING') = (decided_at is null))
);
create unique index one_waiting_name on company_name_change (company_id) where state = 'WAITING';
create index company_name_change_company on company_name_change (company_id);

create trigger audit after insert or update or delete on company_name_change
    for each row execute function audit_change('id');

-- To how many addresses a company writes, and how many companies to one address, is limited. The address itself is not kept: a digest
-- is enough to count; '' for an invitation that was handed over.
alter table company_invitation add column mail_digest text not null default '';
create index company_invitation_mail on company_invitation (mail_digest, created_at) where mail_digest <> '';
