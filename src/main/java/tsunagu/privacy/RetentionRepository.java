package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Keep;
import tsunagu.shared.Sql;

/** Counts and does what is due by a {@link Keep}: both with the same condition, so that the dry run cannot say anything else than what is done. */
@ApplicationScoped
class RetentionRepository {

    @Inject
    private Sql sql;

    /** @param gone how many rows, on the last day on which there were any */
    record Done(String keep, LocalDate day, long gone) {}

    long due(Keep keep, Instant now) {
        return keep.dues().stream()
                .mapToLong(
                        each -> filled("select count(*) from " + each.table() + " t where " + each.where(), keep, now)
                                .one(Long.class))
                .sum();
    }

    /** @return how many rows went or were blanked */
    long end(Keep keep, Instant now) {
        long gone = 0;
        for (Keep.Due each : keep.dues()) {
            gone += filled(
                            each.deletes()
                                    ? "delete from " + each.table() + " t where " + each.where()
                                    : "update " + each.table() + " t set " + each.set() + " where " + each.where(),
                            keep,
                            now)
                    .run();
        }
        return gone;
    }

    private Sql.Statement filled(String statement, Keep keep, Instant now) {
        Instant before = now.atZone(FiscalYear.ZONE).minus(keep.after()).toInstant();
        Sql.Statement filled = sql.of(statement);
        if (asks(statement, "before")) {
            filled = filled.with("before", before);
        }
        if (asks(statement, "day")) {
            filled = filled.with("day", LocalDate.ofInstant(before, FiscalYear.ZONE));
        }
        if (asks(statement, "days")) {
            filled = filled.with("days", keep.after().getDays());
        }
        return filled;
    }

    private static boolean asks(String statement, String name) {
        return Pattern.compile(":" + name + "\\b").matcher(statement).find();
    }

    void done(LocalDate day, String keep, long gone) {
        sql.of(
                        """
                        insert into retention_run (day, keep, gone) values (:day, :keep, :gone)
                        on conflict (day, keep) do update set gone = retention_run.gone + excluded.gone
                        """)
                .with("day", day)
                .with("keep", keep)
                .with("gone", gone)
                .run();
    }

    List<Done> last() {
        return sql.of(
                        "select distinct on (keep) keep, day, gone from retention_run where gone > 0 order by keep, day desc")
                .list(Done.class);
    }
}
