package tsunagu.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsunagu.event.AttendanceRole.GUARDIAN;
import static tsunagu.event.AttendanceRole.PUPIL;
import static tsunagu.event.AttendanceRole.TEACHER;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.shared.DomainException;
import tsunagu.shared.Languages;

/** Who comes along, of several kinds, and the class they are. */
class CompanionsTest {

    private static final Companions CLASS = new Companions(Map.of(PUPIL, 28, TEACHER, 1, GUARDIAN, 2));

    @Test
    void are_stored_and_read_back_in_one_order() {
        assertThat(CLASS.stored()).isEqualTo("PUPIL:28 GUARDIAN:2 TEACHER:1");
        assertThat(Companions.of(CLASS.stored())).isEqualTo(CLASS);
        assertThat(Companions.NONE.stored()).isNull();
        assertThat(Companions.of(null)).isEqualTo(Companions.NONE);
        assertThat(new Companions(Map.of(PUPIL, 3, TEACHER, 0))).isEqualTo(new Companions(3, PUPIL));
    }

    @Test
    void have_a_seat_each_in_their_own_kind() {
        assertThat(CLASS.seats()).isEqualTo(32);
        assertThat(SeatNeed.of(TEACHER, CLASS).byRole()).isEqualTo(Map.of(PUPIL, 28, TEACHER, 2, GUARDIAN, 2));
    }

    @Test
    void are_200_at_most_all_together() {
        assertThat(new Companions(Map.of(PUPIL, 150, TEACHER, 50)).persons()).isEqualTo(200);
        assertThatThrownBy(() -> new Companions(Map.of(PUPIL, 150, TEACHER, 51)))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> new Companions(-1, PUPIL)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> new Companions(2, null)).isInstanceOf(DomainException.class);
    }

    /** A door that knows a number only: who is missing, or more than was said, is one of the largest kind. */
    @Test
    void of_which_only_the_number_is_known_keep_their_small_kinds() {
        assertThat(CLASS.butAll(28, TEACHER)).isEqualTo(new Companions(Map.of(PUPIL, 25, TEACHER, 1, GUARDIAN, 2)));
        assertThat(CLASS.butAll(33, TEACHER)).isEqualTo(new Companions(Map.of(PUPIL, 30, TEACHER, 1, GUARDIAN, 2)));
        assertThat(CLASS.butAll(1, TEACHER).persons()).isEqualTo(1);
        assertThat(CLASS.butAll(0, TEACHER)).isEqualTo(Companions.NONE);
        assertThat(Companions.NONE.butAll(2, GUARDIAN)).isEqualTo(new Companions(2, GUARDIAN));
        assertThatThrownBy(() -> CLASS.butAll(201, TEACHER)).isInstanceOf(DomainException.class);
    }

    @Test
    void are_said_kind_by_kind_in_every_language() {
        assertThat(CompanionWords.of(CLASS, Locale.JAPANESE)).isEqualTo("小学生 28名、保護者 2名、教職員 1名");
        assertThat(CompanionWords.of(new Companions(2, PUPIL), Locale.ENGLISH)).isEqualTo("Primary-school pupil: 2");
        assertThat(CompanionWords.of(new Companions(2, PUPIL), Languages.EASY)).isEqualTo("小学生 2人");
        assertThat(CompanionWords.of(Companions.NONE, Locale.JAPANESE)).isEmpty();
    }

    @Test
    void a_class_has_a_school_and_a_telephone() {
        ClassVisit visit = ClassVisit.of(" 山河中学校 ", "2年3組", "０１９１－００－０００１").reachable();
        assertThat(visit).isEqualTo(new ClassVisit("山河中学校", "2年3組", "0191-00-0001"));
        assertThat(visit.words()).isEqualTo("山河中学校 2年3組");
        assertThat(ClassVisit.NONE.reachable().said()).isFalse();
        assertThatThrownBy(() -> ClassVisit.of("", "2年3組", "")).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> ClassVisit.of("", "", "0191-00-0001")).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> ClassVisit.of("山河中学校", "", "12")).isInstanceOf(DomainException.class);
        // Read again when the number is forgotten, it is a class all the same; asked for, it is missing.
        ClassVisit later = new ClassVisit("山河中学校", "", "");
        assertThatThrownBy(later::reachable).isInstanceOf(DomainException.class);
    }
}
