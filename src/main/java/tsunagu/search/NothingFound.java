package tsunagu.search;

/**
 * Told when a word found nothing in a whole list.
 *
 * @param word in its compared form
 */
public record NothingFound(Kind kind, String word) {}
