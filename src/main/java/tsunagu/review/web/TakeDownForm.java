package tsunagu.review.web;

import jakarta.inject.Inject;
import java.util.Map;
import tsunagu.review.Published;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** Staff take something published down: what follows is said, the reason is asked, and that is all. The kinds say what their service is. */
public abstract class TakeDownForm {

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private Published published;
    private String why = "";
    private Integer version;

    protected abstract Published read(String code);

    protected abstract void takeDown(String code, int seen, String words);

    /** Name of the kind in addresses and of the route's parameter. */
    protected abstract String kind();

    protected abstract String parameter();

    public Published getPublished() {
        if (published == null) {
            published = read(web.value(parameter()));
        }
        return published;
    }

    public String getPath() {
        return "/" + kind() + "/" + getPublished().code();
    }

    public void takeDown() {
        String code = web.value(parameter());
        if (errors.attempt(() -> takeDown(code, version, why), Map.of("review.error.takeDownWhy", "why"))) {
            web.go(web.url("/staff/" + kind() + "/" + code) + "?done=taken-down");
        }
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    /** Of the record as the page showed it. */
    public Integer getVersion() {
        return version == null ? getPublished().version() : version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }
}
