package tsunagu.attendance;

import tsunagu.event.SessionView;

/** A session as the door sees it: how many are expected and how many are in. */
public record DoorView(SessionView session, long registered, long present) {}
