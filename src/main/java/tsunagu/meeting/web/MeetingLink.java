package tsunagu.meeting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.meeting.MeetingService;

/** Whether an event has meetings, for its own page. */
@Named
@RequestScoped
public class MeetingLink {

    @Inject
    private MeetingService meetings;

    public boolean there(String eventCode) {
        return meetings.find(eventCode).isPresent();
    }
}
