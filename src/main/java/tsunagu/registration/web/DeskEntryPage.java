package tsunagu.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import tsunagu.event.AttendanceRole;
import tsunagu.event.SessionView;
import tsunagu.registration.Channel;
import tsunagu.registration.DeskEntry;
import tsunagu.registration.RegistrationDeskService;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff enter a registration for somebody who telephones, faxes or stands at the counter. */
@Named
@RequestScoped
public class DeskEntryPage {

    private static final Map<String, String> FIELDS =
            Map.of("web.error.mailAddress", "email", "event.error.addressRegistered", "email");

    @Inject
    private RegistrationDeskService desk;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private SessionView session;
    private SeatForm form;
    private String name = "";
    private String reading = "";
    private String email = "";
    private Channel channel;
    private boolean line;
    private String beyondWhy = "";
    private String note = "";

    public void enter() {
        DeskEntry entry =
                new DeskEntry(name.strip(), reading.strip(), email.strip(), channel, beyondWhy.strip(), note.strip());
        errors.check(entry);
        if (getForm().complete(errors, texts)) {
            errors.attempt(
                    () -> {
                        String code = desk.enter(
                                web.number("session"), entry, getForm().request(line));
                        web.go(web.url("/staff/sessions/" + web.number("session") + "/registrations/" + code)
                                + "?done=desk-entered");
                    },
                    FIELDS);
        }
        session = null;
    }

    public SessionView getSession() {
        if (session == null) {
            session = desk.session(web.number("session"));
        }
        return session;
    }

    public SeatForm getForm() {
        if (form == null) {
            form = new SeatForm(desk.questions(web.number("session"))).read(act);
        }
        return form;
    }

    public AttendanceRole[] getRoles() {
        return AttendanceRole.values();
    }

    public Channel[] getChannels() {
        return Channel.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getReading() {
        return reading;
    }

    public void setReading(String reading) {
        this.reading = reading;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Channel getChannel() {
        return channel;
    }

    public void setChannel(Channel channel) {
        this.channel = channel;
    }

    public boolean isLine() {
        return line;
    }

    public void setLine(boolean line) {
        this.line = line;
    }

    public String getBeyondWhy() {
        return beyondWhy;
    }

    public void setBeyondWhy(String beyondWhy) {
        this.beyondWhy = beyondWhy;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
