package tsunagu.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.application.ApplicationState;
import tsunagu.application.ApplyService;
import tsunagu.finding.Catalogue;
import tsunagu.participation.ParticipationState;
import tsunagu.participation.TakePartService;
import tsunagu.registration.TicketService;
import tsunagu.search.Criterion;
import tsunagu.search.Kind;
import tsunagu.search.ScoredRecord;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.seeker.Profile;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.ScoutStanding;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Suggestions for the person who acts. */
@ApplicationScoped
@Transactional
public class MatchingService {

    private static final int MOST = 20;

    /** Of what was done already, behind them. */
    private static final int MOST_DONE = 5;

    /** Of each group of suggestions to somebody who has said nothing. */
    private static final int OF_A_GROUP = 5;

    /** So many are looked through for variety. */
    private static final int LOOKED_THROUGH = 60;

    private static final int DAYS_OF_POPULARITY = 30;

    private static final String APPLIED = "applied";
    private static final String WITHDRAWN = "withdrawn";
    private static final String REGISTERED = "registered";

    @Inject
    private ProfileService profiles;

    @Inject
    private SearchService search;

    @Inject
    private Catalogue catalogue;

    @Inject
    private PopularQueries popular;

    @Inject
    private ApplyService applications;

    @Inject
    private TakePartService participations;

    @Inject
    private TicketService tickets;

    @Inject
    private Clock clock;

    /** A record's own words. @param facts by the criterion's name */
    private record Card(String path, String title, String by, Map<String, String> facts) {}

    /** Kinds that are suggested: who is protected does not apply here, so no postings are suggested to them. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public List<Kind> kinds() {
        ScoutStanding standing = profiles.profile().standing(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
        return standing.mayStart(ScoutStanding.Act.APPLY)
                ? List.of(Kind.JOB, Kind.INTERNSHIP, Kind.EVENT, Kind.COMPANY)
                : List.of(Kind.COMPANY, Kind.EVENT);
    }

    /**
     * The best first, each with its reasons; what is new, closes soon or is looked at often when the person has said nothing.
     *
     * @param language of what the reasons say about a record
     */
    @UseCase(allow = Role.SEEKER, changes = false)
    public List<Suggestion> suggestions(Kind kind, Locale language) {
        Profile profile = profiles.profile();
        List<Criterion> criteria = Criteria.of(kind, profile);
        Map<String, String> deeds = deeds(kind);
        // As many more as may sink out of the list: what is new must not be pushed out by what was done.
        return sunk(
                kind,
                deeds,
                criteria.isEmpty()
                        ? usual(kind, deeds.keySet(), language)
                        : weighed(kind, criteria, MOST + deeds.size(), language));
    }

    /** What somebody has applied to, registered for or withdrawn is no news: it is marked, and stands behind the others. */
    private static List<Suggestion> sunk(Kind kind, Map<String, String> deeds, List<Suggestion> suggestions) {
        String folder = "/" + kind.path() + "/";
        List<Suggestion> open = new ArrayList<>();
        List<Suggestion> done = new ArrayList<>();
        for (Suggestion each : suggestions) {
            String deed = deeds.getOrDefault(each.path().substring(folder.length()), "");
            (deed.isEmpty() ? open : done).add(each.done(deed));
        }
        return Stream.concat(open.stream().limit(MOST), done.stream().limit(MOST_DONE))
                .toList();
    }

    /** By the record's code. */
    private Map<String, String> deeds(Kind kind) {
        Map<String, String> deeds = new HashMap<>();
        switch (kind) {
            case JOB ->
                applications
                        .states()
                        .forEach((code, state) ->
                                deeds.put(code, state == ApplicationState.WITHDRAWN ? WITHDRAWN : APPLIED));
            // Who withdrew can apply again: the one that stands counts.
            case INTERNSHIP ->
                participations
                        .mine()
                        .forEach(each -> deeds.merge(
                                each.internship().code(),
                                each.state() == ParticipationState.WITHDRAWN ? WITHDRAWN : APPLIED,
                                (one, other) -> one.equals(APPLIED) ? one : other));
            case EVENT ->
                tickets.myTickets().stream()
                        .filter(each -> each.live() || each.waits() || each.applied())
                        .forEach(each -> deeds.put(each.session().eventCode(), REGISTERED));
            case COMPANY -> {
                // a company is looked at, not applied to
            }
        }
        return deeds;
    }

    private List<Suggestion> weighed(Kind kind, List<Criterion> criteria, int most, Locale language) {
        Map<String, Criterion> byName =
                criteria.stream().collect(Collectors.toMap(Criterion::name, Function.identity()));
        List<ScoredRecord> best = search.weigh(kind, criteria, most);
        Map<Long, Card> cards =
                cards(kind, best.stream().map(each -> each.found().recordId()).toList(), language);
        return best.stream()
                .filter(each -> cards.containsKey(each.found().recordId()))
                .map(each -> suggestion(kind, cards.get(each.found().recordId()), each, byName))
                .toList();
    }

