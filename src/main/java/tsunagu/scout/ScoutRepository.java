package tsunagu.scout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tsunagu.shared.Sql;

/** Who has turned it on, and invitations, as stored. */
@ApplicationScoped
class ScoutRepository {

    /** {@link Stored}. */
    private static final String INVITATIONS =
            """
            select i.code, c.name as company, i.alias, i.person_id, coalesce(p.name, '') as person, coalesce(a.email, '') as email,
                i.posting, i.words, i.state, i.sent_at, i.lapses_at
            from scout_invitation i
            join company c on c.id = i.company_id
            join person p on p.id = i.person_id
            left join account a on a.person_id = i.person_id
            """;

    @Inject
    private Sql sql;

    /** An invitation with all names; which of them are told depends on who looks. */
    private record Stored(
            String code,
            String company,
            String alias,
            long personId,
            String person,
            String email,
            String posting,
            String words,
            String state,
            Instant sentAt,
            Instant lapsesAt) {

        ScoutInvitation forPerson() {
            return new ScoutInvitation(code, null, company, "", posting, words, state, sentAt, lapsesAt);
        }

        ScoutInvitation forCompany() {
            boolean known = state.equals("ACCEPTED");
            return new ScoutInvitation(
                    code,
                    known ? personId : null,
                    known ? person : alias,
                    known ? email : "",
                    posting,
                    words,
                    state,
                    sentAt,
                    lapsesAt);
        }
    }

    boolean on(long person) {
        return sql.of("select 1 from scout_profile where person_id = :person")
                .with("person", person)
                .first(Integer.class)
                .isPresent();
    }

    /** Since when companies can find the person; empty when they cannot. */
    Optional<Instant> since(long person) {
        return sql.of("select since from scout_profile where person_id = :person")
                .with("person", person)
                .first(Instant.class);
    }

    void turnOn(long person, Instant now) {
        sql.of("insert into scout_profile (person_id, since) values (:person, :now) on conflict (person_id) do nothing")
                .with("person", person)
                .with("now", now)
                .run();
    }

    void turnOff(long person) {
        sql.of("delete from scout_profile where person_id = :person")
                .with("person", person)
                .run();
    }

    long sentSince(long company, Instant since) {
        return sql.of("select count(*) from scout_invitation where company_id = :company and sent_at > :since")
                .with("company", company)
                .with("since", since)
                .one(Long.class);
    }

    /** @param reached whether the person learns of it; the company does not learn whether they do */
    void invite(
            String code,
            long company,
            long person,
            boolean reached,
            String alias,
            String posting,
            String words,
            Instant now,
            Instant lapses) {
        sql.of(
                        """
                        insert into scout_invitation (id, code, company_id, person_id, reached, alias, posting, words, state,
                            sent_at, lapses_at)
                        values (nextval('tsunagu_seq'), :code, :company, :person, :reached, :alias, :posting, :words, 'SENT',
                            :now, :lapses)
                        """)
                .with("code", code)
                .with("company", company)
                .with("person", person)
                .with("reached", reached)
                .with("alias", alias)
                .with("posting", posting)
                .with("words", words)
                .with("now", now)
                .with("lapses", lapses)
                .run();
    }

    /** Under these letters. */
    boolean invited(long company, String alias) {
        return sql.of("select 1 from scout_invitation where company_id = :company and alias = :alias")
                .with("company", company)
                .with("alias", alias)
                .first(Integer.class)
                .isPresent();
    }

    /** Ever, under whatever letters. */
    boolean asked(long company, long person) {
        return sql.of("select 1 from scout_invitation where company_id = :company and person_id = :person and reached")
                .with("company", company)
                .with("person", person)
                .first(Integer.class)
                .isPresent();
    }

    List<ScoutInvitation> ofPerson(long person) {
        return invitations("where i.person_id = :id and i.reached", person, Stored::forPerson);
    }

    /** Also those that did not reach them, because they had turned scouting off: they are kept as well. */
    List<ScoutInvitation> everyOf(long person) {
        return invitations("where i.person_id = :id", person, Stored::forPerson);
    }

    List<ScoutInvitation> ofCompany(long company) {
        return invitations("where i.company_id = :id", company, Stored::forCompany);
    }

    private List<ScoutInvitation> invitations(String where, long id, Function<Stored, ScoutInvitation> told) {
        return sql.of(INVITATIONS + where + " order by i.sent_at desc").with("id", id).list(Stored.class).stream()
                .map(told)
                .toList();
    }

    /** The company, if the person's own invitation was still open. */
    Optional<Long> answer(String code, long person, String state, Instant now) {
        return sql.of(
                        """
                        update scout_invitation set state = :state, answered_at = :now
                        where code = :code and person_id = :person and reached and state = 'SENT' and lapses_at > :now
                        returning company_id
                        """)
                .with("code", code)
                .with("person", person)
                .with("state", state)
                .with("now", now)
                .first(Long.class);
    }

    void move(long from, long into) {
        sql.of(
                        """
                        update scout_invitation t set company_id = :into
                        where company_id = :from and not (t.reached and exists (
                            select 1 from scout_invitation o
                            where o.company_id = :into and o.person_id = t.person_id and o.reached
                                and o.state in ('SENT', 'ACCEPTED')))
                        """)
                .with("from", from)
                .with("into", into)
                .run();
    }

    /** Who told the company their names. */
    List<Long> accepted(long company) {
        return sql.of("select person_id from scout_invitation where company_id = :company and state = 'ACCEPTED'")
                .with("company", company)
                .list(Long.class);
    }

    void lapse(Instant now) {
        sql.of("update scout_invitation set state = 'LAPSED' where state = 'SENT' and lapses_at <= :now")
                .with("now", now)
                .run();
    }

    /** Nobody can be found any more, and no company sees a name; that it invited somebody stays. */
    void forget(long person, Instant now) {
        turnOff(person);
        sql.of(
                        """
                        update scout_invitation set state = 'DECLINED', answered_at = coalesce(answered_at, :now)
                        where person_id = :person and reached and state in ('SENT', 'ACCEPTED')
                        """)
                .with("person", person)
                .with("now", now)
                .run();
    }
}
