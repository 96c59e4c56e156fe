package tsunagu.scout;

import java.util.Set;

/**
 * Whom a company looks for: codes of areas, major groups of occupations and licences; an empty set is no condition.
 * Neither age nor sex nor school can be asked for.
 */
public record Conditions(Set<String> areas, Set<String> occupations, Set<String> licences) {

    public boolean none() {
        return areas.isEmpty() && occupations.isEmpty() && licences.isEmpty();
    }
}