    private static Suggestion suggestion(Kind kind, Card card, ScoredRecord weighed, Map<String, Criterion> criteria) {
        Map<ScoredRecord.Outcome, List<Suggestion.Reason>> reasons = new HashMap<>();
        weighed.outcomes().forEach((name, outcome) -> {
            Criterion criterion = criteria.get(name);
            boolean silentPerson = outcome == ScoredRecord.Outcome.UNKNOWN && !criterion.known();
            Suggestion.Reason reason = new Suggestion.Reason(
                    name,
                    card.facts().getOrDefault(name, ""),
                    criterion.must(),
                    !silentPerson ? "" : name.equals(Criteria.AUDIENCE) ? "about" : "licences");
            List<Suggestion.Reason> list = reasons.computeIfAbsent(outcome, key -> new ArrayList<>());
            list.add(
                    outcome == ScoredRecord.Outcome.MISSING && reason.must() ? firstOthers(list) : list.size(), reason);
        });
        return new Suggestion(
                kind,
                card.path(),
                card.title(),
                card.by(),
                weighed.points(),
                weighed.possible(),
                reasons.getOrDefault(ScoredRecord.Outcome.FITS, List.of()),
                reasons.getOrDefault(ScoredRecord.Outcome.MISSING, List.of()),
                reasons.getOrDefault(ScoredRecord.Outcome.UNKNOWN, List.of()),
                "",
                "");
    }

    /** Where the mandatory ones end. */
    private static int firstOthers(List<Suggestion.Reason> list) {
        return (int) list.stream().filter(Suggestion.Reason::must).count();
    }

    private List<Suggestion> usual(Kind kind, Set<String> done, Locale language) {
        LocalDate since = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE).minusDays(DAYS_OF_POPULARITY);
        Map<String, List<Long>> groups = new LinkedHashMap<>();
        groups.put("popular", popular.most(kind, since, LOOKED_THROUGH));
        groups.put("new", found(kind, "?sort=new"));
        if (kind == Kind.JOB || kind == Kind.INTERNSHIP) {
            groups.put("closing", found(kind, "?sort=closing"));
        }
        String folder = "/" + kind.path() + "/";
        List<Suggestion> suggestions = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        Set<String> companies = new HashSet<>();
        groups.forEach((why, records) -> {
            Map<Long, Card> cards = cards(kind, records, language);
            records.stream()
                    .map(cards::get)
                    .filter(card -> card != null
                            && !shown.contains(card.path())
                            && !done.contains(card.path().substring(folder.length()))
                            && (card.by().isEmpty() || companies.add(card.by())))
                    .limit(OF_A_GROUP)
                    .forEach(card -> {
                        shown.add(card.path());
                        suggestions.add(new Suggestion(
                                kind,
                                card.path(),
                                card.title(),
                                card.by(),
                                null,
                                0,
                                List.of(),
                                List.of(),
                                List.of(),
                                why,
                                ""));
                    });
        });
        return List.copyOf(suggestions);
    }

    private List<Long> found(Kind kind, String address) {
        return search.all(SearchQuery.ofAddress(kind, address), LOOKED_THROUGH).stream()
                .map(SearchResult.Found::recordId)
                .toList();
    }

    private Map<Long, Card> cards(Kind kind, List<Long> records, Locale language) {
        String folder = "/" + kind.path() + "/";
        Map<Long, Card> cards = new HashMap<>();
        switch (kind) {
            case JOB ->
                catalogue
                        .jobs(records)
                        .forEach(each -> cards.put(
                                each.id(),
                                new Card(
                                        folder + each.code(),
                                        each.title(),
                                        each.companyName(),
                                        Facts.of(each, language))));
            case COMPANY ->
                catalogue
                        .companies(records)
                        .forEach(each -> cards.put(
                                each.id(),
                                new Card(
                                        folder + each.code(),
                                        each.name(),
                                        "",
                                        Map.of(
                                                "AREA",
                                                each.areas().stream()
                                                        .map(area -> Facts.area(area, language))
                                                        .collect(Collectors.joining(" / "))))));
            case INTERNSHIP ->
                catalogue
                        .internships(records)
                        .forEach(each -> cards.put(
                                each.id(),
                                new Card(
                                        folder + each.code(),
                                        each.title(),
                                        each.companyName(),
                                        Map.of("AREA", Facts.area(each.area(), language)))));
            case EVENT ->
                catalogue
                        .events(records)
                        .forEach(each ->
                                cards.put(each.id(), new Card(folder + each.code(), each.title(), "", Map.of())));
            default -> throw new IllegalArgumentException(kind.name());
        }
        return cards;
    }
}
