package tsunagu.job.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.job.JobService;
import tsunagu.job.JobState;

/** Background work, for staff and the administrator: what was done when, and what has been failing since when. */
@Named
@RequestScoped
public class JobsPage {

    @Inject
    private JobService jobs;

    private List<JobState> states;

    public List<JobState> getStates() {
        if (states == null) {
            states = jobs.states();
        }
        return states;
    }

    public boolean isFailing() {
        return getStates().stream().anyMatch(JobState::failing);
    }
}
