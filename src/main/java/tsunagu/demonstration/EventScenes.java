package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.event.Intake;
import tsunagu.event.QuestionnaireService;
import tsunagu.question.AnswerKind;
import tsunagu.question.Moment;
import tsunagu.question.QuestionDraft;
import tsunagu.question.QuestionSheet;
import tsunagu.registration.ClassVisit;
import tsunagu.registration.Companions;
import tsunagu.registration.GuestForm;
import tsunagu.registration.Origin;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;
import tsunagu.shared.Role;

/** Events to try things out with (見本): a lottery, an approval, one whose door is open today, with a class and its names, and a course. */
@ApplicationScoped
class EventScenes {

    private static final int DAYS_TO_LOTTERY = 6;

    private static final int DAYS_TO_COURSE = 9;

    private static final int LAST_HOUR = 22;

    private static final int HOURS = 6;

    private static final int CLASS = 14;

    @Inject
    private EventService events;

    @Inject
    private QuestionnaireService questionnaires;

    @Inject
    private RegistrationService registrations;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    void settle() {
        Actor staff = new Actor(null, null, "system:demonstration", Set.of(Role.STAFF));
        Map<String, Row> scenes = ReferenceTable.read("/demo/event-scenes.csv").stream()
                .collect(java.util.stream.Collectors.toMap(row -> row.text("mode"), row -> row));
        currentActor.as(staff, () -> {
            lottery(scenes.get("LOTTERY"));
            approval(scenes.get("APPROVAL"));
            today(scenes.get("TODAY"));
            course(scenes.get("COURSE"));
            return null;
        });
    }

    private void lottery(Row row) {
        LocalDate today = LocalDate.now(clock.withZone(FiscalYear.ZONE));
        Intake intake = new Intake(
                Intake.Mode.LOTTERY,
                null,
                today.plusDays(DAYS_TO_LOTTERY)
                        .atTime(LocalTime.of(17, 0))
                        .atZone(FiscalYear.ZONE)
                        .toInstant(),
                Map.of());
        String code = event(row, today.plusDays(3L * DAYS_TO_LOTTERY), 4, Set.of(AttendanceRole.PUPIL), intake);
        for (Row person : ReferenceTable.read("/demo/event-people.csv")) {
            ask(code, person, SeatRequest.as(AttendanceRole.GUARDIAN).with(new Companions(1, AttendanceRole.PUPIL)));
        }
    }

    private void approval(Row row) {
        LocalDate today = LocalDate.now(clock.withZone(FiscalYear.ZONE));
        Intake intake = new Intake(Intake.Mode.APPROVAL, null, null, Map.of(AttendanceRole.UNIVERSITY_STUDENT, 8));
        Set<AttendanceRole> audience = Set.of(AttendanceRole.UNIVERSITY_STUDENT, AttendanceRole.KOSEN_STUDENT);
        String code = event(row, today.plusDays(2L * DAYS_TO_LOTTERY), 12, audience, intake);
        List<QuestionDraft> questions = ReferenceTable.read("/demo/event-questions.csv").stream()
                .map(EventScenes::question)
                .toList();
        questionnaires.ask(code, questionnaires.stamp(code), new QuestionSheet(questions));
        List<Long> ids =
                questionnaires.asked(code).stream().map(each -> each.id()).toList();
        for (Row person : ReferenceTable.read("/demo/event-people.csv").subList(0, 5)) {
            String from = questions.get(0).options().get(person.text("name").length() % 2);
            ask(
                    code,
                    person,
                    new SeatRequest(
                            AttendanceRole.UNIVERSITY_STUDENT,
                            Companions.NONE,
                            ClassVisit.NONE,
                            List.of(),
                            Map.of(ids.get(0), from),
                            false));
        }
    }

