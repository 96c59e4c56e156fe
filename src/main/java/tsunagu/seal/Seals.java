package tsunagu.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.shared.DailyTask;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/**
 * Signs what chains are made of, and once a day their ends. A signature says that the holder of the server's key saw this text; a chain that is
 * made anew by somebody who has the database, but not that file, has none. Where the server has no key, nothing is signed and everything else
 * goes on.
 */
@ApplicationScoped
@Transactional
public class Seals implements DailyTask {

    @Inject
    private SealKey key;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<Chain> chains;

    /**
     * The signed end of a chain on a day.
     *
     * @param no of the last record; there are as many
     */
    public record Head(
            String chain, LocalDate day, long no, String hash, Instant signedAt, String keyId, String signature) {

        /** What was signed. */
        public String text() {
            return "head " + chain + " " + day + " " + no + " " + hash;
        }
    }

    /** @param pem as {@code openssl} reads it */
    public record PublicKey(String keyId, String publicKey, Instant firstUsed) {

        public String pem() {
            return "-----BEGIN PUBLIC KEY-----\n" + publicKey + "\n-----END PUBLIC KEY-----\n";
        }
    }

    /** A day on which the end that everybody could keep was another one. */
    public record Broken(String chain, LocalDate day, long no) {}

    /** Whether what is written now can be signed. */
    public boolean canSign() {
        return key.there();
    }

    /** Within the transaction that writes what is signed. */
    public Signature sign(String text) {
        if (!key.there()) {
            return Signature.NONE;
        }
        sql.of(
                        "insert into seal_key (key_id, public_key, first_used) values (:id, :key, :now) on conflict (key_id) do nothing")
                .with("id", key.id())
                .with("key", key.shown())
                .with("now", clock.instant())
                .run();
        return new Signature(key.id(), key.sign(text));
    }

    /** Oldest first. */
    @UseCase(anyone = true, changes = false)
    public List<PublicKey> keys() {
        return sql.of("select key_id, public_key, first_used from seal_key order by first_used, key_id")
                .list(PublicKey.class);
    }

    /**
     * Tells of many signatures whether each is of its text, under the public keys that were used so far. A key that somebody put into the
     * database themselves has an identity of its own, which is to be compared with what the city published.
     */
    public Checker checker() {
        Map<String, String> known = new HashMap<>();
        keys().forEach(each -> known.put(each.keyId(), each.publicKey()));
        return (text, signature) -> {
            String shown = known.get(signature.keyId());
            return shown != null
                    && SealKey.id(shown).equals(signature.keyId())
                    && SealKey.holds(text, signature.value(), shown);
        };
    }

    /** See {@link Seals#checker}. */
    public interface Checker {

        boolean holds(String text, Signature signature);
    }

    /** The newest day first. */
    @UseCase(anyone = true, changes = false)
    public List<Head> heads() {
        return sql.of(
                        "select chain, day, no, hash, signed_at, key_id, signature from signed_head order by day desc, chain desc, no desc")
                .list(Head.class);
    }

    /** Heads that are not what the chains are today, or that nobody with a known key signed. */
    @UseCase(anyone = true, changes = false)
    public List<Broken> broken() {
        Map<String, Chain> byName = new HashMap<>();
        chains.forEach(each -> byName.put(each.chain(), each));
        Checker checker = checker();
        List<Broken> broken = new ArrayList<>();
        for (Head head : heads()) {
            Optional<String> now = byName.get(head.chain()).hash(head.no());
            if (!now.equals(Optional.of(head.hash()))
                    || !checker.holds(head.text(), new Signature(head.keyId(), head.signature()))) {
                broken.add(new Broken(head.chain(), head.day(), head.no()));
            }
        }
        broken.sort(Comparator.comparing(Broken::day));
        return broken;
    }

    @Override
    public String task() {
        return "heads";
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        chains.forEach(chain -> chain.end().ifPresent(end -> signEnd(chain.chain(), end, today)));
    }

    /** Within the transaction that adds a record: the end is shown at once, and not only tomorrow. */
    public void signEnd(String chain, Chain.End end) {
        signEnd(chain, end, LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
    }

    private void signEnd(String chain, Chain.End end, LocalDate day) {
        if (!key.there()) {
            return;
        }
        Instant now = clock.instant();
        Signature signature = sign(new Head(chain, day, end.no(), end.hash(), now, key.id(), "").text());
        sql.of(
                        "insert into signed_head (chain, day, no, hash, signed_at, key_id, signature)"
                                + " values (:chain, :day, :no, :hash, :now, :key, :signature) on conflict (chain, day, no) do nothing")
                .with("chain", chain)
                .with("day", day)
                .with("no", end.no())
                .with("hash", end.hash())
                .with("now", now)
                .with("key", signature.keyId())
                .with("signature", signature.value())
                .run();
    }
}
