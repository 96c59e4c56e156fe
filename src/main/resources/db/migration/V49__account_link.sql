-- A link in a letter by which an account's owner chooses a password or takes over a new address. Stored as a digest: whoever reads the
-- database opens nothing with it. Not in the audit trail (addresses never are); what comes of it, is.
create table account_link (
    token_digest text        primary key,
    account_id   bigint      not null references account on delete cascade,
    purpose      text        not null check (purpose in ('PASSWORD', 'INVITATION', 'ADDRESS')),
    -- the new address; '' where none is asked for
    email        text        not null default '' check (char_length(email) <= 254),
    asked_at     timestamptz not null
);
create index account_link_account on account_link (account_id);
create index account_link_asked on account_link (asked_at);
