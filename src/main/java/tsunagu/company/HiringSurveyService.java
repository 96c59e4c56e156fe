package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.shared.CompanyWork;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;
import tsunagu.shared.Locks;
import tsunagu.shared.Role;
import tsunagu.shared.Seen;
import tsunagu.shared.UseCase;

/**
 * 新規雇用者数の調査: every company answers once for each fiscal year; staff see who has not. No answer is not zero.
 */
@ApplicationScoped
@Transactional
public class HiringSurveyService implements CompanyWork {

    @Inject
    private MemberRepository members;

    @Inject
    private CompanyRepository companies;

    @Inject
    private Locks locks;

    @Inject
    private MembershipService memberships;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    /**
     * The survey of a year.
     *
     * @param answers of those who answered
     * @param silent registered companies without an answer
     */
    public record Sheet(FiscalYear year, List<Answered> answers, List<CompanyName> silent) {

        /** The sum of the answers shown; of nobody's answer it is not zero but nothing. */
        public Integer total() {
            return answers.isEmpty()
                    ? null
                    : answers.stream().mapToInt(each -> each.count().hired()).sum();
        }
    }

    public record Answered(CompanyName company, HiringCount count) {}

    /** The year that is asked about: the last full one until the end of September, then the running one. */
    @UseCase(
            allow = {Role.COMPANY, Role.STAFF},
            changes = false)
    public FiscalYear asked() {
        return FiscalYear.underReview(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
    }

    @Override
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Step> companyWork() {
        return Step.of(Urgency.SOME_DAY, "company.work.survey", own(asked()).isPresent() ? 0 : 1, "/company/survey");
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public Optional<HiringCount> own(FiscalYear year) {
        return members.hiringAnswer(memberships.own().company().id(), year.year())
                .map(HiringAnswer::count);
    }

    /**
     * Answers, or corrects the answer.
     *
     * @param seen the answer when the form was opened, null where there was none
     * @throws ConflictException when a colleague has answered otherwise since
     */
    @UseCase(allow = Role.COMPANY)
    public void answer(FiscalYear year, HiringCount seen, HiringCount count) {
        long company = memberships.own().company().id();
        companies.take(company);
        Optional<HiringAnswer> before =
                members.hiringAnswer(company, year.year()).map(locks::fresh);
        Seen.unchanged(seen, before.map(each -> each.count().whenever()).orElse(null), count);
        HiringAnswer answer = before.orElseGet(() -> new HiringAnswer(company, year.year()));
        answer.say(count, currentActor.get().accountId(), clock.instant());
        members.add(answer);
    }

    /**
     * Writes to every company without an answer; at most once a day to each.
     *
     * @return companies written to; not those for which nobody acts
     */
    @UseCase(allow = Role.STAFF)
    public int remind(FiscalYear year) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        Set<Long> reachable = members.companiesWithMembers();
        List<CompanyName> silent = sheet(year).silent().stream()
                .filter(each -> reachable.contains(each.id()))
                .toList();
        silent.forEach(each -> letters.fire(Letter.toCompany(
                each.id(),
                "survey " + year.code() + " " + each.id() + " " + today,
                "company.letter.survey",
                "/company/survey?year=" + year.code(),
                each.name(),
                year.reiwa())));
        return silent.size();
    }

    @UseCase(allow = Role.STAFF, changes = false, once = true)
    public Sheet sheet(FiscalYear year) {
        Map<Long, HiringCount> said = members.hiringAnswers(year.year()).stream()
                .collect(Collectors.toMap(HiringAnswer::companyId, HiringAnswer::count));
        Set<Long> gone =
                companies.gone().stream().map(CompanyLeaving::companyId).collect(Collectors.toSet());
        List<CompanyName> all = companies.identities().stream()
                .map(CompanyRepository.Identity::company)
                .toList();
        return new Sheet(
                year,
                all.stream()
                        .filter(each -> said.containsKey(each.id()))
                        .map(each -> new Answered(each, said.get(each.id())))
                        .toList(),
                all.stream()
                        .filter(each -> !said.containsKey(each.id()) && !gone.contains(each.id()))
                        .toList());
    }
}
