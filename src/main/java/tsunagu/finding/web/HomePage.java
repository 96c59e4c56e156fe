package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import tsunagu.finding.Catalogue;
import tsunagu.finding.CompanyCard;
import tsunagu.finding.EventCard;
import tsunagu.finding.JobCard;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.search.Sort;
import tsunagu.shared.FiscalYear;

/** The front page: the four doors with what is behind them now, what is on next and for whom, what is new, what closes soon. */
@Named
@RequestScoped
public class HomePage {

    private static final int EVENTS = 6;
    private static final int JOBS = 5;
    private static final int COMPANIES = 6;

    /** Who looks for events of their own ({@code AUDIENCE_OF_EVENT}). */
    private static final List<String> WHO = List.of("STUDENT", "GUARDIAN", "TEACHER", "JOB_SEEKER");

    private static final int NEW = Kind.values().length;
    private static final int CLOSING = NEW + 1;
    private static final int FOR_WHOM = NEW + 2;
    private static final int COMPANIES_OF_THE_DAY = FOR_WHOM + WHO.size();

    @Inject
    private SearchService search;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    private List<SearchResult> lists;
    private List<EventCard> events;
    private List<JobCard> jobs;
    private List<CompanyCard> pictured;

    /** @param next of the events to come, the first for them; null: none */
    public record Who(String role, EventCard next) {}

    public Kind[] getKinds() {
        return Kind.values();
    }

    public int total(Kind kind) {
        return lists().get(kind.ordinal()).total();
    }

    public List<EventCard> getComing() {
        List<Long> shown = first(Kind.EVENT.ordinal(), EVENTS);
        return events().stream().filter(each -> shown.contains(each.id())).toList();
    }

    public List<Who> getWho() {
        List<Who> who = new ArrayList<>();
        for (int i = 0; i < WHO.size(); i++) {
            List<Long> ids = first(FOR_WHOM + i, 1);
            EventCard next = events().stream()
                    .filter(each -> ids.contains(each.id()))
                    .findFirst()
                    .orElse(null);
            who.add(new Who(WHO.get(i), next));
        }
        return who;
    }

    public List<JobCard> getFresh() {
        return jobs(NEW);
    }

    public List<JobCard> getClosing() {
        return jobs(CLOSING);
    }

    private List<JobCard> jobs(int list) {
        if (jobs == null) {
            jobs = catalogue.jobs(Stream.of(NEW, CLOSING)
                    .flatMap(each -> first(each, JOBS).stream())
                    .distinct()
                    .toList());
        }
        List<Long> shown = first(list, JOBS);
        return jobs.stream()
                .filter(each -> shown.contains(each.id()))
                .sorted(Comparator.comparing(each -> shown.indexOf(each.id())))
                .toList();
    }

    /** Others every day, the same for everybody: nobody stands first for good. */
    public List<CompanyCard> getPictured() {
        if (pictured == null) {
            List<Long> ids = new ArrayList<>(lists().get(COMPANIES_OF_THE_DAY).recordIds());
            Collections.shuffle(ids, new Random(day()));
            pictured = catalogue.companies(ids).stream()
                    .filter(each -> each.picture() != null)
                    .limit(COMPANIES)
                    .toList();
        }
        return pictured;
    }

    private long day() {
        return LocalDate.now(clock.withZone(FiscalYear.ZONE)).toEpochDay();
    }

    private List<EventCard> events() {
        if (events == null) {
            List<Long> ids = new ArrayList<>(first(Kind.EVENT.ordinal(), EVENTS));
            for (int i = 0; i < WHO.size(); i++) {
                first(FOR_WHOM + i, 1).stream().filter(id -> !ids.contains(id)).forEach(ids::add);
            }
            events = catalogue.events(ids);
        }
        return events;
    }

    private List<Long> first(int list, int most) {
        return lists().get(list).recordIds().stream().limit(most).toList();
    }

    /** The four kinds; new jobs, jobs that close soon; events for each of {@link #WHO}; companies of the day. One statement. */
    private List<SearchResult> lists() {
        if (lists == null) {
            List<SearchQuery> plain = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                plain.add(SearchQuery.parse(kind, Map.of()));
            }
            plain.add(plain.get(Kind.JOB.ordinal()).sorted(Sort.NEW));
            plain.add(plain.get(Kind.JOB.ordinal()).sorted(Sort.CLOSING));
            WHO.forEach(role -> plain.add(SearchQuery.parse(Kind.EVENT, Map.of("for", new String[] {role}))));
            // Of the companies another page of their list every day, until all had their turn.
            lists = search.findAll(plain, plain.get(Kind.COMPANY.ordinal()), pages -> 1 + (int) (day() % pages));
        }
        return lists;
    }
}
