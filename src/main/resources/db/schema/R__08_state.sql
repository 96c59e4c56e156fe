-- How the installation is: numbers that somebody who watches it wants, of all nodes together. Read by /staff/state and by whatever collects
-- metrics (docker/watch/queries.yaml); counts and minutes only, nothing of persons. Edited in place: Flyway runs the file again when it changed.
-- Replaced and not dropped: whoever was granted it (watching) keeps the right. New numbers are new rows, columns stay name and value.
create or replace view state_figure as
-- letters that should have left, how old the oldest of them is, and those given up
select 'letters_waiting' as name, count(*)::bigint as value from mail_outbox where state = 'WAITING' and next_try <= now()
union all
select 'letters_oldest_minutes', coalesce(extract(epoch from now() - min(written_at)) / 60, 0)::bigint
from mail_outbox where state = 'WAITING' and (tries > 0 or next_try <= now())
union all
select 'letters_failed', count(*) from mail_outbox where state = 'FAILED'
-- background work that fails, and the minutes since the one that ended well longest ago
union all
select 'jobs_failing', count(*) from job_state where failing_since is not null
union all
select 'jobs_late_minutes', coalesce(extract(epoch from now() - min(done_at)) / 60, 0)::bigint from job_state
-- what people do
union all
select 'registrations_hour', count(*) from registration where created_at > now() - interval '1 hour'
union all
select 'scans_hour', count(*) from scan where scanned_at > now() - interval '1 hour'
union all
select 'in_line', count(*) from registration r
where r.state in ('WAITING', 'OFFERED') and exists (
    select 1 from event_session s join event e on e.id = s.event_id
    where e.id = r.event_id and (e.course or s.id = r.session_id) and s.starts_at > now() and s.outcome <> 'NOT_HELD')
-- what must never be: a seat more than there are (a constraint stands before it)
union all
select 'sessions_oversold', count(*) from event_session where taken > capacity + beyond
-- accounts for which all tries were used up: somebody guesses, or forgot
union all
select 'sign_ins_refused', count(*) from allowance
where what in ('SIGN_IN_ACCOUNT', 'SIGN_IN_DEVICE', 'SECOND_FACTOR') and full_at > now() + interval '4 minutes'
-- the trail's entries that no seal covers yet
union all
select 'trail_unsealed', count(*) from audit_entry where id > (select coalesce(max(last_id), 0) from audit_seal)
-- sessions kept in the database (none with one node), and connections of the portal
union all
select 'sessions', count(*) from http_session where maxinactivetime is not null
union all
select 'connections', count(*) from pg_stat_activity where datname = current_database() and application_name like 'tsunagu%';
