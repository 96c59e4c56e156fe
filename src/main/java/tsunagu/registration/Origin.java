package tsunagu.registration;

/**
 * Where a registration came from, for telling machines from people.
 *
 * @param network of who asked; only its seal is kept, for thirty days
 * @param secondsOpen how long the form was open before it was sent
 */
public record Origin(String network, int secondsOpen) {}
