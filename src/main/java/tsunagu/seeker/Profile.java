package tsunagu.seeker;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What a person says of themselves.
 *
 * @param born first day of the month of birth, or null
 * @param stage null when not said
 * @param wishes those that have a value
 * @param weights of wishes that were weighed
 */
public record Profile(LocalDate born, Stage stage, Map<Wish, Set<String>> wishes, Map<Wish, Weight> weights) {

    public boolean empty() {
        return stage == null && wishes.isEmpty();
    }

    public Set<String> of(Wish wish) {
        return wishes.getOrDefault(wish, Set.of());
    }

    public Weight weight(Wish wish) {
        return weights.getOrDefault(wish, wish.usualWeight());
    }

    /** Whether they are at high school, where the profile is sure of it; null: it has to be asked. It protects pupils. */
    public Boolean atHighSchool(LocalDate today) {
        if (stage == Stage.HIGH_SCHOOL) {
            return true;
        }
        boolean adult = stage != null && !stage.atSchool() && standing(today) == ScoutStanding.ADULT;
        return adult ? Boolean.FALSE : null;
    }

    /** A person of whom only the month is known is 18 when that month is over. */
    public ScoutStanding standing(LocalDate today) {
        if (stage != null && stage.atSchool()) {
            return ScoutStanding.PROTECTED;
        }
        if (born == null) {
            return ScoutStanding.UNKNOWN;
        }
        return today.isBefore(born.plusYears(18).plusMonths(1)) ? ScoutStanding.PROTECTED : ScoutStanding.ADULT;
    }
}
