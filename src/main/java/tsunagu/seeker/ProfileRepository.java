package tsunagu.seeker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Profiles and calendar keys as stored. */
@ApplicationScoped
class ProfileRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    Profile profile(long personId) {
        List<?> about = query("select born, stage from seeker_profile where person_id = ?1", personId).getResultList();
        LocalDate born = null;
        Stage stage = null;
        if (!about.isEmpty()) {
            Object[] row = (Object[]) about.get(0);
            born = row[0] instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) row[0];
            stage = row[1] == null ? null : Stage.valueOf((String) row[1]);
        }
        Map<Wish, Set<String>> wishes = new EnumMap<>(Wish.class);
        for (Object line : query("select wish, value from seeker_wish where person_id = ?1", personId).getResultList()) {
            Object[] row = (Object[]) line;
            wishes.computeIfAbsent(Wish.valueOf((String) row[0]), key -> new TreeSet<>()).add((String) row[1]);
        }
        Map<Wish, Weight> weights = new EnumMap<>(Wish.class);
        for (Object line : query("select wish, weight, must from seeker_weight where person_id = ?1", personId).getResultList()) {
            Object[] row = (Object[]) line;
            weights.put(Wish.valueOf((String) row[0]), new Weight(((Number) row[1]).intValue(), (Boolean) row[2]));
        }
        return new Profile(born, stage, wishes, weights);
    }

    void about(long personId, LocalDate born, Stage stage, Instant now) {
        query("insert into seeker_profile (person_id, born, stage, changed_at) values (?1, cast(?2 as date), cast(?3 as text), ?4)"
                        + " on conflict (person_id) do update set born = excluded.born, stage = excluded.stage, changed_at = excluded.changed_at",
                personId, born, stage == null ? null : stage.name(), now)
                .executeUpdate();
    }

    void wish(long personId, Wish wish, Set<String> values) {
        query("delete from seeker_wish where person_id = ?1 and wish = ?2", personId, wish.name()).executeUpdate();
        values.forEach(value -> query("insert into seeker_wish (person_id, wish, value) values (?1, ?2, ?3)", personId, wish.name(), value)
                .executeUpdate());
    }

    void weigh(long personId, Wish wish, Weight weight) {
        query("insert into seeker_weight (person_id, wish, weight, must) values (?1, ?2, ?3, ?4) on conflict (person_id, wish)"
                        + " do update set weight = excluded.weight, must = excluded.must",
                personId, wish.name(), weight.value(), weight.must())
                .executeUpdate();
    }

    void forget(long personId) {
        for (String table : List.of("seeker_profile", "seeker_wish", "seeker_weight", "calendar_key")) {
            query("delete from " + table + " where person_id = ?1", personId).executeUpdate();
        }
    }

    void forgetAbout(long personId) {
        query("delete from seeker_profile where person_id = ?1", personId).executeUpdate();
    }

    void key(long personId, String digest, Instant now) {
        query("delete from calendar_key where person_id = ?1", personId).executeUpdate();
        query("insert into calendar_key (person_id, digest, made_at) values (?1, ?2, ?3)", personId, digest, now).executeUpdate();
    }

    void withoutKey(long personId) {
        query("delete from calendar_key where person_id = ?1", personId).executeUpdate();
    }

    boolean hasKey(long personId) {
        return !query("select 1 from calendar_key where person_id = ?1", personId).getResultList().isEmpty();
    }

    /** The account of the person whose calendar it is. */
    Optional<Long> accountOfKey(String digest) {
        List<?> rows = query("select a.id from calendar_key k join account a on a.person_id = k.person_id where k.digest = ?1", digest)
                .getResultList();
        return rows.stream().findFirst().map(each -> ((Number) each).longValue());
    }

    private Query query(String sql, Object... values) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
