package tsunagu.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** What background work did and did not do. */
@ApplicationScoped
@Transactional
public class JobService {

    @Inject
    private JobRepository jobs;

    @Inject
    private Clock clock;

    /** Those that fail come first. */
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public List<JobState> states() {
        return jobs.all();
    }

    /** How the installation is. */
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public List<StateFigure> figures() {
        return jobs.figures();
    }

    @UseCase(quiet = true)
    void done(String job) {
        jobs.done(job, clock.instant());
    }

    @UseCase(quiet = true)
    void failed(String job, String kind) {
        jobs.failed(job, clock.instant(), kind);
    }
}
