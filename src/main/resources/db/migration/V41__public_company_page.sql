-- A company that left the register has no public page, wherever it is asked for: page, comparison, class sheet.
create view finding_public_company_page as
select p.* from finding_company_page p
where not exists (select 1 from company_leaving l where l.company_id = p.id and l.returned_on is null);
