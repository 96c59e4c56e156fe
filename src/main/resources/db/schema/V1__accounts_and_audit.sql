-- Rooms: audit, account. Who people are, who may sign in, and the trail of every change.

-- Ids of all rows. 50 at a time, because EclipseLink takes blocks of 50 that end at the value it read.
create sequence tsunagu_seq start with 50 increment by 50;

-- How somebody is reached, and what is written to them: encrypted with a key outside of the database (TSUNAGU_FIELD_KEY, shared.SealedText,
-- decision 0051). Begins with the key's name, and a nonce of twelve bytes; the last sixteen are its tag. Text that was not sealed is refused.
create domain sealed_text as bytea check (octet_length(value) >= 36 and encode(substring(value from 1 for 8), 'escape') ~ '^[0-9a-f]{8}$');
-- By what a sealed text is found again, in the column <name>_key beside it: HMAC-SHA-256 with a key that is derived from the same one (shared.Mark).
create domain mark as text check (value ~ '^[0-9a-f]{64}$');

-- The keys with which something is sealed here, and by what one knows that a key of that name is the same.
create table field_key (
    name       text        primary key check (name ~ '^[0-9a-f]{8}$'),
    proof      bytea       not null,    -- its own name, sealed with it
    first_used timestamptz not null default now()
);

-- The audit trail: who changed what, when, why. Written by triggers in the transaction of the change itself (R__01_audit.sql), so that
-- no code path can forget it; append-only. Secrets, addresses and people's words never enter it, because it is never deleted.
create table audit_entry (
    id         bigint      generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    actor      text        not null,    -- 'account:17', 'system:mail': what the transaction set as tsunagu.actor
    reason     text,                    -- as the person gave it; null: none was asked for
    table_name text        not null,
    row_id     text        not null,
    action     text        not null check (action in ('INSERT', 'UPDATE', 'DELETE')),
    before     jsonb,                   -- the row without its secrets; null for an INSERT, and where the trail says only that it changed
    after      jsonb                    -- the same; null for a DELETE
);
create index audit_entry_row on audit_entry (table_name, row_id, id);
create index audit_entry_at on audit_entry (at);
create index audit_entry_actor on audit_entry (actor, at);
create index audit_entry_of on audit_entry (row_id, id);    -- a number that somebody looks for without knowing whose it is
create index audit_entry_why on audit_entry (coalesce(reason, '')) where coalesce(reason, '') > '';    -- few have one

-- What act_as() seals an actor's name under, and the nodes of the portal that may say it. The portal's own role reads neither.
create table acting_key (
    only_row boolean primary key default true check (only_row),
    key      bytea   not null check (octet_length(key) = 32)
);
create table acting_node (
    digest  bytea       primary key,    -- SHA-256 of the secret, which is in the node's memory, or in a file of the nodes
    started timestamptz not null default now()
);

-- Public keys by which seals are checked; the private one is a file of the server (TSUNAGU_SEAL_KEY), never in the database.
create table seal_key (
    key_id     text        primary key check (key_id ~ '^[0-9a-f]{16}$'),    -- begin of the key's SHA-256
    public_key text        not null,    -- X.509 SubjectPublicKeyInfo, base64: Ed25519 (RFC 8410)
    first_used timestamptz not null
);

-- The trail, sealed in blocks of entries: each names the hash of the block before and is signed. Only ever added to.
create table audit_seal (
    no        bigint      primary key,
    first_id  bigint      not null,    -- of the entries; whatever number lies between and is not in ids was never given
    last_id   bigint      not null check (last_id >= first_id),
    entries   int         not null check (entries > 0),
    previous  text        not null,    -- hash of no - 1; 64 zeros for the first
    contents  text        not null,    -- SHA-256 over the SHA-256 of each entry's line (audit_line), in order
    hash      text        not null unique,
    sealed_at timestamptz not null,
    key_id    text        references seal_key,    -- null: the server had no key
    signature text,                    -- Ed25519, base64; of the text "audit <no> <hash>"
    ids       bigint[]    not null,    -- to say which entry is gone, changed or added …
    marks     bytea       not null,    -- … the first eight bytes of each entry's SHA-256
    check ((key_id is null) = (signature is null))
);

-- The end of each chain, signed once a day, and that of official records with each of them; shown to everybody: who keeps one of them can
-- tell a chain that was made anew.
create table signed_head (
    chain     text        not null check (chain in ('audit', 'official')),
    day       date        not null,    -- in Japan
    no        bigint      not null,
    hash      text        not null,
    signed_at timestamptz not null,
    key_id    text        not null references seal_key,
    signature text        not null,    -- of the text "head <chain> <day> <no> <hash>"
    primary key (chain, day, no)
);

