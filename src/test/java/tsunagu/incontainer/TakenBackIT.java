package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.application.ApplicationState;
import tsunagu.application.ApplicationView;
import tsunagu.application.ApplyForm;
import tsunagu.application.ApplyService;
import tsunagu.application.PlacementRoute;
import tsunagu.application.ReceiveService;
import tsunagu.participation.HostService;
import tsunagu.participation.ParticipationForm;
import tsunagu.participation.ParticipationState;
import tsunagu.participation.School;
import tsunagu.participation.TakePartService;
import tsunagu.posting.ApplyTarget;
import tsunagu.posting.PostingService;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Upload;

/** A press that was a mistake is taken back; whoever was not written to yet never hears of it. */
@ArquillianTest
class TakenBackIT {

    private static final String MOVED = "応募の状況が変わりました";
    private static final String PUT_RIGHT = "応募の状況が訂正されました";
    private static final String HIRED = "採用の確認をお願いします";

    @Inject
    private ApplyService applications;

    @Inject
    private ReceiveService received;

    @Inject
    private TakePartService participations;

    @Inject
    private HostService host;

    @Inject
    private PostingService postings;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Publishing publishing;

    @Inject
    private World world;

    @Test
    void a_refusal_by_mistake_is_taken_back_before_anybody_is_written_to() {
        Publishing.Firm firm = publishing.firm();
        Actor person = world.seeker("取消 一郎");
        String code = applied(firm, person);
        move(firm, code, ApplicationState.DECLINED);
        assertEquals(1, letters(person, MOVED, "WAITING"));
        assertEquals(
                0,
                world.number(
                        "select count(*) from mail_outbox where recipient_key = testing.mark(?1) and subject like '%"
                                + MOVED + "%' and next_try < now() + interval '4 minutes'",
                        address(person)));
        putRight(firm, code);
        assertEquals(ApplicationState.RECEIVED, view(firm, code).state());
        assertEquals(0, letters(person, MOVED, "WAITING") + letters(person, MOVED, "SENT"));
        assertEquals(0, letters(person, PUT_RIGHT, "WAITING"));
        // Once more, and meant: that is told.
        move(firm, code, ApplicationState.INTERVIEW);
        move(firm, code, ApplicationState.DECLINED);
        assertEquals(2, letters(person, MOVED, "WAITING"));
    }

    @Test
    void who_was_written_to_is_told_that_it_was_a_mistake() {
        Publishing.Firm firm = publishing.firm();
        Actor person = world.seeker("訂正 二郎");
        String code = applied(firm, person);
        move(firm, code, ApplicationState.INTERVIEW);
        world.change(
                "update mail_outbox set state = 'SENT', sent_at = now(), tries = 1 where recipient_key = testing.mark('"
                        + address(person) + "') and subject like '%" + MOVED + "%'");
        putRight(firm, code);
        assertEquals(1, letters(person, MOVED, "SENT"));
        assertEquals(1, letters(person, PUT_RIGHT, "WAITING"));
    }

    @Test
    void a_hire_by_mistake_is_as_if_it_had_not_been_said_and_its_day_is_asked_for_once() {
        Publishing.Firm firm = publishing.firm();
        Actor person = world.seeker("採用 三郎");
        String code = applied(firm, person);
        hire(firm, code, publishing.today().plusDays(3));
        currentActor.as(firm.member(), () -> {
            received.correctHire(
                    code, view(firm, code).version(), publishing.today().plusDays(30), true);
            return null;
        });
        assertEquals(1, letters(person, HIRED, "WAITING"));
        assertEquals(
                publishing.today().plusDays(30), view(firm, code).placement().hiredOn());
        putRight(firm, code);
        assertEquals(ApplicationState.RECEIVED, view(firm, code).state());
        assertNull(view(firm, code).placement());
        assertEquals(0, letters(person, HIRED, "WAITING"));
        // What the person has said stays.
        hire(firm, code, publishing.today());
        currentActor.as(person, () -> {
            applications.confirmHire(code, PlacementRoute.values()[0]);
            return null;
        });
        assertThrows(DomainException.class, () -> putRight(firm, code));
    }

