package tsunagu.meeting.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.meeting.Meeting;
import tsunagu.meeting.MeetingService;
import tsunagu.meeting.Round;
import tsunagu.meeting.Unfulfilled;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** A person names the companies they want to meet, and sees their timetable afterwards. */
@Named
@ViewScoped
public class MeetingWishPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Fields for wishes; more than anybody can meet in a day is not asked. */
    private static final int FIELDS = 10;

    @Inject
    private MeetingService meetings;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private transient Round round;
    private transient List<Meeting> mine;
    private final HashMap<String, String> wishes = new HashMap<>();
    private String[] away;
    private String atHighSchool = "";
    private boolean agreed;

    public Round getRound() {
        if (round == null) {
            round = meetings.round(web.value("event"));
        }
        return round;
    }

    public boolean isOpen() {
        return getRound().open(web.getNow());
    }

    public List<MeetingService.Choice> getCompanies() {
        return meetings.companies(code());
    }

    public List<Integer> getPlaces() {
        List<Integer> places = new ArrayList<>();
        for (int place = 1; place <= Math.min(FIELDS, getCompanies().size()); place++) {
            places.add(place);
        }
        return places;
    }

    public Map<String, String> getWishes() {
        if (wishes.isEmpty()) {
            MeetingService.Wishes said = meetings.wishes(code());
            for (int place : getPlaces()) {
                wishes.put(
                        "w" + place,
                        place <= said.companies().size()
                                ? said.companies().get(place - 1).toString()
                                : "");
            }
            away = said.away().stream().map(String::valueOf).toArray(String[]::new);
        }
        return wishes;
    }

    public boolean isWished() {
        return !meetings.wishes(code()).companies().isEmpty();
    }

    public void wish() {
        List<Long> companies = getPlaces().stream()
                .map(place -> getWishes().get("w" + place))
                .filter(each -> each != null && !each.isEmpty())
                .map(Long::valueOf)
                .toList();
        Set<Integer> slots = away == null
                ? Set.of()
                : Arrays.stream(away).map(Integer::valueOf).collect(Collectors.toSet());
        if (errors.attempt(
                () -> meetings.wish(
                        code(), companies, slots, atHighSchool.isEmpty() ? null : atHighSchool.equals("yes"), agreed),
                Map.of(
                        "meeting.error.agreed", "agreed",
                        "meeting.error.wishes", "w1",
                        "meeting.error.away", "away",
                        "meeting.error.highSchoolAnswer", "atHighSchool"))) {
            web.go(web.url("/events/" + code() + "/meetings") + "?done=wished");
        }
    }

    public void dropOut() {
        if (errors.attempt(() -> meetings.dropOut(code()))) {
            web.go(web.url("/events/" + code() + "/meetings") + "?done=dropped-out");
        }
    }

    public List<Meeting> getMine() {
        if (mine == null) {
            mine = meetings.mine(code());
        }
        return mine;
    }

    public List<Unfulfilled> getUnfulfilled() {
        return meetings.unfulfilled(code());
    }

    private String code() {
        return web.value("event");
    }

    public String[] getAway() {
        getWishes();
        return away;
    }

    public void setAway(String[] away) {
        this.away = away;
    }

    /** "yes", "no", or "" for no answer. */
    public String getAtHighSchool() {
        return atHighSchool;
    }

    public void setAtHighSchool(String atHighSchool) {
        this.atHighSchool = atHighSchool == null ? "" : atHighSchool;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }
}
