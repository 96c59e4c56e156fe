package tsunagu.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.OwnDates;
import tsunagu.shared.PersonalData;
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/** Meetings of the person who acts. */
@ApplicationScoped
class OwnMeetings implements PersonalData, OwnDates {

    @Inject
    private MeetingService service;

    @Inject
    private MeetingRepository meetings;

    @Inject
    private CurrentActor currentActor;

    @Override
    public List<Entry> dates() {
        List<Entry> dates = new ArrayList<>();
        for (Round round : meetings.ofPerson(person())) {
            service.mine(round.eventCode())
                    .forEach(each -> dates.add(new Entry(
                            "meeting-" + round.id() + "-" + each.number() + "-" + each.company() + "@tsunagu",
                            "meeting",
                            each.begin(),
                            each.end(),
                            each.with(),
                            "",
                            "/events/" + round.eventCode() + "/meetings",
                            true)));
        }
        return dates;
    }

    @Override
    public String section() {
        return "meetings";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (MeetingRepository.Wished each : meetings.wished(person())) {
            Map<String, String> row = row("title", each.event(), each.company());
            row.put("state", Words.of(each.left() ? "meeting.data.left" : "meeting.data.wished", language));
            row.put("since", Dates.moment(each.since(), language));
            rows.add(row);
        }
        dates().forEach(each -> rows.add(row("day", Dates.moment(each.begins(), language), each.title())));
        return rows;
    }

    private static Map<String, String> row(String name, String value, String company) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(name, value);
        row.put("company", company);
        return row;
    }

    @Override
    public List<Shared> shared() {
        return meetings.wished(person()).stream()
                .filter(each -> !each.left())
                .map(each -> new Shared(
                        each.company(), "meeting", each.since(), "/events/" + each.eventCode() + "/meetings"))
                .toList();
    }

    @Override
    public Map<Lock, List<Long>> locked() {
        return Map.of(
                Lock.MEETING_ROUND,
                meetings.ofPerson(person()).stream().map(Round::id).toList());
    }

    @Override
    public void forget() {
        meetings.ofPerson(person()).forEach(each -> service.dropOut(each.eventCode()));
        meetings.forget(person());
    }

    private long person() {
        return currentActor.get().personId();
    }
}