    /** What was handed to one company is no longer read by it when the person takes the application back. */
    @Test
    void a_company_reads_nothing_of_what_was_sent_with_an_application_that_was_withdrawn() {
        Publishing.Firm firm = publishing.firm();
        Actor person = world.seeker("撤回 四郎");
        String code = applied(firm, person);
        byte[] paper = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
                .getBytes(StandardCharsets.US_ASCII);
        currentActor.as(person, () -> {
            applications.addFile(code, Upload.document("履歴書.pdf", paper));
            return null;
        });
        String file = view(firm, code).files().get(0).code();
        assertEquals(
                "履歴書.pdf",
                currentActor.as(firm.member(), () -> received.file(file)).name());
        currentActor.as(person, () -> {
            applications.withdraw(code);
            return null;
        });
        ApplicationView left = view(firm, code);
        assertEquals("撤回 四郎", left.name());
        assertEquals(
                "",
                left.email()
                        + left.phone()
                        + left.career()
                        + left.message()
                        + left.answers().stream()
                                .map(ApplicationView.Answer::answer)
                                .collect(Collectors.joining()));
        assertEquals(0, left.files().size());
        assertThrows(NotFoundException.class, () -> currentActor.as(firm.member(), () -> received.file(file)));
        assertEquals(
                "履歴書.pdf",
                currentActor.as(person, () -> applications.file(file)).name(),
                "the person reads it as before");
    }

    @Test
    void an_answer_about_an_internship_is_taken_back_with_its_place() {
        Publishing.Firm firm = publishing.firm();
        String internship = publishing.internship(firm, "取り消される体験", publishing.today());
        String session = currentActor
                .as(firm.member(), () -> host.runs(internship))
                .sessions()
                .get(0)
                .run()
                .seen();
        Actor person = world.seeker("体験 四郎");
        ParticipationForm form = new ParticipationForm(
                session, false, School.UNIVERSITY, "体験 四郎", "a@example.jp", "", "学びます", false, true);
        String code = currentActor.as(person, () -> participations.apply(internship, form));
        act(firm, () -> host.accept(code, version(firm, code)));
        assertEquals(1, taken(firm, internship));
        act(firm, () -> host.putRight(code, version(firm, code)));
        assertEquals(0, taken(firm, internship));
        assertEquals(
                ParticipationState.APPLIED,
                currentActor.as(firm.member(), () -> host.participation(code)).state());
        assertEquals(0, letters(person, "参加が決まりました", "WAITING"));
        assertEquals(0, letters(person, "お知らせの訂正", "WAITING"));
        act(firm, () -> host.decline(code, version(firm, code)));
        assertEquals(1, letters(person, "申込みの結果", "WAITING"));
    }

    private int version(Publishing.Firm firm, String code) {
        return host.participation(code).version();
    }

    private int taken(Publishing.Firm firm, String internship) {
        return currentActor
                .as(firm.member(), () -> host.runs(internship))
                .sessions()
                .get(0)
                .run()
                .taken();
    }

    private void act(Publishing.Firm firm, Runnable work) {
        currentActor.as(firm.member(), () -> {
            work.run();
            return null;
        });
    }

    private String applied(Publishing.Firm firm, Actor person) {
        String job = publishing.job(firm, "取り消しを試す求人", publishing.today());
        ApplyTarget target = postings.target(job);
        List<String> answers = target.questions().stream().map(question -> "答え").toList();
        ApplyForm form =
                new ApplyForm(target.edition(), person.name(), "a@example.jp", "", false, "", "応募します", answers, true);
        return currentActor.as(person, () -> applications.apply(job, form));
    }

    private ApplicationView view(Publishing.Firm firm, String code) {
        return currentActor.as(firm.member(), () -> received.application(code));
    }

    private void move(Publishing.Firm firm, String code, ApplicationState next) {
        int version = view(firm, code).version();
        act(firm, () -> received.move(code, version, next));
    }

    private void hire(Publishing.Firm firm, String code, LocalDate day) {
        int version = view(firm, code).version();
        act(firm, () -> received.hire(code, version, day, true));
    }

    private void putRight(Publishing.Firm firm, String code) {
        int version = view(firm, code).version();
        act(firm, () -> received.putRight(code, version));
    }

    private String address(Actor person) {
        return world.text("select email from account where id = " + person.accountId());
    }

    private long letters(Actor person, String subject, String state) {
        return world.number(
                "select count(*) from mail_outbox where recipient_key = testing.mark(?1) and subject like ?2 and state = ?3",
                address(person),
                "%" + subject + "%",
                state);
    }
}