-- A person as figures count people: outlives the account and loses the name when the person asks for deletion.
create table person (
    id          bigint      primary key,
    name        text        check (char_length(name) between 1 and 100),    -- null: deleted at the person's wish
    -- Of somebody who came without an account: how the name is read, and the year of birth, tell two of one name apart.
    reading     text        not null default '' check (char_length(reading) <= 200),
    birth_year  int         check (birth_year between 1900 and 2100),
    merged_into bigint      references person,    -- one person under two registrations: the one it stands for; null: itself
    created_at  timestamptz not null,
    version     int         not null,
    check (merged_into <> id)
);
create index person_merged on person (merged_into) where merged_into is not null;

-- Who may sign in.
create table account (
    id            bigint      primary key,
    person_id     bigint      not null references person,
    email         sealed_text not null,
    email_key     mark        not null,
    password_hash text        not null,                    -- Argon2id
    -- ASLEEP: nobody used it for a long time; its owner wakes it by the link that chooses a new password (decision 0048).
    state         text        not null check (state in ('ACTIVE', 'DISABLED', 'ASLEEP')),
    epoch         int         not null default 0,          -- raised at every change of password, state or roles: older sessions end
    language      text        check (language in ('ja', 'easy', 'en')),    -- of the letters to them; null: never chosen, Japanese
    digest        boolean     not null default true,       -- staff: wants the letter in the morning about what waits
    created_at    timestamptz not null,
    version       int         not null
);
create unique index account_email on account (email_key);

-- What an account may be used for.
create table account_role (
    account_id bigint not null references account,
    -- MANAGER: 課長, approves what staff submit. PARTNER: 委託先, reports for the programmes staff gave to it. AUDITOR: 監査, reads the trail,
    -- who read persons' records, and the register of personal files; changes nothing.
    role       text   not null check (role in
        ('SEEKER', 'COMPANY', 'STAFF', 'DOOR', 'COMMITTEE', 'ADMINISTRATOR', 'MANAGER', 'PARTNER', 'AUDITOR')),
    primary key (account_id, role)
);

-- A link in a letter by which an account's owner chooses a password or takes over a new address. Stored as a digest: whoever reads the
-- database opens nothing with it. Not in the audit trail (addresses never are); what comes of it, is.
create table account_link (
    token_digest text        primary key,
    account_id   bigint      not null references account on delete cascade,
    purpose      text        not null check (purpose in ('PASSWORD', 'INVITATION', 'ADDRESS')),
    email        sealed_text,    -- the new address; null: none is asked for
    asked_at     timestamptz not null
);
create index account_link_account on account_link (account_id);
create index account_link_asked on account_link (asked_at);

-- A browser from which somebody signed in to the account. It has a cookie that names nobody: a random number, another one after every
-- sign-in, stored as a digest. Not in the audit trail: it changes at every sign-in and says where people are.
create table account_device (
    id            bigint      primary key,
    account_id    bigint      not null references account on delete cascade,
    digest        text        not null,
    browser       text        not null check (char_length(browser) <= 60),    -- family and system, 'Chrome, Android'; '': not recognised
    first_at      timestamptz not null,
    last_at       timestamptz not null,     -- of the last sign-in
    trusted_until timestamptz,              -- the second factor is not asked for until then; null: it is
    trusted_epoch int,                      -- of the account when that was said: with another epoch it is asked for again
    unique (account_id, digest),
    check ((trusted_until is null) = (trusted_epoch is null))
);
create index account_device_digest on account_device (digest);

-- Somebody is signed in: one row for each sign-in, named by the HTTP session and read at every request. All times are the database's,
-- so that nodes agree. Kept for a day after its end, for nobody but its owner.
create table account_session (
    id         bigint      primary key,
    account_id bigint      not null references account on delete cascade,
    epoch      int         not null,    -- good while it is the account's
    browser    text        not null check (char_length(browser) <= 60),
    opened_at  timestamptz not null default now(),
    seen_at    timestamptz not null default now(),    -- not later than five minutes after the last request
    proved_at  timestamptz default now(),             -- when password or passkey were last asked for and given; null: a provider said who it is
    ended_at   timestamptz                            -- null: goes on, unless too old, too long unused, or of another epoch
);
create index account_session_account on account_session (account_id, opened_at);

-- When an account was used last, by the day; sessions themselves are gone after a day. Not in the trail: it says when people were there.
create table account_use (
    account_id bigint primary key references account on delete cascade,
    used_on    date   not null,    -- in Japan
    warned_on  date                -- its owner was told that it will be put to sleep; null: not since they used it last
);

-- 二段階認証: an app that makes a number every thirty seconds (TOTP). In force from the first right number.
create table second_factor (
    account_id   bigint      primary key references account on delete cascade,
    secret       bytea       not null,             -- encrypted with a key of the server (shared.FieldCipher)
    confirmed_at timestamptz,                      -- null: begun, its first number is waited for
    last_step    bigint      not null default 0,   -- thirty seconds since 1970 whose number was used last
    version      int         not null
);

