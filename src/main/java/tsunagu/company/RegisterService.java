package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.audit.ChangeReason;
import tsunagu.search.Kind;
import tsunagu.search.SearchIndex;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** 企業の登録簿: which companies are registered, and which have left. Leaving hides a company and ends what it has open; nothing is deleted. */
@ApplicationScoped
@Transactional
public class RegisterService {

    @Inject
    private CompanyRepository companies;

    @Inject
    private SearchIndex index;

    @Inject
    private Event<CompanyLeft> left;

    @Inject
    private ChangeReason reason;

    @Inject
    private Clock clock;

    /**
     * The company leaves: its page and what it has open are gone from the lists at once.
     *
     * @param day on which it left, today or earlier; it decides from which year's end on it is not counted
     * @param seen stamp of the company's line
     * @throws DomainException without a reason, on a day to come, or when it has left already
     * @throws ConflictException when it left or came back since
     */
    @UseCase(allow = Role.STAFF)
    public void leave(String code, String seen, LocalDate day, String why) {
        Company company = taken(code, seen);
        if (companies.gone(company.id()).isPresent() || company.merged()) {
            throw new DomainException("company.error.left");
        }
        CompanyLeaving leaving = new CompanyLeaving(company.id(), day, why, today());
        reason.because(why.strip());
        left.fire(new CompanyLeft(company.named()));
        companies.add(leaving);
        index.remove(Kind.COMPANY, company.id());
    }

    /**
     * It is registered again from today on, and for seekers it is new again; what was ended stays ended.
     *
     * @param seen stamp of the company's line
     * @throws ConflictException when it came back, or left once more, since
     */
    @UseCase(allow = Role.STAFF)
    public void comeBack(String code, String seen) {
        Company company = taken(code, seen);
        companies
                .gone(company.id())
                .orElseThrow(() -> new DomainException("company.error.notLeft"))
                .comeBack(today());
        company.comeBack(clock.instant());
        index.put(CompanyEntries.entry(company));
    }

    /** The company, held until the end of the transaction, when its line is as it was seen. */
    private Company taken(String code, String seen) {
        Company company = companies.byCode(code);
        companies.take(company.id());
        if (!stamp(latest().get(company.id())).equals(seen)) {
            throw new ConflictException();
        }
        return company;
    }

    /** Of each company that ever left. */
    private Map<Long, CompanyLeaving> latest() {
        return companies.leavings().stream()
                .collect(Collectors.toMap(CompanyLeaving::companyId, Function.identity(), (earlier, later) -> later));
    }

    /** Whether it is registered, and its latest leaving; 0 for one that never left. {@link CompanyList} gives the same. */
    private static String stamp(CompanyLeaving latest) {
        return latest != null && latest.gone()
                ? "left-" + latest.id()
                : "registered-" + (latest == null ? 0 : latest.id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }
}
