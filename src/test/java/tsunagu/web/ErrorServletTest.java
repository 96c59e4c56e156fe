package tsunagu.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody wrote is shown to be copied where their form is refused, and what the form carries for itself is not (decision 0047). */
class ErrorServletTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u4eba\u4e8b",
                "\u5c71\u7530 \u592a\u90ce",
                "Yamada Taro",
                "one\ntwo",
                "0191-21-2111",
                "09012345678",
                "saiyo@firm.example",
                "https://firm.example/",
                "\uff10\uff11\uff19\uff11"
            })
    void what_is_written_is_shown(String value) {
        assertTrue(ErrorServlet.written(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u4e00",
                "on",
                "true",
                "1",
                "880012345678",
                "2026-04-01",
                "FULL_TIME_EMPLOYEE",
                "company.contact:phone",
                "3f9a1c2b4d5e6f70",
                "aGVsbG8gd29ybGQgdGhpcw",
                "-1834761234567:8812"
            })
    void what_the_form_carries_is_not(String value) {
        assertFalse(ErrorServlet.written(value));
    }
}
