package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tsunagu.attendance.DoorInboxService;
import tsunagu.event.QuestionnaireService;
import tsunagu.event.SessionView;
import tsunagu.question.Moment;
import tsunagu.question.QuestionView;
import tsunagu.registration.IntakeService;
import tsunagu.registration.RegistrationDeskService;
import tsunagu.registration.Roster;
import tsunagu.shared.FoldedName;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
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
    private QuestionnaireService questionnaires;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    @Inject
    private RegistrationDeskService desk;

    private Roster roster;
    private RosterPart<Roster.Row> rows;
    private RosterPart<Roster.WalkIn> walkIns;
    private List<SessionView> targets;
    private List<QuestionView> questions;
    private Map<Long, Map<Long, String>> answers;
    private String subject = "";
    private String words = "";
    private boolean waitingToo;
    private IntakeService.NoticeSeen looked;

    public Roster getRoster() {
        if (roster == null) {
            roster = intake.roster(web.number("session"));
        }
        return roster;
    }

    /** Asked when registering or at the door; アンケート is counted without names. */
    public List<QuestionView> getQuestions() {
        if (questions == null) {
            questions = questionnaires.asked(getRoster().session().eventCode()).stream()
                    .filter(each -> each.moment() != Moment.AFTERWARDS)
                    .toList();
        }
        return questions;
    }

    public String answer(long registration, long question) {
        if (answers == null) {
            answers = questionnaires.answers(getRoster().session().eventCode());
        }
        return answers.getOrDefault(registration, Map.of()).getOrDefault(question, "");
    }

    /** Of whom there is one or more, and always those who have a seat. */
    public List<String> getStates() {
        return Stream.of("CONFIRMED", "APPLIED", "OFFERED", "WAITING", "LAPSED", "REFUSED", "CANCELLED")
                .filter(state -> state.equals("CONFIRMED") || getRoster().count(state) > 0)
                .toList();
    }

    /** Where it is seen who of them got which letter, and when: letters of an event have its name in their subject. */
    public String getLetters() {
        return web.url("/staff/mail") + "?q="
                + URLEncoder.encode(getRoster().session().eventTitle(), StandardCharsets.UTF_8);
    }

    public boolean isDrawable() {
        return getRoster().drawable(web.getNow());
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

    /** Ticked in the form that came back. */
    public boolean picked(long registration) {
        return act.all("pick").contains(String.valueOf(registration));
    }

    /** All of those that were ticked, or none. */
    public void move() {
        List<Long> picked = act.all("pick").stream()
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

    /** Those whose name, reading, address, number or label contains what is looked for; all without. */
    public RosterPart<Roster.Row> getRows() {
        if (rows == null) {
            rows = RosterPart.of(
                    getRoster().rows().stream()
                            .filter(row -> found(Stream.concat(
                                    Stream.of(row.name(), row.reading(), row.contact(), row.code()),
                                    Stream.concat(row.names().stream(), row.tags().stream()))))
                            .toList(),
                    page("page"));
        }
        return rows;
    }

    private int page(String parameter) {
        Integer page = Typed.wholeNumber(web.parameter(parameter).orElse("")).value();
        return page == null ? 1 : page;
    }

    /** Of the same search. @param walkIn page of those who came without having asked */
    public String address(int page, int walkIn) {
        return web.url("/staff/sessions/" + web.number("session") + "/registrations") + "?q="
                + URLEncoder.encode(getWanted(), StandardCharsets.UTF_8) + "&page=" + page + "&walkIn=" + walkIn;
    }

    /** The same of those who came without having asked. */
    public RosterPart<Roster.WalkIn> getWalkIns() {
        if (walkIns == null) {
            walkIns = RosterPart.of(
                    getRoster().walkIns().stream()
                            .filter(each -> found(Stream.of(each.name(), each.reading(), each.code())))
                            .toList(),
                    page("walkIn"));
        }
        return walkIns;
    }

    private boolean found(Stream<String> said) {
        String wanted = plain(getWanted());
        return said.filter(Objects::nonNull).anyMatch(each -> plain(each).contains(wanted));
    }

    public String getWanted() {
        return web.parameter("q").orElse("");
    }

    /** As the door's search finds people, and numbers with or without their hyphen. */
    private static String plain(String text) {
        return FoldedName.of(text).replace("-", "");
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
            web.go(address(page("page"), page("walkIn")) + "&done=" + what);
        }
    }
}
