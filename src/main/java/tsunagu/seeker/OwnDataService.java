package tsunagu.seeker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tsunagu.account.AccountContact;
import tsunagu.account.AccountService;
import tsunagu.account.ConsentView;
import tsunagu.account.OwnAccountService;
import tsunagu.audit.ChangeReason;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Languages;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.PersonalData;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/** 本人の情報: everything that is kept about the person who acts, for them to read, to take away and to delete (個人情報保護法 76条・98条). */
@ApplicationScoped
@Transactional
public class OwnDataService {

    @Inject
    private Locks locks;

    @Inject
    @Any
    private Instance<PersonalData> rooms;

    @Inject
    private AccountService accounts;

    @Inject
    private OwnAccountService ownAccount;

    @Inject
    private Event<Forgotten> forgotten;

    @Inject
    private ChangeReason reason;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** One room's records. @param name of the section: "seeker.section." + name */
    public record Section(String name, List<Map<String, String>> records) {}

    /** All of it, at a moment. */
    public record OwnData(Instant at, List<Section> sections) {}

    @UseCase(allow = Role.SEEKER, changes = false)
    public OwnData tell(Locale language) {
        List<Section> sections = new ArrayList<>();
        AccountContact own = accounts.own();
        Map<String, String> account = new LinkedHashMap<>();
        account.put("name", own.name());
        account.put("email", own.email());
        account.put("language", Words.of("account.language." + Languages.word(ownAccount.language()), language));
        sections.add(new Section("account", List.of(account)));
        sections.add(new Section(
                "consents", consents().stream().map(each -> row(each, language)).toList()));
        rooms.stream()
                .sorted(Comparator.comparing(PersonalData::section))
                .forEach(room -> sections.add(new Section(room.section(), room.tell(language))));
        return new OwnData(clock.instant(), List.copyOf(sections));
    }

    /** What which company sees, by company. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public List<PersonalData.Shared> shared() {
        return rooms.stream()
                .flatMap(room -> room.shared().stream())
                .sorted(Comparator.comparing(PersonalData.Shared::company).thenComparing(PersonalData.Shared::since))
                .toList();
    }

    @UseCase(allow = Role.SEEKER, changes = false)
    public List<ConsentView> consents() {
        return accounts.consents();
    }

    /**
     * Deletes it all: rooms give back seats and times that are still to come and forget the rest, then the account is closed. What was
     * counted stays counted, as rows that lead back to nobody.
     *
     * @throws tsunagu.shared.DomainException when the password is wrong, or the account does more than look for work
     */
    @UseCase(allow = Role.SEEKER)
    public void delete(Secret password) {
        accounts.confirmOwn(password);
        reason.because("deletion asked for by the person");
        deleteAll();
    }

    /** The same after a backup from before it was restored: the person has asked once and is not asked for the password again. */
    @UseCase(allow = Role.SEEKER)
    void deleteAgain() {
        reason.because("deletion asked for by the person, again after a restore");
        deleteAll();
    }

    private void deleteAll() {
        String address = accounts.own().email();
        holdAll();
        rooms.stream().sorted(Comparator.comparing(PersonalData::section)).forEach(PersonalData::forget);
        accounts.closeOwn();
        forgotten.fire(new Forgotten(currentActor.get().personId(), address));
    }

    /** In the order of locks, whatever the order of rooms. */
    private void holdAll() {
        Map<Lock, Set<Long>> all = new EnumMap<>(Lock.class);
        all.computeIfAbsent(Lock.PERSON, key -> new HashSet<>())
                .add(currentActor.get().personId());
        rooms.forEach(room -> room.locked().forEach((lock, ids) -> all.computeIfAbsent(lock, key -> new HashSet<>())
                .addAll(ids)));
        all.forEach((lock, ids) ->
                locks.hold(lock, ids.stream().mapToLong(Long::longValue).toArray()));
    }

    /** Fired last, inside the transaction: letters that were written to the address go, too. */
    public record Forgotten(long personId, String address) {}

    private static Map<String, String> row(ConsentView consent, Locale language) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("purpose", Words.of("seeker.consent." + consent.purpose(), language));
        row.put("version", consent.version());
        row.put("since", Dates.moment(consent.givenAt(), language));
        if (consent.withdrawnAt() != null) {
            row.put("withdrawn", Dates.moment(consent.withdrawnAt(), language));
        }
        return row;
    }
}
