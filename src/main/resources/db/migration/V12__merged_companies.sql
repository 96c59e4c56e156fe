-- Two entries of one company become one: the merged one stays as a row, so that its address leads on and the trail is whole.
alter table company add column merged_into bigint references company;
alter table company add column merged_at timestamptz;
alter table company add check ((merged_into is null) = (merged_at is null));
alter table company add check (merged_into <> id);

drop view finding_company_page;
create or replace view finding_company_card as
select c.id, c.code, c.name, c.reading, c.industry, c.summary, c.plain_words, c.employees, c.founded, c.changed_at,
       array(select p.area from company_place p where p.company_id = c.id group by p.area order by min(p.number)) as areas,
       array(select f.feature from company_feature f where f.company_id = c.id and f.offered order by f.feature) as features,
       (select p.number from company_picture p where p.company_id = c.id order by p.number limit 1) as picture
from company c
where c.merged_into is null;

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
from company c
where c.merged_into is null;
