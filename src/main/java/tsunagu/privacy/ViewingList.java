package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;

/** Who read whose records, the newest first; for the auditor alone. Whose, by the persons' numbers. */
@ApplicationScoped
@Transactional
public class ViewingList implements DeskList<ViewingList.Row> {

    /**
     * @param who name of the account's owner; "" when they have left
     * @param company for which company; "" for the city
     * @param taken rows of a list that was taken as a file; null where nothing was
     * @param persons how many
     * @param whose their numbers, twenty at most
     */
    public record Row(
            long id,
            Instant at,
            String who,
            long account,
            String company,
            String what,
            String record,
            Integer taken,
            int persons,
            String whose,
            String why) {}

    private static final String SELECT =
            """
            select r.id, r.at, coalesce(p.name, '') as who, r.account_id as account, coalesce(c.name, '') as company, r.what, r.record,
                r.taken, cardinality(r.persons) as persons, (select string_agg(x.id::text, ' ') from (select unnest(r.persons) as id limit 20) x) as whose, r.why
            from person_viewing r
            join account a on a.id = r.account_id
            join person p on p.id = a.person_id
            left join company c on c.id = r.company_id""";

    private static final Listing<Row> LIST = new Listing<>(
            "viewings",
            "privacy.list.",
            Row.class,
            "id",
            SELECT,
            "-at",
            List.of(
                    Column.moment("at", Row::at),
                    Column.text("who", Row::who),
                    Column.number("account", Row::account).aside(),
                    Column.text("company", Row::company),
                    Column.choice(
                            "what",
                            Row::what,
                            "privacy.viewing.",
                            Arrays.stream(Viewing.What.values()).map(Enum::name).toList()),
                    Column.text("record", Row::record),
                    Column.number("taken", Row::taken),
                    Column.number("persons", Row::persons),
                    Column.text("whose", Row::whose).aside(),
                    Column.text("why", Row::why)));

    @Inject
    private DeskQueries queries;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(allow = Role.AUDITOR, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return queries.page(LIST, asked, Map.of());
    }

    @Override
    @UseCase(allow = Role.AUDITOR)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, Map.of(), reader);
    }
}
