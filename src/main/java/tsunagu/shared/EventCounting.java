package tsunagu.shared;

import java.util.List;
import java.util.Set;

/**
 * What the plan counts of an event. The event room asks before an event is made and published, and knows no plan; the plan answers by
 * the definitions of its measures.
 */
public interface EventCounting {

    /**
     * A measure of the programme that is computed from records of events.
     *
     * @param types of events it counts, by their names; empty for every type
     * @param roles it counts people of, by their names; empty for those each session says it counts
     * @param people whether it counts people; otherwise sessions, events or companies, whoever comes
     */
    record Measure(String label, boolean people, Set<String> types, Set<String> roles) {

        public Measure {
            types = Set.copyOf(types);
            roles = Set.copyOf(roles);
        }

        public boolean takes(String type) {
            return types.isEmpty() || types.contains(type);
        }

        /** Which of a session's roles are counted; none of them where it counts no people. */
        public Set<String> counted(Set<String> sessionRoles) {
            return sessionRoles.stream()
                    .filter(each -> people && (roles.isEmpty() || roles.contains(each)))
                    .collect(java.util.stream.Collectors.toUnmodifiableSet());
        }
    }

    /**
     * Measures of a programme in a year that events can add to; definitions that name single events only count for these.
     *
     * @param eventCode null for an event that is still to be made
     */
    List<Measure> measures(String programmeId, String eventCode, FiscalYear year);
}
