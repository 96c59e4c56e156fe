package tsunagu.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.OwnDates;
import tsunagu.shared.PersonalData;

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
        for (Round round : meetings.ofPerson(currentActor.get().personId())) {
            service.mine(round.eventCode()).forEach(each -> dates.add(new Entry(
                    "meeting-" + round.id() + "-" + each.number() + "-" + each.company() + "@tsunagu", "meeting", each.begin(), each.end(), each.with(), "",
                    "/events/" + round.eventCode() + "/meetings", true)));
        }
        return dates;
    }

    @Override
    public String section() {
        return "meetings";
    }

    @Override
    public List<Map<String, String>> tell() {
        return dates().stream()
                .map(each -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("company", each.title());
                    row.put("day", each.begins().toString());
                    return row;
                })
                .toList();
    }

    @Override
    public void forget() {
        meetings.ofPerson(currentActor.get().personId()).forEach(each -> service.dropOut(each.eventCode()));
        meetings.forget(currentActor.get().personId());
    }
}
