package tsunagu.company.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.account.AccountContact;
import tsunagu.company.AdmissionCheck;
import tsunagu.company.AdmissionService;
import tsunagu.company.AdmissionState;
import tsunagu.company.AdmissionView;
import tsunagu.company.CompanyCandidate;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** Staff decide about a company's request. */
@Named
@RequestScoped
public class ReviewAdmissionPage {

    @Inject
    private AdmissionService admissions;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private AdmissionView admission;
    private List<CompanyCandidate> candidates;
    private String comment = "";
    private String[] checked = {};
    private boolean another;
    private boolean asked;
    private Integer version;

    public AdmissionView getAdmission() {
        if (admission == null) {
            admission = admissions.admission(web.value("admission"));
        }
        return admission;
    }

    public List<CompanyCandidate> getCandidates() {
        if (candidates == null) {
            candidates = admissions.candidates(web.value("admission"));
        }
        return candidates;
    }

    /** It looks like a public body. */
    public boolean isOfficial() {
        return admissions.official(web.value("admission"));
    }

    public boolean isWaiting() {
        return getAdmission().state() == AdmissionState.SUBMITTED;
    }

    public void admit() {
        decide(() -> admissions.admit(web.value("admission"), version, another, said()), "admitted");
    }

    /** The button names the company, and what was seen of the request. */
    public void join() {
        decide(() -> admissions.join(web.value("admission"), act.version(), act.number(), asked), "admitted");
    }

    public void sendBack() {
        decide(() -> admissions.sendBack(web.value("admission"), version, comment), "sent-back");
    }

    public void refuse() {
        decide(() -> admissions.refuse(web.value("admission"), version, comment), "refused");
    }

    private void decide(Runnable useCase, String done) {
        if (errors.attempt(
                useCase,
                java.util.Map.of("company.error.commentMissing", "comment", "company.error.askFirst", "asked"))) {
            web.go(web.url("/staff/review/next") + "?done=" + done);
        }
    }

    private Set<AdmissionCheck> said() {
        return Arrays.stream(AdmissionCheck.values())
                .filter(each -> checked != null && Arrays.asList(checked).contains(each.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AdmissionCheck.class)));
    }

    public AdmissionCheck[] getChecks() {
        return AdmissionCheck.values();
    }

    public String[] getChecked() {
        return checked;
    }

    public void setChecked(String[] checked) {
        this.checked = checked;
    }

    public AccountContact getApplicant() {
        return admissions.applicant(web.value("admission"));
    }

    /** One of the candidates has people already. */
    public boolean isPeopled() {
        Set<Long> peopled = admissions.withMembers();
        return getCandidates().stream()
                .anyMatch(each -> peopled.contains(each.company().id()));
    }

    public boolean isAsked() {
        return asked;
    }

    public void setAsked(boolean asked) {
        this.asked = asked;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }

    public boolean isAnother() {
        return another;
    }

    public void setAnother(boolean another) {
        this.another = another;
    }

    /** Of the request as the page showed it. */
    public Integer getVersion() {
        return version == null ? getAdmission().version() : version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }
}
