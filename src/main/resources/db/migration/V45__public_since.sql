-- "Became public" is a fact with a time: what is published at ten in the morning of its first day is new at ten, not at midnight
-- of that day, when nobody could read it yet. New for saved searches, followers, orders of lists and the sitemap.
alter table company add column public_since timestamptz;
alter table posting add column public_since timestamptz;
alter table internship add column public_since timestamptz;
select set_config('tsunagu.actor', 'system:migration', true);
update company c set public_since = greatest(c.published_at,
    (select max(l.returned_on)::timestamp at time zone 'Asia/Tokyo' from company_leaving l where l.company_id = c.id));
update posting set public_since = greatest(first_published_at, opens_on::timestamp at time zone 'Asia/Tokyo');
update internship set public_since = greatest(published_at, opens_on::timestamp at time zone 'Asia/Tokyo');
alter table company alter column public_since set not null;
alter table posting alter column public_since set not null;
alter table internship alter column public_since set not null;

alter table search_entry add column public_since timestamptz;
update search_entry e set public_since = coalesce(
    case e.kind when 'COMPANY' then (select c.public_since from company c where c.id = e.record_id)
                when 'JOB' then (select p.public_since from posting p where p.id = e.record_id)
                when 'INTERNSHIP' then (select i.public_since from internship i where i.id = e.record_id) end,
    e.opens_at);
alter table search_entry alter column public_since set not null;
alter table search_entry drop column fresh;
create index search_entry_public_since on search_entry (public_since) where not removed;

create or replace view finding_job_page as
select k.*, p.openings, p.hello_work_number, p.relocation_url, p.relocation_since, p.as_of, p.first_published_at,
       (select l.address from company_place l where l.company_id = p.company_id and l.number = 0) as company_address,
       (select jsonb_object_agg(f.feature, f.offered) from posting_feature f where f.posting_id = p.id) as offers,
       (select jsonb_agg(jsonb_build_object('edition', t.edition, 'term', t.term, 'words', t.words) order by t.edition)
        from posting_term t where t.posting_id = p.id) as terms,
       (select jsonb_agg(e.published_at order by e.edition) from posting_edition e where e.posting_id = p.id) as editions,
       p.public_since
from posting p
join finding_job_card k on k.id = p.id;

-- What the city said when it took something down that was published; '' when it did not.
alter table posting add column taken_down_why text not null default '' check (char_length(taken_down_why) <= 500);
alter table posting add check (taken_down_why = '' or ended_because = 'CITY');
alter table internship add column taken_down_why text not null default '' check (char_length(taken_down_why) <= 500);
alter table internship add check (taken_down_why = '' or ended_at is not null);
