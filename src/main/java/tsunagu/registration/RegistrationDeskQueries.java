package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tsunagu.shared.Sql;
import tsunagu.shared.Words;

/** What staff keep beside a registration: notes, labels, and what the trail says was done to it. */
@ApplicationScoped
class RegistrationDeskQueries {

    private static final int MOST = 100;

    @Inject
    private Sql sql;

    List<RegistrationDetail.Note> notes(long registrationId) {
        return sql.of(
                        """
                        select n.id as note, n.words, n.written_at, coalesce(p.name, '') as by
                        from registration_note n
                        left join account a on a.id = n.written_by
                        left join person p on p.id = a.person_id
                        where n.registration_id = :registration
                        order by n.id desc
                        """)
                .with("registration", registrationId)
                .list(RegistrationDetail.Note.class);
    }

    void write(long registrationId, String words, Long account, Instant now) {
        sql.of(
                        """
                        insert into registration_note (id, registration_id, words, written_at, written_by)
                        values (nextval('tsunagu_seq'), :registration, :words, :now, :account)
                        """)
                .with("registration", registrationId)
                .with("words", words)
                .with("now", now)
                .with("account", account)
                .run();
    }

    /** @return false when there is no such note of this registration */
    boolean remove(long registrationId, long note) {
        return sql.of("delete from registration_note where id = :note and registration_id = :registration")
                        .with("note", note)
                        .with("registration", registrationId)
                        .run()
                == 1;
    }

    /** Replaces the labels. */
    void tag(long registrationId, List<String> tags) {
        sql.of("delete from registration_tag where registration_id = :registration")
                .with("registration", registrationId)
                .run();
        for (String tag : tags) {
            sql.of("insert into registration_tag (registration_id, tag) values (:registration, :tag)")
                    .with("registration", registrationId)
                    .with("tag", tag)
                    .run();
        }
    }

    /** An entry of the trail; values as they are stored, null where the row had none. */
    private record Entry(
            Instant at,
            String name,
            boolean account,
            boolean own,
            boolean system,
            String reason,
            String stateBefore,
            String state,
            String roleBefore,
            String role,
            String kindsBefore,
            String kinds,
            String sessionBefore,
            String session,
            String beyondBefore,
            String beyond) {}

    /** The latest first; changes that say nothing to a person are left out. */
    List<RegistrationDetail.Change> history(long registrationId) {
        return sql
                .of(
                        """
                        select x.at, coalesce(p.name, '') as name, a.id is not null as account,
                            coalesce(a.person_id = r.person_id, false) as own, x.actor like 'system:%' as system,
                            coalesce(x.reason, '') as reason,
                            x.before ->> 'state' as state_before, x.after ->> 'state' as state,
                            x.before ->> 'role' as role_before, x.after ->> 'role' as role,
                            x.before ->> 'companion_kinds' as kinds_before, x.after ->> 'companion_kinds' as kinds,
                            concat_ws(' ', b.title, cast(b.held_on as text)) as session_before,
                            concat_ws(' ', s.title, cast(s.held_on as text)) as session,
                            x.before ->> 'beyond_why' as beyond_before, x.after ->> 'beyond_why' as beyond
                        from audit_entry x
                        join registration r on r.id = :registration
                        left join account a on x.actor = 'account:' || a.id
                        left join person p on p.id = a.person_id
                        left join event_session b on cast(b.id as text) = x.before ->> 'session_id'
                        left join event_session s on cast(s.id as text) = x.after ->> 'session_id'
                        where x.table_name = 'registration' and x.row_id = cast(:registration as text)
                        order by x.id desc
                        limit :most
                        """)
                .with("registration", registrationId)
                .with("most", MOST)
                .list(Entry.class)
                .stream()
                .map(RegistrationDeskQueries::change)
                .filter(each -> !each.differences().isEmpty())
                .toList();
    }

    private static RegistrationDetail.Change change(Entry entry) {
        List<RegistrationDetail.Difference> differences = new ArrayList<>();
        boolean first = entry.stateBefore == null;
        add(differences, "state", word("registrationState", entry.stateBefore), word("registrationState", entry.state));
        add(differences, "role", word("role", entry.roleBefore), word("role", entry.role));
        add(differences, "companions", companions(entry.kindsBefore), companions(entry.kinds));
        if (!first) {
            add(differences, "session", entry.sessionBefore, entry.session);
        }
        add(differences, "beyond", text(entry.beyondBefore), text(entry.beyond));
        boolean staff = entry.account && !entry.own;
        return new RegistrationDetail.Change(
                entry.at, staff ? entry.name : null, entry.system, differences, entry.reason);
    }

    private static void add(
            List<RegistrationDetail.Difference> differences, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            differences.add(new RegistrationDetail.Difference(field, before, after));
        }
    }

    private static String word(String kind, String value) {
        return value == null ? "" : Words.japanese("event." + kind + "." + value);
    }

    private static String companions(String kinds) {
        return CompanionWords.of(Companions.of(kinds), Locale.JAPANESE);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
