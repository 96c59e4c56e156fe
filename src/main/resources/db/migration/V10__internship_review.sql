-- An internship on its way to the public, like a posting.
create table internship_proposal (
    id            bigint      primary key,
    code          text        not null unique,
    company_id    bigint      not null references company,
    internship_id bigint      references internship,        -- null: a new one
    state         text        not null
        check (state in ('DRAFT', 'SUBMITTED', 'SENT_BACK', 'PUBLISHED', 'REFUSED', 'DISCARDED')),
    comment       text        not null default '' check (char_length(comment) <= 1000),
    changed_at    timestamptz not null,
    changed_by    bigint      references account,
    submitted_at  timestamptz,
    decided_at    timestamptz,
    decided_by    bigint      references account,
    version       int         not null
);
create unique index one_live_internship_proposal on internship_proposal (internship_id)
    where state in ('DRAFT', 'SUBMITTED', 'SENT_BACK');
create index internship_proposal_company on internship_proposal (company_id);

create table internship_proposal_answer (
    proposal_id bigint not null references internship_proposal,
    field       text   not null check (char_length(field) <= 60),
    answer      text   not null check (char_length(answer) between 1 and 4000),
    primary key (proposal_id, field)
);

create table internship_proposal_acknowledged (
    proposal_id bigint not null references internship_proposal,
    finding     text   not null,
    primary key (proposal_id, finding)
);

create trigger audit after insert or update or delete on internship_proposal
    for each row execute function audit_change('id');
