package tsunagu.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share in per cent as it is printed: one decimal, half upwards, rounded once and from the exact share. The one place for all of them. */
public final class Percent {

    private static final int DECIMALS = 1;

    private Percent() {}

    /** @param share 1 is all of it; null gives null */
    public static BigDecimal of(BigDecimal share) {
        return share == null ? null : share.movePointRight(2).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Of two numbers, without a rounded share in between. */
    public static BigDecimal of(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, DECIMALS, RoundingMode.HALF_UP);
    }
}
