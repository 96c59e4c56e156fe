package tsunagu.event.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.event.ClosingCheck;
import tsunagu.event.EventClosing;
import tsunagu.event.EventFileService;
import tsunagu.event.EventRepository;
import tsunagu.event.EventService;
import tsunagu.event.ManagedEvent;
import tsunagu.event.SessionOutcome;
import tsunagu.shared.TextLength;
import tsunagu.shared.Upload;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff: one event with what came of its sessions. */
@Named
@RequestScoped
public class StaffEventsPage {

    private static final int LONGEST_WHY = 500;

    @Inject
    private EventService events;

    @Inject
    private EventClosing closing;

    @Inject
    private EventFileService files;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private ManagedEvent event;
    private EventRepository.Keeper keeper;
    private int version;
    private String cancelWhy = "";
    private List<ClosingCheck.Unfinished> unfinished;

    public ManagedEvent getEvent() {
        if (event == null) {
            event = events.event(web.value("event"));
        }
        return event;
    }

    /** Leads to the fiscal year in which the event counts; "" without a day. */
    public String getYearQuery() {
        return getEvent().sessions().stream()
                .findFirst()
                .map(each -> "?year=" + each.session().times().fiscalYear().code())
                .orElse("");
    }

    /** What the programme will count of the event; nothing where it has none. Years and sessions that say the same say it once. */
    public List<CountingWords.Said> getCounting() {
        String programme = getEvent().event().programmeId();
        if (programme == null) {
            return List.of();
        }
        CountingWords words = new CountingWords(texts);
        return getEvent().sessions().stream()
                .map(ManagedEvent.ManagedSession::session)
                .flatMap(each -> words
                        .of(
                                events.measures(
                                        programme,
                                        web.value("event"),
                                        each.times().fiscalYear()),
                                getEvent().event().type(),
                                each.countedRoles().stream().map(Enum::name).collect(Collectors.toSet()))
                        .stream())
                .distinct()
                .toList();
    }

    public void publish() {
        String code = web.value("event");
        if (errors.attempt(() -> events.publish(code, version))) {
            web.go(web.url("/staff/events/" + code) + "?done=published");
        }
        event = null;
    }

    /** Nobody was recorded as present, so it can still be said that it was not held. */
    public boolean deniable(ManagedEvent.ManagedSession managed) {
        return managed.session().outcome() != SessionOutcome.NOT_HELD
                && managed.present() == 0
                && managed.headCounts() == null;
    }

    public void held() {
        settle(true);
    }

    public void notHeld() {
        settle(false);
    }

    private void settle(boolean held) {
        String why = act.text("why");
        if (why.isEmpty() || TextLength.of(why) > LONGEST_WHY) {
            errors.add("why-" + act.record(), texts.of("event.error.whyMissing"));
            return;
        }
        long told = held ? 0 : told(act.number());
        if (errors.attempt(() -> events.settle(web.value("event"), act.number(), act.version(), held, why))) {
            web.go(web.url("/staff/events/" + web.value("event"))
                    + (told > 0 ? "?done=session-called-off&count=" + told : "?done=settled"));
        }
    }

    /** Seats of a session that is still to come: whoever has one is written to when it is called off. */
    private long told(long session) {
        return getEvent().sessions().stream()
                .filter(each -> each.session().id() == session && !each.begun(web.getNow()))
                .mapToLong(each -> each.session().taken())
                .sum();
    }

    public int getVersion() {
        return event == null ? version : event.version();
    }

    public void setVersion(int version) {
        this.version = version;
    }

    /** Not public any more. */
    /** Who of the staff looks after it, or null. */
    public EventRepository.Keeper getKeeper() {
        if (keeper == null) {
            keeper = events.keeper(web.value("event")).orElse(null);
        }
        return keeper;
    }

    public boolean isMine() {
        return getKeeper() != null
                && Long.valueOf(getKeeper().account()).equals(web.getActor().accountId());
    }

    public void take() {
        if (errors.attempt(() -> events.takeCharge(web.value("event"), version))) {
            web.go(web.url("/staff/events/" + web.value("event")) + "?done=taken");
        }
    }

    public void stepBack() {
        if (errors.attempt(() -> events.stepBack(web.value("event"), version))) {
            web.go(web.url("/staff/events/" + web.value("event")) + "?done=left");
        }
    }

    public void withdraw() {
        if (errors.attempt(() -> events.withdraw(web.value("event"), version))) {
            web.go(web.url("/staff/events/" + web.value("event")) + "?done=withdrawn");
        }
    }

    public void discard() {
        if (errors.attempt(() -> events.discard(web.value("event"), version))) {
            web.go(web.url("/staff/events") + "?done=discarded");
        }
    }

    /** Everybody who registered is told. */
    public void cancel() {
        if (errors.attempt(
                () -> events.cancel(web.value("event"), version, cancelWhy),
                Map.of("event.error.cancelWhy", "cancelWhy"))) {
            web.go(web.url("/staff/events/" + web.value("event")) + "?done=called-off");
        }
    }

    /** What has to be done before it can be closed. */
    public List<ClosingCheck.Unfinished> getUnfinished() {
        if (unfinished == null) {
            unfinished = closing.unfinished(web.value("event"));
        }
        return unfinished;
    }

    /** Its door is shut and its report is final. */
    public void close() {
        if (errors.attempt(() -> closing.close(web.value("event"), act.version()))) {
            web.go(web.url("/staff/events/" + web.value("event")) + "?done=closed");
        }
    }

    public void reopen() {
        if (errors.attempt(
                () -> closing.reopen(web.value("event"), act.version(), act.text("reopenWhy")),
                Map.of("event.error.reopenWhy", "reopenWhy-" + act.record()))) {
            web.go(web.url("/staff/events/" + web.value("event")) + "?done=reopened");
        }
    }

    public List<EventFileService.Attached> getFiles() {
        return files.files(web.value("event"));
    }

    public void removeFile() {
        if (errors.attempt(() -> files.remove(web.value("event"), act.number()))) {
            web.go(web.url("/staff/events/" + web.value("event")) + "?done=file-removed#files");
        }
    }

    /** What was wrong with a file just sent. */
    public String getProblem() {
        String name = web.parameter("problem").orElse("").replaceAll("[^A-Za-z]", "");
        for (String room : List.of("web", "event")) {
            if (texts.has(room + ".error." + name)) {
                int most = room.equals("event") ? EventFileService.MOST_FILES : Upload.MOST_BYTES / 1024 / 1024;
                return texts.format(room + ".error." + name, List.of(most));
            }
        }
        return "";
    }

    /** A draft like it for next year. */
    public void copy() {
        errors.attempt(() -> web.go(web.url("/staff/events/" + events.copy(web.value("event")) + "/edit?done=copied")));
    }

    public String getCancelWhy() {
        return cancelWhy;
    }

    public void setCancelWhy(String cancelWhy) {
        this.cancelWhy = cancelWhy;
    }
}
