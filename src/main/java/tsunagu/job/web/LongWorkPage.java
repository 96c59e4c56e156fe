package tsunagu.job.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.job.LongWorkService;
import tsunagu.job.LongWorkView;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** How far a long work is, for whoever began it. */
@Named
@RequestScoped
public class LongWorkPage {

    @Inject
    private LongWorkService works;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private LongWorkView work;

    public LongWorkView getWork() {
        if (work == null) {
            work = works.seen(web.value("work"));
        }
        return work;
    }

    /** How far it is, or what came of it, in a sentence. */
    public String getCame() {
        LongWorkView of = getWork();
        return switch (of.state()) {
            case DONE -> texts.of("job.work.made." + of.kind(), of.result());
            case FAILED -> of.problem() + texts.of("job.work.nothing");
            case STOPPED -> texts.of("job.work.nothing");
            default -> of.total() == 0 ? "" : texts.of("job.work.progress", of.total(), of.done());
        };
    }

    public String getResult() {
        return web.url(works.result(getWork()));
    }

    public void stop() {
        if (errors.attempt(() -> works.stop(web.value("work")))) {
            web.go(web.url("/staff/long-work/" + web.value("work")));
        }
    }
}
