-- Background work: what became of it, on whichever node. Counts and kinds only, nothing of persons.
create table job_state (
    job           text        primary key check (job ~ '^[a-z-]{1,40}$'),
    done_at       timestamptz,                       -- last round that ended well; null: none did
    failing_since timestamptz,                       -- null: it goes well
    failures      int         not null default 0,    -- rounds since then
    failure       text        not null default '' check (char_length(failure) <= 100)
);
