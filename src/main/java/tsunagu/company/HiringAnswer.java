package tsunagu.company;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import tsunagu.shared.DomainException;
import tsunagu.shared.TextLength;

/** A company's answer to the yearly survey of new hires; one a year (database index one_hiring_answer), corrected in place. */
@Entity
@Table(name = "hiring_answer")
class HiringAnswer {

    private static final int LONGEST_NOTE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    private int hired;

    private int graduates;

    @Column(name = "from_city")
    private int fromCity;

    private String note;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "answered_by")
    private Long answeredBy;

    @Version
    private int version;

    protected HiringAnswer() {}

    HiringAnswer(long companyId, int fiscalYear) {
        this.companyId = companyId;
        this.fiscalYear = fiscalYear;
    }

    /** @throws DomainException when a part is larger than the whole */
    void say(HiringCount count, Long by, Instant now) {
        if (count.hired() == null || count.graduates() == null || count.fromCity() == null) {
            throw new DomainException("company.error.hired");
        }
        if (count.graduates() > count.hired() || count.fromCity() > count.hired()) {
            throw new DomainException("company.error.hiredParts");
        }
        if (TextLength.of(count.note()) > LONGEST_NOTE) {
            throw new DomainException("company.error.long", LONGEST_NOTE);
        }
        hired = count.hired();
        graduates = count.graduates();
        fromCity = count.fromCity();
        note = count.note().strip();
        answeredBy = by;
        answeredAt = now;
    }

    long companyId() {
        return companyId;
    }

    HiringCount count() {
        return new HiringCount(hired, graduates, fromCity, note, answeredAt);
    }
}
