package tsunagu.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;
import tsunagu.shared.Locks;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;

/** A person looks for a free time, takes it, changes it and gives it back. Open to everybody of every age. */
@ApplicationScoped
@Transactional
public class ConsultationService {

    /** How far ahead times are shown. */
    static final Duration AHEAD = Duration.ofDays(35);

    private static final int MOST_COMING = 3;

    private static final int CODE_LENGTH = 10;

    @Inject
    private Locks locks;

    @Inject
    private ConsultationRepository repository;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    @UseCase(anyone = true, changes = false)
    public List<Office> offices() {
        return repository.offices();
    }

    /** @throws NotFoundException when there is no such office */
    @UseCase(anyone = true, changes = false)
    public Office office(String code) {
        return offices().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("office " + code));
    }

    /** Times nobody took, of the next five weeks. */
    @UseCase(anyone = true, changes = false)
    public List<FreeTime> free(String officeCode) {
        Instant now = clock.instant();
        return repository.free(office(officeCode).id(), now, now.plus(AHEAD));
    }

    /**
     * Takes a time.
     *
     * @param online where the time offers it
     * @return the booking's code
     * @throws DomainException when somebody was faster, the time is over or withdrawn, or the person has three to come or one at this time
     */
    @UseCase(allow = Role.SEEKER)
    public String book(long timeId, boolean online) {
        return book(timeId, online, null);
    }

    /** Another time instead; the old one is free again only if the new one was got. */
    @UseCase(allow = Role.SEEKER)
    public String change(String code, long timeId, boolean online) {
        return book(timeId, online, open(code));
    }

    private String book(long timeId, boolean online, Appointment instead) {
        Instant now = clock.instant();
        // Of one person who books two times at once the second is judged by the first.
        locks.hold(Locks.Lock.PERSON, person());
        FreeTime time = repository.take(timeId, now).orElseThrow(() -> new DomainException("consultation.error.gone"));
        if (repository.taken(timeId)) {
            throw new DomainException("consultation.error.taken");
        }
        if (online && !time.online()) {
            throw new DomainException("consultation.error.notOnline");
        }
        List<Appointment> coming = mine().stream()
                .filter(each ->
                        each.open(now) && (instead == null || !each.code().equals(instead.code())))
                .toList();
        if (coming.size() >= MOST_COMING) {
            throw new DomainException("consultation.error.many", MOST_COMING);
        }
        if (coming.stream()
                .anyMatch(each -> each.startsAt().isBefore(time.endsAt())
                        && time.startsAt().isBefore(each.endsAt()))) {
            throw new DomainException("consultation.error.overlap");
        }
        if (instead != null && !repository.move(instead.code(), "BOOKED", "CANCELLED", now)) {
            throw new DomainException("consultation.error.over");
        }
        String code = Secrets.name(CODE_LENGTH);
        repository.book(code, timeId, person(), online, now);
        if (instead == null) {
            tell(code, "consultation.letter.booked");
        } else {
            tell(code, "consultation.letter.moved", when(instead));
        }
        return code;
    }

    @UseCase(allow = Role.SEEKER)
    public void cancel(String code) {
        open(code);
        if (!repository.move(code, "BOOKED", "CANCELLED", clock.instant())) {
            throw new DomainException("consultation.error.over");
        }
        tell(code, "consultation.letter.cancelled");
    }

    /** The own ones, the latest first. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public List<Appointment> mine() {
        return repository.ofPerson(person());
    }

    /** @throws NotFoundException when it is not the own */
    @UseCase(allow = Role.SEEKER, changes = false)
    public Appointment appointment(String code) {
        return repository.ofPerson(person(), code).orElseThrow(() -> new NotFoundException("booking " + code));
    }

    /** @param more what the text's {4} stands for */
    void tell(String code, String text, Object... more) {
        letters.fire(letter(code, text, more));
    }

    /** What is to come: in daytime, and in time. */
    void remind(String code, String text) {
        letters.fire(letter(code, text)
                .inDaytimeBefore(repository.appointment(code).orElseThrow().startsAt()));
    }

    private Letter letter(String code, String text, Object... more) {
        Appointment each = repository.appointment(code).orElseThrow();
        List<Object> words = new ArrayList<>(List.of(
                each.office().name(),
                when(each),
                each.online() ? each.link() : each.office().place(),
                each.office().telephone()));
        words.addAll(List.of(more));
        return Letter.toPerson(
                repository.personOf(code), text + " " + code, text, "/my/consultations/" + code, words.toArray());
    }

    private static Letter.Word when(Appointment each) {
        return language -> DateTimeFormatter.ofPattern(Words.of("consultation.when", language), language)
                .format(each.startsAt().atZone(FiscalYear.ZONE));
    }

    private Appointment open(String code) {
        Appointment appointment = appointment(code);
        if (!appointment.open(clock.instant())) {
            throw new DomainException("consultation.error.over");
        }
        return appointment;
    }

    private long person() {
        return currentActor.get().personId();
    }
}
