-- What anyone may read, one row per card or page: a list page is one statement, a detail page another, whatever the number
-- of rows. The finding room owns these views and reads nothing else. Edited in place: Flyway runs the file again when it changed.

drop view if exists finding_public_company_page, finding_company_page, finding_company_card, finding_job_page, finding_job_card,
    finding_internship_page, finding_internship_card, finding_event_page, finding_event_card, finding_event_draft_page, finding_event_draft_card;

-- A company that left is on no list; one that was merged into another is no company of its own.
create view finding_company_card as
select c.id, c.code, c.name, c.reading, c.industry, c.summary, c.plain_words, c.employees, c.founded, c.changed_at,
       array(select p.area from company_place p where p.company_id = c.id group by p.area order by min(p.number)) as areas,
       array(select f.feature from company_feature f where f.company_id = c.id and f.offered order by f.feature) as features,
       (select p.number from company_picture p where p.company_id = c.id order by p.number limit 1) as picture
from company c
where c.merged_into is null
  and not exists (select 1 from company_leaving l where l.company_id = c.id and l.returned_on is null);

-- The columns are written out, so that a new column of company is not public by itself. Companies that left are in it.
create view finding_company_page as
select c.id, c.code, c.corporate_number, c.name, c.reading, c.industry, c.summary, c.business, c.appeal, c.plain_words, c.welfare, c.day_of,
       c.founded, c.capital, c.employees, c.website, c.published_at, c.changed_at, c.version, c.merged_into, c.merged_at, c.videos,
       (select jsonb_agg(jsonb_build_object('name', p.name, 'area', p.area, 'address', p.address, 'industry', p.industry,
                                            'employees', p.employees) order by p.number)
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
from company c
where c.merged_into is null;

-- A company that left the register has no public page, wherever it is asked for: page, comparison, class sheet.
create view finding_public_company_page as
select p.* from finding_company_page p
where not exists (select 1 from company_leaving l where l.company_id = p.id and l.returned_on is null);

-- A posting nobody has confirmed for 90 days (Posting.CONFIRMED_FOR) is closed like one that was ended then.
create view finding_job_card as
select p.id, p.code, p.title, p.occupation, p.employment, p.area, p.wage_unit, p.wage_min, p.wage_max, p.days_off,
       p.opens_on, p.closes_on,
       least(p.ended_at, greatest(p.confirmed_at, p.opens_on::timestamp at time zone 'Asia/Tokyo') + interval '90 days')
           as ended_at,
       p.changed_at, p.relocation_url <> '' as relocation,
       array(select a.audience from posting_audience a where a.posting_id = p.id order by a.audience) as audiences,
       array(select f.feature from posting_feature f where f.posting_id = p.id and f.offered order by f.feature)
           as features,
       c.id as company_id, c.code as company_code, c.name as company_name, c.industry
from posting p
join company c on c.id = p.company_id;

create view finding_job_page as
select k.*, p.openings, p.hello_work_number, p.relocation_url, p.relocation_since, p.as_of, p.first_published_at,
       (select l.address from company_place l where l.company_id = p.company_id and l.number = 0) as company_address,
       (select coalesce(jsonb_agg(to_jsonb(x) order by x.number), '[]')
        from (select i.number, i.alt, i.width, i.height from company_picture i where i.company_id = p.company_id order by i.number limit 3) x)
           as company_pictures,
       (select jsonb_object_agg(f.feature, f.offered) from posting_feature f where f.posting_id = p.id) as offers,
       (select jsonb_agg(jsonb_build_object('edition', t.edition, 'term', t.term, 'words', t.words) order by t.edition)
        from posting_term t where t.posting_id = p.id) as terms,
       (select jsonb_agg(e.published_at order by e.edition) from posting_edition e where e.posting_id = p.id) as editions,
       p.public_since
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
select k.*, i.hours, i.content, i.supervision, i.selection, i.as_of, i.published_at,
       (select jsonb_object_agg(d.item, d.words) from internship_disclosure d where d.internship_id = i.id)
           as disclosures
from internship i
join finding_internship_card k on k.id = i.id;

-- Drafts as well: for staff, who look at one as the public will see it. Everybody else reads the two views after these.
create view finding_event_draft_card as
select e.id, e.code, e.type, e.title, e.state, e.area, e.published_at, e.programme_id, e.course,
       (select jsonb_agg(jsonb_build_object(
                   'id', s.id, 'number', s.number, 'title', s.title, 'knownTo', s.known_to, 'heldOn', s.held_on,
                   'startsAt', extract(epoch from s.starts_at)::bigint, 'endsAt', extract(epoch from s.ends_at)::bigint,
                   'fiscalYear', s.fiscal_year, 'place', s.place, 'itinerary', s.itinerary,
                   'online', s.online_url <> '', 'capacity', s.capacity,
                   'taken', s.taken, 'outcome', s.outcome, 'sequence', s.sequence,
                   'revisedAt', extract(epoch from coalesce(s.revised_at, e.published_at))::bigint,
                   'offWhy', case when e.state = 'CANCELLED' then e.cancelled_why else s.off_why end,
                   'intake', s.intake, 'opensAt', extract(epoch from s.intake_opens_at)::bigint,
                   'closesAt', extract(epoch from s.intake_closes_at)::bigint,
                   'limits', (select jsonb_object_agg(l.role, l.capacity) from session_limit l where l.session_id = s.id),
                   'roles', (select jsonb_agg(r.role) from session_counted_role r where r.session_id = s.id))
               order by s.number)
        from event_session s where s.event_id = e.id) as sessions
from event e;

create view finding_event_draft_page as
select k.*, e.description, e.access, e.bring, e.fee, e.fee_words, e.companies, e.note,
       -- Who has no entry in the register has neither code nor industry.
       (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('code', x.code, 'name', x.name, 'industry', x.industry, 'booth', x.booth,
                                                              'staff', x.staff))
                         order by x.booth, x.place)
        from (select c.code, c.name, c.industry, x.booth, x.staff, c.reading as place
              from event_exhibitor x join company c on c.id = x.company_id where x.event_id = e.id
              union all
              select null, o.name, null, o.booth, o.staff, o.name from event_outside_exhibitor o where o.event_id = e.id) x) as exhibitors,
       e.series,
       (select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.id)
        from event_file f where f.event_id = e.id) as files,
       (select jsonb_agg(jsonb_build_object('code', o.code, 'title', o.title, 'day', o.day) order by o.day)
        from (select s.code, s.title, min(t.held_on) as day from event s join event_session t on t.event_id = s.id
              where s.series = e.series and e.series <> '' and s.id <> e.id and s.state = 'PUBLISHED'
              group by s.id having min(t.held_on) is not null order by min(t.held_on) desc limit 12) o) as siblings,
       -- Who was there, as the last night put it together (decision 0056).
       w.heads, w.recorded, w.as_of as counted_on
from event e
join finding_event_draft_card k on k.id = e.id
left join public_presence w on w.event_id = e.id;

create view finding_event_card as
select k.* from finding_event_draft_card k where k.state in ('PUBLISHED', 'CANCELLED');

create view finding_event_page as
select k.* from finding_event_draft_page k where k.state in ('PUBLISHED', 'CANCELLED');
