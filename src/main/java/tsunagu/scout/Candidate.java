package tsunagu.scout;

/**
 * Somebody a search found. There is nothing about them but what was asked for, because that is all that everybody found has in common.
 *
 * @param alias instead of a name, in this search of this company and nowhere else
 * @param invited from this search
 */
public record Candidate(String alias, boolean invited) {}
