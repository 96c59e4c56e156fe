package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    private static final int DRAWN_FROM = 1000;

    /** Not every company has a picture. */
    private static final int LOOKED_AT = 24;

    /** Who looks for events of their own ({@code AUDIENCE_OF_EVENT}). */
    private static final List<String> WHO = List.of("STUDENT", "GUARDIAN", "TEACHER", "JOB_SEEKER");

    @Inject
    private SearchService search;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    private List<SearchResult> lists;
    private List<EventCard> events;
    private List<JobCard> fresh;
    private List<JobCard> closing;
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
            List<Long> ids = first(Kind.values().length + 2 + i, 1);
            EventCard next = events().stream()
                    .filter(each -> ids.contains(each.id()))
                    .findFirst()
                    .orElse(null);
            who.add(new Who(WHO.get(i), next));
        }
        return who;
    }

    public List<JobCard> getFresh() {
        if (fresh == null) {
            fresh = catalogue.jobs(first(Kind.values().length, JOBS));
        }
        return fresh;
    }

    public List<JobCard> getClosing() {
        if (closing == null) {
            closing = catalogue.jobs(first(Kind.values().length + 1, JOBS));
        }
        return closing;
    }

    /** Another choice every day, the same for everybody: nobody stands first for good. */
    public List<CompanyCard> getPictured() {
        if (pictured == null) {
            List<Long> ids = new ArrayList<>(search.all(SearchQuery.parse(Kind.COMPANY, Map.of()), DRAWN_FROM).stream()
                    .map(SearchResult.Found::recordId)
                    .sorted()
                    .toList());
            Collections.shuffle(
                    ids,
                    new Random(LocalDate.now(clock.withZone(FiscalYear.ZONE)).toEpochDay()));
            pictured = catalogue.companies(ids.stream().limit(LOOKED_AT).toList()).stream()
                    .filter(each -> each.picture() != null)
                    .limit(COMPANIES)
                    .toList();
        }
        return pictured;
    }

    private List<EventCard> events() {
        if (events == null) {
            List<Long> ids = new ArrayList<>(first(Kind.EVENT.ordinal(), EVENTS));
            for (int i = 0; i < WHO.size(); i++) {
                first(Kind.values().length + 2 + i, 1).stream()
                        .filter(id -> !ids.contains(id))
                        .forEach(ids::add);
            }
            events = catalogue.events(ids);
        }
        return events;
    }

    private List<Long> first(int list, int most) {
        return lists().get(list).recordIds().stream().limit(most).toList();
    }

    /** The four kinds; new jobs, jobs that close soon; events for each of {@link #WHO}. */
    private List<SearchResult> lists() {
        if (lists == null) {
            List<SearchQuery> plain = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                plain.add(SearchQuery.parse(kind, Map.of()));
            }
            plain.add(plain.get(Kind.JOB.ordinal()).sorted(Sort.NEW));
            plain.add(plain.get(Kind.JOB.ordinal()).sorted(Sort.CLOSING));
            WHO.forEach(role -> plain.add(SearchQuery.parse(Kind.EVENT, Map.of("for", new String[] {role}))));
            lists = search.findAll(plain);
        }
        return lists;
    }
}
