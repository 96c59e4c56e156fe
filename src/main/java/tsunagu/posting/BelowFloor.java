package tsunagu.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import tsunagu.company.CompanyName;

/**
 * A live posting that pays less than the floor of a day on which somebody may still be hired for it.
 *
 * @param hourly yen
 * @param floor yen
 */
public record BelowFloor(
        String code,
        String title,
        CompanyName company,
        BigDecimal hourly,
        int floor,
        String floorName,
        LocalDate day) {}
