package tsunagu.posting.rules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Set;

/** A row of the dated table; rows are added, never changed. */
@Entity
@Table(name = "minimum_wage")
class MinimumWageRow {

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

    protected MinimumWageRow() {}

    MinimumWageRow(MinimumWage wage) {
        name = wage.name();
        industries = String.join(" ", wage.industries().stream().sorted().toList());
        partly = wage.partly();
        yen = wage.yen();
        validFrom = wage.validFrom();
    }

    MinimumWage wage() {
        return new MinimumWage(
                name, industries.isEmpty() ? Set.of() : Set.of(industries.split(" ")), partly, yen, validFrom);
    }
}
