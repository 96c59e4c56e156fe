package tsunagu.scout;

import java.util.Set;

/** Somebody as companies see him. @param code instead of a name @param invited by the company that looks */
public record Candidate(String code, Set<String> areas, Set<String> occupations, Set<String> licences, boolean invited) {}
