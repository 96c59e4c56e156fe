package tsunagu.kept.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import tsunagu.finding.Catalogue;
import tsunagu.finding.CompanyPageView;
import tsunagu.finding.EventPageView;
import tsunagu.finding.InternshipPageView;
import tsunagu.finding.JobPageView;
import tsunagu.shared.OpenWindow;
import tsunagu.web.Web;

/**
 * The list a visitor keeps. The device holds the list and asks for it by address (?company=…&job=…), so that the portal
 * keeps nothing about people without an account and the list can be sent to somebody.
 */
@Named
@RequestScoped
public class KeepPage {

    private static final int MOST = 60;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Web web;

    private List<CompanyPageView> companies;
    private List<JobPageView> jobs;
    private List<InternshipPageView> internships;
    private List<EventPageView> events;

    public List<CompanyPageView> getCompanies() {
        if (companies == null) {
            companies = codes("company").isEmpty() ? List.of() : catalogue.companiesByCode(codes("company"));
        }
        return companies;
    }

    public List<JobPageView> getJobs() {
        if (jobs == null) {
            jobs = codes("job").isEmpty() ? List.of() : catalogue.jobsByCode(codes("job"));
        }
        return jobs;
    }

    public List<InternshipPageView> getInternships() {
        if (internships == null) {
            internships = codes("internship").isEmpty() ? List.of() : catalogue.internshipsByCode(codes("internship"));
        }
        return internships;
    }

    public List<EventPageView> getEvents() {
        if (events == null) {
            events = codes("event").isEmpty() ? List.of() : catalogue.eventsByCode(codes("event"));
        }
        return events;
    }

    private List<String> codes(String name) {
        return Arrays.stream(web.parameters().getOrDefault(name, new String[0]))
                .filter(code -> code.matches(Kept.CODE))
                .distinct()
                .limit(MOST)
                .toList();
    }

    public boolean isNone() {
        return getCompanies().isEmpty()
                && getJobs().isEmpty()
                && getInternships().isEmpty()
                && getEvents().isEmpty();
    }

    public boolean open(OpenWindow window) {
        return window.isOpenAt(web.getNow());
    }
}
