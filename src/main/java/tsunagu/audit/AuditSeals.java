package tsunagu.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tsunagu.seal.Chain;
import tsunagu.seal.Signature;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Sql;

/** Blocks of the trail, as stored and as the entries are now. */
@ApplicationScoped
class AuditSeals implements Chain {

    static final String NOTHING_BEFORE = "0".repeat(64);

    @Inject
    private Sql sql;

    @Inject
    private Locks locks;

    /** A seal, with what its entries come to today. @param countNow zero and {@code contentsNow} null when all of them are gone */
    record Stored(
            long no,
            long firstId,
            long lastId,
            int entries,
            String previous,
            String contents,
            String hash,
            Instant sealedAt,
            String keyId,
            String signature,
            long countNow,
            String contentsNow) {

        String hashed() {
            return sha256(no + " " + firstId + " " + lastId + " " + entries + " " + previous + " " + contents);
        }

        Signature signed() {
            return new Signature(keyId, signature);
        }
    }

    /** The last seal. */
    record Last(long no, long lastId, String hash) {}

    /** Entries that are to be sealed next. @param contents null when there are none */
    record Block(int entries, Long lastId, String contents) {}

    /** @param what GONE, ADDED or CHANGED */
    record Entry(long id, String what) {}

    /** How far entries are numbered, and the number of the transaction that comes next. */
    record Horizon(Long lastId, long nextTransaction) {}

    /** What is signed of a seal. */
    static String text(long no, String hash) {
        return "audit " + no + " " + hash;
    }

    /** One node seals at a time. */
    Last hold() {
        locks.hold(Lock.AUDIT_SEAL, "chain");
        return sql.of("select no, last_id, hash from audit_seal order by no desc limit 1")
                .first(Last.class)
                .orElse(new Last(0, 0, NOTHING_BEFORE));
    }

    Horizon horizon() {
        return sql.of("select (select max(id) from audit_entry) as last_id,"
                        + " cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint) as next_transaction")
                .one(Horizon.class);
    }

    /** The oldest transaction that has not ended. */
    long oldestRunning() {
        return sql.of("select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)")
                .one(Long.class);
    }

    /** @param after number of the last entry that is sealed */
    Block next(long after, long until, int most) {
        return sql.of(
                        """
                        select cast(count(*) as int) as entries, max(id) as last_id,
                            encode(sha256(string_agg(sha256(convert_to(line, 'UTF8')), cast('' as bytea) order by id)), 'hex') as contents
                        from (select a.id, audit_line(a) as line from audit_entry a where a.id > :after and a.id <= :until
                              order by a.id limit :most) b
                        """)
                .with("after", after)
                .with("until", until)
                .with("most", most)
                .one(Block.class);
    }

    void add(Stored seal) {
        sql.of(
                        """
                        insert into audit_seal (no, first_id, last_id, entries, previous, contents, hash, sealed_at, key_id, signature, ids, marks)
                        select :no, :first, :last, :entries, :previous, :contents, :hash, :now, :key, :signature,
                            array_agg(a.id order by a.id),
                            string_agg(substring(sha256(convert_to(audit_line(a), 'UTF8')) from 1 for 8), cast('' as bytea) order by a.id)
                        from audit_entry a where a.id between :first and :last
                        """)
                .with("no", seal.no())
                .with("first", seal.firstId())
                .with("last", seal.lastId())
                .with("entries", seal.entries())
                .with("previous", seal.previous())
                .with("contents", seal.contents())
                .with("hash", seal.hash())
                .with("now", seal.sealedAt())
                .with("key", seal.keyId())
                .with("signature", seal.signature())
                .run();
    }

    /** All seals in their order, with what their entries come to now. */
    List<Stored> seals() {
        return sql.of(
                        """
                        select s.no, s.first_id, s.last_id, s.entries, s.previous, s.contents, s.hash, s.sealed_at, s.key_id, s.signature,
                            n.count_now, n.contents_now
                        from audit_seal s
                        cross join lateral (
                            select count(*) as count_now, encode(sha256(string_agg(sha256(convert_to(audit_line(a), 'UTF8')),
                                cast('' as bytea) order by a.id)), 'hex') as contents_now
                            from audit_entry a where a.id between s.first_id and s.last_id) n
                        order by s.no
                        """)
                .list(Stored.class);
    }

    /** Which entries of a seal are not what they were. */
    List<Entry> differing(long no, int most) {
        return sql.of(
                        """
                        with sealed as (
                            select i.id, substring(s.marks from cast(8 * (i.at - 1) + 1 as int) for 8) as mark
                            from audit_seal s cross join lateral unnest(s.ids) with ordinality as i (id, at) where s.no = :no
                        ), present as (
                            select a.id, substring(sha256(convert_to(audit_line(a), 'UTF8')) from 1 for 8) as mark
                            from audit_seal s join audit_entry a on a.id between s.first_id and s.last_id where s.no = :no
                        )
                        select coalesce(s.id, p.id) as id,
                            case when p.id is null then 'GONE' when s.id is null then 'ADDED' else 'CHANGED' end as what
                        from sealed s full join present p on p.id = s.id
                        where p.mark is distinct from s.mark
                        order by 1 limit :most
                        """)
                .with("no", no)
                .with("most", most)
                .list(Entry.class);
    }

    /** Entries after the last seal. */
    long unsealed() {
        return sql.of("select count(*) from audit_entry where id > coalesce((select max(last_id) from audit_seal), 0)")
                .one(Long.class);
    }

    @Override
    public String chain() {
        return "audit";
    }

    @Override
    public Optional<End> end() {
        return sql.of("select no, hash from audit_seal order by no desc limit 1")
                .first(End.class);
    }

    @Override
    public Optional<String> hash(long no) {
        return sql.of("select hash from audit_seal where no = :no")
                .with("no", no)
                .first(String.class);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
