-- An establishment has an industry and a size of its own; a page may lead to films elsewhere.
alter table company_place add column industry text not null default '';      -- "": the company's
alter table company_place add column employees int check (employees between 0 and 1000000);
alter table company add column videos text not null default '' check (char_length(videos) <= 1000);  -- one address a line

-- How often a page was opened, by day; without who.
create table page_view (
    kind  text   not null check (kind in ('COMPANY', 'JOB', 'INTERNSHIP', 'EVENT')),
    code  text   not null,
    day   date   not null,
    views bigint not null check (views > 0),
    primary key (kind, code, day)
);

drop view finding_company_page;
create view finding_company_page as
select c.*,
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
