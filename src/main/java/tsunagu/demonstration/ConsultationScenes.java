package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tsunagu.account.AccountService;
import tsunagu.consultation.ConsultationService;
import tsunagu.consultation.DeskService;
import tsunagu.consultation.FreeTime;
import tsunagu.consultation.Office;
import tsunagu.consultation.OfficeForm;
import tsunagu.consultation.Timetable;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.Words;

/** Offices with free times in the weeks to come, one of them taken by the demonstration's seeker. */
@ApplicationScoped
class ConsultationScenes {

    private static final Actor HOUSE = new Actor(null, null, "system:demonstration", Set.of(Role.STAFF));

    private static final int WEEKS = 4;

    /** The time that is taken, counted from the first free one. */
    private static final int TAKEN = 7;

    @Inject
    private DeskService desk;

    @Inject
    private ConsultationService consultations;

    @Inject
    private AccountService accounts;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    void settle() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        List<Office> offices = currentActor.as(HOUSE, desk::offices);
        for (Office office : offices) {
            currentActor.as(HOUSE, () -> {
                desk.describe(
                        office.code(),
                        office.form(),
                        new OfficeForm(office.about(), Words.japanese("consultation.sample.place"), ""));
                return desk.open(
                        office.code(),
                        new Timetable(
                                today.plusDays(1),
                                today.plusWeeks(WEEKS),
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                LocalTime.of(10, 0),
                                LocalTime.of(16, 0),
                                60,
                                "https://meeting.example/" + office.code()));
            });
        }
        List<FreeTime> free = consultations.free(offices.get(0).code());
        currentActor
                .as(Actor.system("demonstration"), () -> accounts.idOf("seeker@demo.example")
                        .flatMap(accounts::actor))
                .ifPresent(seeker -> currentActor.as(
                        seeker, () -> consultations.book(free.get(TAKEN).id(), true)));
    }
}
