package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorOrderTest {

    private static final String PAGE = "<section class=\"error-summary\"><ul><li>whole</li>%s%s</ul></section>"
            + "<form><input id=\"first\"><input id=\"last\"></form>";

    private static final String FIRST = "<li><a href=\"#first\">one</a></li>";
    private static final String LAST = "<li><a href=\"#last\">two</a></li>";

    @Test
    void faults_are_named_in_the_order_of_their_fields() {
        assertThat(ErrorOrder.of(PAGE.formatted(LAST, FIRST))).isEqualTo(PAGE.formatted(FIRST, LAST));
        assertThat(ErrorOrder.of(PAGE.formatted(FIRST, LAST))).isEqualTo(PAGE.formatted(FIRST, LAST));
    }

    @Test
    void a_fault_that_leads_nowhere_stands_last_and_a_page_without_faults_is_left_alone() {
        String nowhere = "<li><a href=\"#gone\">three</a></li>";
        assertThat(ErrorOrder.of(PAGE.formatted(nowhere, FIRST))).isEqualTo(PAGE.formatted(FIRST, nowhere));
        assertThat(ErrorOrder.of("<p id=\"first\">text</p>")).isEqualTo("<p id=\"first\">text</p>");
    }
}
