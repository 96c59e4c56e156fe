package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;

/** The administrator's list of accounts, as stored: found, ordered and cut into pages by the database. */
@ApplicationScoped
class AccountRegisterRepository {

    /** Letters of one width, small, without spaces; {@link AccountQuery#plain} does the same with what is looked for. */
    private static final String PLAIN = "regexp_replace(lower(normalize(%s, NFKC)), '[[:space:]]', '', 'g')";

    /** An account whose owner left has no password: there is nothing to stop or resume. */
    private static final String FROM = """
            from account a
            join person p on p.id = a.person_id
            where a.password_hash <> ''
                and (:words = ''
                    or position(:words in %s) > 0
                    or position(:words in %s) > 0)
                and (:role = '' or exists (select 1 from account_role r where r.account_id = a.id and r.role = :role))
                and (:state = '' or a.state = :state)
            """
            .formatted(PLAIN.formatted("coalesce(p.name, '')"), PLAIN.formatted("a.email"));

    /** The city's own people, then those who work for it, then companies, then everybody else. */
    private static final String RANK = """
            (select min(array_position(array['ADMINISTRATOR', 'MANAGER', 'STAFF', 'DOOR', 'PARTNER', 'COMMITTEE', 'COMPANY', 'SEEKER'],
                r.role))
            from account_role r
            where r.account_id = a.id)
            """;

    @Inject
    private Sql sql;

    private record Stored(long id, String name, String email, boolean active, List<Role> roles, Instant createdAt, int version) {

        AccountView view() {
            return new AccountView(id, name, email, active, roles.stream().sorted().toList(), createdAt, version);
        }
    }

    long count(AccountQuery query) {
        return narrowed("select count(*) " + FROM, query).one(Long.class);
    }

    /** @param page from 1 */
    List<AccountView> page(AccountQuery query, int page) {
        return narrowed("""
                        select a.id, coalesce(p.name, '') as name, a.email, a.state = 'ACTIVE' as active,
                            array(select r.role from account_role r where r.account_id = a.id) as roles, a.created_at, a.version
                        """
                                + FROM + "order by " + order(query.order()) + ", a.id limit :size offset :skipped", query)
                .with("size", AccountList.PER_PAGE)
                .with("skipped", (page - 1) * AccountList.PER_PAGE)
                .list(Stored.class)
                .stream()
                .map(Stored::view)
                .toList();
    }

    private Sql.Statement narrowed(String text, AccountQuery query) {
        return sql.of(text)
                .with("words", query.plain())
                .with("role", query.role() == null ? "" : query.role().name())
                .with("state", query.active() == null ? "" : query.active() ? "ACTIVE" : "DISABLED");
    }

    /** Closed words only: nothing of a request gets into it. */
    private static String order(AccountQuery.Order order) {
        String name = "coalesce(nullif(p.reading, ''), p.name), p.name";
        return switch (order) {
            case ROLE -> RANK + ", " + name;
            case NAME -> name;
            case EMAIL -> "lower(a.email)";
            case OPENED -> "a.created_at desc";
        };
    }
}
