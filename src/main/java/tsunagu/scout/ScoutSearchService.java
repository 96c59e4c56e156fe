package tsunagu.scout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.company.MembershipService;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** A company says whom it looks for and is told that there are enough such people, without learning more by asking on. */
@ApplicationScoped
@Transactional
public class ScoutSearchService {

    /** So long an answer is given again unchanged, and its candidates can be invited. */
    static final Duration STANDS = Duration.ofDays(7);

    /** New searches of a company in a day, and in thirty. */
    static final int MOST_A_DAY = 10;

    static final int MOST = 40;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int ALIAS_LENGTH = 8;
    private static final SecureRandom LOT = new SecureRandom();

    @Inject
    private SearchRepository searches;

    @Inject
    private MembershipService memberships;

    @Inject
    private Clock clock;

    /** Areas, occupations and licences that enough people say; nothing else can be asked for. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public ScoutConditions offered() {
        return SearchGuard.offered(searches.findable(today()).values());
    }

    /** How many more new searches the company has now. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public long left() {
        Instant now = clock.instant();
        long today = MOST_A_DAY - searches.askedSince(company(), now.minus(DAY));
        return Math.max(0, Math.min(today, MOST - searches.askedSince(company(), now.minus(ScoutService.WINDOW))));
    }

    /**
     * Asks; the conditions are kept. ScoutConditions whose answer still stands get that answer and cost nothing.
     *
     * @return code of the search
     * @throws DomainException without conditions, for some that are not offered, or when no searches are left
     */
    @UseCase(allow = Role.COMPANY)
    public String search(ScoutConditions conditions) {
        if (conditions.none()) {
            throw new DomainException("scout.error.conditions");
        }
        if (!conditions.within(offered())) {
            throw new DomainException("scout.error.offered");
        }
        searches.hold(company());
        Instant now = clock.instant();
        Optional<SearchRepository.Kept> same = searches.answers(company(), now.minus(STANDS)).stream()
                .filter(each -> each.conditions().text().equals(conditions.text()))
                .findFirst();
        if (same.isPresent()) {
            return same.get().code();
        }
        if (left() == 0) {
            throw new DomainException("scout.error.searches", MOST_A_DAY, MOST);
        }
        return answer(conditions, now);
    }

    private String answer(ScoutConditions conditions, Instant now) {
        Map<Long, SearchGuard.Seen> before = searches.parts(company(), today());
        SearchGuard guard =
                new SearchGuard(searches.findable(today(), company(), now.minus(ScoutService.WINDOW)), before);
        SearchGuard.Answer answer = guard.answer(conditions);
        before.keySet().stream()
                .filter(person -> !guard.keeps(person))
                .forEach(person -> searches.part(company(), person));
        answer.parts().forEach((person, part) -> searches.part(company(), person, part, today()));
        String code = Secrets.name(ALIAS_LENGTH);
        long search = searches.answered(company(), code, conditions, answer.atLeast(), now);
        List<Long> drawn = new ArrayList<>(answer.people());
        Collections.shuffle(drawn, LOT);
        for (int place = 0; place < answer.atLeast(); place++) {
            searches.show(search, place, Secrets.name(ALIAS_LENGTH), drawn.get(place));
        }
        return code;
    }

    /**
     * An answer of the company; empty when it stands no more.
     *
     * @throws NotFoundException for one of another company
     */
    @UseCase(allow = Role.COMPANY, changes = false)
    public Optional<ScoutAnswer> found(String code) {
        SearchRepository.Kept kept =
                searches.answer(company(), code).orElseThrow(() -> new NotFoundException("search " + code));
        return Optional.of(kept)
                .filter(each -> each.at().isAfter(clock.instant().minus(STANDS)))
                .map(each -> found(each, searches.shown(each.id())));
    }

    /** Answers that still stand, the latest first, without candidates. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<ScoutAnswer> recent() {
        return searches.answers(company(), clock.instant().minus(STANDS)).stream()
                .map(each -> found(each, List.of()))
                .toList();
    }

    private static ScoutAnswer found(SearchRepository.Kept kept, List<Candidate> candidates) {
        return new ScoutAnswer(
                kept.code(),
                kept.conditions(),
                kept.atLeast(),
                kept.at(),
                kept.at().plus(STANDS),
                candidates);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }

    private long company() {
        return memberships.own().company().id();
    }
}
