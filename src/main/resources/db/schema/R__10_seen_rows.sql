-- Whose rows the portal's role sees: the second wall behind the use cases (decision 0046). Applications with what belongs to them,
-- participations in internships, invitations of scout, and bookings of consultations, are there for the person they are about, the company they went to, the contractor who keeps the office, staff,
-- and the portal's own work; for a connection that nobody named anybody to, there are none. The owner (views, triggers, migrations, a dump)
-- sees all. Which tables have it, their V files say (enable row level security).

-- What act_as() and see_as() said for this transaction: 'all', or '<person>,<account>'; '' where nobody did, or somebody else set it.
create or replace function seen_scope() returns text
    language sql stable security definer set search_path = public, pg_temp as $$
    select case when nullif(current_setting('tsunagu.scope', true), '') is not null
                     and current_setting('tsunagu.scope_seal', true) = acting_seal('scope', current_setting('tsunagu.scope', true))
                then current_setting('tsunagu.scope', true) else '' end
$$;

-- Null: nobody's. @param part 1 for the person, 2 for the account
create or replace function seen_number(part int) returns bigint
    language sql stable security definer set search_path = public, pg_temp as $$
    select case when scope like '%,%' then nullif(split_part(scope, ',', part), '')::bigint end from seen_scope() scope
$$;

-- The companies that the account acts for now: who left sees nothing.
create or replace function seen_companies() returns bigint[]
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(array_agg(m.company_id), '{}') from company_member m where m.account_id = seen_number(2) and m.left_at is null
$$;

-- Each question in parentheses is asked once for a statement, not for a row.
drop policy if exists seen on job_application;
create policy seen on job_application using (
    (select seen_scope()) = 'all' or person_id = (select seen_number(1)) or company_id = any ((select seen_companies())::bigint[]));

-- The application's own rule holds for what belongs to it.
drop policy if exists seen on job_application_answer;
create policy seen on job_application_answer using (
    (select seen_scope()) = 'all' or exists (select 1 from job_application a where a.id = application_id));
drop policy if exists seen on job_application_step;
create policy seen on job_application_step using (
    (select seen_scope()) = 'all' or exists (select 1 from job_application a where a.id = application_id));
drop policy if exists seen on job_application_message;
create policy seen on job_application_message using (
    (select seen_scope()) = 'all' or exists (select 1 from job_application a where a.id = application_id));
drop policy if exists seen on job_application_file;
create policy seen on job_application_file using (
    (select seen_scope()) = 'all' or exists (select 1 from job_application a where a.id = application_id));

drop policy if exists seen on participation;
create policy seen on participation using (
    (select seen_scope()) = 'all' or person_id = (select seen_number(1)) or company_id = any ((select seen_companies())::bigint[]));
drop policy if exists seen on scout_invitation;
create policy seen on scout_invitation using (
    (select seen_scope()) = 'all' or person_id = (select seen_number(1)) or company_id = any ((select seen_companies())::bigint[]));

drop policy if exists seen on consultation_booking;
create policy seen on consultation_booking using (
    (select seen_scope()) = 'all' or person_id = (select seen_number(1))
    or exists (select 1 from consultation_time t
               join consultation_office o on o.id = t.office_id
               join partner_programme p on p.programme_id = o.programme_id
               where t.id = time_id and p.account_id = (select seen_number(2))));

-- What everybody may know of bookings: which times are taken, and on which day one was (figures are shown by day). Nobody stands in them.
create or replace view consultation_taken as
    select time_id from consultation_booking where state in ('BOOKED', 'KEPT', 'MISSED');
create or replace view consultation_when as
    select b.id, t.starts_at from consultation_booking b join consultation_time t on t.id = b.time_id;
