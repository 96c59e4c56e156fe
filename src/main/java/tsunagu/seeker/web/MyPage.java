package tsunagu.seeker.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.seeker.NextService;
import tsunagu.seeker.Profile;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.ScoutStanding;
import tsunagu.shared.NextSteps;
import tsunagu.shared.OwnDates;
import tsunagu.web.Dates;
import tsunagu.web.FormErrors;
import tsunagu.web.PublicAddress;
import tsunagu.web.Web;

/** The one page that says what is next. */
@Named
@RequestScoped
public class MyPage {

    @Inject
    private NextService next;

    @Inject
    private ProfileService profiles;

    @Inject
    private FormErrors errors;

    @Inject
    private PublicAddress address;

    @Inject
    private Dates dates;

    @Inject
    private Web web;

    private List<NextSteps.Step> steps;
    private List<OwnDates.Entry> coming;
    private Profile profile;
    private String calendar = "";

    private List<NextSteps.Step> all() {
        if (steps == null) {
            steps = next.steps();
        }
        return steps;
    }

    public List<NextSteps.Step> getSteps() {
        return all().stream().filter(each -> !each.awaited()).toList();
    }

    /** Where somebody else's answer is waited for. */
    public List<NextSteps.Step> getAwaited() {
        return all().stream().filter(NextSteps.Step::awaited).toList();
    }

    public List<OwnDates.Entry> getComing() {
        if (coming == null) {
            coming = next.coming();
        }
        return coming;
    }

    public Profile getProfile() {
        if (profile == null) {
            profile = profiles.profile();
        }
        return profile;
    }

    public boolean isGuarded() {
        return !getProfile().standing(dates.dayOf(web.getNow())).mayStart(ScoutStanding.Act.APPLY);
    }

    public boolean isHasCalendar() {
        return next.hasCalendar();
    }

    /** The address, shown once: only its digest is kept. */
    public String getCalendar() {
        return calendar;
    }

    /** The same for the device's calendar program, which subscribes to it when it is opened. */
    public String getCalendarLink() {
        return calendar.replaceFirst("^https?", "webcal");
    }

    public void newCalendar() {
        errors.attempt(() -> calendar = address.of("/calendars/" + next.newCalendar() + ".ics"));
    }

    public void withoutCalendar() {
        if (errors.attempt(next::withoutCalendar)) {
            web.go(web.url("/my/calendar") + "?done=calendar-gone");
        }
    }
}
