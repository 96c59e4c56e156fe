package tsunagu.posting.rules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import tsunagu.shared.FiscalYear;

/** A row of the dated table; rows are added and, when one was a mistake, taken back, but never changed. */
@Entity
@Table(name = "minimum_wage")
class MinimumWageRow {

    private static final Duration PUT_RIGHT = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    private String name;

    private String industries;

    private boolean partly;

    private int yen;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "entered_at")
    private Instant enteredAt;

    protected MinimumWageRow() {}

    /** @param enteredAt null for what came with the portal */
    MinimumWageRow(MinimumWage wage, Instant enteredAt) {
        this.enteredAt = enteredAt;
        name = wage.name();
        industries = String.join(" ", wage.industries().stream().sorted().toList());
        partly = wage.partly();
        yen = wage.yen();
        validFrom = wage.validFrom();
    }

    /** As long as nothing was hired by it: before its first day, and a week after it was entered. */
    boolean canBeTakenBack(Instant now) {
        return enteredAt != null
                && (validFrom.isAfter(LocalDate.ofInstant(now, FiscalYear.ZONE))
                        || enteredAt.plus(PUT_RIGHT).isAfter(now));
    }

    EnteredWage entered(Instant now) {
        return new EnteredWage(id, wage(), canBeTakenBack(now));
    }

    MinimumWage wage() {
        return new MinimumWage(
                name, industries.isEmpty() ? Set.of() : Set.of(industries.split(" ")), partly, yen, validFrom);
    }
}
