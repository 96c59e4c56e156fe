package tsunagu.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagu.event.AttendanceRole.GENERAL;
import static tsunagu.event.AttendanceRole.GUARDIAN;
import static tsunagu.event.AttendanceRole.PUPIL;
import static tsunagu.event.AttendanceRole.TEACHER;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.DomainException;
import tsunagu.shared.Worded;

/** What a group is told for whom there are too few seats: the rule that refused, and its numbers. */
class FreePlacesTest {

    private static final SeatNeed CLASS = SeatNeed.of(TEACHER, new Companions(40, PUPIL));

    @Test
    void a_group_that_is_too_large_learns_both_numbers() {
        assertThat(refused(places(35, Map.of(), Map.of()), CLASS)).isEqualTo("event.error.fewSeats[35, 41]");
        assertThat(refused(places(0, Map.of(), Map.of()), CLASS)).isEqualTo("event.error.full[]");
        assertThat(refused(places(41, Map.of(), Map.of()), CLASS)).isEmpty();
        assertThat(refused(places(null, Map.of(), Map.of()), CLASS)).isEmpty();
    }

    @Test
    void the_role_whose_limit_is_reached_is_named() {
        assertThat(refused(places(50, Map.of(PUPIL, 30), Map.of()), CLASS))
                .isEqualTo("event.error.fewSeatsOfRole[event.role.PUPIL, 30, 40]");
        assertThat(refused(places(50, Map.of(GENERAL, 0), Map.of()), CLASS))
                .as("a limit of others")
                .isEmpty();
    }

    @Test
    void who_waits_is_not_passed() {
        assertThat(refused(places(1, Map.of(), Map.of(GENERAL, 2)), alone(PUPIL)))
                .isEqualTo("event.error.lineFirst[2]");
        assertThat(refused(places(1, Map.of(GENERAL, 0), Map.of(GENERAL, 2)), alone(PUPIL)))
                .as("where roles have limits")
                .isEmpty();
        assertThat(refused(places(50, Map.of(PUPIL, 40), Map.of(PUPIL, 1)), CLASS))
                .as("by companions")
                .isEqualTo("event.error.lineFirst[1]");
    }

    /** A family waits for three of the session's seats and one is free: it stays free, whatever kind has room. */
    @Test
    void nobody_of_another_role_passes_who_waits_for_the_sessions_seats() {
        SeatNeed family = SeatNeed.of(GUARDIAN, new Companions(2, GENERAL));
        FreePlaces one = new FreePlaces(10, 1, Map.of(PUPIL, 5), Map.of(PUPIL, 3), List.of(family));
        assertThat(refused(one, alone(PUPIL))).isEqualTo("event.error.lineFirst[1]");
        FreePlaces kindFull = new FreePlaces(10, 1, Map.of(GUARDIAN, 5), Map.of(GUARDIAN, 0), List.of(family));
        assertThat(refused(kindFull, alone(PUPIL)))
                .as("waits for guardians only")
                .isEmpty();
        FreePlaces tooSmall = new FreePlaces(2, 1, Map.of(), Map.of(), List.of(family));
        assertThat(refused(tooSmall, alone(PUPIL)))
                .as("who can never be served keeps nothing")
                .isEmpty();
    }

    /**
     * Three pupils wait for seats of pupils, of which two are left, and a fourth behind them. That one would have a seat and does not pass
     * them: so it waits for them and not for the session, whose last seat is for whoever needs no pupil's.
     */
    @Test
    void who_stands_behind_others_of_a_role_keeps_no_seat_of_the_session() {
        SeatNeed three = SeatNeed.of(PUPIL, new Companions(2, PUPIL));
        FreePlaces one = new FreePlaces(10, 1, Map.of(PUPIL, 5), Map.of(PUPIL, 2), List.of(three, alone(PUPIL)));
        assertThat(refused(one, alone(GENERAL))).isEmpty();
        assertThat(refused(one, alone(PUPIL))).isEqualTo("event.error.lineFirst[2]");
        FreePlaces general = new FreePlaces(
                10,
                1,
                Map.of(PUPIL, 5),
                Map.of(PUPIL, 2),
                List.of(three, SeatNeed.of(GENERAL, new Companions(1, GENERAL))));
        assertThat(refused(general, alone(GENERAL)))
                .as("two wait for the session's seats, and one is free")
                .isEqualTo("event.error.lineFirst[1]");
    }

