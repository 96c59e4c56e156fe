package tsunagu.event.web;

import java.io.Serializable;
import java.util.function.BiConsumer;
import tsunagu.event.EventDraft;
import tsunagu.shared.Typed;

/** What a visitor needs to know of an event, as it is being typed. */
public class VisitForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String area = "";
    private String access = "";
    private String bring = "";
    private String fee = "";
    private String feeWords = "";

    static VisitForm of(EventDraft.Visit visit) {
        VisitForm form = new VisitForm();
        form.area = visit.area() == null ? "" : visit.area();
        form.access = visit.access();
        form.bring = visit.bring();
        form.fee = visit.fee() == null ? "" : visit.fee().toString();
        form.feeWords = visit.feeWords();
        return form;
    }

    /** @param problem told field id and message key of a fee that is no number */
    EventDraft.Visit visit(BiConsumer<String, String> problem) {
        Typed<Integer> yen = Typed.wholeNumber(fee);
        if (yen.unreadable()) {
            problem.accept("visit-fee", "web.error.number");
        }
        return new EventDraft.Visit(area.isEmpty() ? null : area, access, bring, yen.value(), feeWords);
    }

    public String getFee() {
        return fee;
    }

    public void setFee(String fee) {
        this.fee = fee;
    }

    public String getFeeWords() {
        return feeWords;
    }

    public void setFeeWords(String feeWords) {
        this.feeWords = feeWords;
    }

    public String getArea() {
        return area;
    }

    public void setArea(String area) {
        this.area = area;
    }

    public String getAccess() {
        return access;
    }

    public void setAccess(String access) {
        this.access = access;
    }

    public String getBring() {
        return bring;
    }

    public void setBring(String bring) {
        this.bring = bring;
    }
}
