-- The audit trail: what writes it, and which tables it covers. A table that is not named here is not in the trail.
-- Edited in place: Flyway runs the file again when it changed.

-- Who acts. Inside the portal's own sessions only act_as() can say it: what it sets carries a seal for this transaction, which nobody can
-- make who does not have the key. Whoever may become the owner (migrations, a repair by hand) sets tsunagu.actor as it is.
create or replace function acting_seal(kind text, value text) returns text
    language sql stable security definer set search_path = public, pg_temp as $$
    select encode(sha256(k.key || sha256(k.key || convert_to(
               kind || ' ' || pg_backend_pid() || ' ' || extract(epoch from transaction_timestamp()) || ' ' || value, 'UTF8'))), 'hex')
    from acting_key k
$$;

-- Says who acts until the transaction ends, and whose rows are seen (R__10_seen_rows.sql). The secret is what a node of the portal was given
-- when it started (platform.ActorDoor).
drop function if exists act_as(text, text);
create or replace function act_as(secret text, actor text, scope text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not exists (select 1 from acting_node n where n.digest = sha256(convert_to(secret, 'UTF8'))) then
        raise exception 'only the portal says who acts' using errcode = '42501';
    end if;
    perform set_config('tsunagu.actor', actor, true), set_config('tsunagu.actor_seal', acting_seal('actor', actor), true),
        set_config('tsunagu.scope', scope, true), set_config('tsunagu.scope_seal', acting_seal('scope', scope), true);
end $$;

-- The same for who only reads.
create or replace function see_as(secret text, scope text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not exists (select 1 from acting_node n where n.digest = sha256(convert_to(secret, 'UTF8'))) then
        raise exception 'only the portal says whose rows are seen' using errcode = '42501';
    end if;
    perform set_config('tsunagu.scope', scope, true), set_config('tsunagu.scope_seal', acting_seal('scope', scope), true);
end $$;

-- Says that what follows is a fact of the door, which is kept even in an approved year (R__06_official.sql).
create or replace function mark_fact(secret text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not exists (select 1 from acting_node n where n.digest = sha256(convert_to(secret, 'UTF8'))) then
        raise exception 'only the door says what is a fact' using errcode = '42501';
    end if;
    perform set_config('tsunagu.fact', acting_seal('fact', 'yes'), true);
end $$;

create or replace function is_fact() returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select nullif(current_setting('tsunagu.fact', true), '') = acting_seal('fact', 'yes')
           or current_setting('tsunagu.fact', true) = 'yes' and pg_has_role(session_user, current_user, 'MEMBER')
$$;

-- Who acts. @raise TS001 when nobody was named, or not by the door above
create or replace function acting(of_table text) returns text
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    actor text := nullif(current_setting('tsunagu.actor', true), '');
begin
    if actor is null or current_setting('tsunagu.actor_seal', true) is distinct from acting_seal('actor', actor)
                        and not pg_has_role(session_user, current_user, 'MEMBER') then
        raise exception 'change of % without a named actor', of_table using errcode = 'TS001';
    end if;
    return actor;
end $$;

-- Adds to the trail. Called by the triggers below, which run with the owner's rights: the portal itself has none to write here.
create or replace function audit(of_table text, row_id text, action text, before jsonb, after jsonb) returns void
    language sql set search_path = public, pg_temp as $$
    insert into audit_entry (actor, reason, table_name, row_id, action, before, after)
    values (acting(of_table), nullif(current_setting('tsunagu.reason', true), ''), of_table, row_id, action, before, after)
$$;

-- The same under another key is no change: what is sealed looks different every time (platform.SealedColumns). It begins with its key's
-- name, eight bytes ("\x" and sixteen digits here): something else under the same key is a change.
create or replace function only_sealed_anew(action text, before jsonb, after jsonb) returns boolean
    language sql immutable set search_path = public, pg_temp as $$
    select action = 'UPDATE' and before - array['email', 'email_key', 'phone', 'phone_key', 'mail', 'mail_key', 'contact', 'secret']
        = after - array['email', 'email_key', 'phone', 'phone_key', 'mail', 'mail_key', 'contact', 'secret']
    and not exists (select from jsonb_each_text(before) b
        where b.key in ('email', 'phone', 'mail', 'contact', 'secret') and b.value is distinct from after ->> b.key
            and left(b.value, 18) is not distinct from left(after ->> b.key, 18))
$$;

-- A whole row, without its secrets: a ticket in the audit would be a ticket, and a lottery's number would be known before the draw.
-- The argument is the column that names the row.
create or replace function audit_change() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    secret text[] := array['ticket_token', 'short_code', 'password_hash', 'email', 'email_key', 'guest_email', 'guest_email_key', 'lottery_seed',
        'school_name', 'class_name', 'day_telephone', -- of a class that comes: they lead to its teacher
        'phone_mark', 'called', 'seal_key', -- of a phone at a door: what opens its records, and the name of a helper
        'said', 'origin', 'open_seconds', 'staff', 'phone', 'phone_key', 'contact', 'mail']; -- kept for a time only (shared.Keep), or the name and number of somebody
    old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
    new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
begin
    if tg_table_name in ('city_office', 'support_programme') then
        secret := array_remove(array_remove(secret, 'mail'), 'phone'); -- of the city and its offices, which everybody reads
    end if;
    old_row := old_row - secret;
    new_row := new_row - secret;
    -- Counters and versions move with every registration; the registration itself is in the trail.
    if tg_op = 'UPDATE' and old_row - array['version', 'taken'] = new_row - array['version', 'taken'] then
        perform acting(tg_table_name);
        return null;
    end if;
    perform audit(tg_table_name, coalesce(new_row, old_row) ->> tg_argv[0], tg_op, old_row, new_row);
    return null;
end $$;

-- Names, addresses and words of applicants stay out of the trail, which is never deleted.
create or replace function audit_application() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if only_sealed_anew(tg_op, to_jsonb(old), to_jsonb(new)) then
        perform acting(tg_table_name);
        return null;
    end if;
    perform audit(tg_table_name, coalesce(new.id, old.id)::text, tg_op,
            case when tg_op = 'INSERT' then null else jsonb_build_object('state', old.state) end,
            case when tg_op = 'DELETE' then null else jsonb_build_object('state', new.state, 'posting_id', new.posting_id) end);
    return null;
end $$;

-- The same for internships, with the days that count.
create or replace function audit_participation() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if only_sealed_anew(tg_op, to_jsonb(old), to_jsonb(new)) then
        perform acting(tg_table_name);
        return null;
    end if;
    perform audit(tg_table_name, coalesce(new.id, old.id)::text, tg_op,
            case when tg_op = 'INSERT' then null else jsonb_build_object('state', old.state, 'days', old.days) end,
            case when tg_op = 'DELETE' then null
                 else jsonb_build_object('state', new.state, 'days', new.days, 'internship_id', new.internship_id) end);
    return null;
end $$;

-- What somebody asks under the law, or what went wrong, is about people: that something changed, and the days, not what was said.
create or replace function audit_case() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    told text[] := array['name', 'mail', 'mail_key', 'contact', 'words', 'record', 'answer', 'extended_why', 'what', 'measures', 'unreported_why'];
begin
    if only_sealed_anew(tg_op, to_jsonb(old), to_jsonb(new)) then
        perform acting(tg_table_name);
        return null;
    end if;
    perform audit(tg_table_name, coalesce(new.id, old.id)::text, tg_op,
            case when tg_op = 'INSERT' then null else to_jsonb(old) - told end,
            case when tg_op = 'DELETE' then null else to_jsonb(new) - told end);
    return null;
end $$;

-- Names of people stay out of the trail.
create or replace function audit_grant() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform audit(tg_table_name, coalesce(new.id, old.id)::text, tg_op,
            case when tg_op = 'INSERT' then null else to_jsonb(old) - 'name' - 'note' end,
            case when tg_op = 'DELETE' then null else to_jsonb(new) - 'name' - 'note' end);
    return null;
end $$;

-- Whether the visitor lets the company know who they are.
create or replace function audit_visit() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform audit(tg_table_name, coalesce(new.id, old.id)::text, tg_op,
            case when tg_op = 'INSERT' then null else jsonb_build_object('consented_at', old.consented_at) end,
            case when tg_op = 'DELETE' then null
                 else jsonb_build_object('consented_at', new.consented_at, 'event_id', new.event_id, 'company_id', new.company_id) end);
    return null;
end $$;

-- That something changed, and by whom; what it says stays out of the trail.
create or replace function audit_quietly() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if only_sealed_anew(tg_op, to_jsonb(old), to_jsonb(new)) then
        perform acting(tg_table_name);
        return null;
    end if;
    perform audit(tg_table_name, (case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end) ->> tg_argv[0], tg_op, null, null);
    return null;
end $$;

-- An entry as one line, as it is sealed: whoever has the line can tell whether the seal is of it.
create or replace function audit_line(entry audit_entry) returns text language sql stable set timezone = 'UTC' as $$
    select json_build_array(entry.id, to_char(entry.at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.actor, entry.reason, entry.table_name,
                            entry.row_id, entry.action, entry.before, entry.after)::text
$$;

-- For tables that are only ever added to.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'TS002';
end $$;

-- account
create or replace trigger audit after insert or update or delete on account for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on account_role for each row execute function audit_change('account_id');
create or replace trigger audit after insert or update or delete on second_factor
    for each row execute function audit_quietly('account_id');
-- not its use, which counts up at every sign-in
create or replace trigger audit after insert or delete on passkey for each row execute function audit_quietly('account_id');
create or replace trigger audit after insert or delete on provider_link for each row execute function audit_quietly('account_id');
create or replace trigger audit after insert or update or delete on factor_reset for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on person_merge for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on person_distinct for each row execute function audit_change('id');

-- city
create or replace trigger audit after insert or update or delete on city_office for each row execute function audit_change('id');

create or replace trigger audit after insert or update or delete on area for each row execute function audit_change('code');
create or replace trigger audit after insert or update or delete on support_programme for each row execute function audit_change('code');
create or replace trigger audit after insert or update or delete on paper_word for each row execute function audit_change('key');

-- plan
create or replace trigger audit after insert or update or delete on plan for each row execute function audit_change('first_year');
create or replace trigger audit after insert or update or delete on policy for each row execute function audit_change('no');
create or replace trigger audit after insert or update or delete on strategy for each row execute function audit_change('no');
create or replace trigger audit after insert or update or delete on programme for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on programme_number
    for each row execute function audit_change('programme_id');
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
create or replace trigger audit after insert or update or delete on posting_submission for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on minimum_wage for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on search_synonym for each row execute function audit_change('no');
create or replace trigger audit after insert or update or delete on internship for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on internship_submission for each row execute function audit_change('id');

-- event, question
create or replace trigger audit after insert or update or delete on event for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on event_session for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on session_counted_role
    for each row execute function audit_change('session_id');
create or replace trigger audit after insert or update or delete on session_limit for each row execute function audit_change('session_id');
create or replace trigger audit after insert or update or delete on event_intake_rule
    for each row execute function audit_change('event_id');
create or replace trigger audit after insert or update or delete on event_exhibitor for each row execute function audit_change('event_id');
create or replace trigger audit after insert or update or delete on event_outside_exhibitor
    for each row execute function audit_change('event_id');
create or replace trigger audit after insert or update or delete on event_question for each row execute function audit_change('id');

-- registration, attendance
create or replace trigger audit after insert or update or delete on registration for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on attendance for each row execute function audit_change('id');
create or replace trigger audit after insert on event_closing for each row execute function audit_change('event_id');
create or replace trigger audit after insert or update or delete on head_count for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on door_invitation for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on door_device for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on door_conflict for each row execute function audit_change('id');

-- booth, meeting: whom somebody wants to meet is nobody's business afterwards, so the trail says that something changed, not what
create or replace trigger audit after insert or update or delete on booth_visit for each row execute function audit_visit();
create or replace trigger audit after insert or update or delete on booth_request for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on meeting_round for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on meeting_seeker for each row execute function audit_quietly('round_id');
create or replace trigger audit after insert or update or delete on meeting_table for each row execute function audit_quietly('round_id');
create or replace trigger audit after insert or delete on meeting for each row execute function audit_quietly('round_id');

-- application, participation, grant
create or replace trigger audit after insert or update or delete on job_application for each row execute function audit_application();
create or replace trigger audit after insert or update or delete on placement for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on internship_session for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on participation for each row execute function audit_participation();
create or replace trigger audit after insert or update or delete on grant_rule for each row execute function audit_change('programme_id');
create or replace trigger audit after insert or update or delete on grant_decision for each row execute function audit_grant();

-- contractor, consultation
create or replace trigger audit after insert or update or delete on partner_programme
    for each row execute function audit_change('account_id');
create or replace trigger audit after insert or update or delete on monthly_total for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on monthly_release
    for each row execute function audit_change('monthly_id');
create or replace trigger audit after insert or update or delete on consultation_office for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on consultation_time for each row execute function audit_change('id');
create or replace trigger audit after insert or update or delete on consultation_booking for each row execute function audit_change('id');

-- seeker, scout
create or replace trigger audit after insert or update or delete on seeker_profile for each row execute function audit_quietly('person_id');
create or replace trigger audit after insert or update or delete on seeker_sheet for each row execute function audit_quietly('person_id');
create or replace trigger audit after insert or delete on calendar_key for each row execute function audit_quietly('person_id');
create or replace trigger audit after insert or update or delete on scout_profile for each row execute function audit_quietly('person_id');
create or replace trigger audit after insert or update on scout_invitation for each row execute function audit_quietly('person_id');

-- privacy
create or replace trigger audit after insert or update or delete on privacy_case for each row execute function audit_case();
create or replace trigger audit after insert or update or delete on privacy_incident for each row execute function audit_case();

-- evaluation
create or replace trigger audit after insert or update or delete on programme_year
    for each row execute function audit_change('programme_id');
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
create or replace trigger no_change before update or delete on difference_in_record for each row execute function refuse_change();
create or replace trigger no_change before update or delete on audit_seal for each row execute function refuse_change();
create or replace trigger no_change before update or delete on signed_head for each row execute function refuse_change();
create or replace trigger no_change before update or delete on seal_key for each row execute function refuse_change();
create or replace trigger no_change before update or delete on event_closing for each row execute function refuse_change();
create or replace trigger no_change before update or delete on indicator_value for each row execute function refuse_change();
create or replace trigger no_change before update or delete on monthly_total for each row execute function refuse_change();
create or replace trigger no_change before update or delete on monthly_release for each row execute function refuse_change();
create or replace trigger no_change before update or delete on meeting_run for each row execute function refuse_change();
create or replace trigger no_truncate before truncate on official_record for each statement execute function refuse_change();
create or replace trigger no_truncate before truncate on difference_in_record for each statement execute function refuse_change();
create or replace trigger no_truncate before truncate on audit_seal for each statement execute function refuse_change();
create or replace trigger no_truncate before truncate on signed_head for each statement execute function refuse_change();
create or replace trigger no_truncate before truncate on approved_figure for each statement execute function refuse_change();
create or replace trigger no_truncate before truncate on approved_row for each statement execute function refuse_change();

-- Who read persons' records is never changed, and stays for three years by the database's clock: what is younger is left where it is,
-- whoever asks.
create or replace function keep_viewing() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        raise exception '% is append-only', tg_table_name using errcode = 'TS002';
    end if;
    return case when old.at < now() - interval '3 years' then old end;
end $$;
create or replace trigger no_change before update or delete on person_viewing for each row execute function keep_viewing();
create or replace trigger no_truncate before truncate on person_viewing for each statement execute function refuse_change();
