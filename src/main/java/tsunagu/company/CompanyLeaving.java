package tsunagu.company;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import tsunagu.shared.DomainException;
import tsunagu.shared.GivenReason;

/** 登録の抹消: a company left the register on a day, and may have come back on a later one. Both days decide what a year's end counts. */
@Entity
@Table(name = "company_leaving")
class CompanyLeaving {

    private static final int LONGEST = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "left_on")
    private LocalDate leftOn;

    private String reason;

    @Column(name = "returned_on")
    private LocalDate returnedOn;

    @Version
    private int version;

    protected CompanyLeaving() {}

    /** @throws DomainException without a reason, or with a day to come */
    CompanyLeaving(long companyId, LocalDate day, String why, LocalDate today) {
        String said = GivenReason.of(why, LONGEST, "company.error.leavingWhy");
        if (day == null || day.isAfter(today)) {
            throw new DomainException("company.error.leavingDay");
        }
        this.companyId = companyId;
        this.leftOn = day;
        this.reason = said;
    }

    /** @throws DomainException on a day before it left */
    void comeBack(LocalDate today) {
        if (today.isBefore(leftOn)) {
            throw new DomainException("company.error.leavingDay");
        }
        returnedOn = today;
    }

    long companyId() {
        return companyId;
    }

    Long id() {
        return id;
    }

    boolean gone() {
        return returnedOn == null;
    }

    LocalDate leftOn() {
        return leftOn;
    }

    String reason() {
        return reason;
    }
}
