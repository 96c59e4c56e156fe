package tsunagu.company.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.company.NameChangeService;
import tsunagu.company.NameChangeView;
import tsunagu.company.PublicName;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** A company's wish for another name: how it stands, for the company; and the city's decision. */
@Named
@RequestScoped
public class NameChangePage {

    @Inject
    private NameChangeService names;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private Optional<NameChangeView> mine;
    private NameChangeView change;
    private String why = "";

    /** One thing that is reviewed, as it is and as it is wished. */
    public record Line(String what, String now, String wanted) {

        public boolean changed() {
            return !now.equals(wanted);
        }

        /** It can be opened. */
        public boolean link() {
            return what.equals("website");
        }
    }

    /** The own company's, when one waits or the last one was refused; or null. */
    public NameChangeView getMine() {
        if (mine == null) {
            mine = names.mine();
        }
        return mine.orElse(null);
    }

    public NameChangeView getChange() {
        if (change == null) {
            change = names.change(web.value("change"));
        }
        return change;
    }

    public List<Line> lines(NameChangeView of) {
        PublicName now = of.now();
        PublicName wanted = of.wanted();
        return List.of(
                new Line("name", now.name(), wanted.name()),
                new Line("reading", now.reading(), wanted.reading()),
                new Line("website", now.website(), wanted.website()));
    }

    public void takeBack() {
        if (errors.attempt(() -> names.takeBack(act.record(), act.version()))) {
            web.go(web.url("/company/profile") + "?done=name-taken-back");
        }
    }

    public void accept() {
        decide(() -> names.accept(act.record(), act.version()), "name-accepted");
    }

    public void refuse() {
        decide(() -> names.refuse(act.record(), act.version(), why), "name-refused");
    }

    private void decide(Runnable useCase, String done) {
        if (errors.attempt(useCase, Map.of("company.error.commentMissing", "why", "company.error.long", "why"))) {
            web.go(web.url("/staff/review/next") + "?done=" + done);
        }
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
