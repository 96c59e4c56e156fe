package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import tsunagu.shared.Actor;
import tsunagu.shared.Sql;
import tsunagu.shared.Viewing;
import tsunagu.shared.ViewingLog;

/** Rows of who read whose records. */
@ApplicationScoped
class ViewingRepository implements ViewingLog {

    /**
     * The same page read again within a quarter of an hour is one viewing: pages are opened anew after each act. A file that was taken away
     * is always written, also when nobody of it has a number (letters to a company). Nobody is written down as having read of themselves
     * alone.
     */
    private static final String FRESH =
            """
             where (cardinality(x.persons) > 0 and x.persons <> array[:own::bigint] or :taken > cardinality(x.persons))
               and (:why <> '' or not exists (select 1 from person_viewing r where r.account_id = :account
                    and r.at > now() - interval '15 minutes' and r.what = :what and r.record = :record
                    and r.company_id is not distinct from :company::bigint and r.persons @> x.persons))""";

    @Inject
    private Sql sql;

    /** What a person sees of it: for whom it was read, not by whom. @param company "" for the city */
    record Own(Instant at, String company, String what) {}

    @Override
    public void write(Actor reader, Long company, Viewing each) {
        String persons = each.found().isEmpty()
                ? ":persons"
                : "(select coalesce(array_agg(distinct f.id), '{}') from (" + each.found()
                        + ") f (id) where f.id is not null)";
        Sql.Statement statement = sql.of(
                        "insert into person_viewing (account_id, company_id, what, record, taken, persons, why) select :account, :company::bigint, :what, :record, nullif(:taken, 0), x.persons, :why from (select "
                                + persons
                                + " as persons) x "
                                + FRESH)
                .with("account", reader.accountId())
                .with("company", company)
                .with("own", reader.personId())
                .with("what", each.what())
                .with("record", each.record())
                .with("taken", each.taken())
                .with("why", each.why());
        if (each.found().isEmpty()) {
            statement = statement.withNumbers("persons", each.persons());
        }
        statement.run();
    }

    /** The newest first; of the person and of those that are counted as one with them. */
    List<Own> of(long person, int most) {
        return sql.of(
                        """
                        select r.at, coalesce(c.name, '') as company, r.what
                        from person_viewing r left join company c on c.id = r.company_id
                        where r.persons && (select array_agg(p.id) from person p where p.id = :person or p.merged_into = :person)
                        order by r.at desc limit :most
                        """)
                .with("person", person)
                .with("most", most)
                .list(Own.class);
    }
}