-- パスキー (WebAuthn): a key pair of somebody's device or password manager; here is the public half. Another way in than the password, and a
-- second factor at the same time, because its owner unlocks it (user verification).
create table passkey (
    id            bigint      primary key,
    account_id    bigint      not null references account on delete cascade,
    credential_id bytea       not null unique check (octet_length(credential_id) between 1 and 1023),
    user_handle   bytea       not null check (octet_length(user_handle) = 32),    -- the same for all of an account; names nobody
    public_key    bytea       not null,    -- COSE
    sign_count    bigint      not null,    -- of the last use; 0 for authenticators that do not count: smaller or equal is a copy
    name          text        not null check (char_length(name) between 1 and 60),    -- its owner's
    made_at       timestamptz not null,
    used_at       timestamptz              -- null: never
);
create index passkey_account on passkey (account_id);
create index passkey_user on passkey (user_handle);

-- What was asked of an authenticator and answered: each question is answered once. Kept as long as it could be answered again.
create table passkey_answered (
    digest text        primary key,
    at     timestamptz not null default now()
);

-- A provider (OpenID Connect) by whose word the account is opened: linked by its owner, never because addresses are alike (decision 0050).
-- Roles and second factor stay this portal's. Whom the provider has said it is, is named by both of its columns together.
create table provider_link (
    id         bigint      primary key,
    account_id bigint      not null references account on delete cascade,
    issuer     text        not null check (char_length(issuer) between 1 and 500),     -- the provider: an address, as it names itself
    subject    text        not null check (char_length(subject) between 1 and 255),    -- the person there; nobody else is ever called so
    linked_at  timestamptz not null,
    used_at    timestamptz,                                                            -- null: never
    unique (issuer, subject),
    unique (account_id, issuer)
);

-- For whoever has no phone at hand: each opens once. Digests of 59 random bits.
create table recovery_code (
    account_id bigint      not null references account on delete cascade,
    digest     text        not null,
    used_at    timestamptz,    -- null: not used
    primary key (account_id, digest)
);

-- Phone and codes are lost: one person asks that the second factor is taken away, another does it.
create table factor_reset (
    id          bigint      primary key,
    account_id  bigint      not null references account on delete cascade,
    asked_by    bigint      not null references account,
    asked_at    timestamptz not null,
    reason      text        not null check (char_length(reason) between 1 and 500),
    answered_by bigint      references account,
    answered_at timestamptz,    -- null: waits
    done        boolean,        -- false: it was not taken away
    check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (done is null)),
    constraint factor_reset_by_another check (not coalesce(done, false) or answered_by <> asked_by and answered_by <> account_id)
);
create unique index one_open_factor_reset on factor_reset (account_id) where answered_at is null;

-- Somebody asked for an account and has not opened the link in the letter yet. Kept for a day; nothing of it is an account, and nobody
-- is told whether the address has one.
create table pending_sign_up (
    token_digest text        primary key,
    name         text        not null check (char_length(name) between 1 and 100),
    email        sealed_text not null,
    email_key    mark        not null,
    company      boolean     not null,    -- wants to act for a company
    next_path    text        not null default '' check (char_length(next_path) <= 1000),    -- where the person wanted to go
    consent      text        not null,    -- version of the text that was agreed to
    language     text        not null check (language in ('ja', 'easy', 'en')),    -- of the page on which it was asked
    asked_at     timestamptz not null
);
create index pending_sign_up_asked on pending_sign_up (asked_at);

-- Which text a person agreed to, and when (個人情報保護法 62条: the purpose is stated when data are taken).
create table consent (
    id           bigint      primary key,
    person_id    bigint      not null references person,
    purpose      text        not null,
    text_version text        not null,
    given_at     timestamptz not null,
    withdrawn_at timestamptz    -- null: holds
);
create index consent_person on consent (person_id, purpose);

-- One person under two registrations. What each did stays where it is; figures count them as one, and that can be taken back.
create table person_merge (
    id        bigint      primary key,
    merged    bigint      not null references person,    -- who is counted as the other one
    into_id   bigint      not null references person,
    merged_at timestamptz not null,
    merged_by bigint      references account,
    undone_at timestamptz,                               -- null: holds
    undone_by bigint      references account
);
create unique index one_live_merge on person_merge (merged) where undone_at is null;

-- Two entries that look like one person and are two: the question is not asked again, and that can be taken back.
create table person_distinct (
    id        bigint      primary key,
    one       bigint      not null references person,
    other     bigint      not null references person,
    said_at   timestamptz not null,
    said_by   bigint      references account,
    undone_at timestamptz,                               -- null: holds
    undone_by bigint      references account,
    check (one < other)
);
create unique index one_live_distinction on person_distinct (one, other) where undone_at is null;
