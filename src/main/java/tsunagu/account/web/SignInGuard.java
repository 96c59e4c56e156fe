package tsunagu.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tsunagu.shared.Allowances;
import tsunagu.shared.Limit;

/**
 * Slows guessing down. A try is taken from the allowances before the password is looked at, so that tries at the same moment get no
 * more than tries one after the other; a right password gives it back.
 */
@ApplicationScoped
class SignInGuard {

    @Inject
    private Allowances allowances;

    @Inject
    private KnownDevice devices;

    /**
     * One try.
     *
     * @param delay how long until the next may be made; zero when this one was taken
     */
    record Try(Limit limit, String key, String network, Duration delay) {}

    Try take(HttpServletRequest request, String email, String network) {
        Optional<String> device = devices.of(request, email);
        Limit limit = device.isPresent() ? Limit.SIGN_IN_DEVICE : Limit.SIGN_IN_ACCOUNT;
        String key = device.orElseGet(() -> email.strip().toLowerCase(Locale.ROOT));
        Duration delay = allowances.take(limit, key);
        if (delay.isZero()) {
            delay = allowances.take(Limit.SIGN_IN_NETWORK, network);
            if (!delay.isZero()) {
                allowances.giveBack(limit, key);
            }
        }
        return new Try(limit, key, network, delay);
    }

    /** The password was right. */
    void right(Try taken) {
        allowances.giveBack(taken.limit(), taken.key());
        allowances.giveBack(Limit.SIGN_IN_NETWORK, taken.network());
    }
}
