-- People without an account register with a name and an address; sessions move and are called off, and calendars follow.
alter table registration add column guest_email text check (char_length(guest_email) <= 254);
create unique index one_live_guest on registration (session_id, lower(guest_email))
    where guest_email is not null and state in ('CONFIRMED', 'WAITING', 'OFFERED');

-- SEQUENCE of RFC 5545: rises whenever day, time or place changes or the session is called off.
alter table event_session add column sequence int not null default 0;

alter table event add column cancelled_at timestamptz;
alter table event add column cancelled_why text not null default '' check (char_length(cancelled_why) <= 500);
