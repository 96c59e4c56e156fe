package tsunagu.plan;

import java.math.BigDecimal;
import java.math.MathContext;

/** Which way is good. */
public enum Direction {
    HIGHER,
    LOWER,
    /** as it is */
    KEEP;

    /** How much of the target is reached, 1 is all of it. At least nothing is always reached: a target of zero is a target. */
    BigDecimal share(BigDecimal actual, BigDecimal target) {
        if (target.signum() == 0) {
            return this == HIGHER || actual.signum() == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        BigDecimal higher = actual.divide(target, MathContext.DECIMAL64);
        if (this == HIGHER || this == KEEP && higher.compareTo(BigDecimal.ONE) <= 0) {
            return higher;
        }
        return actual.signum() == 0 ? BigDecimal.ONE : target.divide(actual, MathContext.DECIMAL64);
    }
}
