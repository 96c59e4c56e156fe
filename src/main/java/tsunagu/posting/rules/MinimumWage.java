package tsunagu.posting.rules;

import java.time.LocalDate;
import java.util.Set;

/**
 * One row of the dated table of minimum wages (最低賃金法9条, 15条).
 *
 * @param name "岩手県", "鉄鋼業、金属線製品…"
 * @param industries middle groups of 日本標準産業分類 it is for; empty: every industry (地域別最低賃金)
 * @param partly it is for some small groups of these industries only, so it may or may not apply
 * @param yen an hour
 * @param validFrom first day in force
 */
public record MinimumWage(String name, Set<String> industries, boolean partly, int yen, LocalDate validFrom) {

    boolean covers(String industry) {
        return industries.isEmpty() || industries.contains(industry);
    }
}
