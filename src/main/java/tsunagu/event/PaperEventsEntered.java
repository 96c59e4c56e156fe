package tsunagu.event;

/** The events of the plan's papers are stored now, for the first time; what else is known of them is entered in the same transaction. */
public record PaperEventsEntered() {}
