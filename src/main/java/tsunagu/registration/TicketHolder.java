package tsunagu.registration;

/** Who holds a ticket, for rooms that record something about him at an event. */
public record TicketHolder(long eventId, long registrationId, long personId) {}
