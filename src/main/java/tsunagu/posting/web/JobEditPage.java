package tsunagu.posting.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.posting.ProposalService;
import tsunagu.posting.ProposalState;
import tsunagu.posting.ProposalView;
import tsunagu.posting.rules.Finding;
import tsunagu.posting.rules.JobSheet;
import tsunagu.shared.ConflictException;
import tsunagu.shared.Secrets;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A company writes a posting: keeps it as a draft, lets it be checked, hands it to the city. */
@Named
@ViewScoped
public class JobEditPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ProposalService proposals;

    @Inject
    private JobForm form;

    @Inject
    private SheetRows rows;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

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

    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        if (web.getPath().endsWith("/new")) {
            fill(web.parameter("copy").map(proposals::copyOf).orElseGet(proposals::blank));
            return;
        }
        ProposalView proposal = proposals.proposal(web.value("proposal"));
        if (!proposal.state().editable()) {
            web.go(web.url("/company/proposals/" + proposal.code()));
            return;
        }
        code = proposal.code();
        comment = proposal.state() == ProposalState.SENT_BACK ? proposal.comment() : "";
        revision = proposal.revision();
        take(proposal);
        fill(proposal.sheet());
        proposal.acknowledged().forEach(each -> acknowledged.put(each, true));
        if (web.getDone().equals("checked")) {
            show(proposal.findings());
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
        List<Finding> found = proposals.findings(sheet());
        boolean blocked = found.stream().anyMatch(Finding::blocks);
        boolean unread = found.stream().anyMatch(finding -> !isAcknowledged(finding));
        if (blocked || unread) {
            show(found);
            if (!blocked) {
                errors.add("", texts.of("posting.error.acknowledge"));
            }
            return;
        }
        if (errors.attempt(() -> proposals.submit(code, version, sheet(), said()))) {
            web.go(web.url("/company") + "?done=submitted");
        }
    }

    public void discard() {
        if (code == null || errors.attempt(() -> proposals.discard(code, version))) {
            web.go(web.url("/company") + "?done=discarded");
        }
    }

    private void store(String done) {
        if (kept()) {
            web.go(web.url("/company/jobs/" + code) + "?done=" + done);
        }
    }

    /** @return false when somebody else saved meanwhile, and both have written something else in the same place */
    private boolean kept() {
        if (code == null) {
            if (!errors.attempt(() -> code = proposals.start(ticket, sheet()))) {
                return false;
            }
            take(proposals.proposal(code));
        }
        try {
            proposals.keep(code, version, sheet(), said());
        } catch (ConflictException e) {
            merge(proposals.proposal(code));
            return false;
        } catch (tsunagu.shared.DomainException e) {
            errors.add("", texts.format(e.key(), e.arguments()));
            return false;
        }
        take(proposals.proposal(code));
        return true;
    }

    /** What only one of the two changed is taken; what both changed is shown side by side. */
    private void merge(ProposalView theirs) {
        SheetMerge merged = SheetMerge.of(base, sheet().answers(), theirs.sheet().answers());
        conflicts = new ArrayList<>(merged.conflicts());
        fill(new JobSheet(merged.answers()));
        take(theirs);
        errors.add("", texts.of(conflicts.isEmpty() ? "posting.error.merged" : "posting.error.conflict"));
    }

    private void take(ProposalView proposal) {
        version = proposal.version();
        base = new HashMap<>(proposal.sheet().answers());
    }

    private void fill(JobSheet sheet) {
        answers.clear();
        checks.clear();
        for (String id : form.ids()) {
            if (form.isCheck(id)) {
                checks.put(id, sheet.says(id, JobSheet.YES));
            } else {
                answers.put(id, sheet.text(id));
            }
        }
    }

    private void show(List<Finding> found) {
        findings = found;
        found.stream().filter(Finding::blocks).forEach(finding -> errors.add(finding.field(), rows.sentence(finding)));
    }

    private JobSheet sheet() {
        Map<String, String> written = new HashMap<>(answers);
        checks.forEach((id, checked) -> written.put(id, Boolean.TRUE.equals(checked) ? JobSheet.YES : ""));
        return new JobSheet(written);
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
    public List<Finding> getWarnings() {
        return findings == null ? List.of() : findings.stream().filter(each -> !each.blocks()).toList();
    }

    public boolean isChecked() {
        return findings != null;
    }

    public boolean isClean() {
        return findings != null && findings.isEmpty();
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return conflicts;
    }

    public boolean isFresh() {
        return code == null;
    }

    public boolean isRevision() {
        return revision;
    }

    public String getCode() {
        return code;
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
