package tsunagu.company.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import tsunagu.company.CompanyProfile;
import tsunagu.company.MergeService;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** Staff make one company of two entries. */
@Named
@RequestScoped
public class MergePage {

    @Inject
    private MergeService merging;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private CompanyProfile merged;
    private CompanyProfile kept;
    private String why = "";

    public String getFrom() {
        return web.value("company");
    }

    public String getInto() {
        return web.value("into");
    }

    public CompanyProfile getMerged() {
        if (merged == null) {
            merged = merging.page(getFrom());
        }
        return merged;
    }

    public CompanyProfile getKept() {
        if (kept == null) {
            kept = merging.page(getInto());
        }
        return kept;
    }

    public void merge() {
        if (errors.attempt(
                () -> merging.merge(getFrom(), getInto(), why), Map.of("company.error.commentMissing", "why"))) {
            web.go(web.url("/staff/companies/duplicates") + "?done=merged");
        }
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
