package tsunagu.plan;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row an actual is made of.
 *
 * @param kind SESSION, EVENT, COMPANIES, HEAD_COUNT, PERSON, COMPANIONS, VISIT, GRANT, PLACEMENT, COMPANY, MONTHLY, INTERN or CONSULTATION; FEW for several rows of
 *     few people together
 * @param eventCode null for a grant and a hire
 * @param place for a grant or a hire the company, where the reader may see it
 * @param knownTo how exactly the day is known: TIME, DAY, MONTH or FISCAL_YEAR
 * @param heldOn the day, the first of a month, or null
 * @param role as whom these people were present; null for sessions, events and companies
 * @param person name of the person; null where the reader may not see it or the person had it deleted
 * @param quantity what the row adds to the actual; 0 is a recorded zero
 * @param corrections how often a month of a contractor was reported otherwise after the first time; 0 for everything else
 * @param present how many people, or recipients, the row stands for, also where it adds another number
 */
public record FigureRow(
        String kind,
        String eventCode,
        String eventTitle,
        String sessionTitle,
        String place,
        String knownTo,
        LocalDate heldOn,
        String role,
        String person,
        BigDecimal quantity,
        BigDecimal present,
        int corrections) {}
