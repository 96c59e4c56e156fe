package tsunagu.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Seen;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;
import tsunagu.shared.WorkingDays;

/** The office's own side: opens and withdraws times, and says who came. Staff for every office, a contractor for its own. */
@ApplicationScoped
@Transactional
public class DeskService {

    private static final int LONGEST_DAYS = 190;

    @Inject
    private Viewings viewings;

    @Inject
    private ConsultationRepository repository;

    @Inject
    private ConsultationService consultations;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** Offices the actor keeps the times of. */
    @UseCase(
            allow = {Role.STAFF, Role.PARTNER},
            changes = false,
            once = true)
    public List<Office> offices() {
        return currentActor.get().hasAny(Set.of(Role.STAFF))
                ? repository.offices()
                : repository.officesOf(currentActor.get().accountId());
    }

    /** Who is expected, or came, from a day on; five weeks. */
    @UseCase(
            allow = {Role.STAFF, Role.PARTNER},
            changes = false)
    public List<Appointment> appointments(String officeCode, LocalDate from) {
        Instant begin = from.atStartOfDay(FiscalYear.ZONE).toInstant();
        long office = office(officeCode).id();
        viewings.opened(
                Viewing.What.CONSULTATIONS,
                officeCode + " " + from,
                repository.personsOfOffice(office, begin, begin.plus(ConsultationService.AHEAD)));
        return repository.ofOffice(office, begin, begin.plus(ConsultationService.AHEAD));
    }

    @UseCase(
            allow = {Role.STAFF, Role.PARTNER},
            changes = false,
            once = true)
    public List<FreeTime> free(String officeCode) {
        return repository.free(
                office(officeCode).id(),
                clock.instant(),
                clock.instant().plus(ConsultationService.AHEAD.multipliedBy(6)));
    }

    /** @param overlapping times that were left out, because the office has others then */
    public record Opened(int times, int overlapping) {}

    /**
     * Opens times on working days; a time that overlaps one the office has is left out.
     *
     * @return how many were opened, and how many left out
     * @throws DomainException when the days or hours hold none, or lie in the past
     */
    @UseCase(allow = {Role.STAFF, Role.PARTNER})
    public Opened open(String officeCode, @Valid Timetable timetable) {
        Office office = office(officeCode);
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        if (timetable.from().isBefore(today)
                || timetable.until().isBefore(timetable.from())
                || timetable.from().plusDays(LONGEST_DAYS).isBefore(timetable.until())) {
            throw new DomainException("consultation.error.days");
        }
        if (timetable.begin().plusMinutes(timetable.minutes()).isAfter(timetable.end())
                || timetable.begin().plusMinutes(timetable.minutes()).isBefore(timetable.begin())) {
            throw new DomainException("consultation.error.hours");
        }
        repository.hold(office.id());
        int opened = 0;
        int overlapping = 0;
        for (LocalDate day = timetable.from(); !day.isAfter(timetable.until()); day = day.plusDays(1)) {
            if (!timetable.weekdays().contains(day.getDayOfWeek()) || !WorkingDays.is(day)) {
                continue;
            }
            int last = timetable.end().toSecondOfDay() / 60 - timetable.minutes();
            for (int minute = timetable.begin().toSecondOfDay() / 60; minute <= last; minute += timetable.minutes()) {
                Instant begin = day.atTime(LocalTime.of(minute / 60, minute % 60))
                        .atZone(FiscalYear.ZONE)
                        .toInstant();
                if (!begin.isAfter(clock.instant())) {
                    continue;
                }
                if (repository.open(
                        office.id(),
                        begin,
                        begin.plusSeconds(timetable.minutes() * 60L),
                        FiscalYear.of(day),
                        timetable.onlineUrl())) {
                    opened++;
                } else {
                    overlapping++;
                }
            }
        }
        if (opened == 0) {
            throw new DomainException(overlapping == 0 ? "consultation.error.none" : "consultation.error.allOverlap");
        }
        return new Opened(opened, overlapping);
    }

    /**
     * What the office says of itself from now on.
     *
     * @param seen what it said when the form was opened
     * @throws ConflictException when it says something else by now
     */
    @UseCase(allow = {Role.STAFF, Role.PARTNER})
    public void describe(String officeCode, OfficeForm seen, @Valid OfficeForm form) {
        long office = office(officeCode).id();
        repository.hold(office);
        Seen.unchanged(seen, office(officeCode).form(), form);
        repository.describe(office, form);
    }

    /** A time nobody took is not offered any more. */
    @UseCase(allow = {Role.STAFF, Role.PARTNER})
    public void withdraw(String officeCode, long timeId) {
        repository.take(timeId, clock.instant());
        if (repository.taken(timeId)) {
            throw new DomainException("consultation.error.taken");
        }
        if (!repository.withdraw(office(officeCode).id(), timeId, clock.instant())) {
            throw new DomainException("consultation.error.gone");
        }
    }

    /**
     * The office cannot keep an appointment: the person is told, the time is gone.
     *
     * @param seen the state it was seen in
     * @throws ConflictException when it is in another by now
     */
    @UseCase(allow = {Role.STAFF, Role.PARTNER})
    public void callOff(String code, String seen) {
        Appointment appointment = own(code, seen);
        if (!appointment.open(clock.instant()) || !repository.move(code, "BOOKED", "CALLED_OFF", clock.instant())) {
            throw new DomainException("consultation.error.over");
        }
        repository.withdrawTimeOf(code, clock.instant());
        consultations.tell(code, "consultation.letter.calledOff");
    }

    /**
     * Whether it took place; can be said otherwise later. Nothing else is asked.
     *
     * @param seen the state it was seen in
     * @throws DomainException before its time
     * @throws ConflictException when it is in another state by now
     */
    @UseCase(allow = {Role.STAFF, Role.PARTNER})
    public void settle(String code, String seen, boolean kept) {
        Appointment appointment = own(code, seen);
        if (!appointment.due(clock.instant())) {
            throw new DomainException("consultation.error.early");
        }
        if (!repository.move(code, seen, kept ? "KEPT" : "MISSED", clock.instant())) {
            throw new ConflictException();
        }
    }

    private Appointment own(String code, String seen) {
        Appointment appointment = repository
                .appointment(code)
                .filter(each -> offices().stream()
                        .anyMatch(office -> office.id() == each.office().id()))
                .orElseThrow(() -> new NotFoundException("booking " + code));
        if (!appointment.state().equals(seen)) {
            throw new ConflictException();
        }
        return appointment;
    }

    private Office office(String code) {
        return offices().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("office " + code));
    }
}