    /** Five pupils become five guardians: not one seat more in the session, and five more within the guardians' limit. */
    @Test
    void companions_of_another_role_need_seats_of_that_role() {
        SeatNeed pupils = SeatNeed.of(TEACHER, new Companions(5, PUPIL));
        SeatNeed guardians = SeatNeed.of(TEACHER, new Companions(5, GUARDIAN));
        FreePlaces full = places(0, Map.of(GUARDIAN, 2), Map.of());
        assertThat(told(full.refusal(pupils, guardians)))
                .isEqualTo("event.error.more.fewSeatsOfRole[event.role.GUARDIAN, 0, 5]");
        assertThat(told(places(0, Map.of(GUARDIAN, 5), Map.of()).refusal(pupils, guardians)))
                .isEmpty();
        assertThat(told(places(0, Map.of(GUARDIAN, 5), Map.of(GUARDIAN, 1)).refusal(pupils, guardians)))
                .isEqualTo("event.error.more.lineFirst[1]");
        assertThat(told(places(0, Map.of(), Map.of(GUARDIAN, 1)).refusal(pupils, guardians)))
                .as("takes nobody's seat")
                .isEmpty();
        assertThat(told(places(-3, Map.of(PUPIL, -2), Map.of()).refusal(pupils, SeatNeed.of(TEACHER, Companions.NONE))))
                .as("fewer is never refused, also beyond a limit")
                .isEmpty();
    }

    /** Forty-one people in the line for forty seats would be first one day, and hold everybody up for ever. */
    @Test
    void a_group_that_never_fits_is_not_left_to_wait() {
        FreePlaces forty = new FreePlaces(40, 35, Map.of(), Map.of(), List.of());
        assertThat(told(forty.never(CLASS))).isEqualTo("event.error.tooMany[40, 41]");
        assertThat(refused(forty, CLASS)).isEqualTo("event.error.tooMany[40, 41]");
        assertThat(told(new FreePlaces(50, 35, Map.of(PUPIL, 20), Map.of(PUPIL, 20), List.of()).never(CLASS)))
                .isEqualTo("event.error.tooManyOfRole[event.role.PUPIL, 20, 40]");
        assertThat(told(new FreePlaces(41, 0, Map.of(PUPIL, 40), Map.of(PUPIL, 0), List.of()).never(CLASS)))
                .isEmpty();
    }

    @Test
    void a_role_shows_no_more_seats_than_the_session_has() {
        assertThat(places(8, Map.of(PUPIL, 30, GUARDIAN, 2), Map.of()).leftByRole())
                .isEqualTo(Map.of(PUPIL, 8, GUARDIAN, 2));
        assertThat(places(-1, Map.of(PUPIL, -4), Map.of()).leftByRole()).isEqualTo(Map.of(PUPIL, 0));
        assertThat(places(null, Map.of(PUPIL, 30), Map.of()).leftByRole()).isEqualTo(Map.of(PUPIL, 30));
    }

    private static FreePlaces places(
            Integer left, Map<AttendanceRole, Integer> limits, Map<AttendanceRole, Integer> waiting) {
        List<SeatNeed> line = waiting.entrySet().stream()
                .flatMap(each -> Collections.nCopies(each.getValue(), alone(each.getKey())).stream())
                .toList();
        Map<AttendanceRole, Integer> many =
                limits.keySet().stream().collect(java.util.stream.Collectors.toMap(role -> role, role -> 100));
        return new FreePlaces(left == null ? null : 100, left, many, limits, line);
    }

    private static SeatNeed alone(AttendanceRole role) {
        return SeatNeed.of(role, Companions.NONE);
    }

    private static String refused(FreePlaces places, SeatNeed need) {
        return told(places.refusal(SeatNeed.NONE, need));
    }

    private static String told(java.util.Optional<DomainException> refusal) {
        return refusal.map(each -> each.key()
                        + each.arguments().stream()
                                .map(argument -> argument instanceof Worded word ? word.key() : argument)
                                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new)))
                .orElse("");
    }
}
