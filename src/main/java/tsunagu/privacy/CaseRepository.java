package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.RoleWork;
import tsunagu.shared.Sql;

/** Rows of what people ask under the law, and of incidents. */
@ApplicationScoped
class CaseRepository {

    private static final String COLUMNS =
            """
            select id, kind, channel, identity, asker, name, coalesce(mail, '') as mail, coalesce(contact, '') as contact, words, record, received_on, due_on, extended_why, outcome,
                answer, decided_on, version from privacy_case""";

    @Inject
    private Sql sql;

    long add(PrivacyRequest request, LocalDate due, Long by) {
        return sql.of(
                        """
                        insert into privacy_case (id, kind, channel, identity, name, contact, words, received_on, due_on, entered_by)
                        values (nextval('tsunagu_seq'), :kind, :channel, :identity, :name, :contact, :words, :received, :due, :by)
                        returning id
                        """)
                .with("kind", request.kind())
                .with("channel", request.channel())
                .with("identity", request.identity())
                .with("name", request.name().strip())
                .withSealed("contact", request.contact().strip())
                .with("words", request.words().strip())
                .with("received", request.receivedOn())
                .with("due", due)
                .with("by", by)
                .one(Long.class);
    }

    /** By when the same is answered that the same people asked today, and that waits; empty when they did not. */
    Optional<LocalDate> dueOfSame(AskedRequest request, String mail, String record, LocalDate today, Long account) {
        record Asked(LocalDate dueOn, String mail, String contact) {}
        return sql
                .of(
                        """
                        select c.due_on, coalesce(c.mail, '') as mail, coalesce(c.contact, '') as contact from privacy_case c where c.channel = 'FORM' and c.outcome is null
                            and c.received_on = :today and c.kind = :kind and c.asker = :asker and c.name = :name
                            and c.words = :words and c.record = :record
                            and c.asked_by is not distinct from cast(:account as bigint)
                        order by c.id
                        """)
                .with("kind", request.kind())
                .with("asker", request.asker())
                .with("name", request.name().strip())
                .with("words", request.words().strip())
                .with("record", record)
                .with("today", today)
                .with("account", account)
                .list(Asked.class)
                .stream()
                .filter(each -> each.mail().equals(mail)
                        && each.contact().equals(request.contact().strip()))
                .map(Asked::dueOn)
                .findFirst();
    }

    /**
     * @param account who was signed in, null for nobody
     * @return its number
     */
    long addAsked(
            AskedRequest request,
            String mail,
            PrivacyRequest.Identity identity,
            String record,
            LocalDate today,
            LocalDate due,
            Long account) {
        return sql.of(
                        """
                        insert into privacy_case (id, kind, channel, identity, asker, name, mail, mail_key, contact, words, record, received_on, due_on,
                            asked_by)
                        values (nextval('tsunagu_seq'), :kind, 'FORM', :identity, :asker, :name, :mail, :mark, :contact, :words, :record, :today,
                            :due, :account)
                        returning id
                        """)
                .with("kind", request.kind())
                .with("identity", identity)
                .with("asker", request.asker())
                .with("name", request.name().strip())
                .withSealed("mail", mail)
                .withMark("mark", mail)
                .withSealed("contact", request.contact().strip())
                .with("words", request.words().strip())
                .with("record", record)
                .with("today", today)
                .with("due", due)
                .with("account", account)
                .one(Long.class);
    }

    /** What somebody asked when signed in; the newest first. */
    List<CaseView> askedBy(long account) {
        return sql.of(COLUMNS + " where asked_by = :account order by id desc")
                .with("account", account)
                .list(CaseView.class);
    }

    Optional<CaseView> one(long id) {
        return sql.of(COLUMNS + " where id = :id").with("id", id).first(CaseView.class);
    }

