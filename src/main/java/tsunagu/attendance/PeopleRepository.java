package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** People as events know them, and who of them are one; as stored. */
@ApplicationScoped
class PeopleRepository {

    private static final String SPACES = "'[[:space:]\u3000]'";

    /** Everybody who registered or was present, with one address and the number of sessions he was present at. */
    private static final String PEOPLE = "select p.id, p.name, p.reading, p.merged_into,"
            + " coalesce((select min(r.guest_email) from registration r where r.person_id = p.id),"
            + "   (select a.email from account a where a.person_id = p.id), '') as mail,"
            + " (select count(*) from attendance t where t.person_id = p.id and t.undone_at is null) as events"
            + " from person p where p.name is not null and (exists (select 1 from registration r where r.person_id = p.id)"
            + "   or exists (select 1 from attendance t where t.person_id = p.id))";

    /** The person, under every entry he has. */
    private static final String ENTERED =
            "select id from person where id = ?1 or merged_into = ?1 or id = (select merged_into from person where id = ?1)";

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** Pairs with one name and either one address, one reading, or a reading that is missing; the surest first, then the newest. */
    List<SamePerson> alike(int most) {
        return pairs(
                "with people as (" + PEOPLE + ") select a.id, a.name, a.reading, a.mail, a.events,"
                        + " b.id, b.name, b.reading, b.mail, b.events,"
                        + " a.mail <> '' and lower(a.mail) = lower(b.mail), a.reading <> '' and a.reading = b.reading,"
                        + " cast(null as bigint)"
                        + " from people a join people b on b.id > a.id and a.merged_into is null and b.merged_into is null"
                        + " and regexp_replace(a.name, " + SPACES + ", '', 'g') = regexp_replace(b.name, " + SPACES + ", '', 'g')"
                        + " and (a.reading = '' or b.reading = '' or a.reading = b.reading or lower(a.mail) = lower(b.mail))"
                        + " order by 11 desc, 12 desc, b.id desc, a.id limit " + most);
    }

    /** Pairs that are counted as one, the latest first. */
    List<SamePerson> merged(int most) {
        return pairs("with people as (" + PEOPLE + ") select a.id, a.name, a.reading, a.mail, a.events,"
                + " b.id, b.name, b.reading, b.mail, b.events, lower(a.mail) = lower(b.mail), a.reading = b.reading, m.id"
                + " from person_merge m join people a on a.id = m.into_id join people b on b.id = m.merged"
                + " where m.undone_at is null order by m.merged_at desc limit " + most);
    }

    /** The person's own entry and those that are counted as one with it. */
    List<Long> entries(long personId) {
        List<?> ids = entityManager.createNativeQuery(ENTERED).setParameter(1, personId).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** What leads back to the person: names of who came along, a guest's address. Presence stays, as a row without a name. */
    void forget(long personId) {
        entityManager
                .createNativeQuery("delete from companion_name where registration_id in (select id from registration where person_id in (" + ENTERED + "))")
                .setParameter(1, personId)
                .executeUpdate();
        entityManager
                .createNativeQuery("update registration set guest_email = null where person_id in (" + ENTERED + ") and guest_email is not null")
                .setParameter(1, personId)
                .executeUpdate();
    }

    private List<SamePerson> pairs(String sql) {
        List<Object[]> rows = entityManager.createNativeQuery(sql).getResultList();
        return rows.stream()
                .map(row -> new SamePerson(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        ((Number) row[4]).longValue(),
                        ((Number) row[5]).longValue(),
                        (String) row[6],
                        (String) row[7],
                        (String) row[8],
                        ((Number) row[9]).longValue(),
                        (Boolean) row[10],
                        (Boolean) row[11],
                        row[12] == null ? null : ((Number) row[12]).longValue()))
                .toList();
    }

    /** @return false when the one is merged already, or others are merged into it */
    boolean merge(long merged, long into, Long by, Instant now) {
        int changed = entityManager
                .createNativeQuery("update person set merged_into = ?1 where id = ?2 and merged_into is null"
                        + " and not exists (select 1 from person c where c.merged_into = ?2)"
                        + " and exists (select 1 from person r where r.id = ?1 and r.merged_into is null)")
                .setParameter(1, into)
                .setParameter(2, merged)
                .executeUpdate();
        if (changed == 1) {
            entityManager
                    .createNativeQuery("insert into person_merge (id, merged, into_id, merged_at, merged_by)"
                            + " values (nextval('tsunagu_seq'), ?, ?, ?, cast(? as bigint))")
                    .setParameter(1, merged)
                    .setParameter(2, into)
                    .setParameter(3, now)
                    .setParameter(4, by)
                    .executeUpdate();
        }
        return changed == 1;
    }

    /** @return false when it is undone already */
    boolean undo(long merge, Long by, Instant now) {
        int changed = entityManager
                .createNativeQuery("update person_merge set undone_at = ?, undone_by = cast(? as bigint) where id = ? and undone_at is null")
                .setParameter(1, now)
                .setParameter(2, by)
                .setParameter(3, merge)
                .executeUpdate();
        if (changed == 1) {
            entityManager
                    .createNativeQuery("update person set merged_into = null where id = (select merged from person_merge where id = ?)")
                    .setParameter(1, merge)
                    .executeUpdate();
        }
        return changed == 1;
    }
}
