-- What the portal may do in its database while it serves: its role (:application) owns nothing, so that whoever gets hold of its
-- connection can neither switch off a trigger nor replace a function, drop a table or rewrite what figures are proven by. Run by the owner
-- after every migration (platform.Schema). A new table gets the four rights of the first block, unless it is named below; a new function
-- may be called by nobody. DatabaseRightsIT tries it.

-- Two nodes that start together give them one after the other.
select pg_advisory_xact_lock(7360);

-- Only what is ours: a city's administrator may have put an extension of their own beside it.
do $$
declare
    each record;
begin
    for each in select relname, relkind from pg_class
                where relnamespace = 'public'::regnamespace and relowner = current_user::regrole and relkind in ('r', 'v', 'S')
    loop
        execute format('revoke all on %I from :application, public', each.relname);
        execute format(case each.relkind when 'S' then 'grant usage on sequence %I to :application'
                       else 'grant select, insert, update, delete on %I to :application' end, each.relname);
    end loop;
    for each in select oid::regprocedure as name from pg_proc
                where pronamespace = 'public'::regnamespace and proowner = current_user::regrole
    loop
        execute format('revoke all on function %s from :application, public', each.name);
    end loop;
end $$;
grant usage on schema public to :application;

-- Only ever added to: seals, approvals and what was approved, numbers entered by hand with their revisions, allocations, the key of seals.
revoke update, delete on audit_seal, signed_head, seal_key, official_record, approved_figure, approved_row, difference_in_record, indicator_value, monthly_total, monthly_release, target, reported_figure, meeting_run, event_closing,
    installation_key, figure_change from :application;

-- Who read persons' records: added, and taken away when it is old (a trigger keeps what is not).
revoke update on person_viewing from :application;

-- Written by triggers and functions of the owner only: the trail, kept totals, the numbers of differences, the years of a definition.
revoke insert, update, delete on audit_entry, figure_total, numbered_difference, measure_year from :application;

-- Entered by the owner at the start; the portal takes away the keys that seal nothing any more.
revoke insert, update on field_key from :application;

-- Filled by whoever restores a backup; the portal takes away what it has done.
revoke insert, update on deletion_again from :application;

-- Nobody's but the owner's.
revoke all on acting_key, acting_node from :application;

-- A node without the owner's password reads whether the database has its schema.
revoke insert, update, delete on flyway_schema_history from :application;

-- What it may call. A trigger's function needs no such right.
grant execute on function act_as(text, text, text), see_as(text, text), seen_scope(), seen_number(int), seen_companies(), mark_fact(text), is_fact(), refresh_figures(), search_hits(tsquery, text[], boolean),
    fiscal_year_of(timestamptz), year_locked(text, int), audit_line(audit_entry), differences_of(bigint, int, bigint[]),
    folded_name(text), companions_as(text, text), companions_in(text) to :application;
