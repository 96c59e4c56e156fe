package tsunagu.web;

import static tsunagu.shared.Role.ADMINISTRATOR;
import static tsunagu.shared.Role.AUDITOR;
import static tsunagu.shared.Role.COMMITTEE;
import static tsunagu.shared.Role.COMPANY;
import static tsunagu.shared.Role.MANAGER;
import static tsunagu.shared.Role.STAFF;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.shared.Role;

/**
 * Where the desks lead: the same groups on every page of them, with the place where one is. Who has several roles has the groups of all;
 * a place that two of them have stands once. A test opens every place as whoever sees it.
 */
@Named("deskPlaces")
@RequestScoped
public class DeskPlaces {

    /** @param text key of its name */
    public record Place(String text, String path) {}

    /** @param text key of its name */
    public record Group(String text, List<Place> places) {}

    private static final Map<Role, List<Group>> GROUPS = groups();

    /** Pages that lie under another address than the place they belong to. */
    private static final Map<String, String> BELONGS = Map.of(
            "/staff/sessions", "/staff/events",
            "/staff/evaluations", "/evaluations",
            "/staff/evaluation-texts", "/evaluations",
            "/staff/next-year", "/staff/year",
            "/company/recruitable", "/company/participants");

    @Inject
    private Web web;

    private List<Group> mine;
    private Place here;

    private static Map<Role, List<Group>> groups() {
        Map<Role, List<Group>> all = new LinkedHashMap<>();
        all.put(
                STAFF,
                List.of(
                        group(
                                "event.staff.home.people",
                                new Place("event.staff.eventsTitle", "/staff/events"),
                                new Place("desk.month.title", "/calendar"),
                                new Place("event.door.title", "/door"),
                                new Place("event.people.title", "/staff/people"),
                                new Place("consultation.desk", "/consultation-desk")),
                        group(
                                "event.staff.home.work",
                                new Place("review.desk.title", "/staff/review"),
                                new Place("company.register.title", "/staff/companies"),
                                new Place("posting.desklist.title", "/staff/postings"),
                                new Place("application.placements.title", "/staff/placements"),
                                new Place("posting.wages.title", "/staff/minimum-wages"),
                                new Place("searchword.title", "/staff/search-words")),
                        group(
                                "event.staff.home.plan",
                                new Place("evaluation.year.title", "/staff/year"),
                                new Place("evaluation.title", "/evaluations"),
                                new Place("evaluation.official.title", "/official"),
                                new Place("support.monthly.title", "/monthly"),
                                new Place("support.partners.title", "/staff/partners"),
                                new Place("support.title", "/staff/grants"),
                                new Place("company.survey.title", "/staff/survey")),
                        group(
                                "event.staff.home.run",
                                new Place("privacy.case.title", "/staff/privacy-cases"),
                                new Place("privacy.incident.title", "/staff/privacy-incidents"),
                                new Place("privacy.files.title", "/personal-files"),
                                new Place("notification.title", "/staff/mail"),
                                new Place("event.automatic.title", "/staff/automatic"),
                                new Place("job.title", "/staff/jobs"),
                                new Place("job.work.title", "/staff/long-work"),
                                new Place("job.state.title", "/staff/state"))));
        all.put(
                MANAGER,
                List.of(
                        group(
                                "event.staff.home.plan",
                                new Place("evaluation.title", "/evaluations"),
                                new Place("evaluation.official.title", "/official"),
                                new Place("desk.month.title", "/calendar")),
                        group(
                                "web.places.records",
                                new Place("audit.trail.title", "/official/trail"),
                                new Place("privacy.files.title", "/personal-files"),
                                new Place("account.reset.title", "/factor-resets"))));
        all.put(
                COMMITTEE,
                List.of(group(
                        "event.staff.home.plan",
                        new Place("evaluation.title", "/evaluations"),
                        new Place("evaluation.official.title", "/official"),
                        new Place("audit.trail.title", "/official/trail"))));
        all.put(
                ADMINISTRATOR,
                List.of(
                        group(
                                "web.places.accounts",
                                new Place("account.admin.title", "/accounts"),
                                new Place("account.reset.title", "/factor-resets")),
                        group(
                                "web.places.installation",
                                new Place("job.settings.title", "/staff/settings"),
                                new Place("city.title", "/staff/contact"),
                                new Place("plan.book.link", "/staff/plan-book"),
                                new Place("notification.title", "/staff/mail"),
                                new Place("job.title", "/staff/jobs"),
                                new Place("job.state.title", "/staff/state")),
                        group(
                                "web.places.records",
                                new Place("audit.trail.title", "/official/trail"),
                                new Place("privacy.files.title", "/personal-files"),
                                new Place("privacy.retention.title", "/retention"))));
        all.put(
                AUDITOR,
                List.of(
                        group(
                                "web.places.records",
                                new Place("privacy.list.title", "/viewings"),
                                new Place("audit.list.title", "/official/trail/entries"),
                                new Place("audit.trail.title", "/official/trail")),
                        group(
                                "web.places.privacy",
                                new Place("privacy.case.title", "/staff/privacy-cases"),
                                new Place("privacy.incident.title", "/staff/privacy-incidents"),
                                new Place("privacy.files.title", "/personal-files"),
                                new Place("privacy.retention.title", "/retention"))));
        all.put(
                COMPANY,
                List.of(
                        group(
                                "company.desk.menuPeople",
                                new Place("application.desk.title", "/company/applications"),
                                new Place("participation.desk.title", "/company/participants"),
                                new Place("scout.title", "/company/scout"),
                                new Place("meeting.title", "/company/meetings"),
                                new Place("booth.fairs.title", "/company/booths"),
                                new Place("desk.month.title", "/calendar")),
                        group(
                                "company.desk.menuCompany",
                                new Place("company.profile.title", "/company/profile"),
                                new Place("company.members.title", "/company/members"),
                                new Place("company.survey.title", "/company/survey"),
                                new Place("application.statistics.title", "/company/statistics"))));
        return all;
    }

