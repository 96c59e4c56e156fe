package tsunagu.event.web;

import java.io.Serializable;
import tsunagu.event.EventDraft;

/** What a visitor needs to know of an event, as it is being typed. */
public class VisitForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String area = "";
    private String access = "";
    private String bring = "";

    static VisitForm of(EventDraft.Visit visit) {
        VisitForm form = new VisitForm();
        form.area = visit.area() == null ? "" : visit.area();
        form.access = visit.access();
        form.bring = visit.bring();
        return form;
    }

    EventDraft.Visit visit() {
        return new EventDraft.Visit(area.isEmpty() ? null : area, access, bring);
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
