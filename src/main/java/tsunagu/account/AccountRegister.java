package tsunagu.account;

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
import tsunagu.shared.Viewings;

/**
 * All accounts, for administrators. Those who can do most come first: the first page is never filled by strangers who sign up. An account
 * whose owner left is none any more.
 */
@ApplicationScoped
@Transactional
public class AccountRegister implements DeskList<AccountRegister.Row> {

    /**
     * @param rank of the role that can do most, then the name: what the list is ordered by
     * @param state ACTIVE, DISABLED, or ASLEEP: not used for long
     * @param password NONE as long as who was invited has chosen none (or signs in by another house only)
     * @param version what is done to the account is done to what was seen
     */
    public record Row(
            long id,
            long person,
            String name,
            String reading,
            String email,
            List<Role> roles,
            String rank,
            String state,
            Instant openedAt,
            String password,
            int version) {

        public boolean active() {
            return state.equals("ACTIVE");
        }
    }

    private static final String SELECT =
            """
            select a.id, a.person_id as person, coalesce(p.name, '') as name, coalesce(p.reading, '') as reading, a.email, a.email_key, r.roles,
                coalesce(array_position(array['ADMINISTRATOR', 'MANAGER', 'STAFF', 'AUDITOR', 'DOOR', 'PARTNER', 'COMMITTEE', 'COMPANY', 'SEEKER'],
                    r.first), 10) || coalesce(nullif(p.reading, ''), p.name, '') as rank,
                a.state, a.created_at as opened_at, case when a.password_hash = 'none' then 'NONE' else 'CHOSEN' end as password, a.version
            from account a
            join person p on p.id = a.person_id
            left join lateral (
                select coalesce(array_agg(x.role order by x.role), '{}') as roles,
                    (array_agg(x.role order by array_position(
                        array['ADMINISTRATOR', 'MANAGER', 'STAFF', 'AUDITOR', 'DOOR', 'PARTNER', 'COMMITTEE', 'COMPANY', 'SEEKER'], x.role)))[1] as first
                from account_role x where x.account_id = a.id) r on true
            where a.password_hash <> ''""";

    private static final Listing<Row> LIST = new Listing<>(
            "accounts",
            "account.list.",
            Row.class,
            "id",
            SELECT,
            "roles",
            List.of(
                    Column.text("name", Row::name).sortedBy("reading").opens(row -> "/accounts/" + row.id()),
                    Column.text("reading", Row::reading).aside().unfiltered(),
                    Column.text("email", Row::email).sealed(),
                    Column.<Row>choices(
                                    "roles",
                                    row -> row.roles().stream()
                                            .sorted()
                                            .map(Role::name)
                                            .toList(),
                                    "account.role.",
                                    Arrays.stream(Role.values()).map(Enum::name).toList())
                            .sortedBy("rank"),
                    Column.moment("openedAt", Row::openedAt),
                    Column.choice("state", Row::state, "account.list.state.", List.of("ACTIVE", "ASLEEP", "DISABLED"))
                            .toned(row -> row.active() ? "good" : "warn"),
                    Column.choice("password", Row::password, "account.list.password.", List.of("NONE", "CHOSEN"))
                            .aside()));

    @Inject
    private Viewings viewings;

    @Inject
    private DeskQueries queries;

    @Override
    public Persons<Row> persons() {
        return new Persons<>(Viewing.What.ACCOUNTS_FILE, Row::person);
    }

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(allow = Role.ADMINISTRATOR, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        ListedRows<Row> found = queries.page(LIST, asked, Map.of());
        viewings.opened(
                Viewing.What.ACCOUNTS,
                "",
                found.rows().stream().map(Row::person).toList());
        return found;
    }

    @Override
    @UseCase(allow = Role.ADMINISTRATOR)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, Map.of(), reader);
    }
}