    /** Begins with the next full hour, so that its door can be tried out as soon as the portal runs; late at night tomorrow. */
    private void today(Row row) {
        ZonedDateTime now = clock.instant().atZone(FiscalYear.ZONE);
        boolean late = now.getHour() >= LAST_HOUR;
        LocalTime start = late ? LocalTime.of(9, 0) : LocalTime.of(now.getHour() + 1, 0);
        LocalTime end = start.getHour() + HOURS > LAST_HOUR ? LocalTime.of(23, 59) : start.plusHours(HOURS);
        String code = event(
                row,
                new EventDraft.SessionDraft(
                        null,
                        "",
                        now.toLocalDate().plusDays(late ? 1 : 0),
                        start,
                        end,
                        row.text("place"),
                        "",
                        45,
                        Set.of(
                                AttendanceRole.HIGH_SCHOOL_STUDENT,
                                AttendanceRole.UNIVERSITY_STUDENT,
                                AttendanceRole.JOB_SEEKER),
                        Intake.SIMPLE,
                        row.text("itinerary").replace('/', '\n')));
        List<Row> people = ReferenceTable.read("/demo/event-people.csv");
        for (Row person : people.subList(0, 5)) {
            ask(code, person, SeatRequest.as(AttendanceRole.valueOf(person.text("role"))));
        }
        List<String> names = people.stream().map(person -> person.text("name")).toList();
        Companions pupils =
                new Companions(Map.of(AttendanceRole.HIGH_SCHOOL_STUDENT, CLASS, AttendanceRole.TEACHER, 1));
        ClassVisit visit = ClassVisit.of(row.text("school"), row.text("class"), row.text("telephone"));
        ask(code, people.get(6), new SeatRequest(AttendanceRole.TEACHER, pupils, visit, names, Map.of(), false));
    }

    /** 通しの講座: three days, one registration; the room of the second is smaller. */
    private void course(Row row) {
        LocalDate first = LocalDate.now(clock.withZone(FiscalYear.ZONE)).plusDays(DAYS_TO_COURSE);
        Set<AttendanceRole> audience =
                Set.of(AttendanceRole.JOB_SEEKER, AttendanceRole.TRAINEE, AttendanceRole.GENERAL);
        String[] titles = row.text("itinerary").split("/");
        List<EventDraft.SessionDraft> days = new ArrayList<>();
        for (int i = 0; i < titles.length; i++) {
            days.add(new EventDraft.SessionDraft(
                    null,
                    titles[i],
                    first.plusWeeks(i),
                    LocalTime.of(13, 30),
                    LocalTime.of(16, 0),
                    row.text("place"),
                    "",
                    i == 1 ? 8 : 12,
                    audience));
        }
        String code = events.create(new EventDraft(
                row.text("title"),
                EventType.valueOf(row.text("type")),
                null,
                "",
                row.text("description"),
                EventDraft.Visit.UNSAID,
                true,
                days));
        events.publish(code, events.event(code).version());
        for (Row person : ReferenceTable.read("/demo/event-people.csv").subList(0, 6)) {
            ask(code, person, SeatRequest.as(AttendanceRole.JOB_SEEKER));
        }
    }

    private String event(Row row, LocalDate day, int capacity, Set<AttendanceRole> audience, Intake intake) {
        return event(
                row,
                new EventDraft.SessionDraft(
                        null,
                        "",
                        day,
                        LocalTime.of(10, 0),
                        LocalTime.of(12, 0),
                        row.text("place"),
                        "",
                        capacity,
                        audience,
                        intake));
    }

    private String event(Row row, EventDraft.SessionDraft session) {
        String code = events.create(new EventDraft(
                row.text("title"),
                EventType.valueOf(row.text("type")),
                null,
                row.textOrEmpty("series"),
                row.text("description"),
                EventDraft.Visit.UNSAID,
                List.of(session)));
        events.publish(code, events.event(code).version());
        return code;
    }

    private void ask(String code, Row person, SeatRequest request) {
        GuestForm form = new GuestForm(
                person.text("name"),
                person.text("reading"),
                "scene" + Math.abs(person.text("name").hashCode()) + "@demo.example",
                true);
        registrations.registerGuest(
                code,
                events.event(code).sessions().get(0).session().id(),
                form,
                request,
                new Origin("demonstration", 60, Locale.JAPANESE));
    }

    private static QuestionDraft question(Row row) {
        return new QuestionDraft(
                null,
                Moment.valueOf(row.text("moment")),
                AnswerKind.valueOf(row.text("kind")),
                row.text("text"),
                row.text("options") == null
                        ? List.of()
                        : Arrays.asList(row.text("options").split("/")),
                "yes".equals(row.text("required")),
                null,
                row.integer("depends_on"),
                row.textOrEmpty("depends_value"));
    }
}
