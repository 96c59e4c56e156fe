-- What companies read of those who took part. Edited in place: Flyway runs the file again when it changed.

-- The only place a recruiting list is read from. Only type 3 may be used, and only where it was announced.
drop view if exists recruitable_participant;
create view recruitable_participant as
select id, code, company_id, internship_id, session_id, name, email, school
from participation
where state = 'PARTICIPATED' and type = 3 and data_used;

-- At which sessions a registration has its seat, or its place in the line: at its own, and where the event is a course at all the others, too.
drop view if exists seat;
create view seat as
select session_id, id as registration_id
from registration
union all
select s.id, r.id
from event e
join registration r on r.event_id = e.id
join event_session s on s.event_id = e.id and s.id <> r.session_id
where e.course;

-- The event of a registration's session. Kept beside it so that one constraint holds for numbers of all sessions of the event.
create or replace function fill_registration_event() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    new.event_id := (select event_id from event_session where id = new.session_id);
    return new;
end $$;
create or replace trigger fill_event before insert or update on registration for each row execute function fill_registration_event();
