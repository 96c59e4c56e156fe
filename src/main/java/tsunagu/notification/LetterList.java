package tsunagu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Every letter that is kept ({@link OutboxService#KEPT}), the newest first: who got which when, and what could not be sent. Not what it says. */
@ApplicationScoped
@Transactional
public class LetterList implements DeskList<LetterList.Row> {

    /**
     * @param state WAITING, SENT or FAILED
     * @param tries how often it was tried
     * @param trouble what the mail server said last; "" for nothing
     * @param person to whom, as far as an account or a registration has the address; null: to nobody the portal knows
     */
    public record Row(
            long id,
            String subject,
            String recipient,
            String state,
            Instant writtenAt,
            Instant sentAt,
            int tries,
            String trouble,
            Long person) {

        public boolean unsent() {
            return !state.equals("SENT");
        }
    }

    private static final String SELECT =
            """
            select o.id, o.subject, o.recipient, o.recipient_key, o.state, o.written_at, o.sent_at, o.tries, o.trouble,
                coalesce((select a.person_id from account a where a.email_key = o.recipient_key),
                    -- + 0: PostgreSQL would walk the index of persons for the largest one
                    (select max(r.person_id + 0) from registration r where r.guest_email_key = o.recipient_key)) as person
            from mail_outbox o""";

    private static final Listing<Row> LIST = new Listing<>(
            "letters",
            "notification.list.",
            Row.class,
            "id",
            SELECT,
            "-writtenAt",
            List.of(
                    Column.text("subject", Row::subject),
                    Column.text("recipient", Row::recipient).sealed(),
                    Column.choice("state", Row::state, "notification.state.", List.of("FAILED", "WAITING", "SENT"))
                            .toned(row -> switch (row.state()) {
                                case "SENT" -> "good";
                                case "FAILED" -> "warn";
                                default -> "info";
                            }),
                    Column.moment("writtenAt", Row::writtenAt),
                    Column.moment("sentAt", Row::sentAt).aside(),
                    Column.number("tries", Row::tries).aside(),
                    Column.text("trouble", Row::trouble)));

    @Inject
    private Viewings viewings;

    @Inject
    private DeskQueries queries;

    @Override
    public Persons<Row> persons() {
        return new Persons<>(Viewing.What.LETTERS_FILE, Row::person);
    }

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        ListedRows<Row> found = queries.page(LIST, asked, Map.of());
        viewings.opened(
                Viewing.What.LETTERS,
                "",
                found.rows().stream()
                        .map(Row::person)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return found;
    }

    @Override
    @UseCase(allow = {Role.STAFF, Role.ADMINISTRATOR})
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, Map.of(), reader);
    }
}
