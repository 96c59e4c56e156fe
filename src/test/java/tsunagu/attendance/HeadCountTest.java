package tsunagu.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tsunagu.shared.DomainException;

class HeadCountTest {

    @Test
    void nobody_is_a_number_but_less_than_nobody_is_not() {
        assertThat(new HeadCount.Counted(0, 0).persons()).isZero();
        assertThatThrownBy(() -> new HeadCount.Counted(-1, 0)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> new HeadCount.Counted(HeadCount.MOST + 1, 0)).isInstanceOf(DomainException.class);
    }

    @Test
    void more_people_cannot_be_new_than_were_there() {
        assertThatThrownBy(() -> new HeadCount.Counted(6, 7)).isInstanceOf(DomainException.class);
    }
}
