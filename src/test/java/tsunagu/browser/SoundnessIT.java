package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** A page that was found sound once is examined again as soon as something of it is otherwise: each fault here came after that. */
class SoundnessIT {

    /** What is done to the page; the rule of axe that is broken then. */
    private static final Map<String, String> FAULTS = Map.of(
            "document.querySelector('label[for=email]').remove()", "label",
            "document.querySelector('label[for=email]').textContent = ' '", "label",
            "document.querySelector('#email').id = 'elsewhere'", "label",
            "document.querySelector('main h1').style.color = '#eee'", "color-contrast",
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=\"/\"></a>')", "link-name",
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<ul><p>x</p></ul>')", "list",
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/assets/icon.svg\">')",
                    "image-alt",
            "document.querySelector('#email').setAttribute('autocomplete', 'nonsense')", "autocomplete-valid",
            "document.querySelector('#email').setAttribute('aria-invalid', 'perhaps')", "aria-valid-attr-value",
            "document.title = ''", "document-title");

    private final TestPortal portal = TestPortal.shared();

    @Test
    void what_is_otherwise_is_examined_again() {
        try (Visitor visitor = Visitor.onPhone(portal)) {
            visitor.open("/sign-in");
            visitor.finds_the_page_sound();
            FAULTS.forEach((change, rule) -> {
                visitor.open("/sign-in");
                visitor.finds_the_page_sound();
                visitor.page().evaluate("() => { " + change + " }");
                assertThat(catchThrowable(visitor::finds_the_page_sound))
                        .as(change)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining(" " + rule + ":");
            });
        }
    }

    /** What hangs on the length of words is looked at every time. */
    @Test
    void a_page_that_was_sound_may_still_scroll_sideways() {
        try (Visitor visitor = Visitor.onPhone(portal)) {
            visitor.open("/sign-in");
            visitor.finds_the_page_sound();
            visitor.page().evaluate("() => { document.querySelector('main h1').style.whiteSpace = 'nowrap'; }");
            visitor.finds_the_page_sound();
            visitor.page().evaluate("() => { document.querySelector('main h1').textContent = 'x'.repeat(500); }");
            assertThat(catchThrowable(visitor::finds_the_page_sound)).hasMessageContaining("scrolls sideways");
        }
    }
}
