-- What anyone may read, one row per card or page: a list page is one statement, a detail page another, whatever the number
-- of rows. The finding room owns these views and reads nothing else.
create view finding_company_card as
select c.id, c.code, c.name, c.reading, c.industry, c.summary, c.plain_words, c.employees, c.founded, c.changed_at,
       array(select p.area from company_place p where p.company_id = c.id group by p.area order by min(p.number)) as areas,
       array(select f.feature from company_feature f where f.company_id = c.id and f.offered order by f.feature) as features,
       (select p.number from company_picture p where p.company_id = c.id order by p.number limit 1) as picture
from company c;

create view finding_company_page as
select c.*,
       (select jsonb_agg(jsonb_build_object('name', p.name, 'area', p.area, 'address', p.address) order by p.number)
        from company_place p where p.company_id = c.id) as places,
       (select jsonb_agg(jsonb_build_object('at', to_char(h.at, 'HH24:MI'), 'what', h.what) order by h.number)
        from company_hour h where h.company_id = c.id) as hours,
       (select jsonb_object_agg(f.feature, f.offered) from company_feature f where f.company_id = c.id) as features,
       array(select t.certificate from company_certificate t where t.company_id = c.id order by t.certificate)
           as certificates,
       (select jsonb_agg(jsonb_build_object('item', y.item, 'fiscalYear', y.fiscal_year, 'amount', y.amount,
                                            'words', y.words) order by y.fiscal_year)
        from company_youth_fact y where y.company_id = c.id) as youth,
       (select jsonb_agg(jsonb_build_object('number', p.number, 'alt', p.alt, 'width', p.width, 'height', p.height)
                         order by p.number)
        from company_picture p where p.company_id = c.id) as pictures,
       (select jsonb_agg(jsonb_build_object('code', e.code, 'title', e.title, 'booth', x.booth, 'day', s.first_day,
                                            'lastDay', s.last_day)
                         order by s.first_day)
        from event_exhibitor x
        join event e on e.id = x.event_id and e.state = 'PUBLISHED'
        join lateral (select min(held_on) as first_day, max(held_on) as last_day from event_session where event_id = e.id) s on true
        where x.company_id = c.id and s.first_day is not null) as events
from company c;

create view finding_job_card as
select p.id, p.code, p.title, p.occupation, p.employment, p.area, p.wage_unit, p.wage_min, p.wage_max, p.days_off,
       p.opens_on, p.closes_on, p.ended_at, p.changed_at, p.relocation_url <> '' as relocation,
       array(select a.audience from posting_audience a where a.posting_id = p.id order by a.audience) as audiences,
       array(select f.feature from posting_feature f where f.posting_id = p.id and f.offered order by f.feature)
           as features,
       c.id as company_id, c.code as company_code, c.name as company_name, c.industry
from posting p
join company c on c.id = p.company_id;

create view finding_job_page as
select k.*, p.openings, p.hello_work_number, p.relocation_url, p.relocation_since, p.as_of, p.first_published_at,
       (select l.address from company_place l where l.company_id = p.company_id and l.number = 0) as company_address,
       (select jsonb_object_agg(f.feature, f.offered) from posting_feature f where f.posting_id = p.id) as offers,
       (select jsonb_agg(jsonb_build_object('edition', t.edition, 'term', t.term, 'words', t.words) order by t.edition)
        from posting_term t where t.posting_id = p.id) as terms,
       (select jsonb_agg(e.published_at order by e.edition) from posting_edition e where e.posting_id = p.id) as editions
from posting p
join finding_job_card k on k.id = p.id;

create view finding_internship_card as
select i.id, i.code, i.title, i.type, i.area, i.place, i.starts_on, i.ends_on, i.days, i.workplace_days, i.data_used,
       i.capacity, i.opens_on, i.closes_on, i.ended_at, i.changed_at, i.subsidy, i.pay,
       array(select a.audience from internship_audience a where a.internship_id = i.id order by a.audience) as audiences,
       c.id as company_id, c.code as company_code, c.name as company_name, c.industry
from internship i
join company c on c.id = i.company_id;

create view finding_internship_page as
select k.*, i.content, i.supervision, i.selection, i.as_of, i.published_at,
       (select jsonb_object_agg(d.item, d.words) from internship_disclosure d where d.internship_id = i.id)
           as disclosures
from internship i
join finding_internship_card k on k.id = i.id;

create view finding_event_card as
select e.id, e.code, e.type, e.title, e.state, e.area, e.published_at, e.programme_id,
       (select jsonb_agg(jsonb_build_object(
                   'id', s.id, 'number', s.number, 'title', s.title, 'knownTo', s.known_to, 'heldOn', s.held_on,
                   'startsAt', extract(epoch from s.starts_at)::bigint, 'endsAt', extract(epoch from s.ends_at)::bigint,
                   'fiscalYear', s.fiscal_year, 'place', s.place, 'online', s.online_url <> '', 'capacity', s.capacity,
                   'taken', s.taken, 'outcome', s.outcome,
                   'roles', (select jsonb_agg(r.role) from session_counted_role r where r.session_id = s.id))
               order by s.number)
        from event_session s where s.event_id = e.id) as sessions
from event e
where e.state in ('PUBLISHED', 'CANCELLED');

create view finding_event_page as
select k.*, e.description, e.access, e.bring, e.companies, e.note,
       (select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'industry', c.industry, 'booth', x.booth)
                         order by x.booth, c.reading)
        from event_exhibitor x join company c on c.id = x.company_id where x.event_id = e.id) as exhibitors
from event e
join finding_event_card k on k.id = e.id;
