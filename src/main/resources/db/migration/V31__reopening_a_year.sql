-- A year that was closed stays closed when one programme of it is opened again: its indicators keep their lock. To open them too, the
-- year itself is opened again, which is an entry of the chain of its own.
alter table official_record drop constraint official_record_check;
alter table official_record add constraint official_record_about
    check (case kind when 'YEAR' then programme_id is null when 'APPROVAL' then programme_id is not null else true end);

create or replace view closed_year as
select r.fiscal_year, r.seq
from official_record r
where r.kind = 'YEAR' and not exists (
    select 1 from official_record later
    where later.fiscal_year = r.fiscal_year and later.kind = 'REOPENING' and later.programme_id is null and later.seq > r.seq)
and r.seq = (select max(y.seq) from official_record y where y.kind = 'YEAR' and y.fiscal_year = r.fiscal_year);
