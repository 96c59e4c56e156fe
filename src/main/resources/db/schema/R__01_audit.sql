-- The audit trail: what writes it, and which tables it covers. A table that is not named here is not in the trail.
-- Edited in place: Flyway runs the file again when it changed.

-- A whole row, without its secrets: a ticket in the audit would be a ticket, and a lottery's number would be known before the draw.
-- The argument is the column that names the row.
create or replace function audit_change() returns trigger language plpgsql as $$
declare
    acting text := nullif(current_setting('tsunagu.actor', true), '');
    secret text[] := array['ticket_token', 'short_code', 'password_hash', 'email', 'guest_email', 'lottery_seed'];
    old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
    new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
begin
    if acting is null then
        raise exception 'change of % without a named actor', tg_table_name using errcode = 'TS001';
    end if;
    old_row := old_row - secret;
    new_row := new_row - secret;
    -- Counters and versions move with every registration; the registration itself is in the trail.
    if tg_op = 'UPDATE' and old_row - array['version', 'taken'] = new_row - array['version', 'taken'] then
        return null;
    end if;
    insert into audit_entry (actor, reason, table_name, row_id, action, before, after)
    values (acting, nullif(current_setting('tsunagu.reason', true), ''), tg_table_name,
            coalesce(new_row, old_row) ->> tg_argv[0], tg_op, old_row, new_row);
    return null;
end $$;

-- Names, addresses and words of applicants stay out of the trail, which is never deleted.
create or replace function audit_application() returns trigger language plpgsql as $$
begin
    if nullif(current_setting('tsunagu.actor', true), '') is null then
        raise exception 'change of % without a named actor', tg_table_name using errcode = 'TS001';
    end if;
    insert into audit_entry (actor, reason, table_name, row_id, action, before, after)
    values (current_setting('tsunagu.actor', true), nullif(current_setting('tsunagu.reason', true), ''), tg_table_name,
            coalesce(new.id, old.id)::text, tg_op,
            case when tg_op = 'INSERT' then null else jsonb_build_object('state', old.state) end,
            case when tg_op = 'DELETE' then null else jsonb_build_object('state', new.state, 'posting_id', new.posting_id) end);
    return null;
end $$;

-- The same for internships, with the days that count.
create or replace function audit_participation() returns trigger language plpgsql as $$
begin
    if nullif(current_setting('tsunagu.actor', true), '') is null then
        raise exception 'change of % without a named actor', tg_table_name using errcode = 'TS001';
    end if;
    insert into audit_entry (actor, reason, table_name, row_id, action, before, after)
    values (current_setting('tsunagu.actor', true), nullif(current_setting('tsunagu.reason', true), ''), tg_table_name,
            coalesce(new.id, old.id)::text, tg_op,
            case when tg_op = 'INSERT' then null else jsonb_build_object('state', old.state, 'days', old.days) end,
            case when tg_op = 'DELETE' then null
                 else jsonb_build_object('state', new.state, 'days', new.days, 'internship_id', new.internship_id) end);
    return null;
end $$;

-- Names of people stay out of the trail.
create or replace function audit_grant() returns trigger language plpgsql as $$
begin
    if nullif(current_setting('tsunagu.actor', true), '') is null then
        raise exception 'change of % without a named actor', tg_table_name using errcode = 'TS001';
    end if;
    insert into audit_entry (actor, reason, table_name, row_id, action, before, after)
    values (current_setting('tsunagu.actor', true), nullif(current_setting('tsunagu.reason', true), ''), tg_table_name,
            coalesce(new.id, old.id)::text, tg_op,
            case when tg_op = 'INSERT' then null else to_jsonb(old) - 'name' - 'note' end,
            case when tg_op = 'DELETE' then null else to_jsonb(new) - 'name' - 'note' end);
    return null;
end $$;

-- Whether the visitor lets the company know who he is.
create or replace function audit_visit() returns trigger language plpgsql as $$
begin
    if nullif(current_setting('tsunagu.actor', true), '') is null then
        raise exception 'change of % without a named actor', tg_table_name using errcode = 'TS001';
    end if;
    insert into audit_entry (actor, reason, table_name, row_id, action, before, after)
    values (current_setting('tsunagu.actor', true), nullif(current_setting('tsunagu.reason', true), ''), tg_table_name,
            coalesce(new.id, old.id)::text, tg_op,
            case when tg_op = 'INSERT' then null else jsonb_build_object('consented_at', old.consented_at) end,
            case when tg_op = 'DELETE' then null
                 else jsonb_build_object('consented_at', new.consented_at, 'event_id', new.event_id, 'company_id', new.company_id) end);
    return null;
end $$;

-- That something changed, and by whom; what it says stays out of the trail.
create or replace function audit_quietly() returns trigger language plpgsql as $$
begin
    if nullif(current_setting('tsunagu.actor', true), '') is null then
        raise exception 'change of % without a named actor', tg_table_name using errcode = 'TS001';
    end if;
    insert into audit_entry (actor, reason, table_name, row_id, action)
    values (current_setting('tsunagu.actor', true), nullif(current_setting('tsunagu.reason', true), ''), tg_table_name,
            (case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end) ->> tg_argv[0], tg_op);
    return null;
