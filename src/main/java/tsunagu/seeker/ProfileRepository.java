package tsunagu.seeker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tsunagu.shared.Sql;

/** Profiles and calendar keys as stored. */
@ApplicationScoped
class ProfileRepository {

    @Inject
    private Sql sql;

    private record About(LocalDate born, Stage stage) {}

    private record Wished(Wish wish, String value) {}

    private record Weighed(Wish wish, int weight, boolean must) {}

    Profile profile(long personId) {
        About about = sql.of("select born, stage from seeker_profile where person_id = :person")
                .with("person", personId)
                .first(About.class)
                .orElse(new About(null, null));
        Map<Wish, Set<String>> wishes = new EnumMap<>(Wish.class);
        sql.of("select wish, value from seeker_wish where person_id = :person")
                .with("person", personId)
                .list(Wished.class)
                .forEach(each -> wishes.computeIfAbsent(each.wish(), key -> new TreeSet<>())
                        .add(each.value()));
        Map<Wish, Weight> weights = new EnumMap<>(Wish.class);
        sql.of("select wish, weight, must from seeker_weight where person_id = :person")
                .with("person", personId)
                .list(Weighed.class)
                .forEach(each -> weights.put(each.wish(), new Weight(each.weight(), each.must())));
        return new Profile(about.born(), about.stage(), wishes, weights);
    }

    void about(long personId, LocalDate born, Stage stage, Instant now) {
        sql.of(
                        """
                        insert into seeker_profile (person_id, born, stage, changed_at)
                        values (:person, :born, :stage, :now)
                        on conflict (person_id) do update
                            set born = excluded.born, stage = excluded.stage, changed_at = excluded.changed_at
                        """)
                .with("person", personId)
                .with("born", born)
                .with("stage", stage)
                .with("now", now)
                .run();
    }

    void wish(long personId, Wish wish, Set<String> values) {
        sql.of("delete from seeker_wish where person_id = :person and wish = :wish")
                .with("person", personId)
                .with("wish", wish)
                .run();
        values.forEach(
                value -> sql.of("insert into seeker_wish (person_id, wish, value) values (:person, :wish, :value)")
                        .with("person", personId)
                        .with("wish", wish)
                        .with("value", value)
                        .run());
    }

    void weigh(long personId, Wish wish, Weight weight) {
        sql.of(
                        """
                        insert into seeker_weight (person_id, wish, weight, must) values (:person, :wish, :weight, :must)
                        on conflict (person_id, wish) do update set weight = excluded.weight, must = excluded.must
                        """)
                .with("person", personId)
                .with("wish", wish)
                .with("weight", weight.value())
                .with("must", weight.must())
                .run();
    }

    void forget(long personId) {
        List.of("seeker_profile", "seeker_sheet", "seeker_wish", "seeker_weight", "calendar_key")
                .forEach(table -> forget(table, personId));
    }

    void forgetAbout(long personId) {
        forget("seeker_profile", personId);
    }

    Optional<OwnSheet> sheet(long personId) {
        return sql.of(
                        "select school, course, finishes, coalesce(phone, '') as phone, career, presentation from seeker_sheet where person_id = :person")
                .with("person", personId)
                .first(OwnSheet.class);
    }

    void sheet(long personId, OwnSheet sheet, Instant now) {
        sql.of(
                        """
                        insert into seeker_sheet (person_id, school, course, finishes, phone, career, presentation, changed_at)
                        values (:person, :school, :course, :finishes, :phone, :career, :presentation, :now)
                        on conflict (person_id) do update
                            set school = excluded.school, course = excluded.course, finishes = excluded.finishes,
                                phone = excluded.phone, career = excluded.career, presentation = excluded.presentation,
                                changed_at = excluded.changed_at
                        """)
                .with("person", personId)
                .with("school", sheet.school())
                .with("course", sheet.course())
                .with("finishes", sheet.finishes())
                .withSealed("phone", sheet.phone())
                .with("career", sheet.career())
                .with("presentation", sheet.presentation())
                .with("now", now)
                .run();
    }

    void forgetSheet(long personId) {
        forget("seeker_sheet", personId);
    }

    private void forget(String table, long personId) {
        sql.of("delete from " + table + " where person_id = :person")
                .with("person", personId)
                .run();
    }

    void key(long personId, String digest, Instant now) {
        withoutKey(personId);
        sql.of("insert into calendar_key (person_id, digest, made_at) values (:person, :digest, :now)")
                .with("person", personId)
                .with("digest", digest)
                .with("now", now)
                .run();
    }

    void withoutKey(long personId) {
        forget("calendar_key", personId);
    }

    boolean hasKey(long personId) {
        return sql.of("select 1 from calendar_key where person_id = :person")
                .with("person", personId)
                .first(Integer.class)
                .isPresent();
    }

    /** The account of the person whose calendar it is. */
    Optional<Long> accountOfKey(String digest) {
        return sql.of(
                        """
                        select a.id from calendar_key k
                        join account a on a.person_id = k.person_id
                        where k.digest = :digest
                        """)
                .with("digest", digest)
                .first(Long.class);
    }
}
