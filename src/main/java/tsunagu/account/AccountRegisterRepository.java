package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.List;
import tsunagu.shared.Role;
import tsunagu.shared.StoredInstant;

/** The administrator's list of accounts, as stored: found, ordered and cut into pages by the database. */
@ApplicationScoped
class AccountRegisterRepository {

    /** Letters of one width, small, without spaces; {@link AccountQuery#plain} does the same with what is looked for. */
    private static final String PLAIN = "regexp_replace(lower(normalize(%s, NFKC)), '[[:space:]]', '', 'g')";

    /** An account whose owner left has no password: there is nothing to stop or resume. */
    private static final String FROM = " from account a join person p on p.id = a.person_id where a.password_hash <> ''"
            + " and (?1 = '' or position(?1 in " + PLAIN.formatted("coalesce(p.name, '')") + ") > 0"
            + " or position(?1 in " + PLAIN.formatted("a.email") + ") > 0)"
            + " and (?2 = '' or exists (select 1 from account_role r where r.account_id = a.id and r.role = ?2))"
            + " and (?3 = '' or a.state = ?3)";

    /** The city's own people, then those who work for it, then companies, then everybody else. */
    private static final String RANK = "(select min(array_position(array['ADMINISTRATOR', 'MANAGER', 'STAFF', 'DOOR', 'PARTNER',"
            + " 'COMMITTEE', 'COMPANY', 'SEEKER'], r.role)) from account_role r where r.account_id = a.id)";

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    long count(AccountQuery query) {
        return ((Number) narrowed("select count(*)" + FROM, query).getSingleResult()).longValue();
    }

    /** @param page from 1 */
    List<AccountView> page(AccountQuery query, int page) {
        List<Object[]> rows = narrowed(
                        "select a.id, coalesce(p.name, ''), a.email, a.state = 'ACTIVE',"
                                + " coalesce((select string_agg(r.role, ' ') from account_role r where r.account_id = a.id), ''),"
                                + " a.created_at, a.version"
                                + FROM + " order by " + order(query.order()) + ", a.id",
                        query)
                .setFirstResult((page - 1) * AccountList.PER_PAGE)
                .setMaxResults(AccountList.PER_PAGE)
                .getResultList();
        return rows.stream()
                .map(row -> new AccountView(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        (String) row[2],
                        (Boolean) row[3],
                        roles((String) row[4]),
                        StoredInstant.of(row[5]),
                        ((Number) row[6]).intValue()))
                .toList();
    }

    private static List<Role> roles(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).map(Role::valueOf).sorted().toList();
    }

    private Query narrowed(String sql, AccountQuery query) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, query.plain())
                .setParameter(2, query.role() == null ? "" : query.role().name())
                .setParameter(3, query.active() == null ? "" : query.active() ? "ACTIVE" : "DISABLED");
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