    private static Group group(String text, Place... places) {
        return new Group(text, List.of(places));
    }

    /** The groups of these roles, those of one name as one; what a group before has already is left out. */
    static List<Group> of(Set<Role> roles) {
        Map<String, List<Place>> groups = new LinkedHashMap<>();
        List<String> known = new ArrayList<>();
        GROUPS.forEach((role, all) -> {
            if (roles.contains(role)) {
                for (Group group : all) {
                    for (Place place : group.places()) {
                        if (!known.contains(place.path())) {
                            known.add(place.path());
                            groups.computeIfAbsent(group.text(), key -> new ArrayList<>())
                                    .add(place);
                        }
                    }
                }
            }
        });
        return groups.entrySet().stream()
                .map(each -> new Group(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }

    /** The place of a path: the longest it lies in; null outside of them all. */
    static Place at(List<Group> groups, String path) {
        String lies = BELONGS.keySet().stream()
                .filter(each -> within(each, path))
                .findFirst()
                .map(each -> BELONGS.get(each) + "/")
                .orElse(path);
        return groups.stream()
                .flatMap(each -> each.places().stream())
                .filter(each -> within(each.path(), lies))
                .max(Comparator.comparingInt(each -> each.path().length()))
                .orElse(null);
    }

    private static boolean within(String place, String path) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    /** On the pages of the desks only. */
    public List<Group> getMine() {
        if (mine == null) {
            List<Group> all = of(web.getActor().roles());
            String path = web.getPath();
            here = at(all, path);
            boolean desk = here != null || within("/staff", path) || within("/company", path);
            mine = desk ? all : List.of();
        }
        return mine;
    }

    /** The page one begins on, where it is none of the places. */
    public boolean isHomeApart() {
        return getMine().stream().flatMap(each -> each.places().stream()).noneMatch(each -> each.path()
                .equals(web.getOwnPlace()));
    }

    public boolean in(Group group) {
        return here != null && group.places().contains(here);
    }

    /** For aria-current: the page itself, or one that lies in the place. */
    public String current(Place place) {
        return !place.equals(here) ? "false" : web.getPath().equals(place.path()) ? "page" : "true";
    }
}