end $$;

-- For tables that are only ever added to.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'TS002';
end $$;

-- account
create or replace trigger audit after insert or update or delete on account for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on account_role for each row execute function audit_change('account_id');
create or replace trigger audit after insert or update or delete on person_merge for each row execute function audit_change('id');

-- city
create or replace trigger audit after insert or update or delete on city_office for each row execute function audit_change('id');

-- plan
create or replace trigger audit after insert or update or delete on measure for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on measure_definition for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on target for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on reported_figure for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on figure_note for each row execute function audit_change('measure_id');
create or replace trigger audit after insert or update or delete on indicator for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on indicator_value for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on indicator_target
    for each row execute function audit_change('indicator_id');
create or replace trigger audit after insert or update or delete on indicator_formula for each row execute function audit_change('id');

-- company
create or replace trigger audit after insert or update or delete on company for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on company_admission for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on company_member for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on company_name_change for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on company_leaving for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on hiring_answer for each row execute function audit_change('id');

-- posting, internship
create or replace trigger audit after insert or update or delete on posting for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on posting_proposal for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on minimum_wage for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on internship for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on internship_proposal for each row execute function audit_change('id');

-- event, question
create or replace trigger audit after insert or update or delete on event for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on event_session for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on session_counted_role
    for each row execute function audit_change('session_id');
create or replace trigger audit after insert or update or delete on session_limit for each row execute function audit_change('session_id');
create or replace trigger audit after insert or update or delete on event_intake_rule
    for each row execute function audit_change('event_id');
create or replace trigger audit after insert or update or delete on event_exhibitor for each row execute function audit_change('event_id');
create or replace trigger audit after insert or update or delete on event_question for each row execute function audit_change('id');

-- registration, attendance
create or replace trigger audit after insert or update or delete on registration for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on attendance for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on head_count for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on door_device for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on door_conflict for each row execute function audit_change('id');

-- booth, meeting: whom somebody wants to meet is nobody's business afterwards, so the trail says that something changed, not what
create or replace trigger audit after insert or update or delete on booth_visit for each row execute function audit_visit();
create or replace trigger audit after insert or update or delete on meeting_round for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on meeting_seeker for each row execute function audit_quietly('round_id');
create or replace trigger audit after insert or update or delete on meeting_table for each row execute function audit_quietly('round_id');
create or replace trigger audit after insert or delete on meeting for each row execute function audit_quietly('round_id');

-- application, participation, grant
create or replace trigger audit after insert or update or delete on job_application for each row execute function audit_application();
create or replace trigger audit after insert or update or delete on placement for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on internship_session for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on participation for each row execute function audit_participation();
create or replace trigger audit after insert or update or delete on grant_decision for each row execute function audit_grant();

-- contractor, consultation
create or replace trigger audit after insert or update or delete on partner_programme
    for each row execute function audit_change('account_id');
create or replace trigger audit after insert or update or delete on monthly_total for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on consultation_office for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on consultation_time for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on consultation_booking for each row execute function audit_change('id');

-- seeker, scout
create or replace trigger audit after insert or update or delete on seeker_profile for each row execute function audit_quietly('person_id');
create or replace trigger audit after insert or delete on calendar_key for each row execute function audit_quietly('person_id');
create or replace trigger audit after insert or update or delete on scout_profile for each row execute function audit_quietly('person_id');
create or replace trigger audit after insert or update on scout_invitation for each row execute function audit_quietly('person_id');

-- evaluation
create or replace trigger audit after insert or update or delete on grade_rule for each row execute function audit_change('fiscal_year');
create or replace trigger audit after insert or update or delete on evaluation_sheet for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on evaluation for each row execute function audit_change('programme_id');
create or replace trigger audit after insert or update or delete on evaluation_comment for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on lock_exception for each row execute function audit_change('id');

-- Only ever added to: the trail itself, and what approvals and allocations are proven by.
create or replace trigger audit_entry_append_only before update or delete on audit_entry for each row execute function refuse_change();
create or replace trigger audit_entry_no_truncate before truncate on audit_entry for each statement execute function refuse_change();
create or replace trigger no_change before update or delete on official_record for each row execute function refuse_change();
create or replace trigger no_change before update or delete on approved_figure for each row execute function refuse_change();
create or replace trigger no_change before update or delete on approved_row for each row execute function refuse_change();
create or replace trigger no_change before update or delete on indicator_value for each row execute function refuse_change();
create or replace trigger no_change before update or delete on monthly_total for each row execute function refuse_change();
create or replace trigger no_change before update or delete on meeting_run for each row execute function refuse_change();
create or replace trigger no_truncate before truncate on official_record for each statement execute function refuse_change();
create or replace trigger no_truncate before truncate on approved_figure for each statement execute function refuse_change();
create or replace trigger no_truncate before truncate on approved_row for each statement execute function refuse_change();
