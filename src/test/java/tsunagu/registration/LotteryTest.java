package tsunagu.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The order anybody can do again. The expected one was worked out with another program (Python's hashlib). */
class LotteryTest {

    @Test
    void the_order_is_that_of_the_hashes() {
        assertThat(Lottery.order("0123456789abcdef", 5))
                .extracting(Lottery.Place::lot)
                .containsExactly(4, 3, 5, 1, 2);
        assertThat(Lottery.order("0123456789abcdef", 5))
                .extracting(Lottery.Place::rank)
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(Lottery.sha256("0123456789abcdef")).startsWith("9f9f5111f7b2");
    }

    @Test
    void one_number_more_does_not_shuffle_the_others() {
        List<Integer> nine =
                Lottery.order("secret", 9).stream().map(Lottery.Place::lot).toList();
        List<Integer> ten = Lottery.order("secret", 10).stream()
                .map(Lottery.Place::lot)
                .filter(lot -> lot <= 9)
                .toList();
        assertThat(ten).isEqualTo(nine);
        assertThat(Lottery.order("secret", 0)).isEmpty();
    }
}
