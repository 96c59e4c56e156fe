package tsunagu.registration;

/** Who holds a ticket, for rooms that record something about them at an event. */
public record TicketHolder(long eventId, long registrationId, long personId) {}
