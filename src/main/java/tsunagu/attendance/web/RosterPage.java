package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tsunagu.attendance.DoorInboxService;
import tsunagu.desk.web.DeskPages;
import tsunagu.event.SessionView;
import tsunagu.registration.IntakeService;
import tsunagu.registration.RegistrationDeskService;
import tsunagu.registration.RosterHead;
import tsunagu.web.FormErrors;
import tsunagu.web.ManyActs;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff: who asked for a seat at a session, yes or no, the draw. */
@Named
@RequestScoped
public class RosterPage {

    @Inject
    private IntakeService intake;

    @Inject
    private DoorInboxService door;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    @Inject
    private DeskPages desks;

    @Inject
    private ManyActs many;

    @Inject
    private RegistrationDeskService desk;

    private RosterHead head;
    private List<SessionView> targets;
    private String subject = "";
    private String words = "";
    private boolean waitingToo;
    private IntakeService.NoticeSeen looked;

    public RosterHead getHead() {
        if (head == null) {
            head = intake.rosterHead(web.number("session"));
        }
        return head;
    }

    /** What the list belongs to, as its address says it. */
    public String getSession() {
        return String.valueOf(web.number("session"));
    }

    /** The list with those in one state, and of the line its order. */
    public String only(String state) {
        return web.url(web.getPath()) + "?state=" + state
                + (state.equals("WAITING")
                        ? "&sort=position&cols=name.reading.role.state.position.companions.contact.createdAt"
                        : "");
    }

    /** Of whom there is one or more, and always those who have a seat. */
    public List<String> getStates() {
        return Stream.of("CONFIRMED", "APPLIED", "OFFERED", "WAITING", "LAPSED", "REFUSED", "CANCELLED")
                .filter(state -> state.equals("CONFIRMED") || getHead().count(state) > 0)
                .toList();
    }

    /** Where it is seen who of them got which letter, and when: letters of an event have its name in their subject. */
    public String getLetters() {
        return web.url("/staff/mail") + "?q="
                + URLEncoder.encode(getHead().session().eventTitle(), StandardCharsets.UTF_8);
    }

    public boolean isDrawable() {
        return getHead().drawable(web.getNow());
    }

    public void approve() {
        done(() -> intake.approve(web.number("session"), act.number(), act.version()), "approved");
    }

    public void refuse() {
        done(() -> intake.refuse(web.number("session"), act.number(), act.version(), act.text("refuseWhy")), "refused");
    }

    /** Recorded by mistake. */
    public void takeBack() {
        done(
                () -> door.takeBack(web.number("session"), act.number(), act.version(), act.text("takeBackWhy")),
                "presence-taken-back");
    }

    /** Other sessions of the event, for those who are moved. */
    public List<SessionView> getTargets() {
        if (targets == null) {
            targets = desk.targets(web.number("session"));
        }
        return targets;
    }

    /** All of those that were ticked, or none. */
    public void move() {
        List<Long> picked = act.all("pick").stream()
                .map(each -> each.split(":")[0])
                .filter(each -> each.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
        if (!act.text("target").matches("[0-9]{1,18}")) {
            errors.add("target-move", texts.of("event.error.targetMissing"));
            return;
        }
        RegistrationDeskService.Move move =
                new RegistrationDeskService.Move(picked, Long.parseLong(act.text("target")), act.text("beyondWhy"));
        done(() -> desk.move(web.number("session"), move), "desk-moved");
    }

    /** Those that were ticked are there. */
    public void present() {
        many(each -> door.present(web.number("session"), each.number(), each.version()), "all-present");
    }

    /** Those that were ticked do not come: each is told. */
    public void cancel() {
        String why = act.typed("cancelWhy", "cancel").strip();
        // Whoever stands in the line first: a seat that is given back is offered to the next one there.
        Set<String> line = door.line(web.number("session"));
        many(
                each -> desk.cancelPicked(web.number("session"), each.number(), each.version(), why),
                "all-cancelled",
                Comparator.comparing(each -> !line.contains(each.record())));
    }

    private void many(Consumer<ManyActs.Picked> useCase, String what) {
        many(useCase, what, (one, other) -> 0);
    }

    private void many(Consumer<ManyActs.Picked> useCase, String what, Comparator<ManyActs.Picked> order) {
        int count = many.each(useCase, ids -> door.names(web.number("session"), ids), order);
        if (count > 0) {
            web.go(desks.of("registrations", getSession()).after(what) + "&count=" + count);
        }
    }

    public void giveBack() {
        done(() -> door.giveBack(web.number("session"), act.number(), act.version()), "given-back");
    }

    /** A letter to everybody, shown before it goes. */
    public void look() {
        IntakeService.Notice notice = notice();
        if (errors.isNone()) {
            errors.attempt(() -> show(notice));
        }
    }

    /** Sends what was looked at; where that is no longer what would go, it is shown again. */
    public void write() {
        IntakeService.Notice notice = notice();
        if (errors.isNone()) {
            done(() -> intake.write(web.number("session"), notice, act.seen()), "written");
            if (!errors.isNone()) {
                errors.attempt(() -> show(notice));
            }
        }
    }

    private IntakeService.Notice notice() {
        IntakeService.Notice notice = new IntakeService.Notice(subject, words, waitingToo);
        errors.check(notice);
        return notice;
    }

    private void show(IntakeService.Notice notice) {
        looked = intake.preview(web.number("session"), notice);
    }

    /** The letter as it will be read; null as long as nobody asked to see it. */
    public IntakeService.NoticeSeen getLooked() {
        return looked;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public boolean isWaitingToo() {
        return waitingToo;
    }

    public void setWaitingToo(boolean waitingToo) {
        this.waitingToo = waitingToo;
    }

    public void draw() {
        done(() -> intake.draw(web.number("session")), "drawn");
    }

    private void done(Runnable work, String what) {
        if (errors.attempt(work)) {
            // Back to where it was done.
            web.go(desks.of("registrations", getSession()).after(what));
        }
    }
}