    /** @return false when it is no longer as it was seen, was extended before, or is decided */
    boolean extend(long id, int seen, LocalDate due, String why) {
        return sql.of(
                                """
                                update privacy_case set due_on = :due, extended_why = :why, version = version + 1
                                where id = :id and version = :seen and extended_why = '' and outcome is null
                                """)
                        .with("id", id)
                        .with("seen", seen)
                        .with("due", due)
                        .with("why", why)
                        .run()
                == 1;
    }

    boolean decide(
            long id,
            int seen,
            PrivacyRequest.Identity identity,
            PrivacyRequest.Outcome outcome,
            String answer,
            LocalDate today,
            Long by) {
        return sql.of(
                                """
                                update privacy_case set identity = :identity, outcome = :outcome, answer = :answer, decided_on = :today,
                                    decided_by = :by, version = version + 1
                                where id = :id and version = :seen and outcome is null
                                """)
                        .with("id", id)
                        .with("seen", seen)
                        .with("identity", identity)
                        .with("outcome", outcome)
                        .with("answer", answer)
                        .with("today", today)
                        .with("by", by)
                        .run()
                == 1;
    }

    /** Beginnings of the days on which open cases came. */
    RoleWork.Waiting.Counted waiting() {
        return sql.of(
                        "select count(*) as count, min(received_on)::timestamp at time zone 'Asia/Tokyo' as since, min(due_on) as until"
                                + " from privacy_case where outcome is null")
                .one(RoleWork.Waiting.Counted.class);
    }

    long add(PrivacyIncident incident, Long by) {
        return filled(
                        sql.of(
                                """
                                insert into privacy_incident (id, found_on, what, kind, persons, first_due, first_on, final_due, final_on,
                                    told_on, measures, closed_on, unreported_why, entered_by)
                                values (nextval('tsunagu_seq'), :found, :what, :kind, :persons, :firstDue, :firstOn, :finalDue, :finalOn,
                                    :told, :measures, :closed, :unreported, :by)
                                returning id
                                """),
                        incident)
                .with("by", by)
                .one(Long.class);
    }

    boolean change(long id, int seen, PrivacyIncident incident) {
        return filled(
                                sql.of(
                                        """
                                        update privacy_incident set found_on = :found, what = :what, kind = :kind, persons = :persons,
                                            first_due = :firstDue, first_on = :firstOn, final_due = :finalDue, final_on = :finalOn,
                                            told_on = :told, measures = :measures, closed_on = :closed, unreported_why = :unreported,
                                            version = version + 1
                                        where id = :id and version = :seen
                                        """),
                                incident)
                        .with("id", id)
                        .with("seen", seen)
                        .run()
                == 1;
    }

    private static Sql.Statement filled(Sql.Statement statement, PrivacyIncident incident) {
        return statement
                .with("found", incident.foundOn())
                .with("what", incident.what().strip())
                .with("kind", incident.kind())
                .with("persons", incident.persons())
                .with("firstDue", incident.kind().firstDue(incident.foundOn()))
                .with("firstOn", incident.firstOn())
                .with("finalDue", incident.kind().finalDue(incident.foundOn()))
                .with("finalOn", incident.finalOn())
                .with("told", incident.toldOn())
                .with("measures", incident.measures().strip())
                .with("closed", incident.closedOn())
                .with("unreported", incident.unreportedWhy().strip());
    }

    Optional<IncidentView> incident(long id) {
        return sql.of(
                        """
                        select id, found_on, what, kind, persons, first_due, first_on, final_due, final_on, told_on, measures, closed_on,
                            unreported_why, version from privacy_incident where id = :id
                        """)
                .with("id", id)
                .first(IncidentView.class);
    }

    /** Until when the report that comes next is due. */
    RoleWork.Waiting.Counted openIncidents() {
        return sql.of("select count(*) as count, min(found_on)::timestamp at time zone 'Asia/Tokyo' as since,"
                        + " min(case when first_on is null then first_due when final_on is null then final_due end) as until"
                        + " from privacy_incident where closed_on is null")
                .one(RoleWork.Waiting.Counted.class);
    }
}
