package tsunagu.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import tsunagu.shared.FiscalYear;

/**
 * 就職決定. Life cycle: said by the company; it counts from the moment the person says so, too, or is struck out when the person
 * denies it. It belongs to the fiscal year of the first day of work.
 */
@Entity
@Table(name = "placement")
class Placement {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "application_id")
    private long applicationId;

    @Column(name = "posting_id")
    private long postingId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "hired_on")
    private LocalDate hiredOn;

    @Column(name = "in_city")
    private boolean inCity;

    @Column(name = "programme_id")
    private String programmeId;

    @Column(name = "adviser_said_by")
    private Long adviserSaidBy;

    @Enumerated(EnumType.STRING)
    private PlacementRoute route;

    @Column(name = "company_said_at")
    private Instant companySaidAt;

    @Column(name = "person_said_at")
    private Instant personSaidAt;

    @Column(name = "person_denied_at")
    private Instant personDeniedAt;

    @Version
    private int version;

    protected Placement() {}

    Placement(JobApplication application, LocalDate hiredOn, boolean inCity, Instant now) {
        this.applicationId = application.id();
        this.postingId = application.postingId();
        this.companyId = application.companyId();
        this.personId = application.personId();
        said(hiredOn, inCity, now);
    }

    /** The company says it, for the first time or after the person denied it. */
    final void said(LocalDate day, boolean city, Instant now) {
        hiredOn = day;
        inCity = city;
        companySaidAt = now;
        personDeniedAt = null;
    }

    void confirmed(PlacementRoute by, Instant now) {
        if (personSaidAt == null) {
            route = by;
            personSaidAt = now;
            personDeniedAt = null;
        }
    }

    /** The adviser (相談員) asked the person, who does not use the portal, and says it for them. */
    void confirmedByAdviser(PlacementRoute by, long adviser, Instant now) {
        if (personSaidAt == null && personDeniedAt == null) {
            adviserSaidBy = adviser;
            confirmed(by, now);
        }
    }

    /** @param programme of the plan that it is a result of; null for none */
    void countFor(String programme) {
        programmeId = programme;
    }

    Long id() {
        return id;
    }

    int version() {
        return version;
    }

    void denied(Instant now) {
        personDeniedAt = now;
    }

    boolean counts() {
        return personSaidAt != null;
    }

    PlacementView view() {
        return new PlacementView(
                hiredOn,
                FiscalYear.of(hiredOn),
                inCity,
                route,
                personSaidAt != null,
                personDeniedAt != null,
                programmeId == null ? "" : programmeId,
                adviserSaidBy != null);
    }

    long applicationId() {
        return applicationId;
    }

    Instant companySaidAt() {
        return companySaidAt;
    }

    long companyId() {
        return companyId;
    }

    long postingId() {
        return postingId;
    }
}
