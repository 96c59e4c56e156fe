-- Letters on their way: written in the transaction of what they tell, sent by a job that runs on every node.
create table mail_outbox (
    id            bigint      primary key,
    once          text        not null unique,      -- what the letter is about: the same is never sent twice
    recipient     text        not null check (char_length(recipient) <= 254),
    subject       text        not null,
    body          text        not null,
    calendar      text        not null default '',  -- an .ics file, "" for none
    state         text        not null check (state in ('WAITING', 'SENT', 'FAILED')),
    tries         int         not null default 0,
    next_try      timestamptz not null,             -- while it is being sent: when another node may try
    written_at    timestamptz not null,
    sent_at       timestamptz,
    trouble       text        not null default '',
    message_id    text        not null,
    check ((state = 'SENT') = (sent_at is not null))
);
create sequence mail_outbox_seq;
create index mail_outbox_due on mail_outbox (next_try) where state = 'WAITING';
create index mail_outbox_recipient on mail_outbox (recipient, written_at);

-- What runs once a day runs once among all nodes.
create table daily_task_run (
    task   text        not null,
    day    date        not null,
    ran_at timestamptz not null,
    primary key (task, day)
);
