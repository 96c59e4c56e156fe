package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tsunagu.company.YouthItem;
import tsunagu.finding.Catalogue;
import tsunagu.finding.CompanyPageView;
import tsunagu.finding.CompanyPageView.Exhibit;
import tsunagu.finding.CompanyPageView.YouthFact;
import tsunagu.finding.InternshipCard;
import tsunagu.finding.JobCard;
import tsunagu.search.Kind;
import tsunagu.search.SearchResult.Found;
import tsunagu.search.SearchService;
import tsunagu.shared.Feature;
import tsunagu.shared.FiscalYear;
import tsunagu.web.Web;

/** A company: what it does, its numbers, what it offers now. Four statements. */
@Named
@RequestScoped
public class CompanyPage {

    private static final int MOST = 50;

    @Inject
    private Catalogue catalogue;

    @Inject
    private SearchService search;

    @Inject
    private Web web;

    private CompanyPageView company;
    private Map<Kind, List<Found>> open;
    private List<JobCard> jobs;
    private List<InternshipCard> internships;

    /** 青少年雇用情報 of one group; an item without a fact is not stated. */
    public record YouthGroup(YouthItem.Group group, List<YouthLine> lines) {}

    /** @param facts by year, the latest last; empty: not stated */
    public record YouthLine(YouthItem item, List<YouthFact> facts) {}

    public CompanyPageView getCompany() {
        if (company == null) {
            company = catalogue.company(web.value("company"));
        }
        return company;
    }

    public List<JobCard> getJobs() {
        if (jobs == null) {
            jobs = catalogue.jobs(ids(Kind.JOB));
        }
        return jobs;
    }

    public List<InternshipCard> getInternships() {
        if (internships == null) {
            internships = catalogue.internships(ids(Kind.INTERNSHIP));
        }
        return internships;
    }

    private List<Long> ids(Kind kind) {
        if (open == null) {
            open = search.openOf(
                    List.of(Kind.JOB, Kind.INTERNSHIP), getCompany().id(), MOST);
        }
        return open.get(kind).stream().map(Found::recordId).toList();
    }

    public List<Exhibit> getComingEvents() {
        LocalDate today = LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE);
        return getCompany().events().stream()
                .filter(event -> !event.lastDay().isBefore(today))
                .toList();
    }

    public List<Exhibit> getPastEvents() {
        List<Exhibit> past = new ArrayList<>(getCompany().events());
        past.removeAll(getComingEvents());
        return past;
    }

    public List<YouthGroup> getYouth() {
        return Arrays.stream(YouthItem.Group.values())
                .map(group -> new YouthGroup(
                        group,
                        YouthItem.of(group).stream()
                                .map(item -> new YouthLine(item, facts(item)))
                                .toList()))
                .toList();
    }

    private List<YouthFact> facts(YouthItem item) {
        return getCompany().youth().stream().filter(fact -> fact.item() == item).toList();
    }

    public Feature[] getFeatures() {
        return Feature.values();
    }

    /** New graduates hired and still there, by year: a chart and a table of the same numbers. */
    public GraduateChart getGraduates() {
        return GraduateChart.of(facts(YouthItem.NEW_GRADUATES_HIRED), facts(YouthItem.NEW_GRADUATES_LEFT));
    }
}
