package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One code, as scanners and keyboards hand it over. */
class ReadTicketTest {

    private static final String CODE = "Ab_9-xYz01_qrStUvWxYz2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                CODE,
                "\ufeff" + CODE,
                " " + CODE + "\r\n",
                "]Q1" + CODE,
                "\ufeff]Q1" + CODE,
                "]d2" + CODE,
                "[Q1" + CODE,
                "Ab=9-xYz01=qrStUvWxYz2",
                "[Q1Ab=9-xYz01=qrStUvWxYz2\t",
                "Ａｂ＿９－ｘＹｚ０１＿ｑｒＳｔＵｖＷｘＹｚ２",
                "Ａｂ＝９－ｘＹｚ０１＝ｑｒＳｔＵｖＷｘＹｚ２",
                "https://tsunagu.example/tickets/" + CODE,
                "https://tsunagu.example/easy/tickets/" + CODE + "?done=confirmed",
                "https://tsunagu.example/tickets/" + CODE + "/edit#x",
                "https+//tsunagu.example/tickets/Ab=9-xYz01=qrStUvWxYz2"
            })
    void it_is_the_same_code(String read) {
        assertThat(ReadTicket.in(read)).isEqualTo(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234-5678", "１２３４−５６７８", "\ufeff1234 5678", "]Q112345678", "]C01234-5678"})
    void eight_digits_stay_eight_digits(String read) {
        assertThat(CheckedDigits.in(ReadTicket.in(read))).isEqualTo("12345678");
    }

    /** Every code the portal makes comes back as it is: nothing of it looks like a mark or an address. */
    @Test
    void no_code_is_taken_for_something_else() {
        Random dice = new Random(7);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder code = new StringBuilder();
            for (int sign = 0; sign < 22; sign++) {
                code.append(alphabet.charAt(dice.nextInt(alphabet.length())));
            }
            assertThat(ReadTicket.in(code.toString())).isEqualTo(code.toString());
        }
    }
}
