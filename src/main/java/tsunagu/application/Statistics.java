package tsunagu.application;

import java.math.BigDecimal;
import java.util.List;

/**
 * What happened around a company, against the middle of its industry.
 *
 * @param companies of the same major group of industries, this one included
 */
public record Statistics(int companies, List<Line> lines) {

    /**
     * @param name last part of the message key
     * @param median of all companies of the industry; null when there are so few that one could be guessed
     */
    public record Line(String name, long own, BigDecimal median) {}
}
