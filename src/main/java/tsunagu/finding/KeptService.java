package tsunagu.finding;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import tsunagu.company.CompanyMerged;
import tsunagu.search.Kind;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Locks;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** キープ of a person with an account. Keeping twice is keeping once. */
@ApplicationScoped
@Transactional
public class KeptService {

    private static final int MOST = 200;

    @Resource(lookup = "jdbc/tsunagu")
    private DataSource dataSource;

    @Inject
    private Locks locks;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    /** @param code of a record of the kind */
    public record Item(Kind kind, String code) {}

    /** A kept company that was merged is kept as the other one. */
    void followMerge(@Observes CompanyMerged merge) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement move = connection.prepareStatement("insert into kept (person_id, kind, code, kept_at)"
                        + " select person_id, kind, ?, kept_at from kept where kind = 'COMPANY' and code = ?"
                        + " on conflict do nothing");
                PreparedStatement clear =
                        connection.prepareStatement("delete from kept where kind = 'COMPANY' and code = ?")) {
            move.setString(1, merge.into().code());
            move.setString(2, merge.merged().code());
            move.executeUpdate();
            clear.setString(1, merge.merged().code());
            clear.executeUpdate();
        } catch (SQLException e) {
            throw new jakarta.persistence.PersistenceException(e);
        }
    }

    /** Adds and removes, and gives the list as it is then, in the order of keeping. */
    @UseCase(allow = Role.SEEKER)
    public List<Item> keep(List<Item> added, List<Item> removed) {
        long person = actor.get().personId();
        locks.hold(Locks.Lock.PERSON, person); // two devices at once are counted one after the other
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement add = connection.prepareStatement(
                    "insert into kept (person_id, kind, code, kept_at) select ?, ?, ?, ?"
                            + " where (select count(*) from kept where person_id = ?) < ?"
                            + " on conflict do nothing")) {
                for (Item item : added.subList(0, Math.min(added.size(), MOST))) {
                    add.setLong(1, person);
                    add.setString(2, item.kind().name());
                    add.setString(3, item.code());
                    add.setTimestamp(4, Timestamp.from(clock.instant()));
                    add.setLong(5, person);
                    add.setInt(6, MOST);
                    add.executeUpdate();
                }
            }
            try (PreparedStatement remove = connection.prepareStatement(
                    "delete from kept where person_id = ? and kind = ? and code = ?")) {
                for (Item item : removed) {
                    remove.setLong(1, person);
                    remove.setString(2, item.kind().name());
                    remove.setString(3, item.code());
                    remove.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new jakarta.persistence.PersistenceException(e);
        }
        return Rows.list(
                dataSource,
                "select kind, code from kept where person_id = ? order by kept_at, code",
                List.of(person),
                row -> new Item(Kind.valueOf(row.getString(1)), row.getString(2)));
    }
}
