package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/**
 * What a city that is minutes old has no door to: its past. Everything the demonstration offers was published just now; its postings
 * are told to have become public on their first days, or all of them would be equally new.
 */
@ApplicationScoped
@Transactional
class PastRepository {

    @Inject
    private Sql sql;

    /** Only while nobody has looked at the city yet: what is told to have been public before a pass of the watch is never found by it. */
    @UseCase
    public void publishOnFirstDays() {
        for (String table : List.of("posting", "internship")) {
            sql.of(
                            """
                            update %s
                            set public_since = cast(opens_on as timestamp) at time zone 'Asia/Tokyo'
                            where cast(opens_on as timestamp) at time zone 'Asia/Tokyo' < public_since
                            """
                                    .formatted(table))
                    .run();
        }
        sql.of(
                        """
                        update search_entry e
                        set public_since = r.public_since, changed = pg_current_xact_id(), edition = e.edition + 1
                        from (
                            select 'JOB' as kind, id, public_since from posting
                            union all
                            select 'INTERNSHIP', id, public_since from internship) r
                        where e.kind = r.kind and e.record_id = r.id and e.public_since <> r.public_since
                        """)
                .run();
    }
}
