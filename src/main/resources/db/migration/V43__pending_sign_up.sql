-- Somebody asked for an account and has not opened the link in the letter yet. Kept for a day; nothing of it is an account, and nobody
-- is told whether the address has one.
create table pending_sign_up (
    token_digest text        primary key,
    name         text        not null check (char_length(name) between 1 and 100),
    email        text        not null check (char_length(email) <= 254),
    company      boolean     not null,
    next_path    text        not null default '' check (char_length(next_path) <= 1000),
    consent      text        not null,
    asked_at     timestamptz not null
);
create index pending_sign_up_asked on pending_sign_up (asked_at);
