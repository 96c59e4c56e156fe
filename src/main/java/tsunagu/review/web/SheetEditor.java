package tsunagu.review.web;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.review.Finding;
import tsunagu.review.ReviewView;
import tsunagu.review.SubmissionState;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.Secrets;
import tsunagu.web.FormErrors;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/**
 * A company writes something to be published: keeps it as a draft, lets it be checked, hands it to the city. What two people
 * wrote at once is put together. The kinds say what their service is.
 */
public abstract class SheetEditor implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String YES = "yes";

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private SheetRows rows;

    private final String ticket = Secrets.name(8);
    private String code;
    private int version;
    private boolean loaded;
    private String comment = "";
    private boolean revision;
    private HashMap<String, String> base = new HashMap<>();
    private final HashMap<String, String> answers = new HashMap<>();
    private final HashMap<String, Boolean> checks = new HashMap<>();
    private final HashMap<String, Boolean> acknowledged = new HashMap<>();
    private transient List<Finding> findings;
    private ArrayList<SheetMerge.Conflict> conflicts = new ArrayList<>();

    public abstract SheetForm getForm();

    /** "jobs": the address between /company/ and the code. */
    protected abstract String place();

    /** What a new one begins with; {@code copy} may be null. */
    protected abstract Map<String, String> begin(String copy);

    protected abstract ReviewView read(String draft);

    protected abstract String start(String oneTimeCode, Map<String, String> written);

    protected abstract void keep(String draft, int seen, Map<String, String> written, Set<String> read);

    protected abstract void submit(String draft, int seen, Map<String, String> written, Set<String> read);

    protected abstract void discard(String draft, int seen);

    protected abstract List<Finding> check(Map<String, String> written);

    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        if (web.getPath().endsWith("/new")) {
            fill(begin(web.parameter("copy").orElse(null)));
            return;
        }
        ReviewView draft = read(web.value("submission"));
        if (!draft.state().editable()) {
            web.go(web.url("/company/" + place() + "/" + draft.code() + "/sent"));
            return;
        }
        code = draft.code();
        comment = draft.state() == SubmissionState.SENT_BACK ? draft.comment() : "";
        revision = draft.revision();
        take(draft);
        fill(draft.answers());
        draft.acknowledged().forEach(each -> acknowledged.put(each, true));
        if (web.getDone().equals("checked")) {
            show(draft.findings());
        }
    }

    /** Keeps it as it is; whatever is missing may come later. */
    public void keep() {
        store("kept");
    }

    /** Keeps it and says what the rules find. */
    public void check() {
        store("checked");
    }

    public void submit() {
        if (!kept()) {
            return;
        }
        List<Finding> found = check(written());
        boolean blocked = found.stream().anyMatch(Finding::blocks);
        boolean unread = found.stream().anyMatch(finding -> !isAcknowledged(finding));
        if (blocked || unread) {
            show(found);
            if (!blocked) {
                errors.add("", texts.of("review.error.acknowledge"));
            }
            return;
        }
        if (errors.attempt(() -> submit(code, version, written(), said()))) {
            web.go(web.url("/company") + "?done=submitted");
        }
    }

    public void discard() {
        if (code == null || errors.attempt(() -> discard(code, version))) {
            web.go(web.url("/company") + "?done=discarded");
        }
    }

    private void store(String done) {
        if (kept()) {
            web.go(web.url("/company/" + place() + "/" + code) + "?done=" + done);
        }
    }

    /** @return false when somebody else saved meanwhile, or it cannot be kept */
    private boolean kept() {
        try {
            if (code == null) {
                code = start(ticket, written());
                take(read(code));
            }
            keep(code, version, written(), said());
        } catch (ConflictException e) {
            merge(read(code));
            return false;
        } catch (DomainException e) {
            errors.add("", texts.format(e.key(), e.arguments()));
            return false;
        }
        take(read(code));
        return true;
    }

    /** What only one of the two changed is taken; what both changed is shown side by side. */
    private void merge(ReviewView theirs) {
        SheetMerge merged = SheetMerge.of(base, written(), theirs.answers());
        conflicts = new ArrayList<>(merged.conflicts());
        fill(merged.answers());
        take(theirs);
        errors.add("", texts.of(conflicts.isEmpty() ? "web.merge.done" : "web.merge.both"));
    }

    private void take(ReviewView draft) {
        version = draft.version();
        base = new HashMap<>(draft.answers());
    }

    private void fill(Map<String, String> sheet) {
        answers.clear();
        checks.clear();
        for (String id : getForm().ids()) {
            if (getForm().isCheck(id)) {
                checks.put(id, YES.equals(sheet.get(id)));
            } else {
                answers.put(id, sheet.getOrDefault(id, ""));
            }
        }
    }

    private void show(List<Finding> found) {
        findings = found;
        found.stream()
                .filter(Finding::blocks)
                .forEach(finding -> errors.add(
                        finding.field(), rows.said(finding, getForm(), false).sentence()));
    }

    /** Without what is empty. */
    private Map<String, String> written() {
        Map<String, String> written = new HashMap<>();
        answers.forEach((id, answer) -> {
            if (answer != null && !answer.isBlank()) {
                written.put(id, answer.strip());
            }
        });
        checks.forEach((id, checked) -> {
            if (Boolean.TRUE.equals(checked)) {
                written.put(id, YES);
            }
        });
        return written;
    }

    private Set<String> said() {
        Set<String> said = new HashSet<>();
        acknowledged.forEach((finding, yes) -> {
            if (Boolean.TRUE.equals(yes)) {
                said.add(finding);
            }
        });
        return said;
    }

    private boolean isAcknowledged(Finding finding) {
        return finding.blocks() || Boolean.TRUE.equals(acknowledged.get(finding.acknowledgement()));
    }

    /** Warnings found by the last check. */
    public List<SheetRows.Said> getWarnings() {
        return findings == null
                ? List.of()
                : findings.stream()
                        .filter(each -> !each.blocks())
                        .map(each -> rows.said(each, getForm(), isAcknowledged(each)))
                        .toList();
    }

    public boolean isClean() {
        return findings != null && findings.isEmpty();
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return conflicts;
    }

    /** The same answers to read, with what changed; null as long as nothing was kept. */
    public String getReadingUrl() {
        return code == null ? null : web.url("/company/" + place() + "/" + code + "/sent");
    }

    public boolean isFresh() {
        return code == null;
    }

    public boolean isRevision() {
        return revision;
    }

    public String getComment() {
        return comment;
    }

    public Map<String, String> getAnswers() {
        return answers;
    }

    public Map<String, Boolean> getChecks() {
        return checks;
    }

    public Map<String, Boolean> getAcknowledged() {
        return acknowledged;
    }
}
