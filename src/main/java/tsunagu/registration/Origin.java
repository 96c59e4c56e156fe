package tsunagu.registration;

import java.util.Locale;

/**
 * Where a registration came from, for telling machines from people and for writing to them.
 *
 * @param network of who asked; only its seal is kept, for thirty days
 * @param secondsOpen how long the form was open before it was sent
 * @param language of the page: letters are in it
 */
public record Origin(String network, int secondsOpen, Locale language) {}
