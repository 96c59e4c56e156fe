-- What companies read of those who took part. Edited in place: Flyway runs the file again when it changed.

-- The only place a recruiting list is read from. Only type 3 may be used, and only where it was announced.
drop view if exists recruitable_participant;
create view recruitable_participant as
select id, code, company_id, internship_id, session_id, name, email, school
from participation
where state = 'PARTICIPATED' and type = 3 and data_used;
