package tsunagu.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** 交付決定の台帳 as staff work with it: every decision of every year, revoked ones too, the latest first. */
@ApplicationScoped
@Transactional
public class GrantList implements DeskList<GrantList.Row> {

    private static final String REVOKED = "REVOKED";

    /** Years to choose from: what is older is found by its day. */
    private static final int YEARS = 11;

    /**
     * @param person who has an account; null otherwise
     * @param year of the decision, "R8"
     * @param amount yen
     * @param despite why a rule was not applied; "" where none spoke against it
     * @param state STANDS or REVOKED
     */
    public record Row(
            long id,
            Long person,
            String name,
            String year,
            LocalDate decidedOn,
            String programme,
            String recipient,
            int adults,
            int children,
            long amount,
            Integer round,
            String despite,
            String note,
            String state,
            Instant revokedAt,
            String revokedWhy,
            int version) {

        public boolean stands() {
            return !REVOKED.equals(state);
        }
    }

    private static final String SELECT =
            """
            select g.id, g.person_id as person, g.name, 'R' || (extract(year from g.decided_on - interval '3 months')::int - 2018) as year,
                g.decided_on, p.name as programme, g.recipient, g.adults, g.children, g.amount, g.round, g.despite, g.note,
                case when g.revoked_at is null then 'STANDS' else 'REVOKED' end as state, g.revoked_at, g.revoked_why, g.version
            from grant_decision g
            join programme p on p.id = g.programme_id""";

    @Inject
    private DeskQueries queries;

    @Inject
    private Viewings viewings;

    @Inject
    private Clock clock;

    @Override
    public Persons<Row> persons() {
        return new Persons<>(Viewing.What.GRANTS_FILE, Row::person);
    }

    @Override
    public Listing<Row> listing() {
        return new Listing<>(
                "grants",
                "support.list.",
                Row.class,
                "id",
                SELECT,
                "-decidedOn",
                List.of(
                        Column.text("name", Row::name),
                        Column.choice("year", Row::year, this::years),
                        Column.day("decidedOn", Row::decidedOn),
                        Column.text("programme", Row::programme),
                        Column.choice(
                                "recipient",
                                Row::recipient,
                                "support.recipient.",
                                Arrays.stream(GrantRecipient.values())
                                        .map(Enum::name)
                                        .toList()),
                        Column.number("amount", Row::amount),
                        Column.number("round", Row::round).aside(),
                        Column.number("adults", Row::adults).aside(),
                        Column.number("children", Row::children).aside(),
                        Column.<Row>choice("state", Row::state, "support.list.state.", List.of("STANDS", REVOKED))
                                .toned(row -> row.stands() ? "good" : "warn"),
                        Column.moment("revokedAt", Row::revokedAt).aside(),
                        Column.text("revokedWhy", Row::revokedWhy).aside().unsorted(),
                        Column.text("despite", Row::despite).aside().unsorted(),
                        Column.text("note", Row::note).aside().unsorted()));
    }

    private Map<String, Object> years() {
        Map<String, Object> years = new LinkedHashMap<>();
        FiscalYear last = FiscalYear.current(clock);
        Stream.iterate(last, FiscalYear::previous)
                .limit(Math.min(YEARS, last.reiwa()))
                .forEach(each -> years.put(each.code(), each.code()));
        return years;
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        ListedRows<Row> found = queries.page(listing(), asked, Map.of());
        viewings.opened(
                Viewing.What.GRANTS,
                "",
                found.rows().stream()
                        .map(Row::person)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return found;
    }

    @Override
    @UseCase(allow = Role.STAFF)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(listing(), asked, Map.of(), reader);
    }
}
