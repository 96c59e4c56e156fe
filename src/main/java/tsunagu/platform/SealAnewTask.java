package tsunagu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.DailyTask;
import tsunagu.shared.FieldCipher;
import tsunagu.shared.SealedAnew;
import tsunagu.shared.Sql;

/**
 * After a key was put before the others: what they sealed is sealed with it, and then they are needed no more, which the log says. On all
 * other nights there is nothing to do.
 */
@ApplicationScoped
class SealAnewTask implements DailyTask {

    private static final Logger LOG = Logger.getLogger(SealAnewTask.class.getName());

    private static final int AT_ONCE = 1_000;

    @Inject
    @Any
    private Instance<SealedAnew> sealed;

    @Inject
    private FieldCipher cipher;

    @Inject
    private Sql sql;

    @Override
    public String task() {
        return "seal-anew";
    }

    @Override
    public void run(LocalDate today) {
        long all = 0;
        for (SealedAnew each : sealed) {
            for (int some = each.sealAnew(AT_ONCE); some > 0; some = each.sealAnew(AT_ONCE)) {
                all += some;
            }
        }
        long left = 0;
        for (SealedAnew each : sealed) {
            left += each.left();
        }
        if (left > 0) {
            // Somebody is at those rows: the keys that open them have to stay. It is tried again soon.
            throw new IllegalStateException(left + " fields are sealed with another key than the first");
        }
        int gone = sql.of("delete from field_key where name <> :key")
                .with("key", cipher.sealingKey())
                .run();
        if (all > 0 || gone > 0) {
            LOG.log(
                    Level.INFO,
                    "Sealed anew: {0} fields. Everything is sealed with the key {1}; other lines can be taken out of the file of"
                            + " TSUNAGU_FIELD_KEY",
                    new Object[] {all, cipher.sealingKey()});
        }
    }
}
