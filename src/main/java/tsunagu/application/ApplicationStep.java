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
import java.time.Instant;

/** That an application came to a state; only added. */
@Entity
@Table(name = "job_application_step")
class ApplicationStep {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "application_id")
    private long applicationId;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    @Column(name = "by_company")
    private boolean byCompany;

    private Instant at;

    protected ApplicationStep() {}

    ApplicationStep(JobApplication application, boolean byCompany, Instant now) {
        this.applicationId = application.id();
        this.state = application.state();
        this.byCompany = byCompany;
        this.at = now;
    }

    ApplicationView.Step view() {
        return new ApplicationView.Step(state, byCompany, at);
    }
}
