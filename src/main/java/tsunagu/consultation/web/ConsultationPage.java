package tsunagu.consultation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tsunagu.account.OwnAccountService;
import tsunagu.consultation.Appointment;
import tsunagu.consultation.ConsultationService;
import tsunagu.consultation.FreeTime;
import tsunagu.consultation.Office;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** Everybody sees free times; who is signed in takes one, changes it and gives it back. */
@Named
@RequestScoped
public class ConsultationPage {

    @Inject
    private ConsultationService consultations;

    @Inject
    private OwnAccountService ownAccount;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private Office office;
    private List<FreeTime> free;
    private Appointment appointment;
    private List<Appointment> mine;
    private String how;

    /** Times of one day. */
    public record Day(LocalDate day, List<FreeTime> times) {}

    public List<Office> getOffices() {
        return consultations.offices();
    }

    public int freeOf(Office each) {
        return consultations.free(each.code()).size();
    }

    public Office getOffice() {
        if (office == null) {
            office = consultations.office(web.parameter("office").orElseGet(() -> web.value("office")));
        }
        return office;
    }

    public List<Day> getDays() {
        Map<LocalDate, List<FreeTime>> days = new TreeMap<>();
        getFree().forEach(each -> days.computeIfAbsent(
                        LocalDate.ofInstant(each.startsAt(), FiscalYear.ZONE), day -> new ArrayList<>())
                .add(each));
        return days.entrySet().stream()
                .map(each -> new Day(each.getKey(), each.getValue()))
                .toList();
    }

    private List<FreeTime> getFree() {
        if (free == null) {
            free = consultations.free(getOffice().code());
        }
        return free;
    }

    /** The booking that is to be changed, "" for a new one. */
    public String getInstead() {
        return web.parameter("instead").orElse("");
    }

    /** The time of the address; null when it is not free any more. */
    public FreeTime getTime() {
        long wanted;
        try {
            wanted = Long.parseLong(web.parameter("time").orElse(""));
        } catch (NumberFormatException nothing) {
            throw new NotFoundException("time");
        }
        return getFree().stream()
                .filter(each -> each.id() == wanted)
                .findFirst()
                .orElse(null);
    }

    public void book() {
        long time = Long.parseLong(web.parameter("time").orElse("0"));
        boolean online = getHow().equals("online");
        String[] code = new String[1];
        if (errors.attempt(() -> {
            ownAccount.wroteIn(web.getLocale());
            code[0] = getInstead().isEmpty()
                    ? consultations.book(time, online)
                    : consultations.change(getInstead(), time, online);
        })) {
            web.go(web.url("/my/consultations/" + code[0]) + "?done=booked");
        }
    }

    public void cancel() {
        if (errors.attempt(() -> consultations.cancel(web.value("booking")))) {
            web.go(web.url("/my/consultations/" + web.value("booking")) + "?done=cancelled");
        }
    }

    public Appointment getAppointment() {
        if (appointment == null) {
            appointment = consultations.appointment(web.value("booking"));
        }
        return appointment;
    }

    public List<Appointment> getMine() {
        if (mine == null) {
            mine = consultations.mine();
        }
        return mine;
    }

    /** As it was booked, where this is another time for it; the place otherwise. */
    public String getHow() {
        if (how == null) {
            how = isWasOnline() && getTime() != null && getTime().online() ? "online" : "place";
        }
        return how;
    }

    /** The booking that is to be changed is one by video. */
    public boolean isWasOnline() {
        return !getInstead().isEmpty()
                && consultations.appointment(getInstead()).online();
    }

    public void setHow(String how) {
        this.how = how == null ? "place" : how;
    }
}
