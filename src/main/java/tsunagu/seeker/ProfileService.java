package tsunagu.seeker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import tsunagu.account.AccountService;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** A person's own profile. Each step is kept for one purpose, is agreed to by saving it, and can be taken back by itself. */
@ApplicationScoped
@Transactional
public class ProfileService {

    /** Version of the wording of the purposes (bundle seeker, keys purpose.*); raise it with the text. */
    public static final String VERSION = "2026-11";

    private static final String ABOUT = "about";

    private static final String APPLYING = "applying";

    private static final int MOST_VALUES = 40;

    @Inject
    private ProfileRepository profiles;

    @Inject
    private AccountService accounts;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @UseCase(allow = Role.SEEKER, changes = false)
    public Profile profile() {
        return profiles.profile(person());
    }

    /** Whether companies may deal with a person; asked by the rooms where they could. */
    @UseCase(
            allow = {Role.SEEKER, Role.COMPANY, Role.STAFF},
            changes = false)
    public ScoutStanding standing(long personId) {
        return profiles.profile(personId).standing(today());
    }

    /**
     * Month of birth and what one does at present.
     *
     * @param born any day of the month, or null
     * @throws DomainException for a month to come, or before 1900
     */
    @UseCase(allow = Role.SEEKER)
    public void about(LocalDate born, Stage stage) {
        LocalDate month = born == null ? null : born.withDayOfMonth(1);
        if (month != null && (month.isAfter(today()) || month.getYear() < 1900)) {
            throw new DomainException("seeker.error.born");
        }
        accounts.agree(ABOUT, VERSION);
        profiles.about(person(), month, stage, clock.instant());
    }

    /** What forms to companies begin with; empty when nothing was kept. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public OwnSheet sheet() {
        return profiles.sheet(person()).orElse(OwnSheet.NONE);
    }

    @UseCase(allow = Role.SEEKER)
    public void keepSheet(@Valid OwnSheet sheet) {
        accounts.agree(APPLYING, VERSION);
        profiles.sheet(person(), sheet, clock.instant());
    }

    /** These wishes as a whole; one without values is none. */
    @UseCase(allow = Role.SEEKER)
    public void wish(Map<Wish, Set<String>> wishes) {
        wishes.forEach((wish, values) -> {
            if (values.size() > (wish.several() ? MOST_VALUES : 1)
                    || !values.stream().allMatch(wish::knows)) {
                throw new DomainException("seeker.error.wish");
            }
            if (values.size() > 1 && values.contains("NONE")) {
                throw new DomainException("seeker.error.none");
            }
            if (!values.isEmpty()) {
                accounts.agree(wish.purpose(), VERSION);
            }
            profiles.wish(person(), wish, values);
        });
    }

    @UseCase(allow = Role.SEEKER)
    public void weigh(Map<Wish, Weight> weights) {
        weights.forEach((wish, weight) -> {
            if (weight.value() < 0 || weight.value() > Weight.MOST) {
                throw new DomainException("seeker.error.wish");
            }
            profiles.weigh(person(), wish, weight);
        });
    }

    /** Takes a consent back: what was kept under it is gone at once. @param purpose about, wishes, licences or applying */
    @UseCase(allow = Role.SEEKER)
    public void takeBack(String purpose) {
        if (purpose.equals(ABOUT)) {
            profiles.forgetAbout(person());
        }
        if (purpose.equals(APPLYING)) {
            profiles.forgetSheet(person());
        }
        for (Wish wish : Wish.values()) {
            if (wish.purpose().equals(purpose)) {
                profiles.wish(person(), wish, Set.of());
            }
        }
        accounts.withdrawConsent(purpose);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }

    private long person() {
        return currentActor.get().personId();
    }
}
